"""A table as one page prints it, by its lines or without any."""

from dataclasses import dataclass

from disclosures.documents.grids.grid import Place
from disclosures.documents.pdf.page import Box
from disclosures.tables.book import Where


@dataclass(frozen=True)
class PageTable:
    """One table of a page: where its columns and rows part, and its places."""

    page: int
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    places: tuple[Place, ...]
    is_ruled: bool = True

    @property
    def box(self) -> Box:
        """The outline."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def row(self, number: int) -> tuple[str, ...]:
        """The texts of a row, left to right."""
        found = sorted((p for p in self.places if p.row == number), key=lambda p: p.column)
        return tuple(place.text for place in found)


def where_on(page: int, turn: int, box: Box) -> Where:
    """The place of a box on a page, in points from its top left as it reads."""
    found: Where = {"page": page, "box": [round(each, 1) for each in box]}
    return found | {"turn": turn} if turn else found
