"""批注 at the desk: pinned to a cell, a sentence, a section or the whole, with the way there."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import FieldDoesNotExist
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from disclosures.publishing.bounds import may_here
from disclosures.publishing.refused import ActionError
from disclosures.publishing.remarks import UNDER_REVIEW, pin_remark, settle_remark
from disclosures.records.disclosure import Revision
from disclosures.records.remark import Remark
from disclosures.staff.returning import back_to
from disclosures.tables.registry import TABLES

MOST_LINES = 10**6


@dataclass(frozen=True)
class Pinned:
    """A remark, where it is pinned in words, and the address that shows that place."""

    remark: Remark
    place: str
    url: str


def remarks_of(revision: Revision) -> list[Pinned]:
    """All remarks on a revision, those that wait for an answer first."""
    found = revision.remark_set.select_related("by", "settled_by")
    titles = dict(revision.printedtable_set.values_list("table", "title"))
    page = reverse("admin:disclosures_revision_place", args=(revision.pk,))
    return [
        Pinned(
            each,
            _place(each, titles),
            f"{page}?remark={each.pk}" if each.table or each.section is not None else "",
        )
        for each in sorted(found, key=lambda each: each.settled_at is not None)
    ]


def may_remark(user: Any, revision: Revision) -> bool:
    """Whether this person may pin a remark now."""
    return revision.state in UNDER_REVIEW and may_here(user, "add_remark", revision)


def remark(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Pin a remark where the form says."""
    pinned = Remark(revision=revision, text=request.POST.get("text", "").strip())
    kind, _, name = request.POST.get("place", "").partition(":")
    if kind == "table" and revision.printedtable_set.filter(table=name).exists():
        _pin_to_cell(pinned, name, request)
    elif kind == "section" and name.isdecimal() and len(name) < 3:
        pinned.section = int(name)
        quote = request.POST.get("quote", "").strip()
        pinned.quote = quote if quote and quote in revision.text else ""
    try:
        pin_remark(remark=pinned, by=request.user)
    except ActionError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "批注已保存。")
    return back_to(request, revision)


def settle(request: HttpRequest, revision: Revision, pk: int) -> HttpResponse:
    """Say that a remark was dealt with."""
    found = get_object_or_404(revision.remark_set, pk=pk)
    try:
        settle_remark(remark=found, by=request.user)
    except ActionError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "已标为处理完毕。")
    return back_to(request, revision)


def _pin_to_cell(pinned: Remark, table: str, request: HttpRequest) -> None:
    row, column = request.POST.get("row", ""), request.POST.get("column", "")
    pinned.table = table
    if row.isascii() and row.isdecimal() and 0 < int(row) < MOST_LINES:
        pinned.row = int(row) - 1
        pinned.column = column if _label(table, column) else ""
        pinned.quote = request.POST.get("quote", "").strip()[:500]


def _label(table: str, column: str) -> str:
    if table not in TABLES or not column:
        return ""
    try:
        return TABLES[table].label(column)
    except FieldDoesNotExist:
        return ""


def _place(remark: Remark, titles: dict[str, str]) -> str:
    if remark.section is not None:
        return f"第{remark.section}部分" + (f"“{remark.quote}”" if remark.quote else "")
    if not remark.table:
        return ""
    said = titles.get(remark.table, remark.table)
    if remark.row is not None:
        label = _label(remark.table, remark.column)
        said += f" 第{remark.row + 1}行" + (f" “{label}”" if label else "")
    return said + (f"（{remark.quote}）" if remark.quote else "")
