"""Characters to lines of text, in reading order."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from disclosures.documents.grids.several import in_one, spaced
from disclosures.documents.pdf.page import Box, Char

WORD_GAP = 0.25  # of the size: between Latin words
SPACE = re.compile(r"(?<![A-Za-z]) +| +(?![A-Za-z])")
PIECE_GAP = 0.5  # of the size: wider than between the characters of one word
FIGURE_GAP = 0.35  # of the size: between words and the figure of the next column
NARROW_GAP = 0.1  # of the size: between a figure that fills its column and the next column
FIGURE = re.compile(r"[-+]?\d[\d,]*\.\d{2,6}|[-+]?\d{1,3}(?:,\d{3})+")
PADDING = 0.6  # of the size: what cells leave free at either side, at most
COLUMN_GAP = 1.5  # of the size: between two things that stand beside each other


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters that stand close together."""

    text: str
    box: Box

    @property
    def size(self) -> float:
        """The height."""
        return self.box[3] - self.box[1]

    @property
    def centre(self) -> tuple[float, float]:
        """The middle."""
        return (self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2


@dataclass(frozen=True)
class Line:
    """One visual line: its text, its box, and the pieces that it falls into."""

    text: str
    box: Box
    size: float
    pieces: tuple[Piece, ...] = ()


def lines_of(chars: Iterable[Char]) -> list[Line]:
    """Characters grouped by height, each group from left to right, from the top down."""
    rows: list[list[Char]] = []
    for char in sorted(chars, key=lambda each: (each.centre[1], each.x0)):
        if rows and _is_beside(rows[-1], char):
            rows[-1].append(char)
        else:
            rows.append([char])
    return [_line(sorted(row, key=lambda each: each.x0)) for row in rows]


def text_of(chars: Sequence[Char], left: float, right: float) -> str:
    """The text of a cell that reaches from `left` to `right`: its lines joined as Chinese is,
    without spaces but in Latin words, and between numbers that stand apart.
    """
    lines = lines_of(chars)
    texts = [spaced(line.text, SPACE.sub("", line.text)) for line in lines]
    return in_one(texts, [_is_full(line, left, right) for line in lines])


def _is_full(line: Line, left: float, right: float) -> bool:
    """Whether one more character of its size would not have fitted into a line of a cell."""
    width = (line.box[2] - line.box[0]) / len(line.text)
    return right - left - (line.box[2] - line.box[0]) < width + 2 * PADDING * line.size


def _is_beside(row: Sequence[Char], char: Char) -> bool:
    """Whether a character stands in a row: their middles are within half a character."""
    before = row[-1]
    return abs(char.centre[1] - before.centre[1]) <= 0.4 * min(char.size, before.size)


def _line(row: Sequence[Char]) -> Line:
    size = median(each.size for each in row)
    return Line(_joined(row, size), _box(row), size, tuple(_pieces(row, size)))


def _box(row: Sequence[Char]) -> Box:
    return (
        min(each.x0 for each in row),
        min(each.top for each in row),
        max(each.x1 for each in row),
        max(each.bottom for each in row),
    )


def _pieces(row: Sequence[Char], size: float) -> Iterator[Piece]:
    begun = 0
    for at in range(1, len(row) + 1):
        if at == len(row) or _is_parted(row[begun:at], row[at], size):
            run = row[begun:at]
            yield Piece(_joined(run, size), _box(run))
            begun = at


def _is_parted(run: Sequence[Char], char: Char, size: float) -> bool:
    """Whether a new piece begins: after a gap, which behind or before a figure may be narrow."""
    gap = char.x0 - run[-1].x1
    if gap > PIECE_GAP * size:
        return True
    if char.text.isdigit() and not run[-1].text.isascii():
        return gap > FIGURE_GAP * size
    is_wider = gap > NARROW_GAP * size
    return is_wider and bool(FIGURE.fullmatch("".join(each.text for each in run)))


def _joined(row: Sequence[Char], size: float) -> str:
    words = [row[0].text]
    for before, char in pairwise(row):
        gap = char.x0 - before.x1
        if _is_overprint(before, char):
            continue
        latin = before.text[-1].isascii() and char.text[0].isascii()
        is_word = before.text[-1].isalpha() and char.text[0].isalpha()
        if gap > COLUMN_GAP * size or (latin and is_word and gap > WORD_GAP * size):
            words.append(" ")
        words.append(char.text)
    return "".join(words).strip()


def _is_overprint(before: Char, char: Char) -> bool:
    """Bold is sometimes printed as the same character twice, a hair apart."""
    near = abs(char.x0 - before.x0) < 0.2 * char.size and abs(char.top - before.top) < 1
    return near and char.text == before.text
