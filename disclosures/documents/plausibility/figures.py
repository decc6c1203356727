"""Every place where a document prints a headline figure, with how finely it is printed there."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from disclosures.classification.figures import HEADLINE, figure_of
from disclosures.classification.money import Unit, halfwidth
from disclosures.documents.headline import IN_TABLES, Place
from disclosures.documents.narrative.wording import OTHER_UNIT, OTHER_UNITS
from disclosures.records.narrative import Narrative, Statement
from disclosures.tables.book import Book, Where


@dataclass(frozen=True)
class Told:
    """A headline figure at one place: 元, the text there, and the smallest amount it can tell.

    `title` is the table's, or "" for the narrative.
    """

    key: str
    yuan: Decimal
    printed: str
    step: Decimal
    where: Where
    title: str = ""

    @property
    def label(self) -> str:
        """The figure's official name."""
        return figure_of(self.key).label


def figures_of(narrative: Narrative, book: Book) -> dict[str, Told]:
    """Each headline figure by its key: as the narrative states it, else as a table does."""
    found = {key: _stated(narrative, key) for key in HEADLINE.values()}
    for name, key in HEADLINE.items():
        found[key] = found[key] or next(in_tables(name, key, book), None)
    return {key: told for key, told in found.items() if told is not None}


def in_tables(name: str, key: str, book: Book) -> Iterator[Told]:
    """The headline figure as each table prints it that does."""
    for printed in IN_TABLES.get(name, ()):
        place = printed.place(book)
        if place is not None:
            yield _printed(key, place)


def _stated(narrative: Narrative, key: str) -> Told | None:
    stated = narrative.statement(key)
    if stated is None or stated.yuan is None:
        return None
    where = {"start": stated.start, "end": stated.end}
    return Told(key, stated.yuan, stated.printed, _step_of(stated), where)


def _step_of(stated: Statement) -> Decimal:
    """The last printed place; of 1.25亿元 it is a million."""
    unit = Unit(stated.unit)
    other = OTHER_UNIT.search(stated.printed)
    told = step(stated.printed, Unit.WAN_YUAN if other else unit)
    return told.scaleb(OTHER_UNITS[other.group()]) if other else told


def _printed(key: str, place: Place) -> Told:
    row = place.sheet.rows[place.row]
    unit = Unit(place.sheet.unit or Unit.WAN_YUAN)
    where = row.cells[place.column].where or row.where or place.sheet.where
    amount = step(place.printed, unit)
    return Told(key, place.yuan, place.printed, amount, where, place.sheet.title)


def step(printed: str, unit: Unit) -> Decimal:
    """The last printed place of an amount in 元: 12.5万元 is told to 1,000 元."""
    _, _, decimals = halfwidth(printed).partition(".")
    places = len(decimals) - len(decimals.lstrip("0123456789"))
    return unit.yuan.scaleb(-places)
