"""A save from the grid: what was sent, and what is answered."""

from typing import Any

import orjson
from django.http import HttpRequest, JsonResponse

from disclosures.classification.money import Unit
from disclosures.documents.grids.problem import Problem
from disclosures.documents.grids.typed import TypedLine, TypedTable, lines_to_type
from disclosures.publishing.refused import ActionError
from disclosures.publishing.rewriting import stale_in
from disclosures.publishing.typing_over import NewerSaveError, Saved, save_typed_table
from disclosures.records.disclosure import Revision
from disclosures.records.finding import Finding as StoredFinding
from disclosures.records.finding import Severity
from disclosures.rules.finding import Finding
from disclosures.staff.findings import by_gravity
from disclosures.staff.grid_state import state_of, sums_of
from disclosures.tables.book import Sheet
from disclosures.tables.comparison import TableChange
from disclosures.tables.layout import layout
from disclosures.tables.spec import TableSpec

LONGEST = 4 * 1024 * 1024  # bytes of a save: some ten thousand lines
MOST_LINES = 20_000


def saved(request: HttpRequest, revision: Revision, spec: TableSpec, sheet: Sheet) -> JsonResponse:
    """Store what was sent, or say why not; 409 with the difference when somebody was faster."""
    try:
        typed, stamp = _typed(request.body, spec, sheet)
        stored = save_typed_table(
            revision=revision, name=spec.name, typed=typed, stamp=stamp, by=request.user
        )
    except NewerSaveError as error:
        told = {"message": str(error), "change": _differences(error.change)}
        return JsonResponse(state_of(spec, error.sheet) | told, status=409)
    except ActionError as error:
        return JsonResponse({"message": str(error)}, status=400)
    return JsonResponse(_answer(spec, stored) | {"stale": len(stale_in(revision))})


def _answer(spec: TableSpec, saved: Saved) -> dict[str, Any]:
    return {
        "stored": saved.is_stored,
        "stamp": saved.stamp,
        "sources": [each.source for each in lines_to_type(spec, saved.sheet)],
        "sums": sums_of(spec, saved.sheet),
        "problems": [_problem(each) for each in saved.problems],
        "findings": [
            _finding(spec, saved.sheet, each)
            for each in sorted(saved.findings, key=by_gravity)
            if each.stands_out
        ],
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "message": problem.message,
        "severity": problem.severity,
        "line": problem.where.get("line"),
        "column": problem.where.get("column"),
    }


def findings_of(revision: Revision, spec: TableSpec, sheet: Sheet) -> list[dict[str, Any]]:
    """What the last check of a revision says, for a grid that was just opened."""
    return [
        _told_of(spec, sheet, each, [str(part.get("key", "")) for part in each.inputs])
        for each in sorted(revision.finding_set.order_by("position"), key=by_gravity)
        if each.stands_out
    ]


def _finding(spec: TableSpec, sheet: Sheet, finding: Finding) -> dict[str, Any]:
    return _told_of(spec, sheet, finding, [each.key for each in finding.inputs])


def _told_of(
    spec: TableSpec, sheet: Sheet, finding: Finding | StoredFinding, looked_at: list[str]
) -> dict[str, Any]:
    """A finding with the cells of this table that it looked at."""
    keys = [each.split("/") for each in looked_at if each.count("/") == 2]
    here = {(row, column) for table, row, column in keys if table == spec.name}
    severity = Severity(finding.severity)
    return {
        "rule": finding.rule,
        "severity": severity.value,
        "label": severity.label,
        "message": finding.message,
        "here": bool(here),
        "cells": [
            [number, at]
            for number, line in enumerate(layout(spec, sheet).body if here else ())
            for at, cell in enumerate(line)
            if (str(cell.position), cell.column) in here
        ],
    }


def _differences(change: TableChange | None) -> list[list[str]]:
    """What one's own save would do to the newer one: row, column, theirs, ours."""
    if change is None:
        return []
    return [
        [f"{row.deed} {row.name}", cell.label, _seen(cell.before), _seen(cell.after)]
        for row in change.lines
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
