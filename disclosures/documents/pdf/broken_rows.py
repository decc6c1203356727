"""A row that a page's end broke: its sentences go on in the first row of the next page."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from disclosures.documents.grids.grid import Place

ENDED = re.compile(r".*[。！？!?]$", re.S)
BEGINS = re.compile(r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．](?!\d)|其中|注[:：]")
FIGURE = re.compile(r"[-+]?[\d,.]+%?")
NARROWEST = 6.0  # points: of a printed Chinese character; fewer fill no line


def rest_of_row(
    places: Sequence[Place], below: Sequence[Place]
) -> tuple[list[Place], list[Place]] | None:
    """The places above and below a page's end when the row it broke is one again, else None.

    `below` begins with the first row of the new page, which goes on the last row above when all it
    says is the rest of sentences left open there. The place of a joined cell says where it goes
    on: {"page", "box", "then": [{"page", "box"}]}, a place for each page more.
    """
    if not below:
        return None
    top = min(each.row for each in below)
    last = {place.column: place for place in places if place.row + place.rows == top}
    rest = [place for place in below if place.row == top and place.text]
    if not rest or any(each.rows > 1 for each in rest) or not _is_rest(last, rest):
        return None
    goes_on = {each.column: each for each in rest}
    joined = [
        _joined(place, goes_on[place.column])
        if place is last.get(place.column) and place.column in goes_on
        else place
        for place in places
    ]
    moved = [replace(place, row=place.row - 1) for place in below if place.row > top]
    return joined, moved


def _is_rest(last: dict[int, Place], rest: Iterable[Place]) -> bool:
    """Whether cells go on those of the row above, in which something else is said and ended."""
    rest = list(rest)
    spoken = {column for column, place in last.items() if place.text}
    columns = {each.column for each in rest}
    return columns < spoken and all(_goes_on(last[each.column], each) for each in rest)


def _goes_on(above: Place, place: Place) -> bool:
    if above.columns != place.columns or FIGURE.fullmatch(place.text):
        return False
    if ENDED.match(above.text) or BEGINS.match(place.text):
        return False
    left, _, right, _ = (above.where or {}).get("box", (0.0, 0.0, 0.0, 0.0))
    return len(above.text) * NARROWEST >= right - left


def _joined(above: Place, place: Place) -> Place:
    where = dict(above.where or {})
    then = [*where.get("then", ()), dict(place.where or {})]
    return replace(above, text=above.text + place.text, where=where | {"then": then})
