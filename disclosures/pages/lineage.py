"""A department's years in one table, across renamings and reforms, each with its change.

A change is told only against one disclosure of the same kind of the year before, and never across
a reform after which the work is another.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from disclosures.classification.figures import LISTED
from disclosures.pages.addresses import address
from disclosures.pages.amounts import Show, shown
from disclosures.pages.listing import in_unit, nothing
from disclosures.queries.published import Listed
from disclosures.queries.succession import (
    Stage,
    adjusted_budgets,
    line_of,
    listed_of_line,
    successors_of,
)
from disclosures.records.disclosure import Revision
from disclosures.records.places import Department
from disclosures.records.succession import Succession

Pair = tuple[Listed, Stage]


@dataclass(frozen=True)
class YearCell:
    """One figure of a year: (text, unit), "" when not disclosed; its change from the year before.

    `adjusted` is the 全年预算数 that a final account prints beside it, `nothing` stands where
    there is no text.
    """

    label: str
    text: str
    unit: str
    change: str = ""
    adjusted: str = ""
    nothing: str = ""


@dataclass(frozen=True)
class YearLine:
    """One disclosure of the line. `breaks` are the reforms that lie between it and the next."""

    revision: Revision
    url: str
    cells: tuple[YearCell, ...]
    is_predecessor: bool
    breaks: tuple[Succession, ...] = ()


@dataclass(frozen=True)
class Lineage:
    """What came before, what came after, and the years of the whole line, the latest first."""

    origins: tuple[Stage, ...]
    successors: tuple[Succession, ...]
    lines: tuple[YearLine, ...]
    pairs: tuple[Pair, ...]
    adjusted: dict[int, dict[str, Decimal]]

    @property
    def reforms(self) -> list[Succession]:
        """The reforms of the line."""
        return [each.reform for each in self.origins if each.reform]


def lineage(department: Department, choice: Show) -> Lineage:
    """The line of a department, amounts in the chosen unit."""
    stages = line_of(department)
    pairs = listed_of_line(stages)
    adjusted = adjusted_budgets(listed.revision for listed, _ in pairs)
    reforms = [each.reform for each in stages if each.reform]
    lines = [_line(pair, pairs, reforms, adjusted, choice) for pair in pairs]
    return Lineage(
        origins=tuple(stages[1:]),
        successors=tuple(successors_of(department)),
        lines=tuple(_broken(lines, reforms)),
        pairs=tuple(pairs),
        adjusted=adjusted,
    )


def _broken(lines: Sequence[YearLine], reforms: Iterable[Succession]) -> Iterable[YearLine]:
    """The lines, each with the reforms that lie between it and the next older one."""
    for place, line in enumerate(lines):
        year = line.revision.disclosure.fiscal_year_id
        older = lines[place + 1].revision.disclosure.fiscal_year_id if line is not lines[-1] else 0
        between = (each for each in reforms if older < each.year <= year)
        yield replace(line, breaks=tuple(between)) if older else line


def _line(
    pair: Pair,
    pairs: Sequence[Pair],
    reforms: Sequence[Succession],
    adjusted: dict[int, dict[str, Decimal]],
    choice: Show,
) -> YearLine:
    listed, stage = pair
    last = _year_before(listed.revision, pairs, reforms)
    budgets = adjusted.get(listed.revision.pk, {})
    return YearLine(
        revision=listed.revision,
        url=address(listed.revision),
        cells=tuple(_cell(name, listed, last, budgets.get(name), choice) for name in LISTED),
        is_predecessor=stage.reform is not None,
    )


def _year_before(
    revision: Revision, pairs: Iterable[Pair], reforms: Iterable[Succession]
) -> Listed | None:
    """The one disclosure that it may be compared with; None across a reform of the work itself."""
    of = revision.disclosure
    if any(each.year == of.fiscal_year_id and not each.is_same_scope for each in reforms):
        return None
    found = [
        other
        for other, _ in pairs
        if other.revision.disclosure.fiscal_year_id == of.fiscal_year_id - 1
        and other.revision.disclosure.kind == of.kind
    ]
    return found[0] if len(found) == 1 else None


def _cell(
    name: str, listed: Listed, last: Listed | None, adjusted: Decimal | None, choice: Show
) -> YearCell:
    now, then = yuan_of(listed, name), yuan_of(last, name) if last else None
    text, unit = in_unit(listed.headline.get(name), choice)
    beside = "" if adjusted is None else _shown(adjusted, choice)
    return YearCell(LISTED[name], text, unit, _change(now, then), beside, nothing(listed, name))


def _shown(yuan: Decimal, choice: Show) -> str:
    return shown(yuan, Show.YUAN if choice is Show.YUAN else Show.WAN_YUAN)


def _change(now: Decimal | None, then: Decimal | None) -> str:
    """The change in per cent with its sign; "" where one is not disclosed or last year was 0."""
    if now is None or not then or then < 0:
        return ""
    return f"{(now - then) / then * 100:+.1f}%"


def yuan_of(listed: Listed, name: str) -> Decimal | None:
    """A headline figure in 元, None when not disclosed."""
    figure = listed.headline.get(name)
    return None if figure is None else figure.yuan
