"""A sheet seen as amounts: each cell with its label, unit, printed places and place."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from disclosures.classification.money import NUMBER, Unit, halfwidth, parse_number
from disclosures.records.disclosure import Kind
from disclosures.rules.amount import Amount, places_of
from disclosures.tables.account import table_of_kind
from disclosures.tables.book import Row, RowKind, Sheet
from disclosures.tables.spec import TableSpec


@dataclass(frozen=True)
class Grid:
    """One sheet with its spec, as a disclosure of that kind heads it."""

    sheet: Sheet
    kind: str = Kind.BUDGET

    @cached_property
    def spec(self) -> TableSpec:
        """The spec of the sheet's table."""
        return table_of_kind(self.sheet.table, self.kind)

    @cached_property
    def _positions(self) -> dict[int, int]:
        return {id(row): position for position, row in enumerate(self.sheet.rows)}

    def amount(self, row: Row, column: str) -> Amount | None:
        """The number in a cell, or None when the cell is absent or holds nothing."""
        cell = row.cells.get(column)
        if cell is None or not isinstance(cell.value, Decimal | int):
            return None
        return Amount(
            label=self.spec.label(column),
            value=Decimal(cell.value),
            unit=self._unit if self.spec.is_money(column) else "",
            places=_printed_places(cell.printed),
            key=f"{self.sheet.table}/{self._positions[id(row)]}/{column}",
            where=cell.where or row.where or self.sheet.where or None,
        )

    def children(self, row: Row, column: str) -> list[Amount]:
        """The money of a row under the columns that are data, such as one a district."""
        return [
            Amount(column, cell.value, self._unit, _printed_places(cell.printed), where=cell.where)
            for child in row.children
            if (cell := child.cells.get(column)) and isinstance(cell.value, Decimal)
        ]

    def has(self, column: str) -> bool:
        """Whether the table has a column of that name."""
        return any(each.field == column for each in self.spec.columns)

    @property
    def _unit(self) -> str:
        return self.sheet.unit or Unit.YUAN.value

    def across(self, row: Row, columns: Iterable[str]) -> list[Amount]:
        """The numbers of a row in these columns, leaving out what holds none."""
        return [found for each in columns if (found := self.amount(row, each)) is not None]

    def down(self, rows: Iterable[Row], column: str) -> list[Amount]:
        """The numbers of a column in these rows, leaving out what holds none."""
        return [found for row in rows if (found := self.amount(row, column)) is not None]

    def name(self, row: Row) -> str:
        """How a message names a row: by its key columns, or by its place."""
        if row.kind is RowKind.TOTAL:
            return "合计行"
        said = [
            str(value) for each in self.spec.key if (value := row.value(each)) not in (None, "")
        ]
        return "".join(said) or f"第{self._positions[id(row)] + 1}行"


def _printed_places(printed: str) -> int:
    found = NUMBER.search(halfwidth(printed))
    return places_of(parse_number(found.group())) if found else 0
