"""Money passed to districts: projects by districts as printed, and what each district gets in all.

The sums are ours. There are none where a line may already be the sum of others, unless they agree
with the sum that is printed; one that does not agree with it is said to be so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from disclosures.pages.achieved import Target, said, target
from disclosures.pages.addresses import address
from disclosures.pages.summary import Figures, Quote
from disclosures.tables.book import Book, Row, RowKind, Sheet
from disclosures.tables.layout import cells_of, headings_of, share_places
from disclosures.tables.sums import may_hold_a_sum
from disclosures.tables.transfer_performance import SPEC as GOALS
from disclosures.tables.transfer_to_district import SPEC

NONE = "无"
FEWEST = 2  # lines that a sum of ours says more than
NAME, TOTAL, GOAL = "project_name", "total", "annual_goal"
Amounts = tuple[Decimal | None, ...]


@dataclass(frozen=True)
class Line:
    """A printed line: its whole and its districts' shares, in the order of `Spread.heads`.

    A share without a text prints nothing; None is no cell at all. `is_sum`: of other lines.
    """

    name: str
    url: str
    shares: tuple[tuple[str, Quote | None], ...]
    is_sum: bool


@dataclass(frozen=True)
class Spread:
    """Projects by districts; `heads` are the districts behind "", the whole.

    `sums` are ours, by head ("" for none); `differing` are the districts, or the whole, whose
    printed sum is another. `is_unsure`: there are none, for a line may be the sum of others.
    """

    unit: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    sums: tuple[tuple[str, str], ...]
    differing: tuple[str, ...]
    is_unsure: bool


@dataclass(frozen=True)
class Goal:
    """What a project is to reach: its goal in words, "" for none, with its indicators."""

    project: str
    words: str
    url: str
    targets: tuple[Target, ...]


@dataclass(frozen=True)
class Transfers:
    """What a disclosure says of transfers to districts; sheets are None where it has no such table.

    `stated` is what the narrative says.
    """

    sheet: Sheet | None
    url: str
    spread: Spread | None
    stated: list[Quote]
    goals_sheet: Sheet | None
    goals_url: str
    goals: tuple[Goal, ...]

    @property
    def is_said_none(self) -> bool:
        """Whether the narrative says that there is none, and nothing else."""
        return bool(self.stated) and all(each.text == NONE for each in self.stated)


def transfers(figures: Figures, book: Book) -> Transfers:
    """The transfers that a disclosure's tables and narrative tell of."""
    sheet, goals = book.sheet(SPEC.name), book.sheet(GOALS.name)
    goals_url = address(figures.revision, "table", table=GOALS.name)
    return Transfers(
        sheet=sheet,
        url=address(figures.revision, "table", table=SPEC.name),
        spread=_spread(figures, sheet) if sheet and sheet.rows else None,
        stated=figures.starting("transfer."),
        goals_sheet=goals,
        goals_url=goals_url,
        goals=tuple(_goals(goals.rows, goals_url)) if goals else (),
    )


def _spread(figures: Figures, sheet: Sheet) -> Spread:
    heads = ("", *headings_of(SPEC, sheet.rows))
    lines = tuple(_line(figures, sheet, place, heads) for place in range(len(sheet.rows)))
    pairs = list(zip(lines, sheet.rows, strict=True))
    own = [_amounts(row, heads) for line, row in pairs if not line.is_sum]
    printed = [_amounts(row, heads) for _, row in pairs if row.kind is RowKind.TOTAL]
    ours = _added(own) if len(own) >= FEWEST else ()
    differing = _differing(heads, ours, printed) if ours else ()
    is_unsure = bool(ours) and (not printed or bool(differing)) and may_hold_a_sum(own)
    sums = ("" if each is None else figures.sum_in(sheet, each) for each in ours)
    return Spread(
        unit=figures.unit_in(sheet),
        heads=heads,
        lines=lines,
        sums=() if is_unsure or not ours else tuple(zip(heads, sums, strict=True)),
        differing=() if is_unsure else differing,
        is_unsure=is_unsure,
    )


def _line(figures: Figures, sheet: Sheet, place: int, heads: Sequence[str]) -> Line:
    row, department = sheet.rows[place], figures.revision.disclosure.department.name
    places, cells = {"": TOTAL} | share_places(SPEC, row), cells_of(SPEC, row)
    shares = tuple(
        (head, figures.of_cell(sheet, cells[name][1], place, name, head) if name in cells else None)
        for head in heads
        for name in [places.get(head, "")]
    )
    # A line that prints its department for a project is a sum, too.
    is_sum = row.kind is not RowKind.DETAIL or row.value(NAME) == department
    url = address(figures.revision, "row", table=sheet.table, row=place)
    return Line(said(row, (NAME,)), url, shares, is_sum)


def _amounts(row: Row, heads: Sequence[str]) -> Amounts:
    places, cells = {"": TOTAL} | share_places(SPEC, row), cells_of(SPEC, row)
    found = (cells.get(places.get(head, "")) for head in heads)
    return tuple(
        each[1].value if each and isinstance(each[1].value, Decimal) else None for each in found
    )


def _added(lines: Sequence[Amounts]) -> Amounts:
    """What each column adds up to; None for one without an amount."""
    columns = ([each for each in column if each is not None] for column in zip(*lines, strict=True))
    return tuple(sum(column, Decimal(0)) if column else None for column in columns)


def _differing(heads: Sequence[str], ours: Amounts, printed: Sequence[Amounts]) -> tuple[str, ...]:
    """The columns with a printed sum that is not ours."""
    return tuple(
        head
        for head, yuan, *told in zip(heads, ours, *printed, strict=True)
        if any(each is not None and each != (yuan or 0) for each in told)
    )


def _goals(rows: Sequence[Row], table: str) -> Iterator[Goal]:
    """Projects in the order of print; an indicator belongs to the project that its line names."""
    for project, group in groupby(enumerate(rows), lambda each: said(each[1], (NAME,))):
        lines = list(group)
        goals = ((goal, place) for place, row in lines if (goal := said(row, (GOAL,))))
        words, at = next(goals, ("", 0))
        targets = (target(row, f"{table}{place}/") for place, row in lines)
        yield Goal(project, words, f"{table}{at}/{GOAL}/", tuple(t for t in targets if t.name))
