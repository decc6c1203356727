"""How amounts are shown: as printed, or exactly converted to 元 or 万元.

What was printed is never rounded.
"""

from decimal import Decimal
from enum import StrEnum

from disclosures.classification.money import Unit


class Show(StrEnum):
    """The reader's choice of unit; it stands in the address as `?unit=`."""

    PRINTED = "printed"
    YUAN = "yuan"
    WAN_YUAN = "wan"


LABELS = {Show.PRINTED: "原文单位", Show.YUAN: "元", Show.WAN_YUAN: "万元"}


def shown(yuan: Decimal, choice: Show) -> str:
    """An amount of 元 in the chosen unit (元 when as printed has nothing to print)."""
    if choice is Show.WAN_YUAN:
        value = (yuan / Unit.WAN_YUAN.yuan).normalize()
        places = max(2, -int(value.as_tuple().exponent))
        return f"{value:,.{places}f}"
    return f"{yuan:,.2f}"


def rounded(yuan: Decimal) -> str:
    """A sum of ours in 万元 with two decimals: it was printed nowhere, so nothing is lost."""
    return f"{yuan / Unit.WAN_YUAN.yuan:,.2f}"


def unit_of(choice: Show, printed: str) -> str:
    """The unit to state beside amounts shown by a choice."""
    return {Show.PRINTED: printed, Show.YUAN: Unit.YUAN, Show.WAN_YUAN: Unit.WAN_YUAN}[choice]


def choice_of(text: str | None, usual: Show = Show.PRINTED) -> Show:
    """The choice an address names; anything else is the usual one."""
    return Show(text) if text in set(Show) else usual
