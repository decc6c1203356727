"""The amounts of a balance's lines and of a table's total row, with the zeros that follow.

A blank is no zero. It is taken for one only where what is printed makes up the printed total, so
that nothing else can be meant.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from disclosures.tables.book import Book, Origin, Row, RowKind
from disclosures.tables.identity import LineSum, RowSum
from disclosures.tables.lines import Line
from disclosures.tables.registry import TABLES, table

Name = TypeVar("Name", bound=str)


def own_rows(book: Book, name: str) -> list[Row]:
    """The rows that a table itself prints."""
    sheet = book.sheet(name)
    rows = sheet.rows if sheet else ()
    return [each for each in rows if each.origin is not Origin.NARRATIVE]


def line_amounts(book: Book, name: str) -> dict[Line, Decimal]:
    """The amount of each known line of a balance, in 元."""
    found = {
        Line(str(row.value("line"))): amount
        for row in own_rows(book, name)
        if row.value("line") and (amount := row.money("amount")) is not None
    }
    sums = [each for each in table(name).identities if isinstance(each, LineSum)]
    with_zeros(found, [(Line(each.total), [Line(part) for part in each.parts]) for each in sums])
    return found


def total_row(book: Book, name: str) -> Row | None:
    """The 合计 row of a table, or its only row."""
    rows = own_rows(book, name)
    totals = [each for each in rows if each.kind is RowKind.TOTAL]
    if len(totals) == 1:
        return totals[0]
    return rows[0] if len(rows) == 1 else None


def column(name: str, row: Row) -> dict[str, Decimal]:
    """Column to amount of one row, in 元."""
    found = {each: amount for each in row.cells if (amount := row.money(each)) is not None}
    sums = [each for each in table(name).identities if isinstance(each, RowSum)]
    with_zeros(found, [(each.total, [*each.parts]) for each in sums])
    return found


def with_zeros(found: dict[Name, Decimal], sums: Sequence[tuple[Name, list[Name]]]) -> None:
    """Add the zeros of parts that are not printed where the printed ones make up the total."""
    before = -1
    while len(found) != before:
        before = len(found)
        for total, parts in sums:
            if _is_complete(found, total, parts):
                found |= {part: Decimal(0) for part in parts if part not in found}


def _is_complete(found: Mapping[Name, Decimal], total: Name, parts: list[Name]) -> bool:
    printed = [found[part] for part in parts if part in found]
    return total in found and sum(printed, Decimal(0)) == found[total]


def title_of(name: str) -> str:
    """The official title of a table."""
    return TABLES[name].title
