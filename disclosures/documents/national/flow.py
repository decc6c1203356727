"""The narrative as it flows: wrapped lines joined, stray blanks and page furniture left out.

Text out of a PDF breaks lines inside sentences, spaces out its letters and drops page numbers
and running titles between words. The reader matches on the flow; `Flow.origin` leads each of its
characters back to the document's own text.
"""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from disclosures.documents.narrative.page import Span
from disclosures.documents.narrative.wording import NUMERALS, masked

BLANK = re.compile(r"[^\S\n]+")
NUMERIC = re.compile(r"[\d.,%]")
PAGE_NUMBER = re.compile(
    r"[ ]*(?:-+[ ]*)?\d{1,3}(?:[ ]*-+)?[ ]*|[ ]*第[ ]*\d{1,3}[ ]*页[^\n]{0,12}"
)
RUNNING_TITLE = re.compile(
    r"[^\n。;:]{0,40}20\d\d[ ]*年度?[^\n。;:]{0,24}(?:预算|决算)(?:公开)?(?:文件|说明)?"
)
REPEATED = 3  # a title met on this many lines runs along the pages
HEADING = re.compile(
    rf"[ ]*(?:第[{NUMERALS}]{{1,3}}部分|[{NUMERALS}]{{1,3}}[ ]*[、.]|\([{NUMERALS}]{{1,3}}\)"
    r"|\d{1,2}[ ]*[.、](?![ ]*\d)|\(\d{1,2}\)|[①-⑳])"
)
ENDS = tuple("。;:!?")
HAN = re.compile(r"[\u4e00-\u9fff]")
FEWEST_HAN = 10  # a line with fewer is a cell of a table or a heading, never a wrapped sentence
SPACED_YEAR = re.compile(r"(?<!\d)2[ ]0[ ]\d[ ]\d(?=[ ]?年)")
UNIT_START = re.compile(r"[ ]*(?:万?元|%|个百分点)")
NARROW = 0.7  # of the width that lines run to: a heading that ends before it is whole


@dataclass(frozen=True)
class Flow:
    """The flowing text with, for each of its characters, the place in the document."""

    text: str
    origin: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """A span of the flow as a span of the document."""
        if end <= start:
            at = self.origin[start] if start < len(self.origin) else len(self.origin)
            return at, at
        return self.origin[start], self.origin[end - 1] + 1

    def at(self, place: int) -> int:
        """The first place of the flow at or after one of the document."""
        return bisect_left(self.origin, place)


def flow_of(text: str) -> Flow:
    """The flow of a document's text."""
    plain = masked(text)
    kept: list[int] = []
    lines = _lines(plain)
    width = _width(plain, lines)
    for (start, end), following in zip(lines, [*lines[1:], (0, 0)], strict=False):
        kept += _squeezed(plain, start, end)
        if end < len(plain) and not _wraps(plain[start:end], plain[slice(*following)], width):
            kept.append(end)
    return Flow("".join(text[at] for at in kept), tuple(kept))


def _lines(plain: str) -> list[Span]:
    """The lines of the text without empty ones, page numbers and running titles."""
    found, at = [], 0
    for line in plain.split("\n"):
        found.append((at, at + len(line)))
        at += len(line) + 1
    words = ["".join(plain[start:end].split()) for start, end in found]
    often = Counter(words)
    return [
        span
        for span, line in zip(found, words, strict=True)
        if line
        and not PAGE_NUMBER.fullmatch(line)
        and not (often[line] >= REPEATED and RUNNING_TITLE.fullmatch(line))
    ]


def _squeezed(plain: str, start: int, end: int) -> list[int]:
    """The places of a line without its blanks, but for those between two numbers."""
    kept: list[int] = []
    years = [year.span() for year in SPACED_YEAR.finditer(plain, start, end)]
    at = start
    while at < end:
        blank = BLANK.match(plain, at, end)
        if blank is None:
            kept.append(at)
            at += 1
            continue
        at = blank.end()
        if any(first <= blank.start() < last for first, last in years):
            continue
        if kept and at < end and NUMERIC.match(plain[kept[-1]]) and NUMERIC.match(plain[at]):
            kept.append(blank.start())
    return kept


def _width(plain: str, lines: list[Span]) -> int:
    """How many characters the lines of prose run to: what nine in ten of them stay within."""
    lengths = sorted(
        len("".join(line.split()))
        for start, end in lines
        if len(HAN.findall(line := plain[start:end])) >= FEWEST_HAN
    )
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _wraps(line: str, following: str, width: int) -> bool:
    """Whether a line runs on in the next one."""
    said = line.rstrip()
    if not following or said.endswith(ENDS) or HEADING.match(following):
        return False
    if HEADING.match(line) and len("".join(line.split())) < NARROW * width:
        return False
    if UNIT_START.match(following) and said[-1].isdecimal():
        return True
    return len(HAN.findall(line)) >= FEWEST_HAN
