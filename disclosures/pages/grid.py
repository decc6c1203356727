"""Official tables for reading: header cells with spans, body cells with links and nothings."""

from dataclasses import dataclass
from decimal import Decimal

from disclosures.classification.money import Nothing
from disclosures.pages.addresses import address
from disclosures.pages.amounts import Show, shown
from disclosures.records.disclosure import Revision
from disclosures.tables.book import Origin, RowKind, Sheet
from disclosures.tables.kept import kept_layout
from disclosures.tables.layout import BodyCell, HeaderCell, layout
from disclosures.tables.registry import TABLES

LONG = 60


@dataclass(frozen=True)
class GridCell:
    """A body cell: its text, and why there is none; `url` is its permanent address."""

    text: str
    url: str = ""
    is_number: bool = False
    nothing: str = ""
    tag: str = ""

    @property
    def is_long(self) -> bool:
        """Whether the text wants a wide column."""
        return len(self.text) > LONG


@dataclass(frozen=True)
class Grid:
    """A table ready to print; without rows it says why. `kept` is the table as it was printed,

    `url` the page of this table alone.
    """

    sheet: Sheet
    header: tuple[tuple[HeaderCell, ...], ...]
    body: list[list[GridCell]]
    from_narrative: bool
    unit: str
    kept: tuple[tuple[HeaderCell, ...], ...] = ()
    url: str = ""


def grid(revision: Revision, sheet: Sheet, choice: Show, unit: str) -> Grid:
    """Lay out a sheet in the chosen unit."""
    kept = kept_layout(sheet.kept).header
    url = address(revision, "table", table=sheet.table)
    if sheet.is_unknown:
        return Grid(sheet, (), [], False, unit, kept, url)
    spec = TABLES[sheet.table]
    made = layout(spec, sheet)
    body = [
        [
            _cell(revision, sheet, cell, choice, is_first=not place)
            for place, cell in enumerate(line)
        ]
        for line in made.body
    ]
    is_told = any(row.origin == Origin.NARRATIVE for row in sheet.rows)
    return Grid(sheet, made.header, body, is_told, unit, kept, url)


def _cell(
    revision: Revision, sheet: Sheet, body: BodyCell, choice: Show, *, is_first: bool
) -> GridCell:
    cell = body.cell
    is_total = body.row is not None and body.row.kind == RowKind.TOTAL
    if cell is None and is_first and is_total:
        return GridCell("", nothing="没有印出", tag=RowKind.TOTAL.label)
    if cell is None or body.position is None:
        return GridCell("", nothing="没有印出")
    if cell.nothing is Nothing.BLANK:
        return GridCell("", nothing="空白")
    if cell.nothing is Nothing.NOT_APPLICABLE:
        return GridCell(cell.printed, nothing="不适用")
    money = isinstance(cell.value, Decimal) and TABLES[sheet.table].is_money(body.column)
    text = cell.printed
    if money and choice is not Show.PRINTED:
        text = shown(cell.value, choice)  # type: ignore[arg-type]
    url = address(revision, "cell", table=sheet.table, row=body.position, column=body.column)
    return GridCell(text, url, isinstance(cell.value, Decimal | int))
