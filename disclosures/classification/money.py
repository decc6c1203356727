"""Money as printed: units, exact conversion to 元, and the four kinds of nothing."""

import re
import unicodedata
from decimal import Decimal
from enum import StrEnum

YUAN_PLACES = Decimal("0.01")
MOST_DIGITS = 22  # of an amount; times 10,000 it is still exact in 28
# Units that narratives print and no amount is kept in, as powers of ten of 万元.
OTHER_UNITS = {"亿元": 4, "亿": 4, "千元": -1}
OTHER_UNIT = re.compile("|".join(OTHER_UNITS))
NUMBER = re.compile(r"[-−－]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?")


class Unit(StrEnum):
    """A printed money unit. Everything is stored in 元; the printed unit stays beside it."""

    YUAN = "元"
    WAN_YUAN = "万元"

    @property
    def yuan(self) -> Decimal:
        """How many 元 one of this unit is."""
        return Decimal(10000) if self is Unit.WAN_YUAN else Decimal(1)


class Nothing(StrEnum):
    """What a cell without a number may mean; a printed 0 is a number and not among them."""

    BLANK = "blank"
    NOT_APPLICABLE = "not_applicable"


NOT_APPLICABLE_PRINTED = frozenset({"不适用", "无", "/", "／", "-", "--", "—", "——", "－"})


def halfwidth(text: str) -> str:
    """Map full-width digits, letters and punctuation to ASCII, one character to one character.

    Length never changes, so a span found in the result is the same span in the original.
    """
    return text.translate(_HALFWIDTH)


def parse_number(printed: str) -> Decimal:
    """Read `1,202.94`, `１２０` or `-3` exactly.

    Raises ValueError when the text is anything but one number.
    """
    text = halfwidth(printed).strip()
    if not NUMBER.fullmatch(text):
        raise ValueError(f"not a number: {printed!r}")
    return Decimal(text.replace(",", "").replace("−", "-"))


def last_place(printed: str, unit: Unit) -> Decimal:
    """The last printed place of an amount, in 元: that of 12.5万元 is 1,000, of 1.25亿元 a million.

    `unit` is what the amount is kept in; a unit printed behind it that none is kept in goes before.
    """
    _, _, decimals = halfwidth(printed).partition(".")
    places = len(decimals) - len(decimals.lstrip("0123456789"))
    other = OTHER_UNIT.search(printed)
    step = (Unit.WAN_YUAN if other else unit).yuan.scaleb(-places)
    return step.scaleb(OTHER_UNITS[other.group()]) if other else step


def to_yuan(value: Decimal, unit: Unit) -> Decimal:
    """Convert to 元 exactly, to the fen.

    Raises ValueError when the printed figure is finer than a fen, or has more digits than any.
    """
    if len(value.as_tuple().digits) > MOST_DIGITS:
        raise ValueError(f"{value}{unit} has more digits than can be reckoned exactly")
    yuan = value * unit.yuan
    fen = yuan.quantize(YUAN_PLACES)
    if fen != yuan:
        raise ValueError(f"{value}{unit} is finer than a fen")
    return fen


def nothing_of(printed: str) -> Nothing | None:
    """Which kind of nothing a printed cell is, or None when it says something."""
    text = printed.strip()
    if not text:
        return Nothing.BLANK
    return Nothing.NOT_APPLICABLE if text in NOT_APPLICABLE_PRINTED else None


def _halfwidth_table() -> dict[int, str]:
    """Single-character compatibility forms, plus the punctuation NFKC leaves alone."""
    table = {
        code: folded
        for code in (*range(0xFF01, 0xFFE7), 0x3000, 0x00A0)
        if len(folded := unicodedata.normalize("NFKC", chr(code))) == 1 and folded != chr(code)
    }
    return table | {ord("−"): "-", ord("〔"): "[", ord("〕"): "]"}


_HALFWIDTH = _halfwidth_table()
