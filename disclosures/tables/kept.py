"""A table that no form knows, kept as it was printed: texts in their places, and nothing more.

Nothing is read into it: no column has a name, no amount a unit, so none enters a sum or a search.
"""

from collections.abc import Iterable
from typing import Any

from disclosures.tables.book import KeptCell
from disclosures.tables.layout import HeaderCell, Layout


def kept_layout(cells: Iterable[KeptCell]) -> Layout:
    """The cells with their spans, row by row; which of them is a header nobody knows."""
    lines: dict[int, list[KeptCell]] = {}
    for each in sorted(cells, key=lambda cell: (cell.row, cell.column)):
        lines.setdefault(each.row, []).append(each)
    if not lines:
        return Layout((), ())
    width = max(each.column + each.columns for line in lines.values() for each in line)
    taken: set[tuple[int, int]] = set()
    rows = range(max(each.row + each.rows for line in lines.values() for each in line))
    return Layout(tuple(_line(lines.get(row, []), row, width, taken) for row in rows), ())


def _line(
    line: list[KeptCell], row: int, width: int, taken: set[tuple[int, int]]
) -> tuple[HeaderCell, ...]:
    """One row, with blanks where nothing was printed and no cell from above reaches."""
    begins = {each.column: each for each in line}
    made = []
    for column in range(width):
        if (row, column) in taken:
            continue
        cell = begins.get(column, KeptCell("", row, column))
        over = {
            (row + down, column + right)
            for down in range(cell.rows)
            for right in range(cell.columns)
        }
        made.append(HeaderCell(cell.text, cell.columns, cell.rows))
        taken |= over
    return tuple(made)


def to_stored(cells: Iterable[KeptCell]) -> list[list[Any]]:
    """The cells as they are stored: [text, row, column, rows, columns, where] each."""
    return [[c.text, c.row, c.column, c.rows, c.columns, c.where] for c in cells]


def from_stored(stored: Iterable[list[Any]]) -> tuple[KeptCell, ...]:
    """The cells that `to_stored` made."""
    return tuple(KeptCell(*each) for each in stored)
