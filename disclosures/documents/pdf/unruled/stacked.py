"""The lines of a column shared out among the rows of figures beside them, by how they are set.

Within a table every cell stands in its row in one way: in the middle, at the top or at the bottom.
Lines that can be shared out in just one way are told; others are left to what stands near what.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from disclosures.classification.money import nothing_of
from disclosures.documents.pdf.lines import Piece

NEAR = 0.3  # characters by which the middle of a cell misses that of its row
CLOSE = 0.9  # characters between two lines of one cell, at most
FULL = 0.9  # characters that a line leaves free where one more would not have fitted
MOST_LINES = 12  # of one cell
MOST_PIECES = 300  # of one column of a page
BEGINS = re.compile(r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．](?!\d)|\d{3,}|其中")
UNPARTED = re.compile(r"[（(“《〈【A-Za-z0-9]|.[、，。；：）)”》】]")  # moved down as one

Way = Callable[[Sequence[Piece]], float]
Run = tuple[int, int, int]  # its first line, how many, and the row it is of; FREE: of none
Share = tuple[Run, ...]
FREE = -1


def shared_out(pieces: Sequence[Piece], rows: Sequence[float]) -> Share | None:
    """Which of a column's lines, from the top down, are of which row of figures, and of none.

    `rows` are the heights of the rows' figures. Of the ways to share the lines out, those are
    taken that leave the fewest rows without a line, and then the fewest lines without a row. None
    where no way of setting cells explains the lines, or two do in different ways.
    """
    if len(pieces) > MOST_PIECES:
        return None
    found = [share for way in (_middle, _first, _last) for share in _shares(pieces, rows, way)]
    best = set(_best(found))
    return best.pop() if len(best) == 1 else None


def _best(shares: Sequence[Share]) -> list[Share]:
    worth = max(map(_worth, shares), default=(0, 0))
    return [each for each in shares if _worth(each) == worth]


def _worth(share: Share) -> tuple[int, int]:
    free = sum(count for _, count, row in share if row == FREE)
    return sum(row != FREE for *_, row in share), -free


def _middle(run: Sequence[Piece]) -> float:
    return (run[0].centre[1] + run[-1].centre[1]) / 2


def _first(run: Sequence[Piece]) -> float:
    return run[0].centre[1]


def _last(run: Sequence[Piece]) -> float:
    return run[-1].centre[1]


def _shares(pieces: Sequence[Piece], rows: Sequence[float], way: Way) -> list[Share]:
    """The best ways, two at most, to share the lines out so that each run stands at its row."""
    width = max((each.box[2] - each.box[0] for each in pieces), default=0.0)
    goes_on = [_may_go_on(above, below, width) for above, below in pairwise(pieces)]

    @cache
    def rest(row: int, at: int) -> tuple[Share, ...]:
        if at == len(pieces):
            return ((),)
        made: list[Share] = []
        for count in range(1, min(MOST_LINES, len(pieces) - at) + 1):
            if count > 1 and not goes_on[at + count - 2]:
                break
            run = pieces[at : at + count]
            begun: tuple[Run, ...] = ((at, count, FREE),)
            made += [(*begun, *share) for share in rest(row, at + count)]
            for own in _rows_at(rows, row, way(run), NEAR * run[0].size):
                made += [((at, count, own), *share) for share in rest(own + 1, at + count)]
        return tuple(_best(made))[:2]

    return list(rest(0, 0))


def _rows_at(rows: Sequence[float], floor: int, height: float, near: float) -> range:
    """The rows from `floor` on that stand at a height."""
    return range(max(floor, bisect_left(rows, height - near)), bisect_right(rows, height + near))


def _may_go_on(above: Piece, below: Piece, width: float) -> bool:
    """Whether a line may go on in the next: it is full, and the next close and no beginning."""
    size = min(above.size, below.size)
    if nothing_of(above.text) is not None or nothing_of(below.text) is not None:
        return False
    if below.box[1] - above.box[3] >= CLOSE * size or BEGINS.match(below.text):
        return False
    free = width - (above.box[2] - above.box[0])
    return free < FULL * size or bool(UNPARTED.match(below.text))
