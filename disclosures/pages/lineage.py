"""A department's years in one table, across renamings and reforms, each with its change.

A change is told only where both years are of the same kind and stand side by side; where a reform
lies between them, whether the scope is the same is said beside it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from disclosures.pages.addresses import address
from disclosures.pages.amounts import Show, shown
from disclosures.pages.listing import SHOWN
from disclosures.queries.published import Listed
from disclosures.queries.succession import Stage, line_of, listed_of, successors_of
from disclosures.records.disclosure import Kind
from disclosures.records.places import Department
from disclosures.records.succession import Succession

FEWEST = 2  # years that make a series


@dataclass(frozen=True)
class YearCell:
    """One figure of a year in 万元, "" when not disclosed, and its change in per cent from last."""

    label: str
    text: str
    change: str = ""


@dataclass(frozen=True)
class YearLine:
    """One year: whose it is, its figures, and the reform that lies between it and the next."""

    year: int
    name: str
    url: str
    cells: tuple[YearCell, ...]
    reform: Succession | None = None


@dataclass(frozen=True)
class Lineage:
    """What came before, what came after, and the years of the whole line, the latest first."""

    origins: tuple[Stage, ...]
    successors: tuple[Succession, ...]
    lines: tuple[YearLine, ...]


def lineage(department: Department) -> Lineage:
    """The line of a department: budgets alone, since final accounts are of another basis."""
    stages = line_of(department)
    years = [
        (each, stage)
        for stage in stages
        for each in listed_of(stage)
        if each.revision.disclosure.kind == Kind.BUDGET
    ]
    years.sort(key=lambda pair: -pair[0].revision.disclosure.fiscal_year_id)
    lines = tuple(_lines(years)) if len(years) >= FEWEST else ()
    return Lineage(tuple(stages[1:]), tuple(successors_of(department)), lines)


def _lines(years: Sequence[tuple[Listed, Stage]]) -> Iterable[YearLine]:
    """Each year with its change from the one year before it; of several that were merged, none."""
    for listed, stage in years:
        disclosure = listed.revision.disclosure
        before = [
            other for other, _ in years
            if other.revision.disclosure.fiscal_year_id == disclosure.fiscal_year_id - 1
        ]  # fmt: skip
        last = before[0] if len(before) == 1 else None
        yield YearLine(
            year=disclosure.fiscal_year_id,
            name=disclosure.department.name,
            url=address(listed.revision),
            cells=tuple(_cell(name, listed, last) for name in SHOWN),
            reform=stage.reform,
        )


def _cell(name: str, listed: Listed, last: Listed | None) -> YearCell:
    now, then = _yuan(listed, name), _yuan(last, name) if last else None
    text = "" if now is None else shown(now, Show.WAN_YUAN)
    return YearCell(SHOWN[name], text, _change(now, then))


def _change(now: Decimal | None, then: Decimal | None) -> str:
    """The change in per cent with its sign; "" where one is not disclosed or last year was 0."""
    if now is None or not then:
        return ""
    return f"{(now - then) / then * 100:+.1f}%"


def _yuan(listed: Listed, name: str) -> Decimal | None:
    figure = listed.headline.get(name)
    return None if figure is None else figure.yuan
