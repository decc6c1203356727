"""Every place where a document prints a headline figure, with how finely it is printed there."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from disclosures.classification.figures import HEADLINE, figure_of
from disclosures.classification.money import Unit, last_place
from disclosures.documents.headline import IN_TABLES, Place
from disclosures.records.narrative import Narrative
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
        if place is not None and place.yuan is not None:
            yield _printed(key, place, place.yuan)


def _stated(narrative: Narrative, key: str) -> Told | None:
    stated = narrative.statement(key)
    if stated is None or stated.yuan is None:
        return None
    where = {"start": stated.start, "end": stated.end}
    step = last_place(stated.printed, Unit(stated.unit))
    return Told(key, stated.yuan, stated.printed, step, where)


def _printed(key: str, place: Place, yuan: Decimal) -> Told:
    row = place.sheet.rows[place.row]
    unit = Unit(place.sheet.unit or Unit.WAN_YUAN)
    where = row.cells[place.column].where or row.where or place.sheet.where
    amount = last_place(place.printed, unit)
    return Told(key, yuan, place.printed, amount, where, place.sheet.title)
