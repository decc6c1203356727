"""How a form prints its numbers: unit, decimals, separators, and the words of a change."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from disclosures.classification.changes import DELTAS
from disclosures.classification.figures import Kind, figure_of
from disclosures.classification.money import Unit
from disclosures.documents.drafting.sentence import Said

PLACES = 2
HUNDRED = Decimal(100)
CENT = Decimal(1).scaleb(-PLACES)


@dataclass(frozen=True)
class Style:
    """`bare_zero`: a zero is printed as 0, not as 0.00. Nothing is rounded but percentages."""

    unit: Unit
    separators: bool = False
    bare_zero: bool = True

    def said(self, key: str, value: Decimal) -> Said:
        """A figure (money in 元) as it is printed."""
        kind = figure_of(key).kind
        if kind is Kind.PERCENT:
            return Said(self.percent(value), value)
        if kind is not Kind.MONEY:
            return Said(f"{value:f}", value)
        return Said(self.change(value) if key in DELTAS else self.amount(value), value)

    def amount(self, yuan: Decimal) -> str:
        """1707.95万元; more than two decimals only where the figure needs them."""
        value = yuan / self.unit.yuan
        return f"{self._number(value)}{self.unit}"

    def change(self, yuan: Decimal) -> str:
        """减少20.82万元; no change is 增加0万元."""
        return f"{'减少' if yuan < 0 else '增加'}{self.amount(abs(yuan))}"

    def percent(self, value: Decimal) -> str:
        """下降3.21%; no change is 增长0%."""
        return f"{'下降' if value < 0 else '增长'}{self._number(abs(value))}%"

    def _number(self, value: Decimal) -> str:
        exponent = value.normalize().as_tuple().exponent
        needed = -exponent if isinstance(exponent, int) else 0
        return self._grouped(value, 0 if not value and self.bare_zero else max(PLACES, needed))

    def _grouped(self, value: Decimal, places: int) -> str:
        return f"{value:,.{places}f}" if self.separators else f"{value:.{places}f}"


def percentage(delta: Decimal, before: Decimal) -> Decimal | None:
    """A change over last year's figure in %, to two decimals; None where last year was 0."""
    if before == 0:
        return None if delta else Decimal(0)
    return (HUNDRED * delta / before).quantize(CENT, rounding=ROUND_HALF_UP)
