"""填写: each table of a draft as a grid in the form's own columns, beside what it was read from."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from disclosures.documents.grids.typed import typed_of
from disclosures.publishing.bounds import may_here
from disclosures.publishing.typing_over import unit_of
from disclosures.records.disclosure import EDITABLE, Revision
from disclosures.staff.focus import Focus, focus_of
from disclosures.staff.grid_saving import findings_of, saved
from disclosures.staff.grid_state import columns_of, state_of
from disclosures.staff.remarks import may_remark, remarks_of
from disclosures.staff.reviewing import doubts_context
from disclosures.staff.sources import has_source, source_at
from disclosures.tables.account import table_of_kind
from disclosures.tables.book import Book, Sheet
from disclosures.tables.kept import kept_layout
from disclosures.tables.registry import TABLES
from disclosures.tables.spec import TableSpec
from disclosures.tables.stored import book_of


def grid_view(
    request: HttpRequest, site: admin.AdminSite, revision: Revision, name: str
) -> HttpResponse:
    """The grid of one table, or a save of it as JSON; only to be read by who may not change it."""
    book = book_of(revision)
    sheet, spec = book.sheet(name), TABLES.get(name)
    if sheet is None or spec is None:
        raise Http404
    may_type = revision.state in EDITABLE and may_here(request.user, "change_revision", revision)
    if request.method == "POST":
        if not may_type:
            raise PermissionDenied
        return saved(request, revision, spec, sheet)
    focus = focus_of(revision, spec, sheet, request.GET)
    context = site.each_context(request) | {
        "title": sheet.title,
        "is_nav_sidebar_enabled": False,
        "original": revision,
        "sheet": sheet,
        "focus": focus,
        "may_type": may_type,
        "may_remark": may_remark(request.user, revision),
        "remarks": [each for each in remarks_of(revision) if each.remark.table == name],
        "source": source_at(revision, name, focus.where) if has_source(revision, sheet) else None,
        "kept": kept_layout(sheet.kept).header,
        "grid": _grid(revision, spec, sheet, focus, may_type=may_type),
        **_neighbours(book, name),
        **doubts_context(request, revision, name),
    }
    return render(request, "admin/grid.html", context)


def _neighbours(book: Book, name: str) -> dict[str, Sheet | None]:
    order = [each for each in book if not each.is_unknown]
    at = [each.table for each in order].index(name)
    return {
        "before": order[at - 1] if at else None,
        "after": order[at + 1] if at + 1 < len(order) else None,
    }


def _grid(
    revision: Revision, spec: TableSpec, sheet: Sheet, focus: Focus, *, may_type: bool
) -> dict[str, Any]:
    """All that the page's script needs, as JSON."""
    typed = typed_of(spec, sheet, unit_of(revision))
    headed = table_of_kind(spec.name, revision.disclosure.kind)
    return state_of(spec, sheet) | {
        "columns": columns_of(headed, sheet, typed.headings),
        "headings": typed.headings,
        "unit": typed.unit,
        "revision": revision.pk,
        "table": spec.name,
        "login": reverse("admin:login"),
        "place": reverse("admin:disclosures_revision_cell", args=(revision.pk, spec.name)),
        "focus": None if focus.line is None else [focus.line, focus.leaf],
        "may_type": may_type,
        "findings": findings_of(revision, spec, sheet),
    }
