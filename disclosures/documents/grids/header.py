"""Where a grid's header is, and what stands above each column."""

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass
from itertools import pairwise

from disclosures.documents.grids.grid import Grid, Place
from disclosures.documents.grids.words import word

Path = tuple[str, ...]  # printed header texts above a column, from the widest down to its own

INDEX_CELL = re.compile(r"[\d=+\-()（）*]+|栏次|行次|甲|乙|丙|\*+|—+|-+")
NUMBER_CELL = re.compile(r"-?[\d,]+(?:\.\d+)?%?")
# Texts of a line above the header.
LABEL = re.compile(r"[:：]|单位\s*(?:万元|元)|公开\d*表|附件|表\d|^\d+表")
FEWEST = 2  # header words that a header row has at least


@dataclass(frozen=True)
class Header:
    """The rows `top` to before `below` are the header; `paths` has one entry a column."""

    top: int
    below: int
    paths: tuple[Path, ...]


def find_header(grid: Grid, words: Set[str]) -> Header | None:
    """The header whose words are a table's, or None. `words` are the table's own, folded."""
    best: tuple[int, Header] | None = None
    for top in range(grid.height):
        known = _known(grid, top, words)
        if len(known) < min(FEWEST, grid.width) or _has_numbers(grid, top):
            continue
        header = _header(grid, top, words)
        score = sum(word(text) in words for path in header.paths for text in set(path))
        if best is None or score > best[0]:
            best = (score, header)
        if best and top >= best[1].below:
            break
    return best[1] if best else None


def _header(grid: Grid, top: int, words: Set[str]) -> Header:
    known = [place.rows for place in grid.row(top) if word(place.text) in words]
    below = top + max(known)
    top = _raised(grid, top)
    while below < grid.height and _continues(grid, below, words):
        below = max(place.row + place.rows for place in grid.row(below))
    end = below
    while end < grid.height and _is_index_row(grid, end):
        end += 1
    return Header(top, end, _paths(grid, top, below))


def _raised(grid: Grid, top: int) -> int:
    """The row where the header begins: groups of columns may stand above the first known words."""
    while top and _is_row_of_groups(grid, top - 1):
        top -= 1
    return top


def _is_row_of_groups(grid: Grid, row: int) -> bool:
    """Several texts, of which one is over several columns, and none that labels the sheet."""
    places = [place for place in grid.row(row) if place.text]
    if len(places) < FEWEST or _has_numbers(grid, row):
        return False
    if any(LABEL.search(place.text) for place in places):
        return False
    return any(1 < place.columns < grid.width for place in places)


def _continues(grid: Grid, row: int, words: Set[str]) -> bool:
    texts = [place.text for place in grid.row(row) if place.text]
    if not texts or any(NUMBER_CELL.fullmatch(each) for each in texts):
        return False
    if len(texts) < FEWEST:
        return False
    return all(word(each) in words for each in texts) or _is_below_groups(grid, row)


def _is_below_groups(grid: Grid, row: int) -> bool:
    """Whether every text of a row stands below a cell of the row above that is wider than it."""
    above = {
        column: place
        for place in grid.row(row - 1)
        if place.text
        for column in range(place.column, place.column + place.columns)
    }
    places = [place for place in grid.row(row) if place.text]
    return all(
        place.column in above and above[place.column].columns > place.columns for place in places
    )


def _known(grid: Grid, row: int, words: Set[str]) -> set[str]:
    return {word(place.text) for place in grid.row(row)} & words


def _has_numbers(grid: Grid, row: int) -> bool:
    return any(NUMBER_CELL.fullmatch(place.text) for place in grid.row(row))


def _is_index_row(grid: Grid, row: int) -> bool:
    """A row that numbers the columns: 1, 2, 3 or 栏次, 1=2+3."""
    return numbers_columns([place.text for place in grid.row(row)])


def numbers_columns(printed: Iterable[str]) -> bool:
    """Whether the texts of a row number the columns."""
    texts = [text.replace(" ", "") for text in printed if text]
    if len(texts) < FEWEST or not all(INDEX_CELL.fullmatch(each) for each in texts):
        return False
    numbers = [int(each) for each in texts if each.isdecimal()]
    rising = all(left + 1 == right for left, right in pairwise(numbers))
    named = any(each in ("栏次", "行次", "甲") for each in texts)
    return named or (rising and len(numbers) >= FEWEST and numbers[0] <= 1)


def _paths(grid: Grid, top: int, below: int) -> tuple[Path, ...]:
    rows = [_line(grid, row) for row in range(top, below)]
    return tuple(
        _distinct(_above(rows, column, depth) for depth in range(len(rows)))
        for column in range(grid.width)
    )


def _line(grid: Grid, row: int) -> list[Place | None]:
    """For each column, the place that covers it in this row."""
    line: list[Place | None] = [None] * grid.width
    for place in grid.places:
        if place.row <= row < place.row + place.rows:
            for column in range(place.column, min(place.column + place.columns, grid.width)):
                line[column] = place
    return line


def _above(rows: list[list[Place | None]], column: int, depth: int) -> str:
    place = rows[depth][column]
    if place is not None and place.text:
        return place.text
    under = any(_text(row[column]) for row in rows[depth + 1 :])
    return _group_to_the_left(rows, column, depth) if under else ""


def _group_to_the_left(rows: list[list[Place | None]], column: int, depth: int) -> str:
    """A group's text printed over its first column alone, without a merge."""
    for left in range(column - 1, -1, -1):
        if any(rows[above][left] is not rows[above][column] for above in range(depth)):
            return ""
        place = rows[depth][left]
        if text := _text(place):
            has_below = any(
                _text(row[left]) and row[left] is not place for row in rows[depth + 1 :]
            )
            return text if has_below else ""
    return ""


def _text(place: Place | None) -> str:
    return place.text if place else ""


def _distinct(texts: Iterable[str]) -> Path:
    path: list[str] = []
    for text in texts:
        if text and (not path or path[-1] != text):
            path.append(text)
    return tuple(path)
