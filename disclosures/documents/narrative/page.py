"""A narrative being read: the text, its sections, and what has been stated so far."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice

from disclosures.classification.figures import NUMERIC, figure_of
from disclosures.documents.narrative.wording import NUMERALS, masked, mended
from disclosures.records.narrative import Doubt, Section, Statement

Span = tuple[int, int]
SENTENCE_END = re.compile(r"[。\n]")
LONGEST = 4000  # characters a sentence may reach to either side; bounds the time on hostile text
HEADING_NUMERAL = re.compile(rf"[ ]*([{NUMERALS}]{{1,3}})[ ]*[、.,．]")


@dataclass
class Page:
    """Collects statements; the first statement of a key stands, later ones are repeats."""

    text: str
    sections: tuple[Section, ...] = ()
    unit: str = ""
    year: int | None = None
    statements: dict[str, Statement] = field(default_factory=dict)
    repeats: list[Statement] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    folded: str = ""

    def __post_init__(self) -> None:
        self.folded = mended(masked(self.text))

    def section(self, number: int) -> Section | None:
        """A section by what it speaks of, 1 to 9."""
        return next((each for each in self.sections if each.number == number), None)

    def span(self, number: int) -> Span | None:
        """Where the body of a section stands, without its heading."""
        found = self.section(number)
        if found is None:
            return None
        return (min(found.end, found.start + self._heading(found)), found.end)

    def label(self, number: int) -> str:
        """The numeral that the document itself prints before a section's heading."""
        found = self.section(number)
        printed = HEADING_NUMERAL.match(self.folded, found.start) if found else None
        return printed[1] if printed else NUMERALS[number - 1]

    def label_at(self, at: int) -> str:
        """The numeral of the section that a place stands in."""
        inside = (each for each in self.sections if each.start <= at < each.end)
        found = next(inside, None)
        return self.label(found.number) if found else "0"

    def _heading(self, section: Section) -> int:
        lead = len(self.text[section.start : section.end]) - len(
            self.text[section.start : section.end].lstrip()
        )
        return lead + len(section.heading)

    def search(self, pattern: str, span: Span) -> re.Match[str] | None:
        """The first match of a pattern inside a span."""
        return re.compile(pattern).search(self.folded, *span)

    def all(self, pattern: str, span: Span, most: int = 200) -> Iterator[re.Match[str]]:
        """The matches of a pattern inside a span, no more than any narrative has."""
        return islice(re.compile(pattern).finditer(self.folded, *span), most)

    def stop(self, at: int, end: int) -> int:
        """The next full stop, or `end`; a line may break inside a sentence."""
        found = self.folded.find("。", at, end)
        return end if found < 0 else found

    def sentence(self, start: int, end: int) -> Span:
        """The sentence around a span: from the last stop before it to the next after it."""
        floor, roof = max(0, start - LONGEST), min(len(self.text), end + LONGEST)
        left = max(floor - 1, *(self.folded.rfind(mark, floor, start) for mark in "。\n")) + 1
        stop = SENTENCE_END.search(self.folded, end, roof)
        right = roof if stop is None else stop.start() + (stop.group() == "。")
        return left, right

    def doubt(self, message: str, start: int, end: int) -> None:
        """Say, once for a place, that something could not be read surely."""
        made = Doubt(message, start, max(start, end))
        if made not in self.doubts:
            self.doubts.append(made)

    def state(
        self,
        key: str,
        value: Decimal | str,
        span: Span,
        section: str,
        *,
        unit: str | None = None,
        items: Iterable[str] = (),
    ) -> bool:
        """Record a statement; a second, different one is kept as a repeat and doubted.

        Returns whether it is the first of its key.
        """
        start, end = span
        figure = figure_of(key)
        made = Statement(
            key=key,
            value=value,
            unit=figure.unit if unit is None else unit,
            printed=self.text[start:end],
            section=section,
            start=start,
            end=end,
            items=tuple(items),
            sentence=self.sentence(start, end),
        )
        before = self.statements.setdefault(key, made)
        if before is made:
            return True
        if any(each.start == start and each.key == key for each in (before, *self.repeats)):
            return False
        self.repeats.append(made)
        if figure.kind in NUMERIC and not _same(before, made):
            self.doubt(
                f"“{figure.label}”前后不一：{_placed(before)} 与 {_placed(made)}", start, end
            )
        return False


def _placed(statement: Statement) -> str:
    """三(一)的“1.00万元”: where a figure stands, for someone who looks it up."""
    return f"{statement.section}的“{statement.printed}”"


def _same(one: Statement, other: Statement) -> bool:
    if one.figure.unit or one.unit == other.unit:
        return one.value == other.value
    return one.yuan == other.yuan
