"""Rows that were taken from a text keep their place in it when other words of it change."""

from collections.abc import Sequence
from dataclasses import replace

from disclosures.tables.book import Cell, Origin, Row, Sheet, Where

Edit = tuple[int, int, int]  # start and end of what was replaced, and how long what replaces it is


def edit_between(before: str, after: str, offset: int = 0) -> Edit:
    """The one replaced span by which two texts differ; `before` begins at `offset`."""
    shortest = min(len(before), len(after))
    start = 0
    while start < shortest and before[start] == after[start]:
        start += 1
    end = 0
    while end < shortest - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return offset + start, offset + len(before) - end, len(after) - start - end


def shifted(sheet: Sheet, edits: Sequence[Edit]) -> Sheet:
    """A sheet with its places moved; a row whose words were replaced stands for itself now."""
    return replace(
        sheet,
        rows=tuple(_row(each, edits) for each in sheet.rows),
        where=_moved(sheet.where, edits) or {},
    )


def _row(row: Row, edits: Sequence[Edit]) -> Row:
    cells = {name: _cell(cell, edits) for name, cell in row.cells.items()}
    is_touched = any(
        cell.where is not None and cells[name].where is None for name, cell in row.cells.items()
    )
    origin = Origin.TYPED if is_touched and row.origin is Origin.NARRATIVE else row.origin
    children = tuple(_row(each, edits) for each in row.children)
    where = _moved(row.where, edits)
    return replace(row, cells=cells, origin=origin, where=where, children=children)


def _cell(cell: Cell, edits: Sequence[Edit]) -> Cell:
    return replace(cell, where=_moved(cell.where, edits))


def _moved(where: Where | None, edits: Sequence[Edit]) -> Where | None:
    """A place of the old text in the new one; None where its words were replaced."""
    if where is None or "start" not in where:
        return where
    start, end, by = where["start"], where["end"], 0
    for first, last, length in edits:
        if last <= start:
            by += length - (last - first)
        elif first < end:
            return None
    return where | {"start": start + by, "end": end + by}
