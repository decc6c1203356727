"""Pages that a process has made, or found made ahead, as long as what they were made from stays.

Their key says all that they depend on, so nothing has to be told to forget: what is not asked for
any more makes room.
"""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from disclosures.pages import shelf
from disclosures.pages.shelf import Held

SHARE = 16  # a page that would take more than this part of the room is not kept
AHEAD = "budget_portal.ahead"  # in the environment of a request nobody waits for; no header sets it


class Memory:
    """The pages of this process, those asked for last at the end."""

    def __init__(self) -> None:
        self.pages: OrderedDict[object, Held] = OrderedDict()
        self.size = 0
        self.lock = Lock()

    def answer(
        self, request: HttpRequest, key: object, make: Callable[[], HttpResponseBase]
    ) -> HttpResponseBase:
        """The page of a key, made where it is not here; only whole pages that are there are kept.

        `settings.HELD_BYTES` is the room, 0 for none.
        """
        if request.method != "GET" or not settings.HELD_BYTES:
            return make()
        found = self._found(key) or shelf.taken(key)
        answer = HttpResponse(found.content, headers=found.headers) if found else make()
        if isinstance(answer, HttpResponse) and answer.status_code == 200 and not answer.cookies:
            page = found or Held(answer.content, dict(answer.headers))
            self._keep(key, page)
            if AHEAD in request.META:
                shelf.put(key, page)
        return answer

    def _found(self, key: object) -> Held | None:
        with self.lock:
            found = self.pages.get(key)
            if found:
                self.pages.move_to_end(key)
            return found

    def _keep(self, key: object, page: Held) -> None:
        if len(page.content) * SHARE > settings.HELD_BYTES:
            return
        with self.lock:
            before = self.pages.pop(key, None)
            self.pages[key] = page
            self.size += len(page.content) - (len(before.content) if before else 0)
            while self.size > settings.HELD_BYTES:
                _, oldest = self.pages.popitem(last=False)
                self.size -= len(oldest.content)


memory = Memory()
