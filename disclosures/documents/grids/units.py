"""The unit of a table's amounts: printed above it, beside its title, or in the heads of columns."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from disclosures.classification.money import Unit, halfwidth
from disclosures.documents.grids.grid import Grid, Place
from disclosures.documents.grids.header import Header, Path
from disclosures.documents.grids.problem import Problem, Severity

NAMES = r"(?:(?:[十百千]?[万亿]|[十百千])?元|角|分)"
PLACES = r"谋氏宝阳江坝"  # 元谋县, 元氏县: where 单位 is whose table it is
SPACED = NAMES.replace("元", r" *元")
STATED = re.compile(
    r"单\s*位\s*[:：]?\s*[(（]?\s*(?:人民币)?\s*" + rf"(?P<unit>{SPACED})(?![{PLACES}])"
)
IN_HEAD = re.compile(
    rf"(?:[(（](?:单位[:：])?(?:人民币)?(?P<unit>{NAMES})[)）]|/(?P<over>{NAMES}))$"
)
HEAD = 6  # rows of a grid that may hold its unit


def stated_units(texts: Iterable[str]) -> list[str]:
    """The units that texts around a table state, among them such as 千元 that cannot be read."""
    found = (match["unit"] for text in texts for match in STATED.finditer(halfwidth(text)))
    return ["".join(each.split()) for each in found]


def unit_in_head(path: Path) -> str:
    """The unit that a column's own head or a group above it states, "" where none does."""
    for text in reversed(path):
        if match := IN_HEAD.search("".join(halfwidth(text).split())):
            return match["unit"] or match["over"]
    return ""


def units_in_heads(paths: Sequence[Path]) -> Mapping[int, str]:
    """The unit of each column whose head states one."""
    return {at: unit for at, path in enumerate(paths) if (unit := unit_in_head(path))}


@dataclass(frozen=True)
class Units:
    """The unit of a table, and of the columns whose heads say another."""

    own: Unit
    columns: Mapping[int, Unit] = field(default_factory=dict)

    def of(self, place: Place) -> Unit:
        """The unit of an amount."""
        return self.columns.get(place.column, self.own)


@dataclass(frozen=True)
class Usual:
    """The unit where a table prints none: that of the document's other tables, or of its form.

    `is_sure` says that the form is the place's own, whose tables are all in that unit.
    """

    of_form: Unit
    is_sure: bool
    elsewhere: Unit | None = None


def units_of(
    grid: Grid, header: Header, title: str, usual: Usual
) -> tuple[Units | None, tuple[Problem, ...]]:
    """The units of a table, None where it is in one that is not read; and what is to be said.

    A unit printed nowhere in the document, two units above one table, and a column in another unit
    than its table are doubts.
    """
    above = [place.text for place in grid.places if place.row < header.below]
    stated = stated_units((*grid.lines, *above))
    heads = units_in_heads(header.paths)
    unread = sorted({*stated, *heads.values()} - {*Unit})
    if unread:
        message = (
            f"“{title}”的金额单位是{'、'.join(unread)}，只能读取元和万元，整张表按原样保留。"
            "请换算成元或万元后录入。"
        )
        return None, (Problem(message, dict(grid.where)),)
    own, problems = _own(stated, heads, usual)
    told = [Problem(f"“{title}”{say}", dict(grid.where), severity=how) for say, how in problems]
    columns = {at: Unit(unit) for at, unit in heads.items() if unit != own}
    for unit in sorted(set(columns.values())):
        named = "、".join("".join(header.paths[at]) for at in columns if columns[at] == unit)
        say = f"的“{named}”列标明{unit}，与其他列的{own}不同，已按{unit}换算，请核对。"
        told.append(Problem(f"“{title}”{say}", dict(grid.where)))
    return Units(own, columns), tuple(told)


def _own(
    stated: Sequence[str], heads: Mapping[int, str], usual: Usual
) -> tuple[Unit, list[tuple[str, Severity]]]:
    """The unit of a table as a whole, and what is to be said of it, how gravely."""
    if len(set(stated)) == 1:
        return Unit(stated[0]), []
    if not stated and heads:
        return Unit(Counter(heads.values()).most_common(1)[0][0]), []
    if stated:
        own = Unit(stated[-1])
        return own, [(f"同时印有元和万元，按“{own}”读取，请核对。", Severity.ERROR)]
    if usual.elsewhere:
        say = f"没有印金额单位，按本文件其他表的“{usual.elsewhere}”读取，请核对。"
        return usual.elsewhere, [(say, Severity.NOTE)]
    say = f"没有印金额单位，按表式的“{usual.of_form}”读取，请核对。"
    return usual.of_form, [(say, Severity.NOTE if usual.is_sure else Severity.ERROR)]


def unit_elsewhere(grids: Iterable[Grid]) -> Unit | None:
    """The one unit that the tables of a document print, None where they print several or none."""
    texts = [
        text
        for grid in grids
        for text in (*grid.lines, *(p.text for at in range(HEAD) for p in grid.row(at)))
    ]
    found = set(stated_units(texts))
    return Unit(found.pop()) if len(found) == 1 and found <= {*Unit} else None
