"""对照原文: the draft beside its source, doubtful places first, until a person has confirmed it."""

from typing import Any

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from disclosures.publishing.bounds import may_here
from disclosures.publishing.doubts import confirm_reading, settle_doubt
from disclosures.publishing.refused import ActionError
from disclosures.records.disclosure import EDITABLE, Revision
from disclosures.records.doubt import Doubt
from disclosures.staff.checklist import parts_of
from disclosures.staff.focus import focus_of
from disclosures.staff.passages import section_span, sentence_span
from disclosures.staff.remarks import may_remark, remarks_of
from disclosures.staff.returning import desk
from disclosures.staff.sources import ANY, source_at, source_of_words
from disclosures.tables.kept import kept_layout
from disclosures.tables.registry import TABLES
from disclosures.tables.stored import book_of
from disclosures.tables.whereabouts import table_at

LATEST = 10**9  # a position in a text is below this


def review(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Lead to the first place that nobody has compared yet; the desk when none is left."""
    doubt = revision.doubt_set.filter(settled_at=None).first()
    if doubt is not None:
        return HttpResponseRedirect(f"{_url('place', revision)}?doubt={doubt.pk}")
    messages.success(request, "存疑之处都已对照原文核对。")
    return desk(revision)


def place(request: HttpRequest, site: admin.AdminSite, revision: Revision) -> HttpResponse:
    """One place of the narrative or of a page; a place in a table leads to its grid."""
    if grid := _in_a_table(request, revision):
        return HttpResponseRedirect(grid)
    sheet = book_of(revision).sheet(request.GET.get("table", ""))
    table, where = (sheet.table, sheet.where) if sheet else _where(request, revision)
    is_doubt = "doubt" in request.GET and "start" in where
    source = source_of_words(revision, where) if is_doubt else source_at(revision, table, where)
    context = site.each_context(request) | {
        "title": sheet.title if sheet else "对照原文",
        "is_nav_sidebar_enabled": False,
        "original": revision,
        "source": source,
        "quote": revision.text[where["start"] : where["end"]] if "start" in where else "",
        "sections": parts_of(revision),
        "kept": kept_layout(sheet.kept).header if sheet else (),
        "figures": _figures(revision, where),
        "remarks": remarks_of(revision),
        "may_remark": may_remark(request.user, revision),
        **doubts_context(request, revision),
    }
    return render(request, "admin/place.html", context)


def cell_place(request: HttpRequest, revision: Revision, name: str) -> HttpResponse:
    """The source of one cell, for the pane beside the grid."""
    sheet, spec = book_of(revision).sheet(name), TABLES.get(name)
    if sheet is None or spec is None:
        raise Http404
    focus = focus_of(revision, spec, sheet, request.GET)
    source = source_at(revision, name, focus.where)
    context = {"source": source, "focus": focus, "original": revision}
    return render(request, "admin/parts/cell_source.html", context)


def settle(request: HttpRequest, revision: Revision, pk: int) -> HttpResponse:
    """One doubtful place was compared: on to the next."""
    found = get_object_or_404(revision.doubt_set, pk=pk)
    try:
        settle_doubt(doubt=found, by=request.user)
    except ActionError as error:
        messages.error(request, str(error))
        return desk(revision)
    return review(request, revision)


def confirm(request: HttpRequest, revision: Revision) -> HttpResponse:
    """All that is left was compared."""
    try:
        count = confirm_reading(revision=revision, by=request.user)
    except ActionError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"已确认读取结果（{count} 处），现在与其他草稿一样。")
    return desk(revision)


def doubts_context(request: HttpRequest, revision: Revision, table: str = "") -> dict[str, Any]:
    """The doubtful places for a page beside the source, those left to compare first."""
    book = book_of(revision) if table else None
    found = [
        each
        for each in revision.doubt_set.order_by("settled_at", "position")
        if book is None or table_at(book, each.where) == table
    ]
    asked = request.GET.get("doubt", "")
    return {
        "doubts": sorted(found, key=lambda each: each.settled_at is not None),
        "doubt": next((each for each in found if str(each.pk) == asked), None),
        "left": revision.doubt_set.filter(settled_at=None).count(),
        "may_settle": revision.state in EDITABLE
        and may_here(request.user, "change_revision", revision),
    }


def _in_a_table(request: HttpRequest, revision: Revision) -> str:
    """The grid in which a doubt or a remark stands, "" for what stands in no table."""
    asked = request.GET
    if remark := _of(revision.remark_set, asked.get("remark", "")):
        if remark.table not in TABLES:
            return ""
        row = "" if remark.row is None else f"?row={remark.row}&column={remark.column}"
        return f"{_url('grid', revision, remark.table)}{row}"
    doubt: Doubt | None = _of(revision.doubt_set, asked.get("doubt", ""))
    table = table_at(book_of(revision), doubt.where) if doubt else ""
    return f"{_url('grid', revision, table)}?doubt={doubt.pk}" if doubt and table in TABLES else ""


def _where(request: HttpRequest, revision: Revision) -> tuple[str, dict[str, Any]]:
    """The table ("" for none) and the place that an address asks for."""
    asked = request.GET
    if doubt := _of(revision.doubt_set, asked.get("doubt", "")):
        return ANY, doubt.where
    if remark := _of(revision.remark_set, asked.get("remark", "")):
        return ANY, _span(sentence_span(revision, remark.quote, remark.section))
    if section := _of(revision.narrativesection_set, asked.get("section", ""), "number"):
        return ANY, _span(section_span(section))
    start, end = (_position(asked.get(name, "")) for name in ("start", "end"))
    if start is not None and end is not None and start < end <= len(revision.text):
        return ANY, _span((start, end))
    first = revision.narrativesection_set.first()
    return ANY, _span(section_span(first)) if first else {}


def _figures(revision: Revision, where: dict[str, Any]) -> Any:
    """What was read from the sentence that is looked at; at a heading, from its whole section."""
    if "start" not in where:
        return revision.quotedfigure_set.none()
    start, end = where["start"], where["end"]
    section = revision.narrativesection_set.filter(start=start).last()
    if section and end <= start + len(section.heading):
        return revision.quotedfigure_set.filter(start__gte=start, start__lt=section.end)
    return revision.quotedfigure_set.filter(sentence_start__lt=end, sentence_end__gt=start)


def _span(found: tuple[int, int] | None) -> dict[str, Any]:
    return {"start": found[0], "end": found[1]} if found else {}


def _of(rows: Any, asked: str, name: str = "pk") -> Any:
    return rows.filter(**{name: int(asked)}).first() if _position(asked) is not None else None


def _position(text: str) -> int | None:
    is_one = text.isascii() and text.isdecimal() and len(text) < len(str(LATEST))
    return int(text) if is_one else None


def _url(page: str, revision: Revision, *more: object) -> str:
    return reverse(f"admin:disclosures_revision_{page}", args=(revision.pk, *more))
