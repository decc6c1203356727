"""A changed row and its cells; those of a table kept as it was printed are told line by line."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest

from disclosures.tables.book import Cell, Sheet

Line = dict[int, str]  # column, from 0, to text
ALIKE = 100_000  # pairs of lines that say the same: matching more of them takes seconds


class Deed(StrEnum):
    """What happened to a row."""

    ADDED = "新增"
    REMOVED = "删去"
    CHANGED = "变动"


@dataclass(frozen=True)
class CellChange:
    """One cell: its column's label, and what it printed before and prints after."""

    column: str
    label: str
    before: Cell | None
    after: Cell | None

    @property
    def is_same_value(self) -> bool:
        """Whether it is only printed otherwise: 2.36万元 and 2.36."""
        if self.before is None or self.after is None or self.before.value is None:
            return False
        return self.before.value == self.after.value


@dataclass(frozen=True)
class RowChange:
    """One row, by the words it is known by."""

    deed: Deed
    name: str
    cells: tuple[CellChange, ...]


def kept_rows(before: Sheet | None, after: Sheet | None) -> Iterator[RowChange]:
    """The lines of a table kept as printed that are not as they were, in the order of print."""
    old, new = _lines(before), _lines(after)
    one_told, other_told = ([tuple(sorted(e.items())) for e in lines] for lines in (old, new))
    for a, b, c, d in _differing(one_told, other_told):
        pairs = zip_longest(range(a, b), range(c, d))
        for one, other in pairs:
            was = old[one] if one is not None else {}
            now = new[other] if other is not None else {}
            if was == now:
                continue
            what = Deed.ADDED if one is None else Deed.REMOVED if other is None else Deed.CHANGED
            number = other if one is None else one
            assert number is not None
            yield RowChange(what, f"第{number + 1}行", tuple(_texts(was, now)))


def _differing(
    one: Sequence[Hashable], other: Sequence[Hashable]
) -> Iterator[tuple[int, int, int, int]]:
    """Where two lists differ: from and to, of each. All of both where too much is alike."""
    times = Counter(other)
    if sum(times[each] for each in one) > ALIKE:
        yield 0, len(one), 0, len(other)
        return
    matched = SequenceMatcher(None, one, other, autojunk=False)
    for deed, *places in matched.get_opcodes():
        if deed != "equal":
            a, b, c, d = places
            yield a, b, c, d


def _lines(sheet: Sheet | None) -> list[Line]:
    lines: dict[int, Line] = {}
    for each in sheet.kept if sheet else ():
        lines.setdefault(each.row, {})[each.column] = each.text.strip()
    return [lines[row] for row in sorted(lines)]


def _texts(before: Line, after: Line) -> Iterator[CellChange]:
    for column in sorted({*before, *after}):
        old, new = before.get(column, ""), after.get(column, "")
        if old != new:
            cells = (Cell(None, each) if each else None for each in (old, new))
            yield CellChange("", f"第{column + 1}栏", *cells)
