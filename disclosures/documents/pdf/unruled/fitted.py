"""Figures that stand beside their heads and not below them: which is whose, by the cells' edges.

Heads stand in the middle of cells that touch each other; figures end, begin or are centred in them
at one distance from the edge. From one edge follow all others, so that of all ways to give figures
to heads, in their order, few have edges that fit; where just one has, it is the reading.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from disclosures.documents.pdf.unruled.column import Column, Span, together
from disclosures.documents.pdf.unruled.unclear import UnclearError

STEP = 0.5  # points between two edges that are tried
SLACK = 1.0  # points by which drawn text misses the place it is set at
EVEN = 1.5  # points by which the distances from the edges differ
FARTHEST = 1.5  # characters from an edge to its figures
MOST_WAYS = 2000
NOT_ALIGNED = "数字没有对齐表头，属于哪一栏"


def fitted(chain: Sequence[Column], floor: float | None, size: float) -> list[Column]:
    """The columns of a run of heads and figures, some of them not yet below each other.

    `floor` is where what stands to the left of them ends. Raises UnclearError when the figures fit
    the heads in no way, or in several.
    """
    heads = [each for each in chain if each.head]
    loose = [each for each in chain if not each.head]
    taken = [at for at, each in enumerate(heads) if each.band]
    open_heads = [at for at in range(len(heads)) if at not in taken]
    if len(loose) > len(open_heads):
        raise UnclearError("有的数字上面没有表头，属于哪一栏")
    ways = []
    for way in _ways(heads, open_heads, loose):
        own = dict(zip(way, loose, strict=True))
        bands = [own.get(at, each) for at, each in enumerate(heads)]
        if _fits([_head(each) for each in heads], bands, floor, size):
            ways.append(way)
    if len(ways) != 1:
        raise UnclearError(NOT_ALIGNED)
    own = dict(zip(ways[0], loose, strict=True))
    return [together([each, own[at]]) if at in own else each for at, each in enumerate(heads)]


def _head(column: Column) -> Span:
    assert column.head is not None
    return column.head


def _ways(
    heads: Sequence[Column], open_heads: Sequence[int], loose: Sequence[Column]
) -> Iterator[tuple[int, ...]]:
    """Every way to give the loose figures to open heads in order, each between its neighbours."""
    for count, way in enumerate(combinations(open_heads, len(loose))):
        if count > MOST_WAYS:
            raise UnclearError(NOT_ALIGNED)
        if all(
            (at == 0 or heads[at - 1].x0 < band.x0)
            and (at + 1 == len(heads) or band.x1 < heads[at + 1].x1)
            for at, band in zip(way, loose, strict=True)
        ):
            yield way


def _fits(heads: Sequence[Span], bands: Sequence[Column], floor: float | None, size: float) -> bool:
    """Whether there is a first edge from which all cells hold their heads and figures evenly."""
    first = heads[0][0]
    lowest = max(floor if floor is not None else 0.0, first - 40 * size)
    steps = int((first - lowest) / STEP) + 1
    return any(_is_even(heads, bands, first - at * STEP, size) for at in range(steps))


def _is_even(heads: Sequence[Span], bands: Sequence[Column], edge: float, size: float) -> bool:
    gaps: dict[bool, list[Span]] = {True: [], False: []}
    for head, band in zip(heads, bands, strict=True):
        right = head[0] + head[1] - edge
        if edge > head[0] + SLACK or right < head[1] - SLACK:
            return False
        if band.band is not None:
            left_gap, right_gap = band.band[0] - edge, right - band.band[1]
            if min(left_gap, right_gap) < -SLACK:
                return False
            gaps[band.is_figures].append((left_gap, right_gap))
        edge = right
    return all(_are_even(each, size) for each in gaps.values())


def _are_even(gaps: Sequence[Span], size: float) -> bool:
    """Whether figures, or words, all begin, end or stand centred in their cells in one way."""
    if not gaps:
        return True
    begins, ends = zip(*gaps, strict=True)
    if any(max(g) - min(g) <= EVEN and max(g) <= FARTHEST * size for g in (begins, ends)):
        return True
    return max(abs(left - right) / 2 for left, right in gaps) <= EVEN
