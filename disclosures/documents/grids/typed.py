"""A table as an officer types it, in the form's own columns: read as any printed grid is.

What was not touched stays what it was, with its place in the source; what was typed says so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from disclosures.classification.money import Unit
from disclosures.documents.grids.grid import Grid, Place
from disclosures.documents.grids.problem import Problem
from disclosures.documents.grids.problem import Severity as Weight
from disclosures.documents.grids.sheet import Expected, read_sheet
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Cell, Origin, Row, RowKind, Sheet
from disclosures.tables.layout import (
    BodyCell,
    HeaderCell,
    headings_of,
    layout,
    printed_fields,
    spans,
)
from disclosures.tables.spec import TableSpec

OWN_WORDS = (TableState.FILLED, TableState.DECLARED_EMPTY)


@dataclass(frozen=True)
class TypedLine:
    """One line: the text of each printed column, and the line of the draft it was, if it was."""

    texts: tuple[str, ...]
    source: int | None = None


@dataclass(frozen=True)
class TypedTable:
    """A whole table as typed; `headings` are the columns of a spread, `statement` its 空表说明."""

    unit: Unit
    lines: tuple[TypedLine, ...]
    statement: str = ""
    headings: tuple[str, ...] = ()


@dataclass(frozen=True)
class TypedReading:
    """The sheet, and what could not be read; a problem's place is {"line", "column"}."""

    sheet: Sheet
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps the table from being stored."""
        return tuple(each for each in self.problems if each.severity is Weight.ERROR)


def lines_to_type(spec: TableSpec, sheet: Sheet) -> tuple[TypedLine, ...]:
    """A sheet as lines to type over; a total that is named nowhere is named in its first cell."""
    body = layout(spec, sheet).body
    return tuple(TypedLine(tuple(_texts(line)), number) for number, line in enumerate(body))


def statement_to_type(sheet: Sheet) -> str:
    """The sentence the document prints below the table; ours, that it was not attached, is none."""
    return sheet.statement if sheet.state in OWN_WORDS else ""


def typed_of(spec: TableSpec, sheet: Sheet, unit: Unit) -> TypedTable:
    """A sheet as it would be typed; `unit` where it prints none."""
    return TypedTable(
        Unit(sheet.unit) if sheet.unit else unit,
        lines_to_type(spec, sheet),
        statement_to_type(sheet),
        tuple(headings_of(spec, sheet.rows)),
    )


def read_typed(
    spec: TableSpec, before: Sheet, typed: TypedTable, year: int | None = None
) -> TypedReading:
    """The sheet that typed lines say, in the place of `before`."""
    grid = _grid(spec, before, typed)
    expected = Expected(spec, before.title, before.position, typed.unit, year)
    reading = read_sheet(grid, expected)
    kept = _Kept(spec, before, typed)
    rows = tuple(kept.row(each) for each in reading.sheet.rows)
    problems = tuple(each for each in reading.problems if not kept.knows(each))
    sheet = replace(reading.sheet, rows=rows, where=before.where, title=before.title)
    if rows and all(each.origin is Origin.NARRATIVE for each in rows):
        sheet = replace(sheet, state=TableState.FROM_NARRATIVE, statement=before.statement)
    if not rows and not typed.statement.strip():
        problems = (*problems, _says_nothing(before))
    return TypedReading(sheet, problems)


def _says_nothing(before: Sheet) -> Problem:
    return Problem(
        f"“{before.title}”没有填写。如确无内容，请写明空表说明，例如“本部门无此项内容”。"
    )


def _texts(line: Sequence[BodyCell]) -> Iterator[str]:
    texts = [each.cell.printed if each.cell else "" for each in line]
    row = line[0].row
    named = (each.cell.value for each in line if each.cell and isinstance(each.cell.value, str))
    if row and row.kind is RowKind.TOTAL and not any(named) and not texts[0].strip():
        texts[0] = RowKind.TOTAL.label
    return iter(texts)


def _grid(spec: TableSpec, before: Sheet, typed: TypedTable) -> Grid:
    optional = printed_fields(before.rows)
    header = layout(spec, None, typed.headings, optional).header
    top = len(header)
    places = [*_header(header)]
    for number, line in enumerate(typed.lines):
        places += [
            Place(text.strip(), top + number, column, where={"line": number, "column": column})
            for column, text in enumerate(line.texts)
            if text.strip()
        ]
    return Grid(
        places=tuple(places),
        height=top + len(typed.lines),
        width=sum(each.colspan for each in header[0]),
        lines=(f"单位：{typed.unit}",),
        notes=(typed.statement.strip(),) if typed.statement.strip() else (),
    )


def _header(header: Sequence[Sequence[HeaderCell]]) -> Iterator[Place]:
    for (top, left, down, right), cell in spans(header):
        yield Place(cell.text, top, left, down - top + 1, right - left + 1)


class _Kept:
    """What of the earlier sheet stands unchanged in the typed lines."""

    def __init__(self, spec: TableSpec, before: Sheet, typed: TypedTable) -> None:
        same_unit = not before.unit or before.unit == typed.unit
        same_columns = tuple(headings_of(spec, before.rows)) == typed.headings
        self.body = layout(spec, before).body if same_unit and same_columns else ()
        self.typed = typed
        self.texts = [tuple(_texts(line)) for line in self.body]

    def row(self, read: Row) -> Row:
        """The earlier row where all of it is as it was, else what was typed."""
        number = (read.where or {}).get("line")
        if number is None:
            return _as_typed(read, None)
        earlier = self._earlier(number, str(read.value("side") or ""))
        if earlier is not None and self._is_same(number, earlier):
            return earlier
        return _as_typed(read, earlier)

    def knows(self, problem: Problem) -> bool:
        """Whether a problem is about a cell that nobody touched."""
        number, column = (problem.where.get(key) for key in ("line", "column"))
        source = self._source(number)
        if source is None or column is None or number is None:
            return False
        texts = self.typed.lines[number].texts
        return texts[column].strip() == self.texts[source][column].strip()

    def _source(self, number: int | None) -> int | None:
        source = self.typed.lines[number].source if number is not None else None
        return source if source is not None and source < len(self.body) else None

    def _earlier(self, number: int, side: str) -> Row | None:
        source = self._source(number)
        if source is None:
            return None
        rows = (each.row for each in self.body[source] if each.row is not None)
        return next((each for each in rows if str(each.value("side") or "") == side), None)

    def _is_same(self, number: int, earlier: Row) -> bool:
        source = self._source(number)
        assert source is not None
        now = self.typed.lines[number].texts
        mine = [at for at, each in enumerate(self.body[source]) if each.row is earlier]
        return all(now[at].strip() == self.texts[source][at].strip() for at in mine)


def _as_typed(read: Row, earlier: Row | None) -> Row:
    """A typed row; a cell that prints what it printed stays what it was read as."""
    old = earlier.cells if earlier else {}
    cells = {name: _placed(cell, old.get(name)) for name, cell in read.cells.items()}
    children = tuple(_as_typed(each, None) for each in read.children)
    return replace(read, cells=cells, origin=Origin.TYPED, where=None, children=children)


def _placed(cell: Cell, old: Cell | None) -> Cell:
    return old if old and old.printed.strip() == cell.printed.strip() else replace(cell, where=None)
