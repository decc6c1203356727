"""What the tables print of a narrative's figures, where it is sure which cell is meant.

Rows taken from the narrative are passed over: it cannot be held to itself. Where tables differ from
each other, or nothing tells which of two readings is meant, there is no figure: a person decides.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from disclosures.documents.drafting.lines import column, line_amounts, title_of, total_row
from disclosures.tables.book import Book
from disclosures.tables.lines import Line
from disclosures.tables.quoted import FISCAL_LINES, INCOME_LINES

SUMMARY, FISCAL = "financial-balance", "fiscal-balance"
GENERAL, FUND = "general-budget-by-function", "government-fund-expenditure"
SPENT = ("department-expenditure", "expenditure-summary")
HALVED = ((GENERAL,), (GENERAL, FUND), *((name,) for name in SPENT))
HALVES = {"total": "", "basic": "（基本支出）", "project": "（项目支出）"}


@dataclass(frozen=True)
class Cited:
    """A figure (money in 元) with the table that prints it and what it is called there.

    `also` are amounts that a narrative may print for it as well, as rules C01 to C03 allow.
    """

    value: Decimal
    table: str
    label: str
    also: tuple[Decimal, ...] = ()

    @property
    def source(self) -> str:
        """Where it stands, for a person to look it up."""
        return f"{title_of(self.table)}：{self.label}"


def total_figures(book: Book, whole: str, *, of_the_year: bool = False) -> dict[str, Cited]:
    """Statement key to figure, of the tables that balance.

    `whole` is what basic and project expenditure are the parts of. `of_the_year`: the totals are
    those of the year's own income and expenditure.
    """
    if of_the_year:
        found = {**_sources(book), **_of_the_year(book)}
    else:
        found = {**_income(book), **_fiscal(book), **_totals(book, Line.EXPENDITURE_TOTAL)}
    return found | _halves(book, found.get(whole))


def general_spent(book: Book) -> Cited | None:
    """What was spent of the general budget: the total of its table."""
    return next(iter(total_of(book, GENERAL, "total")), None)


def _of_the_year(book: Book) -> dict[str, Cited]:
    """The totals of a final account: the year's own; those with what was carried over may be told

    as well.
    """
    line, whole = Line.INCOME_THIS_YEAR, Line.INCOME_TOTAL
    found = {
        key: Cited(amounts[line], name, line.label, _also(amounts, whole))
        for key, name in (("income.total", SUMMARY), ("fiscal.total", FISCAL))
        if line in (amounts := line_amounts(book, name))
    }
    spent = _totals(book, Line.EXPENDITURE_THIS_YEAR)
    also = _also(line_amounts(book, SUMMARY), Line.EXPENDITURE_TOTAL)
    return found | {key: replace(each, also=also) for key, each in spent.items()}


def _also(amounts: dict[Line, Decimal], line: Line) -> tuple[Decimal, ...]:
    return (amounts[line],) if line in amounts else ()


def _sources(book: Book) -> dict[str, Cited]:
    lines = line_amounts(book, SUMMARY)
    return {
        key: Cited(lines[line], SUMMARY, line.label)
        for key, line in INCOME_LINES.items()
        if line in lines
    }


def _income(book: Book) -> dict[str, Cited]:
    lines, line = line_amounts(book, SUMMARY), Line.INCOME_TOTAL
    found = _sources(book)
    if line in lines:
        found["income.total"] = Cited(lines[line], SUMMARY, line.label)
    total, this_year = found.get("income.total"), lines.get(Line.INCOME_THIS_YEAR)
    general = _general(lines, found)
    if total and this_year is not None:
        found["income.total"] = replace(total, also=(this_year,))
    return found | ({"income.general": general} if general else {})


def _general(lines: dict[Line, Decimal], found: dict[str, Cited]) -> Cited | None:
    """The general budget, told with what was carried over where only that makes up the total."""
    own, total = lines.get(Line.GENERAL_BUDGET), found.get("income.total")
    others = [found[key].value for key in INCOME_LINES if key in found]
    if own is None or total is None or len(others) < len(INCOME_LINES):
        return None
    label, carried = Line.GENERAL_BUDGET.label, lines.get(Line.CARRIED_FORWARD, Decimal(0))
    rest, also = total.value - sum(others), (own, own + carried)
    if rest == own:
        return Cited(own, SUMMARY, label, also)
    if rest == own + carried:
        return Cited(rest, SUMMARY, f"{label}加{Line.CARRIED_FORWARD.label}", also)
    return None


def _fiscal(book: Book) -> dict[str, Cited]:
    lines = line_amounts(book, FISCAL)
    found = {
        key: Cited(lines[line], FISCAL, line.label)
        for key, line in FISCAL_LINES.items()
        if line in lines
    }
    total, this_year = Line.EXPENDITURE_TOTAL, lines.get(Line.EXPENDITURE_THIS_YEAR)
    if total not in lines:
        return found
    also = (this_year,) if this_year is not None else ()
    return found | {"exp.fiscal": Cited(lines[total], FISCAL, total.label, also)}


def _totals(book: Book, line: Line) -> dict[str, Cited]:
    """All expenditure, where the balance's line and the other tables agree on it."""
    lines = line_amounts(book, SUMMARY)
    own = [Cited(lines[line], SUMMARY, line.label)] if line in lines else []
    total = _agreed((*own, *(each for name in SPENT for each in total_of(book, name, "total"))))
    return {"exp.total": total} if total else {}


def _halves(book: Book, whole: Cited | None) -> dict[str, Cited]:
    """Basic and project expenditure from the tables whose halves make up the whole."""
    if whole is None:
        return {}
    pairs = [pair for names in HALVED if (pair := _pair(book, names))]
    own = next((each for each in pairs if each[0].value + each[1].value == whole.value), None)
    if own is None:
        return {}
    basics, projects = (tuple(each.value for each in half) for half in zip(*pairs, strict=True))
    return {
        "exp.basic": replace(own[0], also=basics),
        "exp.project": replace(own[1], also=projects),
    }


def _pair(book: Book, names: Sequence[str]) -> tuple[Cited, Cited] | None:
    """Both halves, each summed up over the tables; None where a table prints none."""
    halves = [[total_of(book, name, half) for name in names] for half in ("basic", "project")]
    if not all(each for half in halves for each in half):
        return None
    basic, project = halves
    return _added(basic), _added(project)


def total_of(book: Book, name: str, what: str) -> list[Cited]:
    """The total of a column, as the 合计 row (or the only row) prints it."""
    row = total_row(book, name)
    amounts = column(name, row) if row else {}
    return [Cited(amounts[what], name, f"合计{HALVES[what]}")] if what in amounts else []


def _added(parts: Sequence[Sequence[Cited]]) -> Cited:
    first = parts[0][0]
    return Cited(sum((each[0].value for each in parts), Decimal(0)), first.table, first.label)


def _agreed(candidates: Iterable[Cited]) -> Cited | None:
    """The first, if all print the same."""
    found = list(candidates)
    return found[0] if len({each.value for each in found}) == 1 else None
