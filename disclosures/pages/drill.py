"""Expenditure by 类, 款 and 项: each amount with its parts, as far as its table prints them.

A code's parts are the printed codes that begin with it; a class that is not printed is not made up.
A code that stands in several rows, as it does once a unit, is what they add up to: ours, with the
rows beside it. There is no tree where one of the rows may be the sum of the others, nor where they
do not add up to the printed total: that is said instead.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString, mark_safe

from disclosures.pages.drill_tree import Node, row, tree
from disclosures.pages.summary import Figures, Quote
from disclosures.rules.coded import AMOUNT, Coded, coded
from disclosures.tables.book import Book

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
FEWEST = 2  # codes that make a tree worth opening
# What tells rows of one code apart, the first that is printed.
APART = ("unit_name", "project_name", "economic_name", "government_economic_name", "function_name")


@dataclass(frozen=True)
class Drill:
    """A table as a tree: its nodes, and as the page prints them; `term` explains its codes.

    `is_added_up`: some of its amounts are sums of ours. `differing` are what they add up to in all
    and the printed total that is another; None where they agree. There are no nodes where these
    are too far apart, nor where the table `is_unsure`: a row may be the sum of others.
    """

    title: str
    term: str
    table: str
    nodes: tuple[Node, ...]
    tree: SafeString
    is_added_up: bool = False
    differing: tuple[str, Quote] | None = None
    is_unsure: bool = False


def drills(figures: Figures, book: Book) -> list[Drill]:
    """The trees that the tables of a disclosure allow, or why there is none."""
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
    """The tree of the first table that has one; else what is said of the first that has none."""
    refused = None
    for table in tables:
        sheet = book.sheet(table)
        rows = coded(sheet, code) if sheet else None
        if sheet is None or rows is None or len(rows.places) < FEWEST:
            continue
        is_added_up = rows.is_added_up
        is_unsure = is_added_up and rows.is_unsure
        is_drawn = not (is_unsure or (is_added_up and rows.is_other))
        nodes = tuple(_nodes(figures, rows, name, "", rows.whole)) if is_drawn else ()
        made = Drill(
            title,
            term,
            sheet.title,
            nodes,
            mark_safe(tree(nodes, of, figures.said)),
            is_added_up,
            _differing(figures, rows) if is_added_up and not is_unsure else None,
            is_unsure,
        )
        if is_drawn:
            return made
        refused = refused or made
    return refused


def _differing(figures: Figures, rows: Coded) -> tuple[str, Quote] | None:
    if rows.printed is None or rows.is_exact:
        return None
    printed = figures.cell_quote(rows.sheet, rows.printed, AMOUNT, AMOUNT)
    return figures.sum_in(rows.sheet, rows.whole), printed


def _nodes(figures: Figures, rows: Coded, name: str, above: str, whole: Decimal) -> list[Node]:
    amounts = {code: rows.total([code]) for code in rows.below(above)}
    ordered = sorted(amounts, key=lambda code: (-amounts[code], code))
    return [_node(figures, rows, name, code, amounts[code], whole) for code in ordered]


def _node(
    figures: Figures, rows: Coded, name: str, code: str, amount: Decimal, whole: Decimal
) -> Node:
    sheet, (first, *others), below = rows.sheet, rows.places[code], rows.below(code)
    ours = Quote(AMOUNT, code, figures.sum_in(sheet, amount), figures.unit_in(sheet), "")
    is_other = bool(below) and rows.total(below) != amount
    return Node(
        code,
        str(sheet.rows[first].value(name) or ""),
        ours if others else figures.cell_quote(sheet, first, AMOUNT, code),
        _share(amount, whole),
        tuple(_nodes(figures, rows, name, code, amount)),
        tuple(_row(figures, rows, at, name) for at in (first, *others)) if others else (),
        is_other and rows.has_sums([code, *below]),
    )


def _row(figures: Figures, rows: Coded, at: int, name: str) -> str:
    """A row by its number, what tells it apart and its amount."""
    told = (str(rows.sheet.rows[at].value(each) or "") for each in APART if each != name)
    amount = figures.cell_quote(rows.sheet, at, AMOUNT, AMOUNT)
    return row(at, next(filter(None, told), ""), amount, figures.said)


def _share(amount: Decimal, whole: Decimal) -> str:
    if whole <= 0 or amount < 0:
        return ""
    return f"{min(100 * amount / whole, Decimal(100)):.1f}"
