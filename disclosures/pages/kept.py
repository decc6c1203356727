"""What a revision's pages were made from, so that none is made twice and no cache asks in vain.

The page of a disclosure is made once for each unit and language and kept; every other page of a
revision answers 304 to whoever has it. An address that names a revision may be kept by caches for
a day without asking; the latest address is asked for each time.
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
from disclosures.queries import published
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
PINNED = "public, max-age=86400, immutable"
LATEST = "public, no-cache"


def conditional(view: View) -> View:
    """The page, or 304 to a reader who has it; with how long caches may keep it."""

    @wraps(view)
    def shown(request: HttpRequest, **names: Any) -> HttpResponseBase:
        tag = _tag(request, _stamp(request, _revision(names)))
        answer = get_conditional_response(request, etag=tag) or view(request, **names)
        return _labelled(answer, tag, names)

    return shown


def conditional_on(told: Callable[[], str]) -> Callable[[View], View]:
    """As `conditional`, for a page that depends on nothing but what `told` says in a word."""

    def made(view: View) -> View:
        @wraps(view)
        def shown(request: HttpRequest, **names: Any) -> HttpResponseBase:
            tag = _tag(request, f"{edition()}{told()}")
            answer = get_conditional_response(request, etag=tag) or view(request, **names)
            if answer.status_code in (200, 304):
                answer["ETag"] = tag
                answer["Cache-Control"] = LATEST
            return answer

        return shown

    return made


conditional_on_all = conditional_on(published.as_of)  # nothing but what is published


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
    """As `conditional`, from the page as it was made the first time."""

    @wraps(view)
    def shown(request: HttpRequest, **names: Any) -> HttpResponseBase:
        revision = _revision(names)
        stamp = _stamp(request, revision)
        request.GET = _meant(request)  # type: ignore[assignment]
        tag = _tag(request, stamp)
        answer = get_conditional_response(request, etag=tag)
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
                lambda file: file.write(_packed(view(request, **names))),
            )
            answer = _sent(request, page)
        patch_vary_headers(answer, ("Accept-Encoding",))
        return _labelled(answer, tag, names)

    return shown


@lru_cache(maxsize=1)
def edition() -> str:
    """Which version of the site makes the pages: another one makes them anew."""
    base = Path(settings.BASE_DIR)
    digest = sha256()
    for path in sorted(path for each in MADE_OF for path in base.glob(each) if path.is_file()):
        digest.update(f"{path.relative_to(base)}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def _revision(names: dict[str, Any]) -> Revision:
    found = published.bare_revision(
        names["region"], names["department"], names["year"], names["kind"], names.get("number")
    )
    if found is None:
        raise Http404
    return found


def _stamp(request: HttpRequest, revision: Revision) -> str:
    """All that a page of a revision is made from, in a word: the rest is sealed, names too."""
    said = (edition(), origin(request), revision.pk, revision.state, revision.published_at)
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
    return gzip.compress(response.content, mtime=0)


def _sent(request: HttpRequest, page: Path) -> HttpResponse:
    """The kept page, packed as it lies for whoever takes that."""
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        return HttpResponse(page.read_bytes(), headers={"Content-Encoding": "gzip"})
    return HttpResponse(gzip.decompress(page.read_bytes()))


def _labelled(answer: HttpResponseBase, tag: str, names: dict[str, Any]) -> HttpResponseBase:
    answer["ETag"] = tag
    answer["Cache-Control"] = PINNED if "number" in names else LATEST
    return answer
