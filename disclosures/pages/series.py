"""A department's headline amounts over the years: one small chart a figure, a gap where not told.

Sizes are in the units of the chart's own drawing, 100 high; a year takes STEP of its width.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from disclosures.pages.addresses import address
from disclosures.pages.amounts import Show, shown
from disclosures.pages.listing import SHOWN
from disclosures.queries.published import Listed
from disclosures.records.disclosure import Kind

STEP = 72
HEIGHT = 100


@dataclass(frozen=True)
class Column:
    """One year: its amount in 万元 as shown, "" when not disclosed, and where its bar is drawn."""

    year: int
    text: str
    url: str
    left: int
    top: Decimal
    height: Decimal

    @property
    def middle(self) -> int:
        """The middle of the column, for its words."""
        return self.left + STEP // 2


@dataclass(frozen=True)
class Series:
    """One figure over the years of one kind of disclosure, the earliest first."""

    label: str
    kind: str
    columns: tuple[Column, ...]

    @property
    def width(self) -> int:
        """The width of the drawing."""
        return STEP * len(self.columns)


def series(listed: Iterable[Listed]) -> list[Series]:
    """Every headline figure that at least two years tell; budgets apart from final accounts."""
    found = sorted(listed, key=lambda each: each.revision.disclosure.fiscal_year_id)
    made = []
    for kind in Kind:
        of_kind = [each for each in found if each.revision.disclosure.kind == kind]
        made += [_series(name, kind, of_kind) for name in SHOWN if _is_told(of_kind, name)]
    return made


def _is_told(listed: Sequence[Listed], name: str) -> bool:
    return sum(_yuan(each, name) is not None for each in listed) > 1


def _series(name: str, kind: Kind, listed: Sequence[Listed]) -> Series:
    most = max((_yuan(each, name) or Decimal(0) for each in listed), default=Decimal(0))
    columns = (_column(each, name, most, place) for place, each in enumerate(listed))
    return Series(SHOWN[name], str(kind.label), tuple(columns))


def _column(listed: Listed, name: str, most: Decimal, place: int) -> Column:
    yuan = _yuan(listed, name)
    height = (HEIGHT * yuan / most).quantize(Decimal("0.01")) if yuan and most else Decimal(0)
    return Column(
        year=listed.revision.disclosure.fiscal_year_id,
        text="" if yuan is None else shown(yuan, Show.WAN_YUAN),
        url=address(listed.revision),
        left=place * STEP,
        top=HEIGHT - height,
        height=height,
    )


def _yuan(listed: Listed, name: str) -> Decimal | None:
    figure = listed.headline.get(name)
    return None if figure is None else figure.yuan
