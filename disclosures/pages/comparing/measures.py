"""Amounts as they are compared: per staff, in one year's prices, exact until they are shown."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from statistics import median

from disclosures.classification.money import Unit
from disclosures.classification.prices import factor
from disclosures.pages.addresses import address
from disclosures.pages.amounts import Show, shown
from disclosures.pages.comparing.asked import Asked
from disclosures.queries.comparing import Figure, identity_of
from disclosures.records.disclosure import Revision

STAFF_KEY = "staff.on_post"
TENTH, HUNDREDTH = Decimal("0.1"), Decimal("0.01")
NO_STAFF = "在职实有人数未公开"
NOBODY = "在职实有为0，不能平均"
NO_INDEX = "没有该年的物价指数"
FEWEST_PEERS = 3  # fewer have no median


@dataclass(frozen=True)
class Compared:
    """One disclosure that is compared, or one like it: how many work there, and its year."""

    revision: Revision
    staff: Figure | None = None

    @property
    def identity(self) -> str:
        """Its name in the address."""
        return identity_of(self.revision)

    @property
    def url(self) -> str:
        """Its page."""
        return address(self.revision)

    @property
    def staff_url(self) -> str:
        """Where its 在职实有 is stated."""
        return address(self.revision, "figure", key=STAFF_KEY) if self.staff else ""

    @property
    def on_post(self) -> Decimal | None:
        """在职实有 as stated, in persons."""
        value = getattr(self.staff, "value", None)
        return value if isinstance(value, Decimal) else None


@dataclass(frozen=True)
class Measured:
    """An amount as compared, in 元 or counted, or why there is none."""

    value: Fraction | None
    why: str = ""


def measured(value: Decimal, side: Compared, asked: Asked) -> Measured:
    """An amount of 元 per staff and in the prices that are asked for."""
    exact = Fraction(value)
    if asked.per_staff:
        if side.on_post is None:
            return Measured(None, NO_STAFF)
        if not side.on_post:
            return Measured(None, NOBODY)
        exact /= Fraction(side.on_post)
    if asked.prices is not None:
        risen = factor(side.revision.disclosure.fiscal_year_id, asked.prices)
        if risen is None:
            return Measured(None, NO_INDEX)
        exact *= risen
    return Measured(exact)


def in_words(value: Fraction, asked: Asked, *, is_derived: bool = False) -> str:
    """An amount in the chosen unit: exactly where it is as printed, else rounded to hundredths."""
    unit = Unit.WAN_YUAN if asked.unit is Show.WAN_YUAN else Unit.YUAN
    if is_derived or asked.per_staff or asked.prices is not None:
        return f"{rounded(value / Fraction(unit.yuan), HUNDREDTH):,}"
    return shown(rounded(value, HUNDREDTH), asked.unit)


def rounded(value: Fraction, to: Decimal) -> Decimal:
    """Half up, away from zero."""
    scaled = value / Fraction(to)
    whole, left = divmod(abs(scaled.numerator), scaled.denominator)
    up = 2 * left >= scaled.denominator
    sign = -1 if value < 0 else 1
    return (Decimal(sign * (whole + up)) * to).quantize(to)


def change(now: Fraction | None, base: Fraction | None) -> str:
    """The change in per cent with its sign; "" where one is not told or the base is not above 0."""
    if now is None or base is None or base <= 0:
        return ""
    return "0%" if now == base else f"{rounded((now - base) / base * 100, TENTH):+}%"


def median_of(values: list[Fraction]) -> Fraction | None:
    """The median; None of fewer than FEWEST_PEERS."""
    return median(values) if len(values) >= FEWEST_PEERS else None
