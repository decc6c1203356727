"""A place of a PDF on the picture of its page."""

from collections.abc import Callable
from dataclasses import dataclass

from disclosures.exports.page_images import page_size
from disclosures.records.upload import Upload
from disclosures.tables.book import Where

EDGE = 1.5  # points that the mark stands off the text


@dataclass(frozen=True)
class PagePlace:
    """A page picture's address and size, and the box to be marked, all in points."""

    number: int
    url: str
    width: float
    height: float
    x: float
    y: float
    box_width: float
    box_height: float

    @property
    def is_small(self) -> bool:
        """Whether the box is a cell of a page wider than high, and wants to be seen larger."""
        return self.width > self.height and 2 * self.box_width < self.width


def page_place(
    upload: Upload | None, where: Where, address: Callable[[int], str]
) -> PagePlace | None:
    """Where a place stands; `address` gives the picture of a page. None when that is no PDF's."""
    if "box" not in where or upload is None:
        return None
    number, turn = int(where["page"]), int(where.get("turn", 0))
    size = page_size(upload, number, turn)
    if size is None:
        return None
    x0, top, x1, bottom = where["box"]
    url = address(number)
    return PagePlace(
        number=number,
        url=f"{url}?turn={turn}" if turn else url,
        width=size.width,
        height=size.height,
        x=x0 - EDGE,
        y=top - EDGE,
        box_width=x1 - x0 + 2 * EDGE,
        box_height=bottom - top + 2 * EDGE,
    )
