"""A table as its form prints it: header rows with spans, and the body below them.

For HTML and workbooks alike. Three layouts: one list; two lists side by side (`Half`); and columns
that are data, one a district (`Spread`).
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import NamedTuple

from disclosures.tables.book import Cell, Row, Sheet
from disclosures.tables.columns import Column, Group, Half, Header, Spread, leaves, shown
from disclosures.tables.spec import TableSpec

Area = tuple[int, int, int, int]  # top, left, bottom, right


@dataclass(frozen=True)
class HeaderCell:
    """One header cell. `column` is the field below it, empty over a group.

    `heading` is set under a spread: the printed text that tells its columns apart.
    """

    text: str
    colspan: int
    rowspan: int
    column: str = ""
    heading: str = ""


class BodyCell(NamedTuple):
    """One place in the body: what was printed there (None: nothing), and in which row of the sheet.

    `position` is the row's place in `Sheet.rows`; None where a shorter list has ended. `place` is
    the name of the cell within its row (see `cells_of`).
    """

    column: str
    position: int | None = None
    row: Row | None = None
    cell: Cell | None = None
    heading: str = ""
    child: str = ""

    @property
    def place(self) -> str:
        """The column, or for a cell under a spread the name that tells it from its neighbours."""
        return self.child or self.column


@dataclass(frozen=True)
class Layout:
    """Header and body of one table; every line has as many cells as the header has leaves."""

    header: tuple[tuple[HeaderCell, ...], ...]
    body: tuple[tuple[BodyCell, ...], ...]


def layout(
    spec: TableSpec,
    sheet: Sheet | None = None,
    headings: Sequence[str] | None = None,
    optional: Collection[str] | None = None,
) -> Layout:
    """How a table is printed; without a sheet, its header alone.

    `headings` are those of a spread and `optional` the optional columns to be shown, where they
    are not to be taken from the rows.
    """
    rows = sheet.rows if sheet else ()
    optional = printed_fields(rows) if optional is None else optional
    if spec.halves:
        return _two_lists(spec, rows, optional)
    headings = headings_of(spec, rows) if headings is None else headings
    parts = tuple(shown(spec.header, optional))
    header = _cells(spec, parts)
    if spec.spread and headings:
        header.append(_spread_header(spec.spread, headings))
    fields = [each.field for each in leaves(parts)]
    body = (_line(spec, fields, position, row, headings) for position, row in enumerate(rows))
    return Layout(_levels(header), tuple(body))


def spans(header: Sequence[Sequence[HeaderCell]]) -> Iterator[tuple[Area, HeaderCell]]:
    """Where each header cell stands: top, left, bottom and right, from 0."""
    taken: set[tuple[int, int]] = set()
    for depth, cells in enumerate(header):
        column = 0
        for cell in cells:
            while (depth, column) in taken:
                column += 1
            down, right = depth + cell.rowspan - 1, column + cell.colspan - 1
            taken |= {(r, c) for r in range(depth, down + 1) for c in range(column, right + 1)}
            yield (depth, column, down, right), cell


def printed_fields(rows: Iterable[Row]) -> frozenset[str]:
    """The fields that any of the rows prints."""
    return frozenset(name for row in rows for name in row.cells)


def header_paths(spec: TableSpec) -> dict[str, tuple[str, ...]]:
    """For each column, the printed header texts above it, from the widest down to its own."""
    return header_paths_of(spec, spec.header)


def header_paths_of(spec: TableSpec, header: Header) -> dict[str, tuple[str, ...]]:
    """As `header_paths`, for one header of the table such as that of a half."""
    return dict(_paths(spec, header, ()))


@dataclass(frozen=True)
class _Node:
    """A header cell with the ones below it."""

    cell: HeaderCell
    below: tuple["_Node", ...] = ()

    @property
    def depth(self) -> int:
        return 1 + max((each.depth for each in self.below), default=0)


def _cells(spec: TableSpec, header: Header) -> list[_Node]:
    return [_node(spec, part) for part in header]


def _node(spec: TableSpec, part: Column | Group) -> _Node:
    if isinstance(part, Column):
        return _Node(HeaderCell(spec.printed(part), 1, 1, part.field))
    below = tuple(_cells(spec, part.columns))
    return _Node(HeaderCell(part.printed, sum(each.cell.colspan for each in below), 1), below)


def _spread_header(spread: Spread, headings: Sequence[str]) -> _Node:
    below = tuple(_Node(HeaderCell(each, 1, 1, spread.amount, heading=each)) for each in headings)
    return _Node(HeaderCell(spread.printed, len(below), 1), below)


def _levels(nodes: Iterable[_Node]) -> tuple[tuple[HeaderCell, ...], ...]:
    """Header rows, top down: a cell without others below it reaches to the last row."""
    level = list(nodes)
    left = max((each.depth for each in level), default=0)
    rows = []
    while level:
        rows.append(
            tuple(each.cell if each.below else replace(each.cell, rowspan=left) for each in level)
        )
        level = [below for each in level for below in each.below]
        left -= 1
    return tuple(rows)


def _paths(
    spec: TableSpec, header: Header, above: tuple[str, ...]
) -> Iterable[tuple[str, tuple[str, ...]]]:
    for part in header:
        if isinstance(part, Group):
            yield from _paths(spec, part.columns, (*above, part.printed))
        else:
            yield part.field, (*above, spec.printed(part))


def _two_lists(spec: TableSpec, rows: Sequence[Row], optional: Collection[str]) -> Layout:
    halves = [replace(each, header=tuple(shown(each.header, optional))) for each in spec.halves]
    header = [node for half in halves for node in _cells(spec, half.header)]
    sides = [_side(half, rows) for half in halves]
    empty = [_blank(half) for half in halves]
    body = [
        tuple(
            cell
            for line, blank in zip(lines, empty, strict=True)
            for cell in (line if line is not None else blank)
        )
        for lines in zip_longest(*sides)
    ]
    return Layout(_levels(header), tuple(body))


def _side(half: Half, rows: Sequence[Row]) -> list[tuple[BodyCell, ...]]:
    columns = [each.field for each in leaves(half.header)]
    return [
        tuple(BodyCell(name, position, row, row.cells.get(name)) for name in columns)
        for position, row in enumerate(rows)
        if row.value("side") == half.side
    ]


def _blank(half: Half) -> tuple[BodyCell, ...]:
    return tuple(BodyCell(each.field) for each in leaves(half.header))


def headings_of(spec: TableSpec, rows: Iterable[Row]) -> list[str]:
    """The headings of a spread, in the order in which they were first printed."""
    if spec.spread is None:
        return []
    named = (str(each.value(spec.spread.heading)) for row in rows for each in row.children)
    return list(dict.fromkeys(named))


def _line(
    spec: TableSpec, fields: Iterable[str], position: int, row: Row, headings: Sequence[str]
) -> tuple[BodyCell, ...]:
    own = [BodyCell(each, position, row, row.cells.get(each)) for each in fields]
    if spec.spread is None:
        return tuple(own)
    amount, places, cells = spec.spread.amount, share_places(spec, row), cells_of(spec, row)
    return (
        *own,
        *(
            BodyCell(
                amount, position, row, cells[place][1] if place in cells else None, each, place
            )
            for each in headings
            for place in [places.get(each, "")]
        ),
    )


def share_places(spec: TableSpec, row: Row) -> dict[str, str]:
    """The name of a row's cell under each heading of its spread; nothing for other tables."""
    spread = spec.spread
    if spread is None:
        return {}
    headings = (str(each.value(spread.heading)) for each in row.children)
    return {each: spread.place(number) for number, each in enumerate(headings)}


def cells_of(spec: TableSpec, row: Row) -> dict[str, tuple[str, Cell]]:
    """A row's printed cells by name, those under a spread among them, each with its label."""
    found = {name: (spec.label(name), cell) for name, cell in row.cells.items()}
    if spec.spread is None:
        return found
    heading, amount = spec.spread.fields
    shares = {
        spec.spread.place(number): (f"{spec.label(amount)}：{each.value(heading)}", cell)
        for number, each in enumerate(row.children)
        if (cell := each.cells.get(amount)) is not None
    }
    return found | shares
