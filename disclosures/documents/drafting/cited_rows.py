"""What tables print row by row of a narrative's figures: 三公, procurement, functions…"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from disclosures.classification.figures import figure_of
from disclosures.documents.drafting.cited import Cited, total_of
from disclosures.documents.drafting.lines import column, own_rows, total_row
from disclosures.records.printed_table import TableState
from disclosures.tables.basis import Basis, own_amounts
from disclosures.tables.book import Book, Row, RowKind
from disclosures.tables.quoted import PROCUREMENT_LETTERS, THREE_PUBLIC_COLUMNS
from disclosures.tables.titles import folded_name

GENERAL, FUND = "general-budget-by-function", "government-fund-expenditure"
PROCUREMENT, THREE_PUBLIC = "procurement", "three-public"
INCOME, PROJECTS = "department-income", "project-expenditure"
TRANSFERS = ("transfer-to-district", "transfer-performance")
GOALS = ("project-performance", "project-performance-issued-separately")
ITEM = 7  # digits of a 项 code


def row_figures(book: Book, *, of_the_year: bool = False) -> dict[str, Cited]:
    """Statement key to figure, of the tables that list things."""
    return {
        **_three_public(book, of_the_year),
        **_procurement(book),
        **_functions(book),
        **_units(book),
    }


def project_amounts(book: Book) -> dict[str, Cited]:
    """Name of a project, folded, to what all its rows together print."""
    found: dict[str, Cited] = {}
    for row in own_rows(book, PROJECTS):
        name, amount = str(row.value("project_name") or ""), row.money("total")
        if name and amount is not None and row.kind is RowKind.DETAIL:
            before = found.get(folded_name(name))
            value = amount + (before.value if before else 0)
            found[folded_name(name)] = Cited(value, PROJECTS, name)
    return found


def project_goals(book: Book) -> dict[str, str]:
    """Name of a project as printed to its goal for the year, in the order of print."""
    rows = (row for name in GOALS for row in own_rows(book, name))
    found: dict[str, str] = {}
    for row in rows:
        name, goal = row.value("project_name"), row.value("annual_goal")
        if name and goal:
            found.setdefault(str(name), " ".join(str(goal).split()))
    return found


def _three_public(book: Book, of_the_year: bool) -> dict[str, Cited]:
    row = total_row(book, THREE_PUBLIC) or _of_the_table(book)
    if of_the_year and row is not None and row.value("basis") == Basis.BUDGET:
        return {}  # what was planned is not what was spent
    if row is None:
        empty = _is_declared_empty(book, THREE_PUBLIC)
        amounts = dict.fromkeys(THREE_PUBLIC_COLUMNS.values(), Decimal(0)) if empty else {}
    else:
        amounts = column(THREE_PUBLIC, row)
    return {
        key: Cited(amounts[name], THREE_PUBLIC, figure_of(key).label)
        for key, name in THREE_PUBLIC_COLUMNS.items()
        if name in amounts
    }


def _of_the_table(book: Book) -> Row | None:
    """The one row of what the table is about, among those of last year and of changes."""
    own = own_amounts(own_rows(book, THREE_PUBLIC))
    return own[0] if len(own) == 1 else None


def _procurement(book: Book) -> dict[str, Cited]:
    rows = [each for each in own_rows(book, PROCUREMENT) if each.kind is RowKind.DETAIL]
    if not rows and not _is_declared_empty(book, PROCUREMENT):
        return {}
    found = {"proc.items": Cited(Decimal(len(rows)), PROCUREMENT, "明细行数")}
    total = total_of(book, PROCUREMENT, "total")
    summed = Cited(sum(_amounts(rows), Decimal(0)), PROCUREMENT, "各行之和")
    found["proc.total"] = total[0] if total else summed
    letters = [str(each.value("catalogue") or "")[:1].upper() for each in rows]
    if set(letters) <= set(PROCUREMENT_LETTERS.values()):
        for key, letter in PROCUREMENT_LETTERS.items():
            own = [row for row, each in zip(rows, letters, strict=True) if each == letter]
            amount = sum(_amounts(own), Decimal(0))
            found[key] = Cited(amount, PROCUREMENT, f"{letter}类各行之和")
    return found


def _functions(book: Book) -> dict[str, Cited]:
    found: dict[str, Cited] = {}
    for name in (GENERAL, FUND):
        for row in own_rows(book, name):
            code, amount = str(row.value("function_code") or ""), row.money("total")
            if len(code) == ITEM and amount is not None and row.kind is not RowKind.TOTAL:
                before = found.get(f"func.{code}")
                label = f"{code}{row.value('function_name') or ''}"
                value = amount + (before.value if before else 0)
                found[f"func.{code}"] = Cited(value, name, label)
    return found


def _units(book: Book) -> dict[str, Cited]:
    rows = [each for each in own_rows(book, INCOME) if each.kind is RowKind.DETAIL]
    units = {each.value("unit_code") or each.value("unit_name") for each in rows} - {None, ""}
    if not units:
        return {}
    return {"unit.units_total": Cited(Decimal(len(units)), INCOME, "单位行数")}


def no_transfers(book: Book) -> bool:
    """Whether both tables of transfers are declared empty by themselves."""
    return all(_is_declared_empty(book, name) for name in TRANSFERS)


def _is_declared_empty(book: Book, name: str) -> bool:
    """Whether a table says itself that it holds nothing; the narrative's word does not count."""
    sheet = book.sheet(name)
    if sheet is None or "section" in sheet.where:
        return False
    return sheet.state is TableState.DECLARED_EMPTY and bool(sheet.statement)


def _amounts(rows: Iterable[Row]) -> Iterator[Decimal]:
    return (amount for row in rows if (amount := row.money("total")) is not None)
