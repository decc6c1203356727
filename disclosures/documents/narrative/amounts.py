"""Numbers with their units: how they are printed, and when one is no sure figure."""

import re
from dataclasses import dataclass
from decimal import Decimal

from disclosures.classification.figures import figure_of
from disclosures.classification.money import (
    OTHER_UNIT,
    OTHER_UNITS,
    Unit,
    parse_number,
    to_yuan,
)
from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.narrative.wording import NUMBER, UNIT

# Without a unit only a number that ends its clause can be an amount.
ENDS = r"(?=[ ]*(?:[;。、)]|[,\n](?![ \n,.]{0,3}\d)))"
AMOUNT = rf"(?P<number>-?{NUMBER})(?:[ \n]{{0,4}}(?P<unit>{UNIT})|{ENDS})"
# What stands for a number: nothing, crosses, lines, or digits that make no number.
NO_NUMBER = rf"(?P<blank>[XxＸ×*_#△○〇…. ]{{0,12}})(?P<blank_unit>{UNIT})"
BROKEN = (
    rf"(?P<broken>-?\d[\d,.]{{0,400}}(?:[ \n]{{1,4}}[\d,.]{{1,16}}){{0,3}})[ \n]{{0,4}}(?:{UNIT})"
)
# 4 002.5 is no 2.5: what stands before a blank may be the number's beginning.
BROKEN_OFF = re.compile(r"\d[ \n](?=\d)|(?<!\d)0\d$")
UNIT_OF = {"万": "万元", "万元": "万元", "元": "元"}
LARGEST = Decimal(10) ** 13


@dataclass(frozen=True)
class Amount:
    """A number found at a place, with the unit as printed ("" when none is).

    亿元 and 千元 are told in 万元, exactly: no amount is kept in them.
    """

    value: Decimal
    unit: str
    start: int
    end: int


def amount_of(match: re.Match[str]) -> Amount:
    """The amount of a match of AMOUNT."""
    unit = (match["unit"] or "").replace(" ", "")
    value = parse_number(match["number"])
    if unit in OTHER_UNITS:
        value, unit = _in_wan(value, OTHER_UNITS[unit]), "万元"
    end = match.end("unit") if unit else match.end("number")
    return Amount(value, unit, match.start("number"), end)


def _in_wan(value: Decimal, power: int) -> Decimal:
    """1.25亿元 is 12500万元: with no more decimals than it was told to."""
    moved = value.scaleb(power)
    return moved.quantize(Decimal(1)) if moved == moved.to_integral_value() else moved


def state_money(
    page: Page,
    key: str,
    amount: Amount,
    section: str,
    *,
    scope: Span,
    sign: int = 1,
    start: int | None = None,
) -> bool:
    """State an amount of money if its unit and size are sure; doubt it otherwise.

    `scope` is the list or section whose unit a bare number may take. Returns whether it was stated.
    """
    begin = amount.start if start is None else start
    label = figure_of(key).label
    unit = _unit(page, key, amount, scope)
    if unit is None:
        return False
    value = amount.value * sign
    if not _storable(value, unit):
        said = page.text[begin : amount.end]
        page.doubt(f"“{label}”印作 {said}，超出可能的范围或精度，没有采用", begin, amount.end)
        return False
    other = OTHER_UNIT.search(page.folded, amount.start, amount.end)
    if (unit != page.unit or other) and value != 0:
        said = other.group() if other else amount.unit
        page.doubt(f"“{label}”的单位与全文不同：{said}", begin, amount.end)
    if BROKEN_OFF.search(page.folded[max(0, amount.start - 2) : amount.start + 2]):
        page.doubt(f"“{label}”的数字可能断开了：{amount.value}", begin, amount.end)
    if amount.value < 0:
        page.doubt(f"“{label}”印有负号：{page.text[begin : amount.end]}", begin, amount.end)
    page.state(key, value, (begin, amount.end), section, unit=unit)
    return True


def _unit(page: Page, key: str, amount: Amount, scope: Span) -> str | None:
    """The unit an amount is in, or None (doubted) when that cannot be said."""
    if amount.unit:
        unit = UNIT_OF.get(amount.unit)
        if unit is None:
            page.doubt(
                f"“{figure_of(key).label}”的单位“{amount.unit}”无法记录", amount.start, amount.end
            )
        return unit
    if amount.value == 0 and page.unit:
        return page.unit
    near = units_in(page, page.sentence(amount.start, amount.end)) or units_in(page, scope)
    if len(near) == 1:
        return near.pop()
    page.doubt(f"“{figure_of(key).label}”没有印出单位", amount.start, amount.end)
    return None


def units_in(page: Page, span: Span) -> set[str]:
    """Which units the amounts of a span are printed in."""
    found = page.all(rf"\d[ ]?(?P<unit>{UNIT})", span)
    return {UNIT_OF.get(match["unit"].replace(" ", ""), match["unit"]) for match in found}


def _storable(value: Decimal, unit: str) -> bool:
    """Whether an amount is of a size that a budget can be, and no finer than a fen."""
    if abs(value) >= LARGEST:
        return False
    try:
        to_yuan(value, Unit(unit))
    except ValueError:
        return False
    return True
