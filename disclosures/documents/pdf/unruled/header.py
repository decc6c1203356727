"""The header of a table without lines: its cells, and which columns a group stands over."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import inf

from disclosures.documents.pdf.lines import Piece
from disclosures.documents.pdf.page import Box, Rule
from disclosures.documents.pdf.unruled.column import Column
from disclosures.documents.pdf.unruled.known import goes_on
from disclosures.documents.pdf.unruled.unclear import UnclearError

WRAPPED = 0.6  # characters between the lines of one heading
ALIGNED = 1.2  # characters by which the middles of its lines differ
OFF = 2.0  # characters: a group stands this near the middle of its columns
CLEARLY = 1.0  # characters by which the second best reading must be worse
UNDER = 0.3  # characters that a column's head may reach up into the line of its group
PLAY = 0.75  # of what a group is off its middle costs nothing where it may be the white's
SINGLE = 1.5  # the cost of a group over a single column
ALONE = 2.5  # the cost of a head among others that is over none of them and over no figures
SPARE = 3.0  # the cost of a head under no group, where others beside it are under one


@dataclass(frozen=True)
class Head:
    """One heading: its text and box, and the headings below it; none: it heads a column."""

    text: str
    box: Box
    size: float
    below: tuple["Head", ...] = ()

    @property
    def middle(self) -> float:
        """The middle from left to right."""
        return (self.box[0] + self.box[2]) / 2

    @property
    def level(self) -> float:
        """The middle from top to bottom: headings of one level have it in common."""
        return (self.box[1] + self.box[3]) / 2

    @property
    def depth(self) -> int:
        """How many levels stand under this one, itself counted."""
        return 1 + max((each.depth for each in self.below), default=0)

    @property
    def leaves(self) -> tuple["Head", ...]:
        """The heads of columns below, or the head itself."""
        return tuple(leaf for each in self.below for leaf in each.leaves) or (self,)


@dataclass(frozen=True)
class Ground:
    """What a header stands on: the columns, as far as they reach, and the ruling lines."""

    columns: tuple[Column, ...] = ()
    rules: tuple[Rule, ...] = ()

    def column(self, head: Head) -> Column | None:
        """The column that a head would be of."""
        return next((each for each in self.columns if _heads(head, each)), None)

    def reach(self, heads: Sequence[Head]) -> tuple[float, float]:
        """From where to where the columns under some heads reach: half way to the next."""
        leaves = [leaf for head in heads for leaf in head.leaves]
        here = [at for at, each in enumerate(self.columns) if any(_heads(h, each) for h in leaves)]
        if not here:
            return min(each.box[0] for each in leaves), max(each.box[2] for each in leaves)
        first, last = self.columns[here[0]], self.columns[here[-1]]
        left = (self.columns[here[0] - 1].x1 + first.x0) / 2 if here[0] else first.x0
        beyond = self.columns[here[-1] + 1 :]
        return left, (last.x1 + beyond[0].x0) / 2 if beyond else last.x1

    def play(self, heads: Sequence[Head]) -> float:
        """By how much the middle of some heads' cells may be off that of their `reach`: nobody
        sees where in the white between two columns the one ends and the other begins.
        """
        leaves = [leaf for head in heads for leaf in head.leaves]
        here = [at for at, each in enumerate(self.columns) if any(_heads(h, each) for h in leaves)]
        if not here:
            return 0.0
        first, last = here[0], here[-1]
        free = self.columns[first].x0 - self.columns[first - 1].x1 if first else 0.0
        if last + 1 < len(self.columns):
            free += self.columns[last + 1].x0 - self.columns[last].x1
        return free / 4


def _heads(head: Head, column: Column) -> bool:
    return column.x0 <= head.middle <= column.x1


def lowest_of(heads: Sequence[Head]) -> list[Head]:
    """The heads that no other stands under, left to right: those of columns, as far as is seen."""
    lowest = [
        head
        for head in heads
        if not any(_is_lower(each, head) and _overlap(head.box, each.box) for each in heads)
    ]
    return sorted(lowest, key=lambda each: each.box[0])


def between_others(lowest: Sequence[Head]) -> list[Head]:
    """Those of the lowest heads that may be groups all the same: lower ones stand left and right,
    as where a group over two columns stands between their heads and over neither.
    """
    return [
        head
        for head in lowest
        if any(_is_lower(each, head) and each.middle < head.middle for each in lowest)
        and any(_is_lower(each, head) and each.middle > head.middle for each in lowest)
    ]


def _is_lower(one: Head, other: Head) -> bool:
    return one.level > other.level + UNDER * other.size


def grouped(heads: Sequence[Head], ground: Ground) -> list[Head]:
    """The headings that stand highest, left to right, each with those below it.

    Raises UnclearError when it cannot be told which columns a group is of.
    """
    heads = sorted(heads, key=lambda each: -each.level)
    tops, bottoms = [each.box[1] for each in heads], [each.box[3] for each in heads]
    middle = (min(tops) + max(bottoms)) / 2 if heads else 0.0
    standing: list[Head] = []
    while heads:
        low = heads[0]
        level = [each for each in heads if each.level > low.level - UNDER * low.size]
        heads = [each for each in heads if each not in level]
        level.sort(key=lambda each: each.box[0])
        standing = _over(level, standing, ground, middle)
    return standing


def heads_of(rows: Sequence[Sequence[Piece]]) -> list[Head]:
    """The headings of a header's lines, those whose lines were broken as one each."""
    made: list[Head] = []
    above: Sequence[Piece] = ()
    for row in rows:
        is_level = _begins_a_level(row, rows)
        for piece in row:
            over = [each for each in made if _overlap(each.box, piece.box)]
            nearest = max(over, key=lambda each: each.box[3], default=None)
            if nearest and _is_rest(nearest, piece, row, above, is_level=is_level):
                made[made.index(nearest)] = replace(
                    nearest, text=nearest.text + piece.text, box=_around(nearest.box, piece.box)
                )
            else:
                made.append(Head(piece.text, piece.box, piece.size))
        above = row
    return made


