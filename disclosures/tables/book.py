"""A disclosure's tables as data, between bytes and the database: Book, Sheet, Row, Cell.

Money cells hold 元 as exact Decimals beside the text that was printed. The four kinds of nothing
stay apart: a printed 0 is a value; blank and 不适用 are cells without one; a table without rows
says why in `Sheet.state` and `Sheet.statement`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db import models

from disclosures.classification.money import Nothing, nothing_of
from disclosures.records.printed_table import TableState

# Where something stands: {"section", "start", "end"} in a narrative, {"sheet", "cell"} in a
# workbook, {"page", "box"} in a page image.
Where = dict[str, Any]
Value = Decimal | int | str | None


class RowKind(models.TextChoices):
    """What a printed row is."""

    DETAIL = "detail", "明细"
    SUBTOTAL = "subtotal", "小计"
    TOTAL = "total", "合计"


class Origin(models.TextChoices):
    """Where a row was taken from."""

    TABLE = "table", "原文件表格"
    NARRATIVE = "narrative", "编制说明"
    TYPED = "typed", "人工录入"


@dataclass(frozen=True)
class Cell:
    """One cell: its value (元 for money), its printed text, and its place in the source.

    A text that says nothing has the value None, never "".
    """

    value: Value
    printed: str
    where: Where | None = None

    @property
    def nothing(self) -> Nothing | None:
        """Which kind of nothing the cell is; None when it holds a value, 0 among them."""
        return None if self.value is not None else nothing_of(self.printed) or Nothing.BLANK


@dataclass(frozen=True)
class Row:
    """One printed row; a column that the row lacks was not printed at all.

    `children` are its cells under columns that are data, one row a column (see `Spread`).
    """

    cells: dict[str, Cell]
    kind: RowKind = RowKind.DETAIL
    origin: Origin = Origin.TABLE
    where: Where | None = None
    children: tuple["Row", ...] = ()

    def value(self, column: str) -> Value:
        """The value of a column, None when it was not printed or holds nothing."""
        cell = self.cells.get(column)
        return None if cell is None else cell.value

    def money(self, column: str) -> Decimal | None:
        """A money column in 元, None when it holds no number."""
        value = self.value(column)
        return value if isinstance(value, Decimal) else None


UNKNOWN = "unknown-"


def unknown(position: int) -> str:
    """The table name of a listed table that no form knows, by its place in the list."""
    return f"{UNKNOWN}{position}"


@dataclass(frozen=True)
class KeptCell:
    """One printed text: its place in the table's rows and columns, its span, and its source."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    where: Where | None = None


@dataclass(frozen=True)
class Sheet:
    """One table of one document. `table` is its registry name, `unit` 元 or 万元 as printed.

    A table that the document prints and no form knows has the name that `unknown` gives, and its
    cells, as they were printed, in `kept`.
    """

    table: str
    title: str
    position: int
    state: TableState
    unit: str = ""
    rows: tuple[Row, ...] = ()
    statement: str = ""
    where: Where = field(default_factory=dict)
    kept: tuple[KeptCell, ...] = ()

    @property
    def is_unknown(self) -> bool:
        """Whether the table is none of the registry's."""
        return self.table.startswith(UNKNOWN)


@dataclass(frozen=True)
class Book:
    """All tables that a document prints, in its order."""

    sheets: tuple[Sheet, ...] = ()

    def __iter__(self) -> Iterator[Sheet]:
        return iter(self.sheets)

    def sheet(self, table: str) -> Sheet | None:
        """The sheet of a table, or None when the document's form does not print it."""
        return next((each for each in self.sheets if each.table == table), None)
