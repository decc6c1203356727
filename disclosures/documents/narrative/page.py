"""A narrative being read: the text, its sections, and what has been stated so far."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from disclosures.classification.figures import NUMERIC, Kind, figure_of
from disclosures.classification.money import Unit, parse_number, to_yuan
from disclosures.documents.narrative.wording import folded
from disclosures.records.narrative import Doubt, Section, Statement

Span = tuple[int, int]
LARGEST_COUNT = Decimal(10) ** 9
LARGEST_YUAN = Decimal(10) ** 15
SENTENCE_END = re.compile(r"[。\n]")


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
        self.folded = folded(self.text)

    def span(self, number: int) -> Span | None:
        """Where the body of a section stands, without its heading."""
        found = next((each for each in self.sections if each.number == number), None)
        if found is None:
            return None
        line = self.folded.find("\n", found.start, found.end)
        return (line + 1 if line >= 0 else found.end, found.end)

    def search(self, pattern: str, span: Span) -> re.Match[str] | None:
        """The first match of a pattern inside a span."""
        return re.compile(pattern).search(self.folded, *span)

    def all(self, pattern: str, span: Span) -> Iterator[re.Match[str]]:
        """Every match of a pattern inside a span."""
        return re.compile(pattern).finditer(self.folded, *span)

    def sentence(self, start: int, end: int) -> Span:
        """The sentence around a span: from the last stop before it to the next after it."""
        left = max(self.folded.rfind("。", 0, start), self.folded.rfind("\n", 0, start)) + 1
        stop = SENTENCE_END.search(self.folded, end)
        right = len(self.text) if stop is None else stop.start() + (stop.group() == "。")
        return left, right

    def doubt(self, message: str, start: int, end: int) -> None:
        """Say that something could not be read surely."""
        self.doubts.append(Doubt(message, start, end))

    def state(
        self,
        key: str,
        value: Decimal | str,
        span: Span,
        section: str,
        *,
        unit: str | None = None,
        items: Iterable[str] = (),
    ) -> None:
        """Record a statement; a second, different one is kept as a repeat and doubted."""
        start, end = span
        kind = figure_of(key).kind
        made = Statement(
            key=key,
            value=value,
            unit=figure_of(key).unit if unit is None else unit,
            printed=self.text[start:end],
            section=section,
            start=start,
            end=end,
            items=tuple(items),
            sentence=self.sentence(start, end),
        )
        before = self.statements.setdefault(key, made)
        if before is made:
            return
        self.repeats.append(made)
        if kind in NUMERIC and (before.value, before.unit) != (made.value, made.unit):
            self.doubt(
                f"“{figure_of(key).label}”前后不一：{before.printed} 与 {made.printed}", start, end
            )

    def number(
        self,
        key: str,
        match: re.Match[str],
        section: str,
        *,
        sign: int = 1,
        start: int | None = None,
    ) -> None:
        """Record the number of a match (groups `number` and, for money, `unit`)."""
        value = parse_number(match["number"]) * sign
        begin = match.start("number") if start is None else start
        if figure_of(key).kind is not Kind.MONEY:
            if not _is_plausible(value, figure_of(key).kind):
                self._refuse(key, match, begin, match.end("number"))
                return
            self.state(key, value, (begin, match.end("number")), section)
            return
        unit = match["unit"]
        if unit is None and value != 0:
            self.doubt(f"“{figure_of(key).label}”没有印出单位", begin, match.end("number"))
            return
        end = match.end("unit") if unit else match.end("number")
        name = {"万": "万元", None: self.unit}.get(unit, unit)
        if name != self.unit and value != 0:
            self.doubt(f"“{figure_of(key).label}”的单位与全文不同：{unit}", begin, end)
        if not _is_storable(value, name):
            self._refuse(key, match, begin, end)
            return
        self.state(key, value, (begin, end), section, unit=name)

    def _refuse(self, key: str, match: re.Match[str], start: int, end: int) -> None:
        self.doubt(
            f"“{figure_of(key).label}”印作 {match['number']}，超出可能的范围或精度，没有采用",
            start,
            end,
        )


def _is_plausible(value: Decimal, kind: Kind) -> bool:
    """Whether a number can be what it is said to be: a count is whole, nothing is astronomical."""
    return abs(value) < LARGEST_COUNT and (
        kind is not Kind.COUNT or value == value.to_integral_value()
    )


def _is_storable(value: Decimal, unit: str) -> bool:
    """Whether an amount is exact to the fen and below what any city has."""
    try:
        return abs(to_yuan(value, Unit(unit))) < LARGEST_YUAN
    except (ValueError, InvalidOperation):
        return False
