"""What an officer left open: the codes and names that a template brings along say no amount yet."""

from collections.abc import Iterator

from disclosures.documents.grids.problem import Problem, Severity
from disclosures.tables.book import RowKind, Sheet
from disclosures.tables.registry import TABLES


def has_amounts(sheet: Sheet) -> bool:
    """Whether an amount is printed, or why there is none; true of a table of words alone."""
    spec = TABLES[sheet.table]
    amounts = {*spec.money, *((spec.spread.amount,) if spec.spread else ())}
    lines = (each for row in sheet.rows for each in (row, *row.children))
    return not amounts or any(
        cell.printed for line in lines for name, cell in line.cells.items() if name in amounts
    )


def lines_without_amounts(sheet: Sheet) -> Iterator[Problem]:
    """Notes on the lines of a code for which nothing is said, not even that it is nil."""
    spec = TABLES[sheet.table]
    column = next((name for name, _ in spec.code_lists), "")
    if spec.halves or not spec.money or not column:
        return
    for row in sheet.rows:
        code = row.cells.get(column)
        amounts = (row.cells[each].printed for each in spec.money if each in row.cells)
        if code and code.value is not None and row.kind is not RowKind.TOTAL and not any(amounts):
            yield Problem(
                "只有科目，没有金额。本年没有的科目，请清空这一行的编码和名称；确为零请填 0。",
                dict(code.where or {}),
                code.printed,
                Severity.NOTE,
            )
