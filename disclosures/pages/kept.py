"""What a revision's pages were made from, so that none is made twice and no cache asks in vain.

The page of a disclosure is made once for each unit and language and kept; every other page of a
revision answers 304 to whoever has it. An address that names a revision may be kept by caches for
ever: for a day without asking, then shown at once while they ask whether it still stands. The
latest address is asked for each time.
"""

import gzip
from collections.abc import Callable
from functools import lru_cache, wraps
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import get_language

from disclosures.exports.keeping import kept
from disclosures.pages.addresses import origin
from disclosures.pages.amounts import choice_of
from disclosures.pages.held import memory
from disclosures.queries import published
from disclosures.queries.as_of import as_of
from disclosures.records.disclosure import Revision

View = Callable[..., HttpResponseBase]
MADE_OF = (
    "templates/**/*.html",
    "templates/**/*.xml",
    "static/**/*",
    "locale/**/*.mo",
    "disclosures/**/*.py",
    "disclosures/**/*.typ",
    "fixtures/*.csv",
)
PINNED = (  # a year is what HTTP takes for ever
    "public, max-age=86400, immutable, stale-while-revalidate=31536000, stale-if-error=31536000"
)
LATEST = "public, no-cache"
PACKED = 6  # of 9: the last steps take three times as long for a hundredth of the bytes


def conditional(view: View) -> View:
    """The page, or 304 to a reader who has it; with how long caches may keep it."""

    @wraps(view)
    def shown(request: HttpRequest, **names: Any) -> HttpResponseBase:
        tag = _tag(request, _stamp(request, _revision(names)))
        answer = _not_again(request, tag) or view(request, **names)
        return _labelled(answer, tag, names)

    return shown


def conditional_on(told: Callable[[], str]) -> Callable[[View], View]:
    """As `conditional`, for a page that depends on nothing but what `told` says in a word.

    A process makes it once, as long as there is room.
    """

    def made(view: View) -> View:
        @wraps(view)
        def shown(request: HttpRequest, **names: Any) -> HttpResponseBase:
            tag = _tag(request, f"{edition()}{told()}")
            key = (tag, origin(request))
            answer = _not_again(request, tag) or memory.answer(
                request, key, lambda: view(request, **names)
            )
            if answer.status_code in (200, 304):
                answer["ETag"] = tag
                answer["Cache-Control"] = LATEST
            return answer

        return shown

    return made


conditional_on_all = conditional_on(as_of)  # nothing but what is published


def asked_again(view: View) -> View:
    """The answer; where it does not say how long caches may keep it, they ask each time."""

    @wraps(view)
    def shown(request: HttpRequest, **names: Any) -> HttpResponseBase:
        answer = view(request, **names)
        if answer.status_code == 200:
            answer.headers.setdefault("Cache-Control", LATEST)
        return answer

    return shown


def kept_page(view: View) -> View:
    """As `conditional`, from the page as it was made the first time.

    The view is handed the revision, and the key of its year's final account.
    """

    @wraps(view)
    def shown(request: HttpRequest, **names: Any) -> HttpResponseBase:
        found = published.with_account(*_named(names))
        if found is None:
            raise Http404
        revision, account = found
        stamp = _stamp(request, revision, account)
        request.GET = _meant(request)  # type: ignore[assignment]
        tag = _tag(request, stamp)
        answer = _not_again(request, tag)
        if answer is None:
            name = "-".join(
                (
                    "pinned" if "number" in names else "latest",
                    choice_of(request.GET.get("unit")),
                    str(get_language()),
                )
            )
            page = kept(
                f"pages/{revision.pk}/{name}.html.gz",
                stamp,
                lambda file: file.write(_packed(view(request, known=found, **names))),
            )
            answer = _sent(request, page)
        patch_vary_headers(answer, ("Accept-Encoding",))
        return _labelled(answer, tag, names)

    return shown


def _not_again(request: HttpRequest, tag: str) -> HttpResponseBase | None:
    """304 for a reader who has this page.

    Not for `*`, any page: whether there is one at all, the view alone knows. Its answer is then
    held back by Django's own middleware.
    """
    if request.headers.get("If-None-Match", "").strip() == "*":
        return None
    return get_conditional_response(request, etag=tag)


@lru_cache(maxsize=1)
def edition() -> str:
    """Which version of the site makes the pages: another one makes them anew."""
    base = Path(settings.BASE_DIR)
    digest = sha256()
    for path in sorted(path for each in MADE_OF for path in base.glob(each) if path.is_file()):
        digest.update(f"{path.relative_to(base)}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def _revision(names: dict[str, Any]) -> Revision:
    found = published.bare_revision(*_named(names))
    if found is None:
        raise Http404
    return found


def _named(names: dict[str, Any]) -> tuple[Any, ...]:
    place = (names[each] for each in ("region", "department", "year", "kind"))
    return (*place, names.get("number"))


def _stamp(request: HttpRequest, revision: Revision, beside: int | None = None) -> str:
    """All that a page of a revision is made from, in a word: the rest is sealed, names too.

    `beside` is the key of another revision that the page shows something of.
    """
    said = (edition(), origin(request), revision.pk, revision.state, revision.published_at, beside)
    return sha256(repr(said).encode()).hexdigest()[:16]


def _meant(request: HttpRequest) -> QueryDict:
    """The one thing that the page of a disclosure may be asked for."""
    asked = request.GET.get("unit")
    return QueryDict(f"unit={choice_of(asked)}" if asked else "")


def _tag(request: HttpRequest, stamp: str) -> str:
    """Weak, because the bytes differ with their encoding."""
    said = (stamp, request.path, request.GET.urlencode())
    return f'W/"{sha256(repr(said).encode()).hexdigest()[:32]}"'


def _packed(response: Any) -> bytes:
    return gzip.compress(response.content, PACKED, mtime=0)


def _sent(request: HttpRequest, page: Path) -> HttpResponse:
    """The kept page, packed as it lies for whoever takes that."""
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        return HttpResponse(page.read_bytes(), headers={"Content-Encoding": "gzip"})
    return HttpResponse(gzip.decompress(page.read_bytes()))


def _labelled(answer: HttpResponseBase, tag: str, names: dict[str, Any]) -> HttpResponseBase:
    answer["ETag"] = tag
    answer["Cache-Control"] = PINNED if "number" in names else LATEST
    return answer
