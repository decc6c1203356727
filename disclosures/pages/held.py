"""Pages that a process has made, as long as what they were made from stays the same.

Their key says all that they depend on, so nothing has to be told to forget: what is not asked for
any more makes room.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase

SHARE = 16  # a page that would take more than this part of the room is not kept


@dataclass(frozen=True)
class Held:
    """A page's bytes and the headers that its view gave it."""

    content: bytes
    headers: dict[str, str]


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
        if found := self._found(key):
            return HttpResponse(found.content, headers=found.headers)
        answer = make()
        if isinstance(answer, HttpResponse) and answer.status_code == 200 and not answer.cookies:
            self._keep(key, Held(answer.content, dict(answer.headers)))
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
