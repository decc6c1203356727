"""The manner in which a bureau prints its tables: one choice of each of many habits."""

from dataclasses import dataclass, fields
from random import Random
from typing import Literal, get_args, get_type_hints

Lines = Literal[
    "all", "rows", "three", "head", "double", "none", "frame", "fills", "columns", "dotted",
    "gapped",
]  # fmt: skip
Codes = Literal["one", "levels", "joined", "indented", "broken", "spaced"]
Page = Literal["upright", "broad", "turned"]


@dataclass(frozen=True)
class Manner:
    """One bureau's habits.

    `lines` are those of its tables. `codes` stand in one column, in three of 类, 款 and 项, joined
    with the name, indented with it, broken over two lines of a narrow column, or spaced out.
    """

    lines: Lines = "all"
    codes: Codes = "one"
    page: Page = "broad"
    unit: Literal["元", "万元", "千元", "亿元"] = "万元"
    unit_at: Literal["right", "left", "title", "heading", "inside"] = "right"
    nothing: Literal["", "0.00", "0", "-", "——", "－"] = ""
    thousands: Literal[",", "", "，", "wide", " "] = ","
    total: Literal["first", "last", "none"] = "first"
    index: Literal["", "numbers", "said", "sums"] = ""
    has_row_numbers: bool = False
    is_narrow: bool = False
    breaks_numbers: bool = False
    repeats: bool = True
    shares_page: bool = False
    watermark: Literal["", "slanting", "level"] = ""
    running: Literal["", "head", "foot", "both"] = "foot"
    number: Literal["", "附件", "表", "公开"] = ""
    figures_at: Literal["right", "center"] = "right"
    size: int = 9
    has_narrative: bool = True

    @property
    def places(self) -> int:
        """Printed decimals."""
        return {"元": 2, "万元": 2, "千元": 2, "亿元": 6}[self.unit]

    def said(self) -> str:
        """What differs from the plainest manner."""
        plain = Manner()
        return ", ".join(
            f"{each.name}={getattr(self, each.name)}"
            for each in fields(self)
            if getattr(self, each.name) != getattr(plain, each.name)
        )


ALWAYS = ("lines", "codes", "unit", "has_narrative")  # habits that are drawn for every bureau
USUAL_UNITS = ("元", "万元")
SELDOM = 0.25  # of the bureaus have another of the rest than the plainest


def drawn_manner(chance: Random) -> Manner:
    """One manner by chance: the habits that every bureau has, and few of the others."""
    chosen: dict[str, object] = {}
    for each in fields(Manner):
        kind = get_type_hints(Manner)[each.name]
        if each.name not in ALWAYS and chance.random() > SELDOM:
            continue
        if kind is bool:
            chosen[each.name] = chance.random() < 0.5
        elif kind is int:
            chosen[each.name] = chance.choice((8, 10))
        elif each.name == "unit" and chance.random() > SELDOM / 2:
            chosen[each.name] = chance.choice(USUAL_UNITS)
        else:
            chosen[each.name] = chance.choice(get_args(kind))
    return Manner(**chosen)  # type: ignore[arg-type]
