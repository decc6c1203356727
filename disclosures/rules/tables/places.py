"""Where an amount stands in a disclosure's tables, so that agreements can be declared in a line.

Rows taken from the narrative are passed over everywhere here: the narrative agrees with itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from disclosures.classification.figures import figure_of
from disclosures.classification.money import Unit
from disclosures.rules.amount import Amount, summed
from disclosures.rules.subject import Subject
from disclosures.rules.tables.grid import Grid
from disclosures.tables.basis import own_amounts
from disclosures.tables.book import Book, Origin, Row, RowKind
from disclosures.tables.identity import TreeSum
from disclosures.tables.lines import Line
from disclosures.tables.registry import table


class Place(Protocol):
    """A number that the disclosure prints, or that follows from what it prints."""

    def find(self, subject: Subject) -> Amount | None:
        """The amount, or None when there is no such figure."""

    @property
    def label(self) -> str:
        """How a message names it."""


@dataclass(frozen=True)
class Stated:
    """A figure of the narrative."""

    key: str

    def find(self, subject: Subject) -> Amount | None:
        """The stated amount."""
        found = subject.amount(self.key)
        return replace(found, label=self.label) if found else None

    @property
    def label(self) -> str:
        """Its official label, said to be the narrative's."""
        return f"编制说明的{figure_of(self.key).label}"


@dataclass(frozen=True)
class BalanceLine:
    """One line of a two-sided table, by its meaning."""

    table: str
    line: Line

    def find(self, subject: Subject) -> Amount | None:
        """The amount of the line."""
        grid = attached(subject.book, self.table)
        rows = own_rows(grid) if grid else []
        row = next((each for each in rows if each.value("line") == self.line), None)
        found = grid.amount(row, "amount") if grid and row else None
        return replace(found, label=self.label) if found else None

    @property
    def label(self) -> str:
        """The table's title and the line's official name."""
        return f"{table(self.table).title}的{self.line.label}"


@dataclass(frozen=True)
class Total:
    """A column's total: the 合计 row, or the sum of the detail rows where none is printed.

    Rows that nothing tells apart are not added up: they may be years, or a unit and its parts.
    """

    table: str
    column: str

    def find(self, subject: Subject) -> Amount | None:
        """The total of the column."""
        grid = attached(subject.book, self.table)
        if grid is None:
            return None
        printed = [row for row in own_rows(grid) if row.kind is RowKind.TOTAL]
        if printed:
            found = grid.amount(printed[0], self.column)
            return replace(found, label=self.label) if found else None
        rows = details(grid)
        if len(rows) > 1 and (not grid.spec.key or is_without_codes(grid)):
            return None
        cells = grid.down(rows, self.column)
        return added_up(self.label, cells) if cells else None

    @property
    def label(self) -> str:
        """The table's title and the column's label."""
        spec = table(self.table)
        return f"{spec.title}的{spec.label(self.column)}"


@dataclass(frozen=True)
class FirstOf:
    """The same figure in whichever of several tables a place prints it."""

    parts: tuple[Place, ...]

    def find(self, subject: Subject) -> Amount | None:
        """The first that is there."""
        found = (part.find(subject) for part in self.parts)
        return next((each for each in found if each is not None), None)

    @property
    def label(self) -> str:
        """The first one's label."""
        return self.parts[0].label


@dataclass(frozen=True)
class Plus:
    """Several places together; found when all of them are."""

    parts: tuple[Place, ...]

    def find(self, subject: Subject) -> Amount | None:
        """Their sum."""
        found = [part.find(subject) for part in self.parts]
        known = [each for each in found if each is not None]
        return added_up(self.label, known) if len(known) == len(found) else None

    @property
    def label(self) -> str:
        """The parts' labels."""
        return "加".join(part.label for part in self.parts)


@dataclass(frozen=True)
class Economic:
    """What tables of detail spend under 部门经济 codes that begin with any of `codes`."""

    tables: tuple[str, ...]
    columns: tuple[str, ...]
    codes: tuple[str, ...]

    def find(self, subject: Subject) -> Amount | None:
        """The sum, or None when one of the tables is not attached or lacks the columns."""
        grids = [attached(subject.book, name) for name in self.tables]
        known = [
            grid
            for grid in grids
            if grid is not None and prints(grid, self.columns) and prints(grid, ("economic_code",))
        ]
        if len(known) < len(grids):
            return None
        return added_up(self.label, (cell for grid in known for cell in self._cells(grid)))

    def _cells(self, grid: Grid) -> Iterator[Amount]:
        for row in details(grid):
            if str(row.value("economic_code") or "").startswith(self.codes):
                yield from grid.across(row, self.columns)

    @property
    def label(self) -> str:
        """The tables' titles and the codes."""
        titles = "与".join(table(name).title for name in self.tables)
        return f"{titles}经济科目{'、'.join(self.codes)}之和"


def attached(book: Book, name: str) -> Grid | None:
    """A table with rows of its own (not taken from the narrative), or None."""
    sheet = book.sheet(name)
    if sheet is None or not any(row.origin is not Origin.NARRATIVE for row in sheet.rows):
        return None
    return Grid(sheet)


def prints(grid: Grid, columns: Iterable[str]) -> bool:
    """Whether the table prints one of these columns, be its cells blank."""
    return any(column in row.cells for row in own_rows(grid) for column in columns)


def own_rows(grid: Grid) -> list[Row]:
    """The rows that the table itself printed, of the year and basis that it is about."""
    rows = [row for row in grid.sheet.rows if row.origin is not Origin.NARRATIVE]
    return own_amounts(rows) if grid.has("basis") else rows


def is_without_codes(grid: Grid) -> bool:
    """Whether a table that is by codes prints none here: its rows may be sums of each other."""
    codes = [column for column, _ in grid.spec.code_lists]
    return bool(codes) and not any(row.value(each) for row in own_rows(grid) for each in codes)


def details(grid: Grid) -> list[Row]:
    """The table's own rows that are neither totals nor subtotals, nor a code above another's."""
    rows = [row for row in own_rows(grid) if row.kind is RowKind.DETAIL]
    tree = next((each.code for each in grid.spec.identities if isinstance(each, TreeSum)), "")
    if not tree:
        return rows
    parents = {
        code[:length]
        for row in rows
        for code in (str(row.value(tree) or ""),)
        for length in range(1, len(code))
    }
    return [row for row in rows if str(row.value(tree) or "") not in parents]


def added_up(label: str, cells: Iterable[Amount]) -> Amount:
    """A sum as an amount of its own, as unsure as its cells are together.

    One cell alone stays that cell, so that a finding leads to it.
    """
    found = tuple(cells)
    if len(found) == 1:
        return replace(found[0], label=label)
    unit = next((each.unit for each in found if each.is_rounded), Unit.YUAN.value)
    where = found[0].where if found else None
    return Amount(label, summed(found), unit, where=where, parts=found)
