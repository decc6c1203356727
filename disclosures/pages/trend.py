"""A department's figure over the years as bars: budget, adjusted budget and final side by side.

Sizes are in the units of the chart's own drawing, HEIGHT high; a year takes SLOT of its width. A
year that does not tell is a gap, a reform a line between two years.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from django.utils.translation import gettext

from disclosures.classification.figures import LISTED
from disclosures.pages.amounts import Show, shown
from disclosures.pages.charts import Chart
from disclosures.pages.lineage import Lineage, yuan_of
from disclosures.pages.listing import NOT_DISCLOSED, nothing
from disclosures.records.disclosure import Kind, Revision

A_ROW = 8  # revisions in a row of what is saved
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
    """One year; without bars, `nothing` says why."""

    year: int
    left: int
    bars: tuple[Bar, ...]
    nothing: str = NOT_DISCLOSED

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
    untold: dict[int, str] = {}
    for listed, _ in line.pairs:
        of = listed.revision.disclosure
        untold[of.fiscal_year_id] = nothing(listed, name)
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
    slots = tuple(
        replace(
            _slot(year, first, told.get(year, {}), most), nothing=untold.get(year, NOT_DISCLOSED)
        )
        for year in range(first, last + 1)
    )
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


def saved(line: Lineage, drawn: Trend) -> Chart:
    """What is saved of the bars: their amounts, the revisions they come from, the reforms."""
    years = [each.year for each in drawn.slots]
    texts = {(slot.year, bar.kind): bar.text for slot in drawn.slots for bar in slot.bars}
    series = [
        {
            "name": gettext(name),
            "values": [_number(texts.get((year, kind), "")) for year in years],
            "texts": [texts.get((year, kind), "") for year in years],
        }
        for kind, name in drawn.kinds
    ]
    reforms = [
        gettext("%(year)s年") % {"year": each.year} + gettext(each.label) for each in drawn.breaks
    ]
    source = gettext("；").join([*_sources(line), *reforms])
    department = line.pairs[0][0].revision.disclosure.department
    title = f"{department}{gettext('，')}{gettext(drawn.label)}"
    data = {"categories": list(map(str, years)), "series": series}
    return Chart("trend", "bars", title, "万元", source, "", data)


def _sources(line: Lineage) -> Iterator[str]:
    """The revisions of each department of the line, some to a row: a picture is only so wide."""
    for name, pairs in groupby(
        line.pairs, lambda each: str(each[0].revision.disclosure.department)
    ):
        said = [_revision(listed.revision) for listed, _ in pairs]
        rows = (said[start : start + A_ROW] for start in range(0, len(said), A_ROW))
        yield f"{name}{gettext('：')}" + "\n".join(gettext("、").join(row) for row in rows)


def _revision(revision: Revision) -> str:
    of = revision.disclosure
    year = gettext("%(year)s年%(said)s") % {
        "year": of.fiscal_year_id,
        "said": gettext(of.get_kind_display()),
    }
    return year + gettext("第%(number)s版") % {"number": revision.number}


def _number(text: str) -> float | None:
    return float(text.replace(",", "")) if text else None
