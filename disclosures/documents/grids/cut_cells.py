"""A merged cell that a page's end cut: no line closes it below, and none above where it goes on.

Where the text of such a cell is printed, on the one page or the other, says nothing of whose rows
they are: the lines do.
"""

from collections.abc import Sequence
from dataclasses import replace

from disclosures.documents.grids.grid import Place


def whole_cells(places: Sequence[Place], below: Sequence[Place]) -> tuple[list[Place], list[Place]]:
    """The places above and below a page's end, each cell that both leave open as one, above."""
    if not below:
        return list(places), []
    top = min(each.row for each in below)
    first = {each.column: each for each in below if each.row == top and each.is_cut_above}
    rest_of = {
        id(place): first[place.column]
        for place in places
        if place.is_cut_below
        and place.row + place.rows == top
        and place.column in first
        and first[place.column].columns == place.columns
    }
    gone = {id(each) for each in rest_of.values()}
    above = [_one(each, rest_of[id(each)]) if id(each) in rest_of else each for each in places]
    return above, [each for each in below if id(each) not in gone]


def _one(place: Place, rest: Place) -> Place:
    """Both as one cell, at the place where its text begins; the rest of it is told beside.

    A text that both pages print is said once.
    """
    where = dict((place if place.text or not rest.text else rest).where or {})
    if place.text and rest.text:
        where["then"] = [*where.get("then", ()), dict(rest.where or {})]
    return replace(
        place,
        text=place.text if rest.text == place.text else place.text + rest.text,
        rows=place.rows + rest.rows,
        where=where,
        is_cut_below=rest.is_cut_below,
    )
