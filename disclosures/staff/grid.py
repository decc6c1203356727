"""填写: every table of a draft as a grid in the form's own columns, saved while one types."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import count
from typing import Any

import orjson
from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse

from disclosures.classification.money import Unit
from disclosures.documents.grids.problem import Problem
from disclosures.documents.grids.typed import (
    TypedLine,
    TypedTable,
    lines_to_type,
    statement_to_type,
    typed_of,
)
from disclosures.publishing.refused import ActionError
from disclosures.publishing.typing_over import NewerSaveError, Saved, save_typed_table, unit_of
from disclosures.records.disclosure import Revision
from disclosures.rules.finding import Finding
from disclosures.tables.book import Sheet
from disclosures.tables.columns import Column, Group, Header, shown
from disclosures.tables.comparison import TableChange
from disclosures.tables.layout import layout, printed_fields
from disclosures.tables.registry import TABLES
from disclosures.tables.spec import TableSpec
from disclosures.tables.stamp import stamp_of
from disclosures.tables.stored import book_of
from disclosures.tables.sums import leaf_sums

LONGEST = 4 * 1024 * 1024  # bytes of a save: some ten thousand lines
MOST_LINES = 20_000


def grid_view(
    request: HttpRequest, site: admin.AdminSite, revision: Revision, name: str
) -> HttpResponse:
    """The grid of one table, or a save of it as JSON."""
    book = book_of(revision)
    sheet, spec = book.sheet(name), TABLES.get(name)
    if sheet is None or spec is None:
        raise Http404
    if request.method == "POST":
        return _saved(request, revision, spec, sheet)
    order = [each for each in book if not each.is_unknown]
    at = [each.table for each in order].index(name)
    context = site.each_context(request) | {
        "title": sheet.title,
        "original": revision,
        "sheet": sheet,
        "before": order[at - 1] if at else None,
        "after": order[at + 1] if at + 1 < len(order) else None,
        "grid": _grid(revision, spec, sheet),
    }
    return render(request, "admin/grid.html", context)


def _grid(revision: Revision, spec: TableSpec, sheet: Sheet) -> dict[str, Any]:
    """All that the page's script needs, as JSON."""
    typed = typed_of(spec, sheet, unit_of(revision))
    return _state(spec, sheet) | {
        "columns": _columns(spec, sheet, typed.headings),
        "headings": typed.headings,
        "unit": typed.unit,
        "revision": revision.pk,
        "table": spec.name,
        "login": reverse("admin:login"),
    }


def _state(spec: TableSpec, sheet: Sheet) -> dict[str, Any]:
    """What of a sheet changes with each save."""
    return {
        "lines": _lines(lines_to_type(spec, sheet)),
        "statement": statement_to_type(sheet),
        "stamp": stamp_of([sheet]),
        "sums": _sums(spec, sheet),
    }


def _lines(lines: Iterable[TypedLine]) -> list[dict[str, Any]]:
    return [{"source": each.source, "texts": each.texts} for each in lines]


def _columns(spec: TableSpec, sheet: Sheet, headings: tuple[str, ...]) -> list[dict[str, Any]]:
    """The header as the grid takes it: leaves named by their place, groups above them."""
    numbers = count()
    headers = [half.header for half in spec.halves] or [spec.header]
    seen = [tuple(shown(each, printed_fields(sheet.rows))) for each in headers]
    columns = [part for header in seen for part in _parts(spec, header, numbers)]
    if spec.spread and headings:
        below = [
            {"title": each, "field": f"c{next(numbers)}", "money": True, "column": each}
            for each in headings
        ]
        columns.append({"title": spec.spread.printed, "columns": below})
    return columns


def _parts(spec: TableSpec, header: Header, numbers: Iterator[int]) -> Iterator[dict[str, Any]]:
    for part in header:
        if isinstance(part, Group):
            yield {"title": part.printed, "columns": list(_parts(spec, part.columns, numbers))}
        else:
            yield _leaf(spec, part, next(numbers))


def _leaf(spec: TableSpec, column: Column, number: int) -> dict[str, Any]:
    return {
        "title": spec.printed(column),
        "tooltip": spec.label(column.field),
        "field": f"c{number}",
        "column": column.field,
        "money": spec.is_money(column.field),
    }


