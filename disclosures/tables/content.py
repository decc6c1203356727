"""All that a revision publishes, in one canonical form: what the ledger hashes.

Whatever the reader sees is in it (text, figures, tables, doubts), and nothing that is ours alone
(row numbers, times of work).
"""

from typing import Any

from disclosures.records.chain import canonical
from disclosures.records.disclosure import Revision
from disclosures.tables.book import Row, Sheet
from disclosures.tables.stored import book_of

FORMAT = 1  # raised when the form of the content changes


def name_of(revision: Revision) -> str:
    """The public name of a revision: region.department.year.kind.rN."""
    disclosure = revision.disclosure
    department = disclosure.department
    place = f"{department.region.slug}.{department.slug}"
    return f"{place}.{disclosure.fiscal_year_id}.{disclosure.kind}.r{revision.number}"


def content_of(revision: Revision) -> bytes:
    """The canonical bytes of a revision."""
    return canonical(
        {
            "format": FORMAT,
            "revision": name_of(revision),
            "department": revision.disclosure.department.name,
            "form": revision.form,
            "printed_unit": revision.printed_unit,
            "index": [revision.index_start, revision.index_end],
            "printed_date": revision.printed_date and revision.printed_date.isoformat(),
            "reason": revision.reason,
            "source_sha256": revision.upload.sha256 if revision.upload else None,
            "text": revision.text,
            "sections": list(
                revision.narrativesection_set.order_by("number", "start").values_list(
                    "number", "heading", "start", "end"
                )
            ),
            "figures": [
                [each.key, _text(each.value), each.unit, each.words, each.printed, each.start]
                for each in revision.quotedfigure_set.order_by("position")
            ],
            "doubts": [
                [each.message, each.printed, each.where, *(["settled"] if each.settled_at else [])]
                for each in revision.doubt_set.order_by("position")
            ],
            "tables": [_sheet(each) for each in book_of(revision)],
        }
        | _explained(revision)
    )


def _explained(revision: Revision) -> dict[str, Any]:
    """The stated reasons of warnings; a revision without any is as it was before there were."""
    told = list(
        revision.explanation_set.order_by("rule", "pk").values_list("rule", "message", "reason")
    )
    return {"explanations": told} if told else {}


def _sheet(sheet: Sheet) -> dict[str, Any]:
    """A sheet; one without kept cells is as it was before there were any."""
    kept = [[c.text, c.row, c.column, c.rows, c.columns] for c in sheet.kept]
    return {
        "table": sheet.table,
        "title": sheet.title,
        "state": sheet.state,
        "unit": sheet.unit,
        "statement": sheet.statement,
        "rows": [_row(row) for row in sheet.rows],
    } | ({"cells": kept} if kept else {})


def _row(row: Row) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "origin": row.origin,
        "cells": {name: [_text(cell.value), cell.printed] for name, cell in row.cells.items()},
        "children": [_row(each) for each in row.children],
    }


def _text(value: object) -> str | None:
    return None if value is None else str(value)
