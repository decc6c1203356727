"""Whom a disclosure may be measured against, by a rule that is said in words.

Those of the same region, year and kind whose general budget goes mostly to the same 类, and whose
total expenditure is between half and twice as much; of many, those nearest in size.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from disclosures.pages.comparing.measures import STAFF_KEY, Compared
from disclosures.queries import comparing
from disclosures.records.disclosure import Revision

TOTAL_KEY = "exp.total"
TIMES = 2  # how much larger or smaller a peer may be
MOST = 30


@dataclass(frozen=True)
class Peers:
    """Those like the first that was chosen; without a class or a total there are none.

    `chosen` are all that were chosen, the first among them.
    """

    chosen: tuple[Compared, ...]
    of_class: str = ""
    class_name: str = ""
    total: Decimal | None = None
    like: tuple[Compared, ...] = ()

    @property
    def least(self) -> Decimal:
        """The smallest total expenditure that is like, in 元."""
        return (self.total or Decimal(0)) / TIMES

    @property
    def largest(self) -> Decimal:
        """The largest, in 元."""
        return (self.total or Decimal(0)) * TIMES


def peers_of(chosen: Sequence[Revision]) -> Peers:
    """All that were chosen, and those like the first of them; four queries."""
    first = chosen[0]
    others = comparing.companions(first)
    classes = comparing.main_classes([first, *others])
    own = classes.get(first.pk)
    same = [each for each in others if own and classes.get(each.pk) == own]
    figures = comparing.figures([*chosen, *same], (TOTAL_KEY, STAFF_KEY))

    def compared(revision: Revision) -> Compared:
        return Compared(revision, figures.get(revision.pk, {}).get(STAFF_KEY))

    code, name = own or ("", "")
    found = Peers(tuple(map(compared, chosen)), code, name, _total(figures, first))
    if not found.total:
        return found
    near = [
        (abs(total - found.total), each.pk, each)
        for each in same
        if (total := _total(figures, each)) is not None and found.least <= total <= found.largest
    ]
    nearest = [compared(each) for _, _, each in sorted(near, key=lambda each: each[:2])[:MOST]]
    nearest.sort(key=lambda each: each.revision.disclosure.department.sort_key)
    return replace(found, like=tuple(nearest))


def _total(figures: dict[int, dict[str, comparing.Figure]], revision: Revision) -> Decimal | None:
    figure = figures.get(revision.pk, {}).get(TOTAL_KEY)
    return None if figure is None else figure.yuan
