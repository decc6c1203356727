"""Where on a page a table without lines begins and ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from disclosures.classification.money import halfwidth
from disclosures.documents.forms.meaning import is_title
from disclosures.documents.grids.header import numbers_columns
from disclosures.documents.pdf.lines import Line, Piece
from disclosures.documents.pdf.page import Box
from disclosures.documents.pdf.unruled.spacing import drawn_together

NUMBER = re.compile(r"[-+]?(?:\d[\d,]*)?\.?\d+%?")
AMOUNT = re.compile(r"[-+]?\d[\d,]*\.\d+%?|[-+]?\d{1,3}(?:,\d{3})+|0")
CAPTION = re.compile(
    r"(?:单位|部门|编制|填报|日期|金额|年度)\S{0,8}[:：]|^(?:预算|公开|附)?(?:表\d+|\d+(?:-\d+)?表)$"
)
NOTE = re.compile(r"[（(]?(?:注|说明|备注|附注)\d*[:：、]")
SENTENCE = re.compile(r".*[。；]$")
LEADER = re.compile(r"[.．…·]{4,}")
FAR = 4.0  # characters: words further below than this begin something else
FARTHEST = 30.0  # characters: figures further below do; rows between may be blank
INSIDE = 0.25  # of the table's width: a sentence that begins further right is in a column
BESIDE = 1.0  # characters between two things that stand beside each other
CLOSE = 0.9  # characters: a line this near below another may go on with it
WIDE = 0.6  # of the table's width: a single text this wide is a sentence
ALIKE = 0.1  # of the size: letters of one size
FEWEST_ROWS = 2
HEADS = 2  # lines above one that may be of the headings it goes on


@dataclass(frozen=True)
class Row:
    """A visual line of a table, as its pieces."""

    pieces: tuple[Piece, ...]
    box: Box

    @property
    def is_columnar(self) -> bool:
        """Whether things stand beside each other in it."""
        return any(
            after.box[0] - before.box[2] >= BESIDE * before.size
            for before, after in pairwise(self.pieces)
        )

    @property
    def has_numbers(self) -> bool:
        """Whether a number stands in it by itself."""
        return any(is_number(each.text) for each in self.pieces)


@dataclass(frozen=True)
class Region:
    """The lines `start` to before `stop` of a page; the first `header` of `rows` hold no number.

    A row that only numbers the columns is none of the `rows`.
    """

    start: int
    stop: int
    rows: tuple[Row, ...]
    header: int

    @property
    def box(self) -> Box:
        """The outline."""
        boxes = [each.box for each in self.rows]
        return (
            min(each[0] for each in boxes),
            min(each[1] for each in boxes),
            max(each[2] for each in boxes),
            max(each[3] for each in boxes),
        )


def is_number(text: str) -> bool:
    """Whether a text is a number and nothing else."""
    return bool(NUMBER.fullmatch(halfwidth(text)))


def is_amount(text: str) -> bool:
    """Whether a number is printed as amounts are: with decimals or thousands, or 0."""
    return bool(AMOUNT.fullmatch(halfwidth(text)))


def regions_of(lines: Sequence[Line]) -> list[Region]:
    """The tables among the lines of a page, from the top down."""
    rows = _rows(lines)
    made: list[Region] = []
    at = 0
    while at < len(rows):
        if not _opens(lines[at], rows[at]):
            at += 1
            continue
        stop = _end(lines, rows, at)
        start = _begin(lines, rows, at, made[-1].stop if made else 0)
        if region := _region(rows, start, stop):
            made.append(region)
        at = stop
    return made


def _rows(lines: Sequence[Line]) -> list[Row]:
    made: list[Row] = []
    for line in lines:
        heads = [p for row in made[-HEADS:] if not row.has_numbers for p in row.pieces]
        made.append(Row(drawn_together(line.pieces, heads), line.box))
    return made


def _is_apart(line: Line) -> bool:
    """Whether a line is a title, a caption or a note: beside tables, not in them."""
    words = line.text.replace(" ", "")
    return bool(
        CAPTION.search(words) or NOTE.match(words) or LEADER.search(words) or is_title(words)
    )


def _opens(line: Line, row: Row) -> bool:
    return row.is_columnar and not (_is_apart(line) and not row.has_numbers)


def _end(lines: Sequence[Line], rows: Sequence[Row], start: int) -> int:
    """The line after the last of a table that opens at `start`."""
    last = at = start
    while at + 1 < len(rows):
        at += 1
        above, row = rows[at - 1], rows[at]
        size = max(lines[at].size, lines[at - 1].size)
        far = FARTHEST if row.is_columnar and row.has_numbers else FAR
        if row.box[1] - above.box[3] > far * size or _closes(lines, rows, start, at):
            break
        if row.is_columnar or (last == at - 1 and _is_close(above, row, size)):
            last = at
    return last + 1


def _is_close(above: Row, row: Row, size: float) -> bool:
    return row.box[1] - above.box[3] < CLOSE * size


def _closes(lines: Sequence[Line], rows: Sequence[Row], start: int, at: int) -> bool:
    if _is_apart(lines[at]) and not (rows[at].is_columnar and rows[at].has_numbers):
        return True
    left = min(each.box[0] for each in rows[start:at])
    width = max(each.box[2] for each in rows[start:at]) - left
    if len(rows[at].pieces) > 1 or rows[at].box[0] > left + INSIDE * width:
        return False
    is_sentence = bool(SENTENCE.match(lines[at].text))
    return is_sentence or rows[at].box[2] - rows[at].box[0] > WIDE * width


def _begin(lines: Sequence[Line], rows: Sequence[Row], at: int, floor: int) -> int:
    """The header's first line: what stands between the line with the unit and the columns."""
    start = at
    while start > floor and not _is_apart(lines[start - 1]):
        start -= 1
    is_captioned = start > floor and CAPTION.search(lines[start - 1].text.replace(" ", ""))
    opens_page = start == 0 and all(_is_headline(line, lines[at]) for line in lines[:at])
    return start if (is_captioned or opens_page) and at - start <= FEWEST_ROWS else at


def _is_headline(line: Line, below: Line) -> bool:
    """Whether a line at the top of a page is set as the header below it is, and near it."""
    near = below.box[1] - line.box[3] < FAR * below.size
    return near and abs(line.size - below.size) < ALIKE * below.size


def _is_index(row: Row) -> bool:
    return numbers_columns([each.text for each in row.pieces])


def _region(rows: Sequence[Row], start: int, stop: int) -> Region | None:
    chosen = tuple(each for each in rows[start:stop] if not _is_index(each))
    header = next((at for at, row in enumerate(chosen) if row.has_numbers), len(chosen))
    numbered = sum(row.has_numbers and row.is_columnar for row in chosen)
    amounts = any(is_amount(piece.text) for row in chosen for piece in row.pieces)
    if numbered < FEWEST_ROWS - (header > 0) or not amounts:
        return None
    return Region(start, stop, chosen, header)