def _begins_a_level(row: Sequence[Piece], rows: Sequence[Sequence[Piece]]) -> bool:
    """Whether a line holds headings of a lower level: one that is a single line, below the middle.

    A heading of one line that had the whole height of the header would stand in its middle.
    """
    pieces = [piece for each in rows for piece in each]
    middle = (min(each.box[1] for each in pieces) + max(each.box[3] for each in pieces)) / 2
    return any(
        piece.centre[1] > middle + UNDER * piece.size and not _is_broken(piece, pieces)
        for piece in row
    )


def _is_broken(piece: Piece, pieces: Sequence[Piece]) -> bool:
    """Whether other lines stand close above or below a piece."""
    return any(
        each is not piece
        and _overlap(each.box, piece.box)
        and max(each.box[1] - piece.box[3], piece.box[1] - each.box[3]) <= WRAPPED * piece.size
        for each in pieces
    )


def _is_rest(
    head: Head, piece: Piece, row: Sequence[Piece], above: Sequence[Piece], *, is_level: bool
) -> bool:
    """Whether a piece is the next line of a heading: by its words, else by how it stands."""
    is_close = piece.box[1] - head.box[3] <= WRAPPED * min(head.size, piece.size)
    by_words = goes_on(head.text, piece.text) if is_close else False
    if by_words is not None:
        return by_words
    return not is_level and _goes_on(head, piece, row, above)


def _goes_on(head: Head, piece: Piece, row: Sequence[Piece], above: Sequence[Piece]) -> bool:
    """Whether a piece is the next line of a heading: close below, aligned, and alone there."""
    size = min(head.size, piece.size)
    if piece.box[1] - head.box[3] > WRAPPED * size:
        return False
    aligned = abs(head.middle - piece.centre[0]) <= ALIGNED * size
    alone = sum(_overlap(head.box, each.box) for each in row) == 1
    beside = sum(_overlap(piece.box, each.box) for each in above) <= 1
    return aligned and alone and beside


def _over(
    level: Sequence[Head], standing: Sequence[Head], ground: Ground, middle: float
) -> list[Head]:
    """The heads of a level with those below each; what none of them covers stands beside them."""
    standing = sorted(standing, key=lambda each: each.box[0])
    spans = _spans(tuple(level), tuple(standing), ground, middle)
    covered = {at for start, stop in spans for at in range(start, stop)}
    groups = [
        replace(head, below=tuple(standing[start:stop]))
        for head, (start, stop) in zip(level, spans, strict=True)
    ]
    left = [each for at, each in enumerate(standing) if at not in covered]
    return sorted([*groups, *left], key=lambda each: _span(each)[0])


