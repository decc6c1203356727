"""A department's figure over the years as bars: budget, adjusted budget and final side by side.

Sizes are in the units of the chart's own drawing, HEIGHT high; a year takes SLOT of its width. A
year that does not tell is a gap, a reform a line between two years.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from disclosures.classification.figures import LISTED
from disclosures.pages.amounts import Show, shown
from disclosures.pages.lineage import Lineage, yuan_of
from disclosures.records.disclosure import Kind

SLOT, BAR, HEIGHT = 96, 24, 140
PLACES = Decimal("0.01")
ADJUSTED = "adjusted"
NAMES = {Kind.BUDGET: "预算", ADJUSTED: "全年预算数", Kind.FINAL: "决算"}


@dataclass(frozen=True)
class Bar:
    """One amount in 万元, and where it is drawn."""

    kind: str
    text: str
    left: int
    top: Decimal
    height: Decimal

    @property
    def middle(self) -> int:
        """The middle of the bar, for its words."""
        return self.left + BAR // 2


@dataclass(frozen=True)
class Slot:
    """One year; without bars it was not disclosed."""

    year: int
    left: int
    bars: tuple[Bar, ...]

    @property
    def middle(self) -> int:
        """The middle of the year, for its words."""
        return self.left + SLOT // 2


@dataclass(frozen=True)
class Break:
    """A reform: where its line is drawn, in which year, of which sort."""

    left: int
    year: int
    label: str


@dataclass(frozen=True)
class Trend:
    """One figure over the years, the earliest first. `kinds` are (kind, name) of its bars."""

    label: str
    most: str
    slots: tuple[Slot, ...]
    breaks: tuple[Break, ...]
    kinds: tuple[tuple[str, str], ...]

    @property
    def width(self) -> int:
        """The width of the drawing."""
        return SLOT * len(self.slots)


def trend(line: Lineage, name: str) -> Trend | None:
    """The bars of a headline figure; None where fewer than two years tell it.

    Several disclosures of one year and kind, as before a merger, are told in the table alone.
    """
    told: dict[int, dict[str, list[Decimal]]] = defaultdict(lambda: defaultdict(list))
    for listed, _ in line.pairs:
        of = listed.revision.disclosure
        for kind, yuan in (
            (of.kind, yuan_of(listed, name)),
            (ADJUSTED, line.adjusted.get(listed.revision.pk, {}).get(name)),
        ):
            if yuan is not None:
                told[of.fiscal_year_id][kind].append(yuan)
    if len(told) < 2:
        return None
    most = max(each[0] for kinds in told.values() for each in kinds.values())
    first, last = min(told), max(told)
    slots = tuple(_slot(year, first, told.get(year, {}), most) for year in range(first, last + 1))
    breaks = (
        Break(SLOT * (each.year - first), each.year, str(each.get_reform_display()))
        for each in line.reforms
        if first < each.year <= last
    )
    kinds = {bar.kind for slot in slots for bar in slot.bars}
    names = tuple((each, NAMES[each]) for each in NAMES if each in kinds)
    return Trend(LISTED[name], shown(most, Show.WAN_YUAN), slots, tuple(breaks), names)


def _slot(year: int, first: int, told: dict[str, list[Decimal]], most: Decimal) -> Slot:
    left = SLOT * (year - first)
    kinds = [each for each in NAMES if len(told.get(each, ())) == 1]
    start = left + (SLOT - BAR * len(kinds)) // 2
    bars = (
        _bar(kind, told[kind][0], most, start + BAR * place) for place, kind in enumerate(kinds)
    )
    return Slot(year, left, tuple(bars))


def _bar(kind: str, yuan: Decimal, most: Decimal, left: int) -> Bar:
    height = (HEIGHT * max(yuan, Decimal(0)) / most).quantize(PLACES) if most > 0 else Decimal(0)
    return Bar(kind, shown(yuan, Show.WAN_YUAN), left, HEIGHT - height, height)


def figures(line: Lineage) -> Iterable[str]:
    """The headline figures of which there is a trend."""
    return [name for name in LISTED if trend(line, name)]
