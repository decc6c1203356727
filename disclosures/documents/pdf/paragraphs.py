"""Visual lines to paragraphs: a sentence that was broken over lines or pages is one again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from disclosures.documents.pdf.lines import Line
from disclosures.documents.pdf.page import Box

HEADING = re.compile(
    r"第[一二三四五六七八九十]+(?:部分|章|节)|[一二三四五六七八九十]+[、.．]"
    r"|[（(][一二三四五六七八九十]+[)）]|\d{1,2}[、.．](?!\d)|[（(]\d{1,2}[)）]|[①-⑳]"
    r"|附件|附表|目\s*录"
)
ENDS = "。！？；：;:"
LEADER = re.compile(r"[.．…·]{4,}")
INDENT = 1.2  # characters: a line that begins further in opens a paragraph
SHORT = 2.5  # characters of room left at the right: a line that leaves more has ended


@dataclass(frozen=True)
class TextLine:
    """A visual line in the text: its span, its page and its box there."""

    start: int
    end: int
    page: int
    box: Box


def joined(pages: Sequence[tuple[int, Sequence[Line]]]) -> tuple[str, tuple[TextLine, ...]]:
    """The text of all pages, a paragraph a line, and where each visual line went.

    `pages` are (page number, lines).
    """
    text: list[str] = []
    placed: list[TextLine] = []
    length = 0
    before: Line | None = None
    margin = 0.0
    for number, lines in pages:
        right = _right_margin(lines)
        left = _left_margin(lines)
        for line in lines:
            if before is not None:
                gap = _between(before, line, margin, left)
                text.append(gap)
                length += len(gap)
            text.append(line.text)
            placed.append(TextLine(length, length + len(line.text), number, _rounded(line.box)))
            length += len(line.text)
            before, margin = line, right
    return "".join([*text, "\n"]), tuple(placed)


def _rounded(box: Box) -> Box:
    return round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1)


def _right_margin(lines: Sequence[Line]) -> float:
    """Where full lines of a page end: the place that most lines nearly reach."""
    ends = sorted(line.box[2] for line in lines)
    return ends[int(0.9 * (len(ends) - 1))] if ends else 0.0


def _left_margin(lines: Sequence[Line]) -> float:
    """Where lines of a page begin that do not open a paragraph."""
    begins = sorted(line.box[0] for line in lines)
    return begins[int(0.1 * (len(begins) - 1))] if begins else 0.0


def _between(before: Line, line: Line, margin: float, left: float) -> str:
    """What stands between two visual lines: nothing within a paragraph, else a new line."""
    ended = before.box[2] < margin - SHORT * before.size
    ended |= before.text[-1] in ENDS and line.box[0] > left + INDENT * line.size
    other = abs(before.size - line.size) > 0.2 * max(before.size, line.size)
    if ended or other or HEADING.match(line.text) or LEADER.search(before.text):
        return "\n"
    latin = before.text[-1].isascii() and before.text[-1].isalpha() and line.text[0].isascii()
    return " " if latin and line.text[0].isalpha() else ""
