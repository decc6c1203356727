"""How findings print numbers and lists of figures, so that every message reads alike."""

from collections.abc import Iterable
from decimal import Decimal

from disclosures.classification.money import Unit
from disclosures.rules.amount import Amount

CHANGE = "增减"  # how the label of a change ends


def money(yuan: Decimal, unit: Unit) -> str:
    """An amount of 元 in a printed unit: `1,202.94万元`, never rounded, at least two decimals."""
    value = yuan / unit.yuan
    if value == 0:
        return f"0{unit}"
    text = f"{value:,.8f}".rstrip("0")
    whole, _, places = text.partition(".")
    return f"{whole}.{places:0<2}{unit}"


def number(value: Decimal, unit: str, printed_in: Unit) -> str:
    """A number with its unit; money (元) is shown in `printed_in`."""
    if unit == Unit.YUAN:
        return money(value, printed_in)
    return f"{plain(value)}{unit}"


def plain(value: Decimal) -> str:
    """A number without trailing zeros or exponent."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def told(amount: Amount, printed_in: Unit) -> str:
    """A figure with its name: `基本支出505.01万元`, `基本支出比上年减少20.82万元`."""
    if amount.label.endswith(CHANGE):
        return _told_change(amount, printed_in)
    return f"{amount.label}{number(amount.value, amount.base_unit, printed_in)}"


def _told_change(amount: Amount, printed_in: Unit) -> str:
    subject = amount.label.removesuffix(CHANGE)
    if not amount.value:
        return f"{subject}无增减"
    verb = "增加" if amount.value > 0 else "减少"
    return f"{subject}{verb}{number(abs(amount.value), amount.base_unit, printed_in)}"


def listed(names: Iterable[str]) -> str:
    """Names in a row: `甲、乙、丙`."""
    return "、".join(dict.fromkeys(names))


def added(amounts: Iterable[Amount], printed_in: Unit) -> str:
    """A sum as a sentence: `甲1万元＋乙2万元`."""
    return "＋".join(told(each, printed_in) for each in amounts)
