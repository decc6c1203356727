"""A section of a narrative for reading beside the draft: its sentences, one of them marked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclosures.records.disclosure import Revision
from disclosures.records.narration import NarrativeSection

SENTENCE = re.compile(r"[^。；\n]*[。；]|[^。；\n]+|\n")


@dataclass(frozen=True)
class Sentence:
    """One sentence with its span; `marked` is the part of it that is looked at."""

    start: int
    end: int
    before: str
    marked: str = ""
    after: str = ""

    @property
    def text(self) -> str:
        """The whole of it."""
        return f"{self.before}{self.marked}{self.after}"


@dataclass(frozen=True)
class Passage:
    """One section: number and heading, and paragraphs of sentences."""

    number: int
    heading: str
    paragraphs: tuple[tuple[Sentence, ...], ...]


def passage(revision: Revision, start: int, end: int) -> Passage:
    """The section around a span, the span marked."""
    section = (
        revision.narrativesection_set.filter(start__lte=start, end__gt=start)
        .order_by("start")
        .last()
    )
    number, heading = (section.number, str(section)) if section else (0, "")
    left, right = (section.start, section.end) if section else (0, len(revision.text))
    return Passage(number, heading, tuple(_paragraphs(revision.text, left, right, start, end)))


def section_span(section: NarrativeSection) -> tuple[int, int]:
    """The place of a section's heading: where one begins to read."""
    return section.start, section.start + len(section.heading)


def sentence_span(revision: Revision, quote: str, section: int | None) -> tuple[int, int] | None:
    """Where a quoted sentence stands now, first in its section; None when it is there no more."""
    sections = revision.narrativesection_set
    own = sections.filter(number=section).first() if section is not None else None
    for begin in (own.start if own else 0, 0):
        at = revision.text.find(quote, begin)
        if quote and at >= 0:
            return at, at + len(quote)
    return section_span(own) if own else None


def _paragraphs(
    text: str, left: int, right: int, start: int, end: int
) -> Iterator[tuple[Sentence, ...]]:
    line: list[Sentence] = []
    for found in SENTENCE.finditer(text, left, right):
        if found.group() != "\n":
            line.append(_sentence(text, *found.span(), start, end))
        elif line:
            yield tuple(line)
            line = []
    if line:
        yield tuple(line)


def _sentence(text: str, opens: int, closes: int, start: int, end: int) -> Sentence:
    first, last = max(opens, start), min(closes, end)
    if first >= last:
        return Sentence(opens, closes, text[opens:closes])
    return Sentence(opens, closes, text[opens:first], text[first:last], text[last:closes])
