"""Which headline figures a doubt or a finding is about, by what it names and where it stands."""

from collections.abc import Iterable

from disclosures.classification.figures import HEADLINE
from disclosures.documents.headline import untold
from disclosures.publishing.reading import Reading
from disclosures.records.narrative import Statement
from disclosures.tables.book import Where


class Concerned:
    """The headline figures of one reading and the places they were read from."""

    def __init__(self, reading: Reading) -> None:
        narrative = reading.narrative
        self.stated = {key: narrative.statement(key) if narrative else None for key in NAMES}
        cells = untold(narrative, reading.book)
        self.cells = {
            key: place.sheet.rows[place.row].cells[place.column].where
            for key, place in cells.items()
        }

    def figures(self, keys: Iterable[str], *places: Where) -> list[str]:
        """The public names of the figures named by `keys` or read at one of the places."""
        named = set(keys)
        return [
            name
            for name, key in HEADLINE.items()
            if key in named or any(self._stands_at(key, place) for place in places)
        ]

    def _stands_at(self, key: str, place: Where) -> bool:
        stated = self.stated[key]
        if stated is not None:
            return _overlaps(stated, place)
        return bool(place) and self.cells.get(key) == place


NAMES = frozenset(HEADLINE.values())


def _overlaps(stated: Statement, place: Where) -> bool:
    start, end = place.get("start"), place.get("end")
    return start is not None and end is not None and start < stated.end and stated.start < end
