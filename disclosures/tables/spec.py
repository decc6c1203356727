"""What a table's model cannot say: header tree, identities, what filters. One spec a table file.

Labels and types are read from the model; a spec spells only the short text a form prints.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import cast

from django.db import models

from disclosures.records.fields import MoneyField
from disclosures.tables.columns import Column, Group, Half, Header, PrintedLine, Spread, leaves
from disclosures.tables.identity import Identity
from disclosures.tables.shapes import TableRow

__all__ = ["Column", "Group", "Half", "Header", "PrintedLine", "Spread", "TableSpec"]


@dataclass(frozen=True)
class TableSpec:
    """One official table.

    `number` is its place in the Kunming 2022 form, `sheet_code` its 表号. `key` names a row in
    messages. `filters` are columns with an index. `halves` is how a two-sided table is printed,
    `spread` its columns that are data. `labels` name columns otherwise than the model does.
    """

    name: str
    number: int
    title: str
    model: type[TableRow]
    header: Header
    identities: tuple[Identity, ...] = ()
    key: tuple[str, ...] = ()
    code_lists: tuple[tuple[str, str], ...] = ()
    filters: tuple[str, ...] = ()
    note: str = ""
    sheet_code: str = ""
    halves: tuple[Half, ...] = ()
    spread: Spread | None = None
    labels: tuple[tuple[str, str], ...] = ()

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The leaves of the header, left to right."""
        return tuple(leaves(self.header))

    @cached_property
    def money(self) -> tuple[str, ...]:
        """The columns that hold money, in 元."""
        return tuple(each.field for each in self.columns if self.is_money(each.field))

    @property
    def row_models(self) -> tuple[type[TableRow], ...]:
        """The models that hold the table's rows: its own, and that of its spread if it has one."""
        return (self.model, self.spread.model) if self.spread else (self.model,)

    def field(self, name: str) -> models.Field:
        """The model field of a column, those that are data too. Raises FieldDoesNotExist."""
        model = self.spread.model if self.spread and name in self.spread.fields else self.model
        return cast(models.Field, model._meta.get_field(name))

    def label(self, name: str) -> str:
        """The column's full official meaning, whatever the form prints above it."""
        return dict(self.labels).get(name) or str(self.field(name).verbose_name)

    def is_money(self, name: str) -> bool:
        """Whether a column is an amount in 元."""
        return isinstance(self.field(name), MoneyField)

    def printed(self, column: Column) -> str:
        """The header text of a leaf."""
        return column.printed or self.label(column.field)
