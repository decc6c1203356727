"""A number that a rule compares: money in 元, beside the unit and places it was printed in.

Printed in 万元 with two decimals, an amount stands for anything within half of 0.01 万元; a sum of
such amounts may miss its parts by the roundings alone. Amounts in 元, or in 万元 with six decimals,
are exact and leave no room. What a document prints more coarsely (whole 万元, 亿元) stands for
anything within half of its own last place. An amount that was added up is as unsure as all the
figures that it was added up from.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from disclosures.classification.money import Unit
from disclosures.records.narrative import Statement
from disclosures.rules.finding import Input
from disclosures.tables.book import Where

EXACT_PLACES = 6  # 万元 with six decimals is exact to the fen
USUAL_PLACES = 2  # a bare "220万元" is read as 220.00
WIDEST = Decimal(500)  # 0.05万元: no number of roundings excuses more


@dataclass(frozen=True)
class Amount:
    """`value` is in 元 for money, else as printed; `unit` and `places` are those printed.

    `step`: the last place in 元 that its document prints, where that is coarser than usual.
    `parts`: the printed figures that it was added up from; none where it is printed itself.
    """

    label: str
    value: Decimal
    unit: str
    places: int = 0
    key: str = ""
    where: Where | None = None
    step: Decimal | None = None
    parts: tuple["Amount", ...] = ()

    @property
    def is_money(self) -> bool:
        """Whether this is an amount of money."""
        return self.unit in tuple(Unit)

    @property
    def base_unit(self) -> str:
        """The unit of `value`: 元 for money."""
        return Unit.YUAN.value if self.is_money else self.unit

    @property
    def is_rounded(self) -> bool:
        """Whether the printed figure may stand for one that was rounded."""
        return self.unit == Unit.WAN_YUAN and self.places < EXACT_PLACES

    def as_input(self) -> Input:
        """What a finding quotes of it."""
        return Input(self.label, str(self.value), self.key, self.where, self.base_unit)


def tolerance(amounts: Iterable[Amount]) -> Decimal:
    """How far a sum of these (addends and total) may be off by rounding alone, in 元.

    Half of the last printed place for each figure that may be rounded, and once more beside exact
    ones: documents cut figures, too. 0.05 万元 for all of these at the most: so many roundings
    seldom lean one way, and more would excuse mistakes. Each figure that its document prints more
    coarsely than usual adds half of its own last place.
    """
    counted = [figure for each in amounts for figure in _printed(each)]
    finest = max((each.places for each in counted if each.is_money), default=0)
    halves = [_half(each, finest) for each in counted if each.step is None]
    cut = max(halves, default=Decimal(0)) if Decimal(0) in halves else Decimal(0)
    coarse = sum((each.step for each in counted if each.step is not None), Decimal(0)) / 2
    return min(WIDEST, sum(halves, cut)) + coarse


def _printed(amount: Amount) -> Iterator[Amount]:
    """The figures that an amount was added up from, or the printed amount itself."""
    if not amount.parts:
        yield amount
    for each in amount.parts:
        yield from _printed(each)


def _half(amount: Amount, finest: int) -> Decimal:
    """Half of an amount's last place in 元, 0 when it is exact; a bare one is told to `finest`."""
    places = max(amount.places or finest, USUAL_PLACES)
    if not amount.is_rounded or places >= EXACT_PLACES:
        return Decimal(0)
    return Unit.WAN_YUAN.yuan.scaleb(-places) / 2


def summed(amounts: Iterable[Amount]) -> Decimal:
    """Their sum, in the unit of their values."""
    return sum((each.value for each in amounts), Decimal(0))


def of_statement(statement: Statement, label: str = "") -> Amount | None:
    """The number that a statement makes, or None when it states words."""
    if not isinstance(statement.value, Decimal):
        return None
    figure = statement.figure
    unit = statement.unit or figure.unit
    scale = Unit(unit).yuan if unit in tuple(Unit) else Decimal(1)
    return Amount(
        label=label or figure.label,
        value=statement.value * scale,
        unit=unit,
        places=places_of(statement.value),
        key=statement.key,
        where=where_of(statement),
    )


def where_of(statement: Statement) -> Where:
    """The place of a statement, as findings and pages name it."""
    return {"section": statement.section, "start": statement.start, "end": statement.end}


def places_of(value: Decimal) -> int:
    """How many decimals a number was printed with."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
