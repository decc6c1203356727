"""The cells of one sheet, gathered within bounds, as one grid."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from openpyxl.utils import get_column_letter

from disclosures.documents.grids.grid import Grid, Place
from disclosures.documents.grids.problem import Problem, Severity
from disclosures.documents.refusal import RefusedError
from disclosures.documents.workbook.archive import broken, too_large
from disclosures.documents.workbook.cells import Held, Kind, problem_of, text_of

MOST_SHEETS = 50
MOST_ROWS = 20_000  # with content
MOST_COLUMNS = 200  # with content
MOST_CELLS = 500_000  # with content
MOST_CHARACTERS = 20_000_000  # shown by the cells of a sheet together
MOST_MERGED = 20_000
LARGEST_COVERED = MOST_ROWS * MOST_COLUMNS
LAST_ROW, LAST_COLUMN = 1 << 20, 1 << 14  # of any sheet of any program
NAMED = 20  # hidden rows or columns that a note names


class Area(NamedTuple):
    """A merged range, from 0, its last row and column included."""

    top: int
    left: int
    bottom: int
    right: int


class Span(NamedTuple):
    """Rows or columns from one to another, both included, from 0."""

    first: int
    last: int


@dataclass
class Found:
    """What was found in a sheet. `add` and `merge` raise RefusedError beyond the bounds."""

    name: str
    is_hidden: bool = False
    has_formulas: bool = False
    cells: list[Held] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)
    hidden_rows: list[Span] = field(default_factory=list)
    hidden_columns: list[Span] = field(default_factory=list)
    _rows: set[int] = field(default_factory=set)
    _columns: set[int] = field(default_factory=set)
    _characters: int = 0

    def add(self, held: Held) -> None:
        """One cell, unless it shows nothing."""
        if not held.text.strip() and held.kind is not Kind.UNCALCULATED:
            return
        if not (0 <= held.row < LAST_ROW and 0 <= held.column < LAST_COLUMN):
            raise broken()
        self._characters += len(held.text)
        self._rows.add(held.row)
        self._columns.add(held.column)
        self.cells.append(held)
        if len(self._rows) > MOST_ROWS:
            raise self._beyond(MOST_ROWS, "行")
        if len(self._columns) > MOST_COLUMNS:
            raise self._beyond(MOST_COLUMNS, "列")
        if len(self.cells) > MOST_CELLS:
            raise self._beyond(MOST_CELLS, "格")
        if self._characters > MOST_CHARACTERS:
            raise self._beyond(MOST_CHARACTERS, "字")

    def _beyond(self, most: int, what: str) -> RefusedError:
        return too_large(f"的“{self.name}”有内容的{what}超过 {most} {what}")

    def merge(self, area: Area) -> None:
        """One merged range; a range of a single cell is none."""
        if area.top == area.bottom and area.left == area.right:
            return
        self.merged.append(area)
        if len(self.merged) > MOST_MERGED:
            raise too_large(f"的“{self.name}”有超过 {MOST_MERGED} 处合并单元格")


def check_sheets(count: int) -> None:
    """Raise RefusedError for a workbook of more sheets than any disclosure."""
    if count > MOST_SHEETS:
        raise too_large(f"有 {count} 张工作表，超过 {MOST_SHEETS} 张的上限")


def cell_name(row: int, column: int) -> str:
    """The name of a cell: B7."""
    return f"{get_column_letter(column + 1)}{row + 1}"


def grid_of(found: Found) -> tuple[Grid, tuple[Problem, ...]]:
    """The sheet as one grid, with what of it cannot be read as it stands.

    Rows and columns that show nothing are left out, so that a stray mark in row 1048576 makes no
    grid of a million rows; the places still name the cells of the file.
    """
    merged, covered = _covered(found)
    seen = sorted(each for each in found.cells if (each.row, each.column) not in covered)
    rows = sorted({each.row for each in seen})
    columns = sorted({each.column for each in seen})
    row_at = {row: number for number, row in enumerate(rows)}
    column_at = {column: number for number, column in enumerate(columns)}
    places = []
    problems = [*_notes(found, covered)]
    for held in seen:
        where = {"sheet": found.name, "cell": cell_name(held.row, held.column)}
        area = merged.get(
            (held.row, held.column), Area(held.row, held.column, held.row, held.column)
        )
        places.append(
            Place(
                text_of(held),
                row_at[held.row],
                column_at[held.column],
                _between(rows, area.top, area.bottom),
                _between(columns, area.left, area.right),
                where,
                held.shown,
            )
        )
        if problem := problem_of(held, where):
            problems.append(problem)
    grid = Grid(
        tuple(places), len(rows), len(columns), name=found.name, where={"sheet": found.name}
    )
    return grid, tuple(problems)


def _covered(found: Found) -> tuple[dict[tuple[int, int], Area], set[tuple[int, int]]]:
    """The merged ranges by their top left, and the cells with content that they hide."""
    rows = sorted({each.row for each in found.cells})
    columns = sorted({each.column for each in found.cells})
    held = {(each.row, each.column) for each in found.cells}
    merged = {}
    covered = set()
    looked_at = 0
    for area in found.merged:
        merged[area.top, area.left] = area
        below = rows[bisect_left(rows, area.top) : bisect_left(rows, area.bottom + 1)]
        across = columns[bisect_left(columns, area.left) : bisect_left(columns, area.right + 1)]
        looked_at += len(below) * len(across)
        if looked_at > LARGEST_COVERED:
            raise too_large(f"的“{found.name}”合并单元格互相重叠")
        covered |= {(row, column) for row in below for column in across if (row, column) in held}
    return merged, covered - merged.keys()


def _between(numbers: Sequence[int], first: int, last: int) -> int:
    return bisect_left(numbers, last + 1) - bisect_left(numbers, first)


def _notes(found: Found, covered: set[tuple[int, int]]) -> Iterator[Problem]:
    where = {"sheet": found.name}
    rows = {each.row for each in found.cells}
    columns = {each.column for each in found.cells}
    if found.is_hidden and found.cells:
        yield _note(f"工作表“{found.name}”是隐藏的，已照样读取。如不应公开，请删去。", where)
    if hidden := _inside(rows, found.hidden_rows):
        named = _named([str(row + 1) for row in hidden])
        yield _note(f"第 {named} 行是隐藏的，已照样读取。如不应公开，请删去。", where)
    if hidden := _inside(columns, found.hidden_columns):
        named = _named([get_column_letter(column + 1) for column in hidden])
        yield _note(f"第 {named} 列是隐藏的，已照样读取。如不应公开，请删去。", where)
    if covered:
        named = _named([cell_name(*each) for each in sorted(covered)])
        yield _note(f"合并单元格遮住了 {named} 的内容，未读。请取消合并后核对。", where)


def _note(message: str, where: dict[str, str]) -> Problem:
    return Problem(message, dict(where), severity=Severity.NOTE)


def _inside(numbers: set[int], spans: Sequence[Span]) -> list[int]:
    """The numbers that lie in a span."""
    ordered = sorted(numbers)
    return sorted(
        {
            number
            for first, last in spans
            for number in ordered[bisect_left(ordered, first) : bisect_left(ordered, last + 1)]
        }
    )


def _named(names: Sequence[str]) -> str:
    return "、".join(names[:NAMED]) + (f" 等 {len(names)} 处" if len(names) > NAMED else "")
