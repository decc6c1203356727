"""Columns that were taken for amounts and hold another list's contents: none of them is taken.

Below the amounts of a form stand its indicators in the same columns. One word too many among a
column's numbers says that it is no column of amounts, whatever its head says.
"""

from collections.abc import Sequence
from dataclasses import replace

from disclosures.classification.money import nothing_of
from disclosures.documents.grids.problem import Problem
from disclosures.documents.grids.words import is_heading
from disclosures.tables.book import Cell, Row
from disclosures.tables.spec import TableSpec

FEWEST = 2  # texts that are no numbers
SHARE = 0.25  # of a column's entries


def without_strange_columns(
    spec: TableSpec, rows: Sequence[Row], problems: Sequence[Problem]
) -> tuple[tuple[Row, ...], list[Problem]]:
    """The rows without the amounts of such columns, and one problem for each instead of many."""
    rows, left = tuple(rows), list(problems)
    for name in spec.money:
        cells = [row.cells[name] for row in rows if name in row.cells]
        words = [each for each in cells if each.value is None and _says(each)]
        if not words or not _is_strange(cells, words):
            continue
        rows = tuple(_without(row, name) for row in rows)
        places = [each.where for each in words]
        left = [each for each in left if each.where not in places]
        left.append(_problem(spec.label(name), words[0]))
    return rows, left


def _says(cell: Cell) -> bool:
    return nothing_of(cell.printed) is None


def _is_strange(cells: Sequence[Cell], words: Sequence[Cell]) -> bool:
    """Whether a column's head stands in its midst again, or many of its entries are no numbers."""
    if any(is_heading(each.printed) for each in words):
        return True
    return len(words) >= FEWEST and len(words) >= SHARE * sum(map(_says, cells))


def _without(row: Row, name: str) -> Row:
    if name not in row.cells:
        return row
    return replace(row, cells={**row.cells, name: replace(row.cells[name], value=None)})


def _problem(label: str, word: Cell) -> Problem:
    return Problem(
        f"“{label}”一列里有“{word.printed}”等不是数的内容，像是另一张表的栏目，整列没有采用。"
        "请对照原页录入。",
        dict(word.where or {}),
        word.printed,
    )
