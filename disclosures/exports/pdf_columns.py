"""How wide each column of a table is on a page of PDF, and how large its letters.

An amount is never broken while letters of a readable size leave room for it: a figure that runs
into its neighbour is a wrong figure. Widths are in points, measured in the fonts of the page.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from disclosures.exports.statutory import PrintedTable, printed
from disclosures.tables.layout import spans

PAGE = 762.0  # points between the margins of a landscape A4
TALLEST = 300.0  # points of a cell that must stand on one page
LEADING = 1.6  # of the letters' size: from line to line
LARGEST, SMALLEST, STEP = 8.5, 2.5, 0.5
INSET = 2.0  # points at the left and the right of a cell
NARROWEST = 2.2  # em: two Chinese characters
WIDEST = 24.0  # em that a text wants at most before it is set in several lines
SPARE = 0.01  # em: a column that is just as wide as its amount holds it
CHINESE, CAPITAL, LATIN, MARK = 1.0, 0.98, 0.62, 0.4  # em
UNBROKEN = re.compile(r"[!-~]+")  # what a line is not broken in


@dataclass(frozen=True)
class Columns:
    """The widths of a table's columns and the size of its letters, in points."""

    widths: tuple[float, ...]
    size: float

    def is_tall(self, column: int, text: str) -> bool:
        """Whether a text may have to go on over the page; every other row stays whole."""
        room = (self.widths[column] - 2 * INSET) / self.size
        return width_of(text) / room * self.size * LEADING > TALLEST

    def lines(self, column: int, text: str) -> list[str]:
        """The text of a cell, broken by force where a word alone is wider than its column."""
        room = (self.widths[column] - 2 * INSET) / self.size + SPARE
        if all(width_of(each) <= room for each in UNBROKEN.findall(text)):
            return [text]
        return [*_chunks(text, room)]


def columns_of(table: PrintedTable) -> Columns:
    """The columns of a table that has a header."""
    count = sum(cell.colspan for cell in table.layout.header[0])
    least, wanted = [NARROWEST] * count, [NARROWEST] * count
    for column, text in _texts(table):
        unbroken = max(map(width_of, UNBROKEN.findall(text)), default=0.0)
        least[column] = max(least[column], unbroken)
        wanted[column] = max(wanted[column], min(width_of(text), WIDEST))
    room = PAGE - 2 * INSET * count
    size = LARGEST
    while size > SMALLEST and size * sum(least) > room:
        size -= STEP
    return Columns(tuple(2 * INSET + each for each in _shared(least, wanted, size, room)), size)


def width_of(text: str) -> float:
    """The width of a text in one line, in em; rather too wide than too narrow."""
    return sum(map(_width, text))


def _width(char: str) -> float:
    if not char.isascii():
        return CHINESE
    if char.isupper() or char in "mw@%&":
        return CAPITAL
    return LATIN if char.isalnum() else MARK if char in ",.-'" else LATIN


def _texts(table: PrintedTable) -> Iterator[tuple[int, str]]:
    """The text of each cell that is in one column alone, with that column."""
    for (_, left, _, right), cell in spans(table.layout.header):
        if left == right:  # a head may well stand in several lines
            yield left, cell.text if table.is_kept else cell.text[: int(NARROWEST) * 2]
    for line in table.layout.body:
        for column, body in enumerate(line):
            yield column, printed(body.cell)


def _shared(
    least: Sequence[float], wanted: Sequence[float], size: float, room: float
) -> list[float]:
    """Each column what it needs at the least, then by what it wants; what is left, to all."""
    needed = size * sum(least)
    if needed >= room:
        return [size * each * room / needed for each in least]
    more = [size * (w - e) for w, e in zip(wanted, least, strict=True)]
    given = min(1.0, (room - needed) / sum(more)) if sum(more) else 0.0
    made = [size * e + given * m for e, m in zip(least, more, strict=True)]
    return [each * room / sum(made) for each in made]


def _chunks(text: str, room: float) -> Iterator[str]:
    line = ""
    for char in text:
        if line and width_of(line + char) > room:
            yield line
            line = ""
        line += char
    yield line
