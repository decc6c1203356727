"""oEmbed (oembed.com): what an address of ours looks like in another page.

Only our own addresses of what is public are known; any other, never existing, not public yet or
of another site, is answered alike.
"""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement, tostring

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import Resolver404, ResolverMatch, resolve, reverse
from django.utils import translation
from django.utils.translation import gettext

from disclosures.exports import share_image
from disclosures.pages.addresses import absolute, address, origin
from disclosures.pages.citing import SIZES, embed
from disclosures.pages.language import ENGLISH, UNDER
from disclosures.queries import published
from disclosures.records.disclosure import Revision

LONGEST = 2000
FORMATS = ("json", "xml")
CACHE_SECONDS = 86400
# The page that an address leads to, and what shows it in a frame.
FRAMED = {"disclosure": "embed", "figure": "figure-embed", "table": "table-embed"} | {
    name: name for name in SIZES
}
PARTS = ("key", "table", "composition")  # parameters that name a part of a disclosure
PLAIN = "text/plain; charset=utf-8"


@dataclass(frozen=True)
class Asked:
    """What an address asks for: a revision, how it is framed, which part, in which language."""

    revision: Revision
    page: str
    part: dict[str, str]
    title: str
    language: str


def oembed(request: HttpRequest) -> HttpResponse:
    """`?url=…&format=json|xml&maxwidth=…&maxheight=…`."""
    form = request.GET.get("format", "json")
    url = request.GET.get("url", "")
    if form not in FORMATS:
        return _refused(gettext("格式只有 json 与 xml。"), 501)
    if not url or len(url) > LONGEST:
        return _refused(gettext("请用 url 参数给出本站的一个网址。"), 400)
    asked = _asked(request, url)
    if asked is None:
        return _refused(gettext("没有这一页"), 404)
    with translation.override(asked.language):
        said = _said(request, asked)
    answer = _xml(said) if form == "xml" else _json(said)
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


def _refused(why: str, status: int) -> HttpResponse:
    return HttpResponse(f"{why}\n", content_type=PLAIN, status=status)


def _asked(request: HttpRequest, url: str) -> Asked | None:
    """What an address leads to, None for what is not ours or not public."""
    if not url.isprintable():
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if f"{parts.scheme}://{parts.netloc}" != origin(request):
        return None
    is_english = parts.path.startswith(UNDER)
    language = ENGLISH if is_english else "zh-hans"
    with translation.override(language):
        match = _match(parts.path)
        page = FRAMED.get(_page(match)) if match else None
        if match is None or page is None:
            return None
        return _found(match, page, language)


def _match(path: str) -> ResolverMatch | None:
    try:
        return resolve(path)
    except Resolver404:
        return None


def _page(match: ResolverMatch) -> str:
    """The page's own name, budget or final account, latest or by revision."""
    if match.namespace != "pages":
        return ""
    return (match.url_name or "").removeprefix("final-").removeprefix("revision-")


def _found(match: ResolverMatch, page: str, language: str) -> Asked | None:
    names = match.kwargs
    revision = published.bare_revision(
        names["region"], names["department"], names["year"], names["kind"], names.get("number")
    )
    part = {name: names[name] for name in PARTS if name in names}
    if revision is None:
        return None
    title = _title(revision, part)
    return None if title is None else Asked(revision, page, part, title, language)


def _title(revision: Revision, part: dict[str, str]) -> str | None:
    """The name of what is shown, None where the revision has no such part."""
    name = str(revision.disclosure)
    if "key" in part:
        figure = revision.quotedfigure_set.filter(key=part["key"]).first()
        return None if figure is None else f"{name}：{figure.label}"
    if "table" in part:
        printed = revision.printedtable_set.filter(table=part["table"]).first()
        return None if printed is None else f"{name}：{printed.title}"
    return name


def _said(request: HttpRequest, asked: Asked) -> dict[str, Any]:
    revision, department = asked.revision, asked.revision.disclosure.department
    usual = SIZES[asked.page]
    width, height = (
        _at_most(request, name, size)
        for name, size in zip(("maxwidth", "maxheight"), usual, strict=True)
    )
    framed = embed(request, revision, asked.title, asked.page, (width, height), **asked.part)
    names = (department.region.slug, department.slug)
    return {
        "version": "1.0",
        "type": "rich",
        "title": asked.title,
        "author_name": department.name,
        "author_url": absolute(request, reverse("pages:department", args=names)),
        "provider_name": gettext("部门预算公开平台"),
        "provider_url": absolute(request, reverse("pages:home")),
        "cache_age": CACHE_SECONDS,
        "thumbnail_url": absolute(request, address(revision, "share", pinned=True)),
        "thumbnail_width": share_image.WIDTH,
        "thumbnail_height": share_image.HEIGHT,
        "html": framed.html,
        "width": width,
        "height": height,
    }


def _at_most(request: HttpRequest, name: str, usual: int) -> int:
    asked = request.GET.get(name, "")
    is_number = asked.isascii() and asked.isdigit() and len(asked) < 6
    return min(int(asked), usual) if is_number and int(asked) else usual


def _json(said: dict[str, Any]) -> HttpResponse:
    return JsonResponse(said, json_dumps_params={"ensure_ascii": False})


def _xml(said: dict[str, Any]) -> HttpResponse:
    root = Element("oembed")
    for name, value in said.items():
        SubElement(root, name).text = str(value)
    made = tostring(root, encoding="utf-8", xml_declaration=True)
    return HttpResponse(made, content_type="text/xml; charset=utf-8")
