"""The tables of a page that are printed without lines, or with lines between rows alone."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from disclosures.documents.forms.meaning import is_title
from disclosures.documents.grids.grid import Place
from disclosures.documents.grids.problem import Problem
from disclosures.documents.grids.several import in_one
from disclosures.documents.pdf.lines import Line, Piece
from disclosures.documents.pdf.page import Box, Rule
from disclosures.documents.pdf.page_table import PageTable, where_on
from disclosures.documents.pdf.unruled.column import Column
from disclosures.documents.pdf.unruled.columns import bands_of, column_at, columns_of
from disclosures.documents.pdf.unruled.header import (
    Ground,
    Head,
    between_others,
    grouped,
    heads_of,
    lowest_of,
)
from disclosures.documents.pdf.unruled.known import goes_on
from disclosures.documents.pdf.unruled.region import Region, is_amount, regions_of
from disclosures.documents.pdf.unruled.rows import Entry, Rows, rows_of
from disclosures.documents.pdf.unruled.unclear import UnclearError
from disclosures.tables.book import Where

ACROSS = 0.6  # of the table's width: a line this long parts rows
MOST_ABOVE = 3  # lines of the first row's words above its figures
PAD = 2.0  # points around a column at the edge of the table


@dataclass(frozen=True)
class LinePage:
    """What a page prints outside its ruled tables: its lines of text and its horizontal lines."""

    number: int
    turn: int
    lines: Sequence[Line]
    across: Sequence[Rule] = ()


@dataclass(frozen=True)
class Unruled:
    """The tables found, the lines of text that remain, and what could not be told."""

    tables: tuple[PageTable, ...] = ()
    lines: tuple[Line, ...] = ()
    problems: tuple[Problem, ...] = ()
    unread: tuple[Box, ...] = ()


@dataclass(frozen=True)
class Before:
    """What the page before ended with: a table without lines, or one that was not read."""

    table: PageTable | None = None
    is_unread: bool = False


NOTHING = Before()


def unruled_on(page: LinePage, before: Before = NOTHING) -> Unruled:
    """The tables of a page without column lines.

    What has no header may be the rest of the table that ended the page before; the rest of one that
    was not read is not read either. A table whose columns cannot be told stays text, and is a
    problem.
    """
    tables: list[PageTable] = []
    problems: list[Problem] = []
    unread: list[Box] = []
    taken: set[int] = set()
    for region in regions_of(page.lines):
        where = where_on(page.number, page.turn, region.box)
        opens = not tables and not unread
        try:
            if opens and before.is_unread and not _is_titled(page.lines[: region.start]):
                raise UnclearError("（它接着上一页没有读出的表）各栏是什么")
            table = _best(page, region, before.table if opens else None)
        except UnclearError as unclear:
            problems.append(_not_read(str(unclear), where))
            unread.append(region.box)
            continue
        if table is None:
            continue
        tables.append(table[0])
        problems += table[1]
        taken |= set(range(region.start, region.stop))
    left = tuple(line for at, line in enumerate(page.lines) if at not in taken)
    return Unruled(tuple(tables), left, tuple(problems), tuple(unread))


def _is_titled(above: Sequence[Line]) -> bool:
    return any(is_title(line.text) for line in above)


def _not_read(why: str, where: Where) -> Problem:
    return Problem(
        f"这里像是一张没有框线的表，但分不清{why}，未读。请对照原页录入，或上传带框线的原文件。",
        where,
    )


def _best(
    page: LinePage, region: Region, before: PageTable | None
) -> tuple[PageTable, list[Problem]] | None:
    """The table, its header ending where that leaves the fewest doubts and rows without figures.

    The words of the first row may begin above its figures: then they are not the header's. Raises
    UnclearError when no end of the header makes a table.
    """
    ways: list[tuple[PageTable, list[Problem]]] = []
    trouble: UnclearError | None = None
    for header in range(region.header, max(region.header - MOST_ABOVE, 0) - 1, -1):
        if header != region.header and not header:
            break
        if _cuts_heading(region, header):
            continue
        try:
            way = _table(page, replace(region, header=header), before)
        except UnclearError as unclear:
            trouble = trouble or unclear
            continue
        if way is not None:
            ways.append(way)
    if not ways and trouble:
        raise trouble
    return min(ways, key=lambda way: (len(way[1]), _bare_rows(way[0])), default=None)


def _cuts_heading(region: Region, header: int) -> bool:
    """Whether a header that ends there would leave the rest of a heading below itself."""
    heads = heads_of([row.pieces for row in region.rows[:header]])
    below = [piece for row in region.rows[header : region.header] for piece in row.pieces]
    return any(
        goes_on(head.text, piece.text)
        for piece in below
        for head in heads
        if head.box[0] < piece.box[2] and piece.box[0] < head.box[2]
    )


def _bare_rows(table: PageTable) -> int:
    """How many rows have no figures."""
    filled = {place.row for place in table.places if is_amount(place.text)}
    return len({place.row for place in table.places} - filled)


def _table(
    page: LinePage, region: Region, before: PageTable | None
) -> tuple[PageTable, list[Problem]] | None:
    header = [row.pieces for row in region.rows[: region.header]]
    body = [row.pieces for row in region.rows[region.header :]]
    rules = [each for each in page.across if _is_in(each, region.box)]
    heads = heads_of(header)
    xs = _as_before(before, lowest_of(heads), body) if before else None
    repeated: list[Place] = []
    if xs is None:
        if not header:
            raise UnclearError("（上面没有表头）各栏是什么")
        heads, columns = _headed(heads, body, rules)
        if len(columns) < 2:
            return None
        xs = _edges([(each.x0, each.x1) for each in columns])
    elif before is None or not (repeated := _repeated(before, heads)):
        heads = grouped(heads, Ground(tuple(Column(a, b) for a, b in pairwise(xs)), tuple(rules)))
    made = _Made(page, xs)
    if repeated:
        depth = made.again(repeated, heads)
    else:
        depth = max((head.depth for head in heads), default=0)
        for head in heads:
            made.head(head, 0, depth)
    found = rows_of(body, xs, _cuts(rules, region.box))
    made.rows(found, depth)
    return made.table(region), made.problems


def _headed(
    heads: Sequence[Head], body: Sequence[Sequence[Piece]], rules: Sequence[Rule]
) -> tuple[list[Head], list[Column]]:
    """The header's tree, and the columns below it.

    A heading between lower ones may be a group or a column's own: the reading that leaves the
    fewest heads without figures and figures without heads is taken. Raises UnclearError when two
    do equally well, or none does.
    """
    lowest = lowest_of(heads)
    between = between_others(lowest)
    bands = bands_of(body)
    bare = [each for each in between if not any(b.is_below(*_sides(each)) for b in bands)]
    ways: list[tuple[int, list[Head], list[Column]]] = []
    trouble = UnclearError("上级表头跨哪几栏")
    for groups in ([], bare, between):
        try:
            ways.append(_tried(heads, [each for each in lowest if each not in groups], body, rules))
        except UnclearError as unclear:
            trouble = unclear
    ways = _unlike(sorted(ways, key=lambda way: way[0]))
    if not ways or (len(ways) > 1 and ways[0][0] == ways[1][0]):
        raise trouble
    return ways[0][1], ways[0][2]


def _tried(
    heads: Sequence[Head],
    leaves: Sequence[Head],
    body: Sequence[Sequence[Piece]],
    rules: Sequence[Rule],
) -> tuple[int, list[Head], list[Column]]:
    """How many columns do not fit, the tree and the columns, when these heads are of columns.

    Raises UnclearError when the tree has others.
    """
    columns = columns_of(leaves, body)
    tree = grouped(heads, Ground(tuple(columns), tuple(rules)))
    found = [leaf.box for head in tree for leaf in head.leaves]
    if sorted(found) != sorted(leaf.box for leaf in leaves):
        raise UnclearError("上级表头跨哪几栏")
    unlike = sum(each.is_headed != each.is_filled for each in columns)
    return unlike, tree, columns


def _unlike(
    ways: Sequence[tuple[int, list[Head], list[Column]]],
) -> list[tuple[int, list[Head], list[Column]]]:
    """The ways without those that say the same as one before."""
    return [way for at, way in enumerate(ways) if way[1] not in [each[1] for each in ways[:at]]]


def _sides(head: Head) -> tuple[float, float]:
    return head.box[0], head.box[2]


def _as_before(
    before: PageTable, leaves: Sequence[Head], body: Sequence[Sequence[Piece]]
) -> tuple[float, ...] | None:
    """The columns of the table that ended the page before, where this one stands in them too."""
    try:
        for row in body:
            columns = [column_at(before.xs, piece) for piece in row]
            if len(set(columns)) < len(columns):
                return None
    except UnclearError:
        return None
    left, right = before.xs[0], before.xs[-1]
    heads = [(head.box[0] + head.box[2]) / 2 for head in leaves]
    width = len(before.xs) - 1
    same = not heads or sorted(_step(before.xs, each) for each in heads) == list(range(width))
    inside = all(left <= each.box[0] and each.box[2] <= right for row in body for each in row)
    return before.xs if same and inside else None


def _repeated(before: PageTable, heads: Sequence[Head]) -> list[Place]:
    """The places of the same header on the page before, for each head; none where it is another."""
    found = [next((p for p in before.places if _is_same(p, head)), None) for head in heads]
    return [place for place in found if place] if all(found) else []


def _is_same(place: Place, head: Head) -> bool:
    """Whether a heading stands at the same place from left to right on the page before."""
    left, _, right, _ = (place.where or {}).get("box", head.box)
    return place.text == head.text and abs((left + right) / 2 - head.middle) < head.size


def _step(xs: Sequence[float], at: float) -> int:
    return next((n for n, (a, b) in enumerate(pairwise(xs)) if a <= at < b), -1)


def _edges(columns: Sequence[tuple[float, float]]) -> tuple[float, ...]:
    between = [(left[1] + right[0]) / 2 for left, right in pairwise(columns)]
    return (columns[0][0] - PAD, *between, columns[-1][1] + PAD)


def _is_in(rule: Rule, box: Box) -> bool:
    size = (box[3] - box[1]) * 0.02 + PAD
    return box[1] - size <= rule.at <= box[3] + size and rule.start < box[2] and rule.end > box[0]


def _cuts(rules: Sequence[Rule], box: Box) -> list[float]:
    width = box[2] - box[0]
    return sorted(
        r.at for r in rules if min(r.end, box[2]) - max(r.start, box[0]) >= ACROSS * width
    )


@dataclass
class _Made:
    """A table being put together."""

    page: LinePage
    xs: tuple[float, ...]
    places: list[Place] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    height: int = 0

    def head(self, head: Head, row: int, depth: int) -> None:
        """A heading and those below it."""
        steps = [_step(self.xs, leaf.middle) for leaf in head.leaves]
        rows = 1 if head.below else depth - row
        columns = max(steps) - min(steps) + 1
        where = where_on(self.page.number, self.page.turn, head.box)
        self.places.append(Place(head.text, row, min(steps), rows, columns, where))
        for each in head.below:
            self.head(each, row + 1, depth)
        self.height = max(self.height, row + rows)

    def again(self, repeated: Sequence[Place], heads: Sequence[Head]) -> int:
        """A header that the page before had too, as it was read there; its depth."""
        for place, head in zip(repeated, heads, strict=True):
            where = where_on(self.page.number, self.page.turn, head.box)
            self.places.append(replace(place, where=where))
        self.height = max(place.row + place.rows for place in repeated)
        return self.height

    def rows(self, found: Rows, top: int) -> None:
        """The body below the header."""
        unsure = {id(each) for each in found.unsure}
        for at, row in enumerate(found.rows, start=top):
            for column, entry in sorted(row.items()):
                place = self._place(entry, at, column)
                self.places.append(place)
                if id(entry) in unsure:
                    self.problems.append(_unsure(place))
        self.height = top + len(found.rows)

    def _place(self, entry: Entry, row: int, column: int) -> Place:
        boxes = [each.box for each in entry.pieces]
        box = (
            min(each[0] for each in boxes),
            boxes[0][1],
            max(each[2] for each in boxes),
            boxes[-1][3],
        )
        text = in_one([each.text for each in entry.pieces])
        return Place(text, row, column, where=where_on(self.page.number, self.page.turn, box))

    def table(self, region: Region) -> PageTable:
        """The table, as tall as its rows."""
        top, bottom = region.box[1], region.box[3]
        steps = self.height or 1
        ys = tuple(top + (bottom - top) * at / steps for at in range(steps + 1))
        return PageTable(self.page.number, self.xs, ys, tuple(self.places), is_ruled=False)


def _unsure(place: Place) -> Problem:
    return Problem(
        "这里没有框线，分不清哪几行文字属于同一格，请对照原页核对。",
        dict(place.where or {}),
        place.text,
    )
