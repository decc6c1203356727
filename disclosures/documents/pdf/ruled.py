"""Ruling lines to tables: their cells, merged ones as one, with the text that stands in each."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from disclosures.classification.money import halfwidth
from disclosures.documents.grids.grid import Place
from disclosures.documents.pdf.lines import text_of
from disclosures.documents.pdf.overflow import given_back
from disclosures.documents.pdf.page import Box, Char, PageContent, Rule
from disclosures.documents.pdf.page_table import PageTable, where_on

NEAR = 3.0  # points: lines this near are one line, and lines that miss by this much meet
SHORTEST = 4.0  # points: what is shorter, once dots and dashes are joined, is of the text
COVERED = 0.6  # the share of a cell's side that a line must cover to close it
MOST_RULES = 5_000  # of one page, joined; where more stand apart they draw a picture
FEWEST_CELLS = 3  # as one row that fills a page
# Two figures in one cell, as 1,234.00567.00
CROWDED = re.compile(r"\d\.\d{2}-?\d[\d,]*\.\d|\d{3},\d{3}\.\d{2}\D+\d{1,3},\d{3}\.\d{2}$")
FEWEST_CROWDED = 2  # rows
CROWD = 0.3  # of the rows


def tables_of(page: PageContent) -> list[PageTable]:
    """The ruled tables of a page, from the top down."""
    across, down = merged(page.across), merged(page.down)
    if len(across) + len(down) > MOST_RULES:
        return []
    made = [
        table
        for rows, columns in _components(across, down)
        if (table := _table(page, rows, columns)) is not None and not _is_half_ruled(table)
    ]
    return sorted(_outermost(made), key=lambda each: (each.box[1], each.box[0]))


def is_drawing(page: PageContent) -> bool:
    """Whether a page has so many lines that no tables are sought among them."""
    return len(merged(page.across)) + len(merged(page.down)) > MOST_RULES


def _is_half_ruled(table: PageTable) -> bool:
    """Whether lines part the rows and not the columns: figures stand side by side in its cells."""
    crowded = {place.row for place in table.places if CROWDED.search(halfwidth(place.text))}
    rows = {place.row for place in table.places if place.text}
    return len(table.xs) == 2 or len(crowded) >= max(FEWEST_CROWDED, CROWD * len(rows))


def merged(rules: Iterable[Rule]) -> list[Rule]:
    """Pieces of the same line as one: near in position, touching or overlapping."""
    made: list[Rule] = []
    for at, group in _by_position(rules):
        current: Rule | None = None
        for piece in sorted(group, key=lambda each: each.start):
            if current and piece.start <= current.end + NEAR:
                current = Rule(at, current.start, max(current.end, piece.end))
                made[-1] = current
            else:
                current = Rule(at, piece.start, piece.end)
                made.append(current)
    return [each for each in made if each.end - each.start >= SHORTEST]


def _by_position(rules: Iterable[Rule]) -> list[tuple[float, list[Rule]]]:
    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda each: each.at):
        if groups and rule.at - groups[-1][0].at <= NEAR:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return [(sum(each.at for each in group) / len(group), group) for group in groups]


def _components(across: list[Rule], down: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Lines that hang together, directly or by others."""
    parent = list(range(len(across) + len(down)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for i, row in enumerate(across):
        for j, column in enumerate(down, start=len(across)):
            meets = (
                row.start - NEAR <= column.at <= row.end + NEAR
                and column.start - NEAR <= row.at <= column.end + NEAR
            )
            if meets:
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for i, row in enumerate(across):
        groups[root(i)][0].append(row)
    for j, column in enumerate(down, start=len(across)):
        groups[root(j)][1].append(column)
    return [(rows, columns) for rows, columns in groups.values() if rows and columns]


def _table(page: PageContent, rows: list[Rule], columns: list[Rule]) -> PageTable | None:
    xs = _positions([c.at for c in columns], [r.start for r in rows], [r.end for r in rows])
    ys = _positions([r.at for r in rows], [c.start for c in columns], [c.end for c in columns])
    if (len(xs) - 1) * (len(ys) - 1) < FEWEST_CELLS:
        return None
    inside = [
        each
        for each in page.chars
        if xs[0] <= each.centre[0] <= xs[-1] and ys[0] <= each.centre[1] <= ys[-1]
    ]
    if not inside:
        return None
    places = _places(page, xs, ys, _spans(xs, ys, rows, columns), inside)
    floors = _closed(ys, xs, rows)
    above, below = (_left_open(line, len(xs) - 1, floors) for line in (0, len(ys) - 1))
    marked = (_marked(each, len(ys) - 1, above, below) for each in places)
    return PageTable(page.number, xs, ys, tuple(marked))


def _left_open(line: int, columns: int, floors: set[tuple[int, int]]) -> set[int]:
    """The columns that a line does not close; none where it closes no column at all."""
    found = {each for each in range(columns) if (line, each) not in floors}
    return found if len(found) < columns else set()


def _marked(place: Place, height: int, above: set[int], below: set[int]) -> Place:
    columns = {*range(place.column, place.column + place.columns)}
    return replace(
        place,
        is_cut_above=place.row == 0 and columns <= above,
        is_cut_below=place.row + place.rows == height and columns <= below,
    )


def _positions(lines: list[float], starts: list[float], ends: list[float]) -> tuple[float, ...]:
    """Where lines stand, and the two outer ends: a table need not be closed at its sides."""
    made: list[float] = []
    for each in sorted([*lines, min(starts), max(ends)]):
        if not made or each - made[-1] > NEAR:
            made.append(each)
    return tuple(made)


def _spans(
    xs: Sequence[float], ys: Sequence[float], rows: list[Rule], columns: list[Rule]
) -> dict[tuple[int, int], tuple[int, int]]:
    """For every elementary cell, the top left cell of the merged one that it is part of."""
    walls = _closed(xs, ys, columns)  # (column line, row) that are closed
    floors = _closed(ys, xs, rows)  # (row line, column)
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(len(ys) - 1):
        for j in range(len(xs) - 1):
            if (i, j) in owner:
                continue
            right = j
            while right + 1 < len(xs) - 1 and (right + 1, i) not in walls:
                if (i, right + 1) in owner:
                    break
                right += 1
            low = i
            while low + 1 < len(ys) - 1 and _is_open(low + 1, j, right, walls, floors):
                low += 1
            for a in range(i, low + 1):
                for b in range(j, right + 1):
                    owner.setdefault((a, b), (i, j))
    return owner


def _is_open(
    row: int, left: int, right: int, walls: set[tuple[int, int]], floors: set[tuple[int, int]]
) -> bool:
    """Whether the cells of a row go on those above: nothing between, and nothing among them."""
    return all((row, column) not in floors for column in range(left, right + 1)) and all(
        (line, row) not in walls for line in range(left + 1, right + 1)
    )


def _closed(
    lines: Sequence[float], steps: Sequence[float], rules: list[Rule]
) -> set[tuple[int, int]]:
    """Which pieces of which lines are drawn, over at least the better part of the piece."""
    covered: dict[tuple[int, int], float] = defaultdict(float)
    for rule in rules:
        line = min(range(len(lines)), key=lambda at: abs(lines[at] - rule.at))
        first = max(bisect_right(steps, rule.start) - 1, 0)
        for step in range(first, len(steps) - 1):
            if steps[step] >= rule.end:
                break
            length = min(rule.end, steps[step + 1]) - max(rule.start, steps[step])
            covered[line, step] += max(length, 0) / (steps[step + 1] - steps[step])
    return {piece for piece, share in covered.items() if share >= COVERED}


def _places(
    page: PageContent,
    xs: Sequence[float],
    ys: Sequence[float],
    owner: dict[tuple[int, int], tuple[int, int]],
    chars: Iterable[Char],
) -> list[Place]:
    held: dict[tuple[int, int], list[Char]] = defaultdict(list)
    for char in chars:
        x, y = char.centre
        cell = _step(ys, y), _step(xs, x)
        held[owner[cell]].append(char)
    left_of = {
        cell: owner[cell[0], cell[1] - 1]
        for cell in set(owner.values())
        if cell[1] and (cell[0], cell[1] - 1) in owner
    }
    given = given_back(held, left_of)
    corner: dict[tuple[int, int], tuple[int, int]] = {}
    for (row, column), top in owner.items():
        low, right = corner.get(top, top)
        corner[top] = max(low, row), max(right, column)
    made = []
    for (row, column), (low, right) in sorted(corner.items()):
        box = (xs[column], ys[row], xs[right + 1], ys[low + 1])
        here = given.get((row, column))
        made.append(
            Place(
                text=text_of(here, box[0], box[2]) if here else "",
                row=row,
                column=column,
                rows=low - row + 1,
                columns=right - column + 1,
                where=where_on(page.number, page.turn, box),
            )
        )
    return made


def _step(steps: Sequence[float], at: float) -> int:
    return min(max(bisect_right(steps, at) - 1, 0), len(steps) - 2)


def _outermost(tables: list[PageTable]) -> list[PageTable]:
    """Without tables inside others: those are frames around a cell."""
    return [
        each
        for each in tables
        if not any(_is_within(each.box, other.box) for other in tables if other is not each)
    ]


def _is_within(inner: Box, outer: Box) -> bool:
    return (
        outer[0] - NEAR <= inner[0]
        and outer[1] - NEAR <= inner[1]
        and inner[2] <= outer[2] + NEAR
        and inner[3] <= outer[3] + NEAR
    )
