"""The map of the site for search engines (sitemaps.org): an index, and maps of A_PART addresses.

Each address comes in both languages, naming the other; an hour stands beside what has one.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse
from django.utils import translation
from django.utils.html import escape
from django.utils.timezone import localtime

from disclosures.classification.terms import by_key
from disclosures.pages.addresses import absolute, address, origin
from disclosures.pages.language import UNDER
from disclosures.queries import sitemap
from disclosures.queries.across.catalogue import QUESTIONS
from disclosures.records.disclosure import State
from disclosures.rules.explain import explanations

A_PART = 5000  # of at most 50,000 addresses and 50 MB; each stands there twice
LAST_PART = 10_000  # an index names at most 50,000
XML = "application/xml"
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
xmlns:xhtml="http://www.w3.org/1999/xhtml">
"""
LINK = '<xhtml:link rel="alternate" hreflang="{}" href="{}"/>'
END = "</urlset>\n"
Listed = tuple[str, datetime | None]
UNLISTED = frozenset({"search", "suggestions", "three-public"})  # typed by somebody, or moved


def index(request: HttpRequest) -> HttpResponse:
    """The maps there are."""
    sizes = {"pages": 1} | sitemap.sizes(by_key())
    parts = [
        absolute(request, reverse("pages:sitemap-part", args=(section, number)))
        for section, size in sizes.items()
        for number in range(1, -(-size // A_PART) + 1)
    ]
    context = {"parts": parts, "latest": sitemap.latest()}
    return render(request, "pages/sitemap_index.xml", context, content_type=XML)


def part(request: HttpRequest, section: str, number: int) -> HttpResponse:
    """One map; 404 for a section or number that the index does not name."""
    listing = SECTIONS.get(section)
    start = A_PART * (number - 1)
    if listing is None or start < 0 or number > LAST_PART:
        raise Http404
    with translation.override("zh-hans"):
        found = list(listing(slice(start, start + A_PART)))
    if not found:
        raise Http404
    site = origin(request)
    return HttpResponse(f"{HEAD}{''.join(_urls(site, *each) for each in found)}{END}", XML)


def _urls(site: str, path: str, at: datetime | None) -> str:
    """A page in both languages, each naming the other; a template is slow for thousands of them."""
    languages = {"zh-Hans": f"{site}{path}", "en": f"{site}{UNDER[:-1]}{path}"}
    links = "".join(LINK.format(language, escape(url)) for language, url in languages.items())
    hour = f"<lastmod>{localtime(at).isoformat()}</lastmod>" if at else ""
    return "".join(
        f"<url><loc>{escape(url)}</loc>{hour}{links}</url>\n" for url in languages.values()
    )


def _pages(which: slice) -> Iterable[Listed]:
    """The pages that there is one of, as the site's list of addresses has them; rules, terms."""
    single = [f"pages:{name}" for name in _names() if name not in UNLISTED]
    paths = [path for name in single if (path := _path(name)).endswith("/")]
    rules = [reverse("pages:rule", args=(each.rule.code,)) for each in explanations()]
    asked = [reverse("pages:question", args=(name,)) for name in QUESTIONS]
    official = [reverse("pages:term", args=(key,)) for key in by_key()]
    return [(path, None) for path in [*paths, *rules, *asked, *official]][which]


def _names() -> Iterator[str]:
    found = get_resolver("disclosures.pages.urls").url_patterns
    return (str(each.name) for each in found if isinstance(each, URLPattern))


def _path(name: str) -> str:
    """The path of an address without parameters; "" for one that has some."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _departments(which: slice) -> Iterator[Listed]:
    for region, slug, at in sitemap.departments()[which]:
        yield reverse("pages:department", args=(region, slug)), at


def _disclosures(which: slice) -> Iterator[Listed]:
    """Latest addresses; by its number, what a correction has superseded."""
    for each in sitemap.revisions()[which]:
        is_latest = each.state == State.PUBLISHED
        yield address(each, pinned=not is_latest), each.published_at if is_latest else None


def _functions(which: slice) -> Iterator[Listed]:
    for code, at in sitemap.function_codes()[which]:
        yield reverse("pages:functions-code", args=(code,)), at


def _economic(which: slice) -> Iterator[Listed]:
    for code in sitemap.economic_codes()[which]:
        yield reverse("pages:economic-code", args=(code,)), None


def _terms(which: slice) -> Iterator[Listed]:
    """What disclosures explain besides the official terms, which are among the pages."""
    for key, at in sitemap.terms(by_key())[which]:
        yield reverse("pages:term", args=(key,)), at


SECTIONS: dict[str, Callable[[slice], Iterable[Listed]]] = {
    "pages": _pages,
    "departments": _departments,
    "disclosures": _disclosures,
    "functions": _functions,
    "economic": _economic,
    "terms": _terms,
}
