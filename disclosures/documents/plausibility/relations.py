"""What must hold between the headline figures of one disclosure, a line each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from disclosures.classification.money import Unit
from disclosures.documents.plausibility.figures import Told

WAN = Unit.WAN_YUAN.yuan
# Sums printed in 万元 miss by a few roundings; what misses by more was misprinted or misread.
SLACK = WAN * Decimal("0.05")


@dataclass(frozen=True)
class Sum:
    """The whole is its parts. With one of them not disclosed the others may still exceed it.

    `others`: the document may print further parts that are no headline figure.
    """

    whole: str
    parts: tuple[str, ...]
    others: bool = False

    def faults(self, told: Mapping[str, Told]) -> Iterator[tuple[Told, ...]]:
        """The figures concerned, the whole first, when they do not add up."""
        whole = told.get(self.whole)
        parts = [told[key] for key in self.parts if key in told]
        if whole is None or not parts:
            return
        everything = (whole, *parts)
        gap = sum((each.yuan for each in parts), Decimal(0)) - whole.yuan
        is_closed = len(parts) == len(self.parts) and not self.others
        if gap > slack(everything) or (is_closed and -gap > slack(everything)):
            yield everything


@dataclass(frozen=True)
class Same:
    """Two figures of one amount."""

    one: str
    other: str

    def faults(self, told: Mapping[str, Told]) -> Iterator[tuple[Told, ...]]:
        """Both, when they differ."""
        one, other = told.get(self.one), told.get(self.other)
        if one and other and differ(one, other):
            yield one, other


def slack(told: tuple[Told, ...]) -> Decimal:
    """How far apart rounding, or cutting the coarsest of them, may bring figures."""
    halves = sum((each.step for each in told), Decimal(0)) / 2
    rounded = max(halves, *(each.step for each in told))
    exact = all(each.step < 1 for each in told)
    return rounded if exact else max(SLACK, rounded)


def differ(one: Told, other: Told) -> bool:
    """Whether two places tell another amount: rounded or cut to the coarser's last place."""
    return abs(one.yuan - other.yuan) > max(one.step, other.step)


TOTAL, THREE, BOUGHT = "exp.total", "sangong.total", "proc.total"
OF_ANY_YEAR: tuple[Sum, ...] = (
    Sum(TOTAL, ("exp.basic", "exp.project"), others=True),
    Sum(TOTAL, (THREE,), others=True),
    Sum(TOTAL, ("running.amount",), others=True),
    Sum("exp.basic", ("running.amount",), others=True),
    Sum("fiscal.total", ("fiscal.general", "fiscal.fund", "fiscal.capital"), others=True),
    Sum(THREE, ("sangong.abroad", "sangong.reception", "sangong.vehicle")),
    Sum(THREE, ("sangong.abroad", "sangong.reception",
                "sangong.vehicle_purchase", "sangong.vehicle_run")),
    Sum("sangong.vehicle", ("sangong.vehicle_purchase", "sangong.vehicle_run")),
    Sum(BOUGHT, ("proc.goods", "proc.services", "proc.works")),
)  # fmt: skip
# A final account's totals of the year stand beside appropriations carried over into it.
OF_A_BUDGET: tuple[Sum | Same, ...] = (
    Same("income.total", TOTAL),
    Sum("income.total", ("fiscal.total",), others=True),
    Sum(TOTAL, (BOUGHT,), others=True),
)
