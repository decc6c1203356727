"""Expenditure by 类, 款 and 项: each amount with its parts, as far as its table prints them.

A code's parts are the printed codes that begin with it; a class that is not printed is not made up.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from disclosures.pages.summary import Figures, Quote
from disclosures.tables.book import Book, Sheet

# What is drilled into: heading, its term, the tables that print it (the first that has rows
# counts), columns.
FUNCTIONS = (
    "按功能科目",
    "功能科目",
    ("general-budget-by-function", "expenditure-summary", "department-expenditure"),
    "function_code",
    "function_name",
    "functions",
)
ECONOMIC = (
    "按经济科目",
    "部门经济科目",
    (
        "general-budget-by-economic",
        "general-budget-basic-by-economic",
        "fiscal-basic-by-economic",
    ),
    "economic_code",
    "economic_name",
    "economic",
)
AMOUNT = "total"
FEWEST = 2  # codes that make a tree worth opening


@dataclass(frozen=True)
class Node:
    """A printed code: its amount, its share of what it is a part of in percent, its own parts."""

    code: str
    name: str
    quote: Quote
    share: str
    parts: tuple["Node", ...]


@dataclass(frozen=True)
class Drill:
    """A table as a tree; `list` names the pages of its codes, `term` explains them."""

    title: str
    term: str
    table: str
    list: str
    nodes: tuple[Node, ...]

    @property
    def address(self) -> str:
        """The name of the address of a code's page."""
        return f"pages:{self.list}-code"


def drills(figures: Figures, book: Book) -> list[Drill]:
    """The trees that the tables of a disclosure allow."""
    made = (_drill(figures, book, *each) for each in (FUNCTIONS, ECONOMIC))
    return [each for each in made if each is not None]


def _drill(
    figures: Figures,
    book: Book,
    title: str,
    term: str,
    tables: Sequence[str],
    code: str,
    name: str,
    of: str,
) -> Drill | None:
    for table in tables:
        sheet = book.sheet(table)
        if sheet is None:
            continue
        rows = _coded(sheet, code)
        if len(rows) >= FEWEST:
            whole = tuple(_nodes(figures, sheet, rows, name, "", None))
            return Drill(title, term, sheet.title, of, whole)
    return None


def _coded(sheet: Sheet, code: str) -> dict[str, int]:
    """The place of each code's row; none where a code is printed twice, as it is once a unit."""
    found: dict[str, int] = {}
    for place, row in enumerate(sheet.rows):
        value = str(row.value(code) or "")
        if value and row.money(AMOUNT) is not None:
            if value in found:
                return {}
            found[value] = place
    return found


def _nodes(
    figures: Figures,
    sheet: Sheet,
    rows: dict[str, int],
    name: str,
    above: str,
    whole: Decimal | None,
) -> list[Node]:
    below = {code: at for code, at in rows.items() if code.startswith(above) and code != above}
    shortest = [
        code
        for code in below
        if not any(code != other and code.startswith(other) for other in below)
    ]
    amounts = {code: sheet.rows[rows[code]].money(AMOUNT) or Decimal(0) for code in shortest}
    total = sum(amounts.values(), Decimal(0)) if whole is None else whole
    ordered = sorted(shortest, key=lambda code: (-amounts[code], code))
    return [
        Node(
            code,
            str(sheet.rows[rows[code]].value(name) or ""),
            figures.cell_quote(sheet, rows[code], AMOUNT, code),
            _share(amounts[code], total),
            tuple(_nodes(figures, sheet, rows, name, code, amounts[code])),
        )
        for code in ordered
    ]


def _share(amount: Decimal, whole: Decimal) -> str:
    if whole <= 0 or amount < 0:
        return ""
    return f"{min(100 * amount / whole, Decimal(100)):.1f}"