def _spans(
    level: tuple[Head, ...], standing: tuple[Head, ...], ground: Ground, middle: float
) -> list[tuple[int, int]]:
    """For each head of a level, which of those below it is over; an empty span: none.

    A column's head that is below the `middle` of the header hangs under something: to leave it out
    costs much. One in the middle stands by itself, from the top of the header to its bottom.
    """
    if not standing:
        return [(0, 0)] * len(level)
    hangs = [each.level > middle + UNDER * each.size for each in standing]
    spare = [SPARE if each else 0.0 for each in hangs]

    @cache
    def best(at: int, floor: int) -> tuple[float, float, tuple[tuple[int, int], ...]]:
        """The least cost from head `at` on, that of the second best, and the best spans."""
        if at == len(level):
            return sum(spare[floor:]), inf, ()
        found: list[tuple[float, tuple[tuple[int, int], ...]]] = []
        for start, stop in _runs(floor, len(standing)):
            if not all(hangs[n] or standing[n].below for n in range(start, stop)):
                continue
            cost = _cost(level[at], standing[start:stop], standing, ground)
            if cost is None:
                continue
            least, second, spans = best(at + 1, stop)
            cost += sum(spare[floor:start])
            found += [(cost + least, ((start, stop), *spans)), (cost + second, ())]
        found.sort(key=lambda each: each[0])
        runner_up = found[1][0] if len(found) > 1 else inf
        return (found[0][0], runner_up, found[0][1]) if found else (inf, inf, ())

    least, second, spans = best(0, 0)
    if len(spans) < len(level) or least == inf or second - least < CLEARLY:
        raise UnclearError("上级表头跨哪几栏")
    return list(spans)


def _runs(floor: int, count: int) -> list[tuple[int, int]]:
    """The empty run, and every run from `floor` on."""
    runs = [(start, stop) for start in range(floor, count) for stop in range(start + 1, count + 1)]
    return [(floor, floor), *runs]


def _cost(
    head: Head, run: Sequence[Head], standing: Sequence[Head], ground: Ground
) -> float | None:
    """How far a head stands from the middle of a run, in characters; None: it cannot be over it."""
    if not run:
        return _cost_alone(head, standing, ground)
    if any(each.box[1] < head.box[3] - UNDER * head.size for each in run):
        return None
    left, right = ground.reach(run)
    if any(_overlap(head.box, each.box) for each in standing if each not in run):
        return None
    single = SINGLE if len(run) == 1 else 0.0
    off = abs(head.middle - (left + right) / 2) / head.size
    off -= min(off, ground.play(run) / head.size) * PLAY
    for rule in ground.rules:
        if _is_under(head, run, rule):
            ends = abs(rule.start - left), abs(rule.end - right)
            if rule.start > run[0].box[0] + head.size or rule.end < run[-1].box[2] - head.size:
                return None
            if max(ends) < head.size:
                return 0.0
    return off + single if off <= OFF + 0.5 * len(run) else None


def _cost_alone(head: Head, standing: Sequence[Head], ground: Ground) -> float | None:
    """A head that is over no other heads its own column: it stands over none, best over figures."""
    if any(_overlap(head.box, _span(each)) for each in standing):
        return None
    own = ground.column(head)
    has_own = own is not None and own.is_filled
    beyond = head.middle < standing[0].box[0] or head.middle > standing[-1].box[2]
    return 0.0 if has_own or beyond else ALONE


def _span(head: Head) -> Box:
    boxes = [leaf.box for leaf in (head, *head.leaves)]
    left, right = min(each[0] for each in boxes), max(each[2] for each in boxes)
    return left, head.box[1], right, head.box[3]


def _is_under(head: Head, run: Sequence[Head], rule: Rule) -> bool:
    top = min(each.box[1] for each in run)
    return (
        head.box[3] - UNDER * head.size <= rule.at <= top + UNDER * head.size
        and rule.start <= head.middle <= rule.end
    )


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2]


def _around(one: Box, other: Box) -> Box:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )
