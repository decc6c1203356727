"""A list of amounts that goes on over a page in a frame of another width.

The reader of a page joins tables whose columns are alike. Where one page's frame has a margin that
the next page's has not, they are not, though every column stands at the very same place: then the
rows below belong to the table above. Only lists of amounts and of indicators are joined, and only
where the first row of the page is whole: a sentence that a page broke in two is two texts, and no
row.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from disclosures.documents.forms.meaning import is_title
from disclosures.documents.grids.cut_cells import whole_cells
from disclosures.documents.grids.grid import Grid, Place
from disclosures.documents.grids.repeated import repeats

NEAR = 2.0  # points by which the edges of one column may differ from page to page
HEADS = 10  # rows of a grid that may be repeated on its next page
FEWEST = 3  # columns that must stand at the same place
INDICATOR = re.compile(r"^(?:产出|效益|满意度|成本)指标$")
AMOUNT = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)")  # a bare number is none


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
    is_of_amounts = any(AMOUNT.fullmatch(place.text) for place in first) and _is_of_amounts(above)
    if not is_of_amounts and not _are_indicators(above, below, skipped):
        return None
    placed = [*_placed(_edges(above), below, skipped, above.height)]
    if None in placed or len({each.column for each in placed if each and each.text}) < FEWEST:
        return None
    upper, lower = whole_cells(above.places, [each for each in placed if each])
    rows = tuple(each for each in lower if each.text or each.is_cut_below)
    height = above.height + below.height - skipped
    above = replace(above, places=tuple(upper))
    places = above.places + rows if is_of_amounts else _with_cut_cells(above, rows)
    return replace(above, places=places, height=height, notes=above.notes + below.notes)


def _are_indicators(above: Grid, below: Grid, skipped: int) -> bool:
    """Whether indicators end the page and begin the next one, in the same column."""
    ends = [place for place in above.row(above.height - 1) if INDICATOR.search(place.text)]
    begins = [place for place in below.row(skipped) if INDICATOR.search(place.text)]
    edges = _edges(above)
    return bool(ends and begins) and all(
        edges.beginning_at(_left(place)) == ends[0].column for place in begins[:1]
    )


def _left(place: Place) -> float:
    left: float = (place.where or {}).get("box", (-1.0,))[0]
    return left


def _with_cut_cells(above: Grid, rows: tuple[Place, ...]) -> tuple[Place, ...]:
    """The places of both pages, a cell that the page's end cut as one: printed on one page, blank
    on the other.
    """
    cut = {
        place.column: place
        for place in above.places
        if place.row + place.rows == above.height and place.rows > 1
    }
    made = list(above.places)
    for place in rows:
        upper = cut.get(place.column)
        is_one = upper is not None and place.row == above.height and not upper.text
        if upper is None or not is_one:
            made.append(place)
            continue
        made.remove(upper)
        whole = upper.rows + place.rows
        made.append(replace(place, row=upper.row, rows=whole, columns=upper.columns))
    return tuple(made)


def _is_of_amounts(grid: Grid) -> bool:
    """Whether the last row is one of amounts, as those below would be."""
    return any(AMOUNT.fullmatch(place.text) for place in grid.row(grid.height - 1))


def _repeated(above: Grid, below: Grid) -> int:
    """How many rows at the top of a page are the head of the page before."""
    heads = [_texts(above, row) for row in range(min(HEADS, above.height))]
    top = _texts(below, 0) if below.height else ()
    at = next((at for at, head in enumerate(heads) if repeats(top, head)), None)
    count = 0
    while at is not None and count < below.height and at + count < len(heads):
        if not repeats(_texts(below, count), heads[at + count]):
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
        is_cut = place.is_cut_below or (place.is_cut_above and not skipped)
        if place.row < skipped or not (place.text or is_cut):
            continue
        left, _, right, _ = (place.where or {}).get("box", (-1.0, 0, -1.0, 0))
        first, last = edges.beginning_at(left), edges.ending_at(right)
        if first is None or last is None:
            if place.text:
                yield None
        else:
            row = place.row - skipped + down
            yield replace(place, row=row, column=first, columns=last - first + 1)