def _sums(spec: TableSpec, sheet: Sheet) -> dict[str, str]:
    """The sums of the lines that are no sums, in the table's own unit, by column."""
    unit = Unit(sheet.unit) if sheet.unit else Unit.YUAN
    if spec.halves:
        return {}
    return {column: _printed(total, unit) for column, total in leaf_sums(spec, sheet.rows).items()}


def _printed(amount: Decimal, unit: Unit) -> str:
    return f"{(amount / unit.yuan).normalize():,f}"


def _saved(request: HttpRequest, revision: Revision, spec: TableSpec, sheet: Sheet) -> JsonResponse:
    try:
        typed, stamp = _typed(request.body, spec, sheet)
        saved = save_typed_table(
            revision=revision, name=spec.name, typed=typed, stamp=stamp, by=request.user
        )
    except NewerSaveError as error:
        answer = _state(spec, error.sheet) | {"message": str(error), "change": _told(error.change)}
        return JsonResponse(answer, status=409)
    except ActionError as error:
        return JsonResponse({"message": str(error)}, status=400)
    return JsonResponse(_answer(spec, saved))


def _answer(spec: TableSpec, saved: Saved) -> dict[str, Any]:
    return {
        "stored": saved.is_stored,
        "stamp": saved.stamp,
        "sources": [each.source for each in lines_to_type(spec, saved.sheet)],
        "sums": _sums(spec, saved.sheet),
        "problems": [_problem(each) for each in saved.problems],
        "findings": [
            _finding(spec, saved.sheet, each) for each in saved.findings if each.stands_out
        ],
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "message": problem.message,
        "severity": problem.severity,
        "line": problem.where.get("line"),
        "column": problem.where.get("column"),
    }


def _finding(spec: TableSpec, sheet: Sheet, finding: Finding) -> dict[str, Any]:
    """A finding with the cells of this table that it looked at."""
    keys = [each.key.split("/") for each in finding.inputs if each.key.count("/") == 2]
    here = {(row, column) for table, row, column in keys if table == spec.name}
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "label": finding.severity.label,
        "message": finding.message,
        "here": bool(here),
        "cells": [
            [number, at]
            for number, line in enumerate(layout(spec, sheet).body if here else ())
            for at, cell in enumerate(line)
            if (str(cell.position), cell.column) in here
        ],
    }


def _told(change: TableChange | None) -> list[list[str]]:
    """What one's own save would do to the newer one: row, column, theirs, ours."""
    if change is None:
        return []
    return [
        [f"{row.deed} {row.name}", cell.label, _seen(cell.before), _seen(cell.after)]
        for row in change.rows
        for cell in row.cells
    ]


def _seen(cell: Any) -> str:
    return cell.printed if cell else ""


def _typed(body: bytes, spec: TableSpec, sheet: Sheet) -> tuple[TypedTable, str]:
    """The table in a save. Raises ActionError for what no grid of ours sends."""
    if len(body) > LONGEST:
        raise ActionError("一次保存的内容过大，请改用工作簿导入。")
    try:
        sent = orjson.loads(body)
        headings = tuple(str(each) for each in sent["headings"])
        lines = tuple(
            TypedLine(tuple(str(each) for each in line["texts"]), line["source"])
            for line in sent["lines"]
        )
        table = TypedTable(Unit(sent["unit"]), lines, str(sent["statement"]), headings)
        stamp = str(sent["stamp"])
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError) as error:
        raise ActionError("保存的内容不完整，请刷新页面后重试。") from error
    width = sum(each.colspan for each in layout(spec, sheet, headings).header[0])
    sources = [each.source for each in lines if each.source is not None]
    if (
        len(lines) > MOST_LINES
        or any(len(each.texts) != width for each in lines)
        or not all(isinstance(each, int) and each >= 0 for each in sources)
        or len(set(sources)) != len(sources)
        or headings != tuple(dict.fromkeys(headings))
        or (headings and not spec.spread)
    ):
        raise ActionError("保存的内容与表式不符，请刷新页面后重试。")
    return table, stamp
