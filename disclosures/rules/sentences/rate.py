"""A percentage worked out from printed amounts, with what their rounding leaves open."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from disclosures.classification.money import parse_number
from disclosures.rules.amount import places_of

HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Rate:
    """`value` in percent may be off by `slack`."""

    value: Decimal
    slack: Decimal

    def rounded(self, printed: str) -> Decimal:
        """As finely as another percentage is printed."""
        return self.value.quantize(_step(printed), rounding=ROUND_HALF_UP)

    def is_exact(self, stated: Decimal, printed: str) -> bool:
        """Whether a percentage is this one as it should be printed."""
        return stated == self.rounded(printed)

    def fits(self, stated: Decimal, printed: str) -> bool:
        """Whether rounding alone may account for a percentage; cut is one step off."""
        return abs(stated - self.value) <= _step(printed) + self.slack


def rate(part: Decimal, whole: Decimal, part_off: Decimal, whole_off: Decimal) -> Rate | None:
    """Part of a whole in percent; None where rounding could make the whole nothing."""
    if abs(whole) <= whole_off or not whole:
        return None
    value = HUNDRED * part / whole
    return Rate(value, (HUNDRED * part_off + abs(value) * whole_off) / abs(whole))


def _step(printed: str) -> Decimal:
    return Decimal(1).scaleb(-places_of(parse_number(printed)))
