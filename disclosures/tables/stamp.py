"""The state of sheets as one short text: whoever saves upon an older state is told."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from disclosures.tables.book import Row, Sheet


def stamp_of(sheets: Iterable[Sheet], *further: str) -> str:
    """SHA-256 of all that the sheets say, and of further words."""
    said = [
        [each.table, each.state, each.unit, each.statement, [_row(row) for row in each.rows]]
        for each in sheets
    ]
    text = json.dumps([said, *further], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _row(row: Row) -> list[Any]:
    cells = {name: [str(cell.value), cell.printed] for name, cell in sorted(row.cells.items())}
    return [str(row.kind), cells, [_row(each) for each in row.children]]
