"""How to cite what a page shows, and how to set it into another page.

Citations name the very revision: its address goes on showing the same. GB/T 7714-2015 wants the
day of reading, which the reader knows.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext

from disclosures.pages.addresses import absolute, address
from disclosures.pages.composition import Composition
from disclosures.pages.structured import dataset
from disclosures.pages.summary import Figures
from disclosures.records.disclosure import Revision

# Width and height in pixels of what can be set into another page, by the name of its address.
SIZES = {
    "embed": (640, 480),
    "figure-embed": (480, 300),
    "composition-embed": (640, 480),
    "table-embed": (800, 480),
}
SPECIAL = {ord(each): f"\\{each}" for each in "&%$#_{}"} | {
    ord("\\"): r"\textbackslash{}",
    ord("~"): r"\textasciitilde{}",
    ord("^"): r"\textasciicircum{}",
}


@dataclass(frozen=True)
class Citation:
    """A page as GB/T 7714-2015, in plain words and as BibTeX, and its permanent address."""

    standard: str
    plain: str
    bibtex: str
    address: str


@dataclass(frozen=True)
class Embed:
    """What to set into a page: its title, its address and the element."""

    title: str
    url: str
    html: str


def citation(request: HttpRequest, revision: Revision, part: str, path: str) -> Citation:
    """How to cite a page of a revision; `part` names what it shows of it, "" for all."""
    disclosure = revision.disclosure
    name = disclosure.department.name
    title = f"{disclosure}：{part}" if part else str(disclosure)
    url = absolute(request, path)
    at = localtime(revision.published_at) if revision.published_at else None
    day = at.date().isoformat() if at else ""
    version = gettext("第%(number)s版") % {"number": revision.number}
    site = gettext("部门预算公开平台")
    said = date_format(at, gettext("Y年n月j日")) if at else ""
    return Citation(
        standard=f"{name}. {title}[DS/OL]. 第{revision.number}版. ({day})[引用日期]. {url}.",
        plain=f"{name}《{title}》，{version}，{site}，{said}。{url}"
        if get_language() != "en"
        else f"{name}, “{title}”, {version}, {site}, {said}, {url}",
        bibtex=_bibtex(revision, title, day, url),
        address=url,
    )


def _bibtex(revision: Revision, title: str, day: str, url: str) -> str:
    disclosure = revision.disclosure
    place = (disclosure.department.region.slug, disclosure.department.slug)
    key = "-".join((*place, str(disclosure.fiscal_year_id), disclosure.kind))
    fields = {
        "author": f"{{{disclosure.department.name.translate(SPECIAL)}}}",
        "title": f"{{{title.translate(SPECIAL)}}}",
        "version": str(revision.number),
        "date": day,
        "year": day[:4],
        "url": url,
    }
    if revision.upload:
        fields["note"] = f"SHA-256 {revision.upload.sha256}"
    lines = ",\n".join(f"  {name} = {{{said}}}" for name, said in fields.items())
    return f"@misc{{{key}-r{revision.number},\n{lines}\n}}"


def embed(
    request: HttpRequest,
    revision: Revision,
    title: str,
    page: str,
    size: tuple[int, int] | None = None,
    **names: object,
) -> Embed:
    """The element that shows a part of a revision in another page; `page` is a key of SIZES."""
    width, height = size or SIZES[page]
    url = absolute(request, address(revision, page, pinned=True, **names))
    html = format_html(
        '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy"></iframe>',
        url,
        title,
        width,
        height,
    )
    return Embed(title, url, str(html))


def cited(
    request: HttpRequest, revision: Revision, part: str, page: str, **names: object
) -> dict[str, Any]:
    """Context of the page of a part of a disclosure; a preview cannot be cited."""
    title = f"{revision.disclosure}：{part}"
    if revision.preview_token:
        return {"share_title": title}
    path = address(revision, page, pinned=True, **names)
    framed = embed(request, revision, title, f"{page}-embed", None, **names)
    return {
        "share_title": title,
        "citation": citation(request, revision, part, path),
        "embeds": (replace(framed, title=part),),
    }


def passed_on(
    request: HttpRequest, revision: Revision, figures: Figures, drawn: Iterable[Composition]
) -> dict[str, Any]:
    """Context of the page of a whole disclosure."""
    if revision.preview_token:
        return {}
    name = str(revision.disclosure)
    framed = [replace(embed(request, revision, name, "embed"), title="要点")]
    for each in drawn:
        title = f"{name}：{each.title}"
        made = embed(request, revision, title, "composition-embed", composition=each.name)
        framed.append(replace(made, title=each.title))
    return {
        "citation": citation(request, revision, "", address(revision, pinned=True)),
        "embeds": framed,
        "dataset": dataset(request, revision, figures),
    }
