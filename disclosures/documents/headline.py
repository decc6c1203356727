"""The headline figures of a disclosure: as its narrative states them, else as its tables do.

Nothing is summed up here: a figure that neither states is not disclosed, unless the cell that would
print it says 不适用, which is told as that.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from disclosures.classification.figures import HEADLINE
from disclosures.classification.money import Nothing
from disclosures.records.narrative import Narrative
from disclosures.tables.basis import own_amounts
from disclosures.tables.book import Book, Origin, Row, RowKind, Sheet
from disclosures.tables.lines import Line

ALL, FISCAL, SUMMARY, THREE = (
    "financial-balance",
    "fiscal-balance",
    "expenditure-summary",
    "three-public",
)


@dataclass(frozen=True)
class Place:
    """An amount in 元, as printed, in a cell of a sheet: row by number, column by name.

    None where the cell prints that it is not applicable.
    """

    yuan: Decimal | None
    printed: str
    sheet: Sheet
    row: int
    column: str


@dataclass(frozen=True)
class Printed:
    """A column of a table's total row, or of one line of a balance."""

    table: str
    column: str
    line: Line | None = None

    def place(self, book: Book) -> Place | None:
        """The cell that prints the amount, else one that says 不适用; None where neither is."""
        sheet = book.sheet(self.table)
        return _told(self._places(sheet)) if sheet else None

    def _places(self, sheet: Sheet) -> Iterator[Place]:
        for at, row in enumerate(sheet.rows):
            cell, amount = row.cells.get(self.column), row.money(self.column)
            is_told = cell is not None and (
                amount is not None or cell.nothing is Nothing.NOT_APPLICABLE
            )
            if cell is not None and is_told and self._is_wanted(row, sheet.rows):
                yield Place(amount, cell.printed, sheet, at, self.column)

    def _is_wanted(self, row: Row, rows: Sequence[Row]) -> bool:
        if row.origin is Origin.NARRATIVE:
            return False
        if self.line is not None:
            return row.value("line") == self.line
        own = own_amounts(rows) if self.table == THREE else rows
        return row in own and (len(own) == 1 or row.kind is RowKind.TOTAL)


def _line(table: str, line: Line) -> Printed:
    return Printed(table, "amount", line)


IN_TABLES: dict[str, tuple[Printed, ...]] = {
    "total_income": (_line(ALL, Line.INCOME_TOTAL), Printed("department-income", "total")),
    "total_expenditure": (_line(ALL, Line.EXPENDITURE_TOTAL), Printed(SUMMARY, "total")),
    "basic": (Printed(SUMMARY, "basic"),),
    "project": (Printed(SUMMARY, "project"),),
    "fiscal_total": (_line(FISCAL, Line.INCOME_TOTAL),),
    "general_budget": (_line(FISCAL, Line.GENERAL_BUDGET), _line(ALL, Line.GENERAL_BUDGET)),
    "government_fund": (_line(FISCAL, Line.GOVERNMENT_FUND), _line(ALL, Line.GOVERNMENT_FUND)),
    "state_capital": (_line(FISCAL, Line.STATE_CAPITAL), _line(ALL, Line.STATE_CAPITAL)),
    "three_public_total": (Printed(THREE, "total"),),
    "three_public_abroad": (Printed(THREE, "abroad"),),
    "three_public_reception": (Printed(THREE, "reception"),),
    "three_public_vehicles": (Printed(THREE, "vehicles"),),
    "three_public_vehicle_purchase": (Printed(THREE, "vehicle_purchase"),),
    "three_public_vehicle_running": (Printed(THREE, "vehicle_running"),),
    "procurement_total": (Printed("procurement", "total"),),
}


def headline_of(narrative: Narrative | None, book: Book) -> dict[str, Decimal | None]:
    """Each headline figure in 元; None: not disclosed."""
    return {name: _figure(name, key, narrative, book) for name, key in HEADLINE.items()}


def _figure(name: str, key: str, narrative: Narrative | None, book: Book) -> Decimal | None:
    stated = narrative.number(key) if narrative else None
    if stated is not None:
        return stated
    found = place_of(name, book)
    return found.yuan if found else None


def place_of(name: str, book: Book) -> Place | None:
    """The cell that prints a headline figure, or that it is not applicable, by its public name."""
    places = (each.place(book) for each in IN_TABLES.get(name, ()))
    return _told(each for each in places if each is not None)


def untold(narrative: Narrative | None, book: Book) -> dict[str, Place]:
    """Statement key to cell, for the headline figures that only a table prints."""
    keys = HEADLINE.values() if narrative else ()
    return beside([key for key in keys if narrative and narrative.number(key) is not None], book)


def beside(stated: Collection[str], book: Book) -> dict[str, Place]:
    """As `untold`, beside the figures that are stated, by their keys."""
    found = {key: place_of(name, book) for name, key in HEADLINE.items() if key not in stated}
    return {key: place for key, place in found.items() if place is not None}


def _told(places: Iterator[Place]) -> Place | None:
    """The first that tells an amount, else the first of all."""
    found = list(places)
    amounts = (each for each in found if each.yuan is not None)
    return next(amounts, found[0] if found else None)
