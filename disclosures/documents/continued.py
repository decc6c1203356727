"""A list of amounts that goes on over a page in a frame of another width.

The reader of a page joins tables whose columns are alike. Where one page's frame has a margin that
the next page's has not, they are not, though every column stands at the very same place: then the
rows below belong to the table above. Only lists of amounts are joined, and only where the first row
of the page is whole: a sentence that a page broke in two is two texts, and no row.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from disclosures.documents.forms.meaning import is_title
from disclosures.documents.grids.grid import Grid, Place

NEAR = 2.0  # points by which the edges of one column may differ from page to page
HEADS = 10  # rows of a grid that may be repeated on its next page
FEWEST = 3  # columns that must stand at the same place
AMOUNT = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d+")


@dataclass(frozen=True)
class _Edges:
    """Where the columns of a grid begin and end on the page, from its cells of one column."""

    columns: dict[int, tuple[float, float]]

    def beginning_at(self, x: float) -> int | None:
        """The column that begins there, or None."""
        return next((c for c, (left, _) in self.columns.items() if abs(left - x) <= NEAR), None)

    def ending_at(self, x: float) -> int | None:
        """The column that ends there, or None."""
        return next((c for c, (_, right) in self.columns.items() if abs(right - x) <= NEAR), None)


def joined_over_pages(grids: Sequence[Grid]) -> tuple[Grid, ...]:
    """The grids, each with those of the next pages that go on with it."""
    made: list[Grid] = []
    for grid in grids:
        whole = _joined(made[-1], grid) if made else None
        if whole is None:
            made.append(grid)
        else:
            made[-1] = whole
    return tuple(made)


def _joined(above: Grid, below: Grid) -> Grid | None:
    """Both as one; None where the second is a table of its own, or it cannot be told."""
    pages = [place.where["page"] for place in above.places if place.where and "page" in place.where]
    if not pages or below.where.get("page") != max(pages) + 1 or any(map(is_title, below.lines)):
        return None
    skipped = _repeated(above, below)
    if any(is_title(text) for row in range(skipped) for text in _texts(below, row)):
        return None  # the same table of another unit
    first = [place for place in below.row(skipped) if place.text]
    if not any(AMOUNT.fullmatch(place.text) for place in first) or not _is_of_amounts(above):
        return None
    placed = [*_placed(_edges(above), below, skipped, above.height)]
    if None in placed or len({each.column for each in placed if each}) < FEWEST:
        return None
    rows = tuple(each for each in placed if each)
    height = above.height + below.height - skipped
    return replace(
        above, places=above.places + rows, height=height, notes=above.notes + below.notes
    )


def _is_of_amounts(grid: Grid) -> bool:
    """Whether the last row is one of amounts, as those below would be."""
    return any(AMOUNT.fullmatch(place.text) for place in grid.row(grid.height - 1))


def _repeated(above: Grid, below: Grid) -> int:
    """How many rows at the top of a page are the head of the page before."""
    heads = [_texts(above, row) for row in range(min(HEADS, above.height))]
    if not below.height or _texts(below, 0) not in heads:
        return 0
    at, count = heads.index(_texts(below, 0)), 0
    while count < below.height and at + count < len(heads):
        if _texts(below, count) != heads[at + count]:
            break
        count += 1
    return count


def _texts(grid: Grid, row: int) -> tuple[str, ...]:
    return tuple(place.text for place in grid.row(row) if place.text)


def _edges(grid: Grid) -> _Edges:
    columns: dict[int, tuple[float, float]] = {}
    for place in grid.places:
        if place.columns == 1 and place.where and "box" in place.where:
            left, _, right, _ = place.where["box"]
            columns[place.column] = (left, right)
    return _Edges(columns)


def _placed(edges: _Edges, below: Grid, skipped: int, down: int) -> Iterator[Place | None]:
    """Each cell below the repeated head in the columns above; None for one that fits none."""
    for place in below.places:
        if place.row < skipped or not place.text:
            continue
        left, _, right, _ = (place.where or {}).get("box", (-1.0, 0, -1.0, 0))
        first, last = edges.beginning_at(left), edges.ending_at(right)
        if first is None or last is None:
            yield None
        else:
            row = place.row - skipped + down
            yield replace(place, row=row, column=first, columns=last - first + 1)
