"""The narrative without blanks, by lines, each character led back to the document's own text."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from disclosures.classification.money import Unit, halfwidth, parse_number
from disclosures.records.narrative import Narrative
from disclosures.rules.amount import Amount, places_of
from disclosures.tables.book import Where

NUMBER = r"(?<![\d.])(?<!\d,)(?:\d{1,3}(?:,\d{3})+|\d{1,14})(?:\.\d{1,6})?(?![\d.])(?!,\d{3})"
UNIT = r"万元|元"
UP = r"增加|增长|上升|提高|增幅|上涨"
DOWN = r"减少|下降|降低|减低|减幅|降幅"
DIRECTION = rf"(?:{UP}|{DOWN})"
IS_DOWN = re.compile(DOWN)
LONGEST = 5000  # characters of a line in which sums are looked for


def amount(name: str) -> str:
    """The pattern of an amount of money with its unit, as two groups."""
    return rf"(?P<{name}>{NUMBER})(?P<{name}_unit>{UNIT})"


AMOUNT = re.compile(amount("any"))


@dataclass(frozen=True)
class Line:
    """One line of the squeezed text; `origin` leads its characters back."""

    text: str
    origin: tuple[int, ...]
    section: str

    def where(self, match: re.Match[str]) -> Where:
        """The place of a match in the document's own text."""
        start, end = self.origin[match.start()], self.origin[match.end() - 1] + 1
        return {"section": self.section, "start": start, "end": end}

    def amounts(self, before: int, start: int = 0) -> Iterator[Decimal]:
        """The amounts printed before a place, in 元."""
        for found in AMOUNT.finditer(self.text, start, before):
            yield yuan(found, "any")


@dataclass(frozen=True)
class Prose:
    """The lines of a narrative."""

    narrative: Narrative

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line that prints a number."""
        text = halfwidth(self.narrative.text)
        starts = [each.start for each in self.narrative.sections]
        found, at = [], 0
        for raw in text.split("\n"):
            kept = [place for place in range(at, at + len(raw)) if not text[place].isspace()]
            if kept and len(kept) <= LONGEST and any(text[place].isdecimal() for place in kept):
                number = max(0, bisect_right(starts, at) - 1)
                label = str(self.narrative.sections[number].number) if starts else "0"
                found.append(Line("".join(text[place] for place in kept), tuple(kept), label))
            at += len(raw) + 1
        return tuple(found)

    def matches(self, pattern: re.Pattern[str]) -> Iterator[tuple[Line, re.Match[str]]]:
        """Every match of a pattern with the line that it stands in."""
        for line in self.lines:
            for match in pattern.finditer(line.text):
                yield line, match


def yuan(match: re.Match[str], name: str) -> Decimal:
    """An amount of a match in 元."""
    return parse_number(match[name]) * Unit(match[f"{name}_unit"]).yuan


def told_amount(line: Line, match: re.Match[str], name: str, label: str) -> Amount:
    """An amount of a match as rules compare it."""
    value = parse_number(match[name])
    start = line.origin[match.start(name)]
    end = line.origin[match.end(f"{name}_unit") - 1] + 1
    where = {"section": line.section, "start": start, "end": end}
    unit = match[f"{name}_unit"]
    return Amount(label, value * Unit(unit).yuan, unit, places_of(value), where=where)


def signed(match: re.Match[str], name: str, direction: str) -> Decimal:
    """A change or percentage with the sign of its direction word."""
    is_money = f"{name}_unit" in match.re.groupindex
    value = yuan(match, name) if is_money else parse_number(match[name])
    return -value if IS_DOWN.fullmatch(match[direction] or "") else value


def half(match: re.Match[str], name: str) -> Decimal:
    """Half of the last printed place of an amount, in 元: what rounding may have taken."""
    places = places_of(parse_number(match[name]))
    return Unit(match[f"{name}_unit"]).yuan.scaleb(-places) / 2
