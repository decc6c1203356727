"""What a table's model cannot say: header tree, identities, what filters. One spec a table file.

Labels and types are read from the model; a spec spells only the short text a form prints.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from django.db import models

from disclosures.records.fields import MoneyField
from disclosures.tables.identity import Identity
from disclosures.tables.shapes import TableRow


@dataclass(frozen=True)
class Column:
    """A leaf of the header: a model field, and the header text when it is not the verbose name."""

    field: str
    printed: str = ""


@dataclass(frozen=True)
class Group:
    """A header cell spanning several columns."""

    printed: str
    columns: tuple["Column | Group", ...]


@dataclass(frozen=True)
class TableSpec:
    """One official table. `number` is its place in the Kunming 2022 form; `sheet_code` its 表号."""

    name: str
    number: int
    title: str
    model: type[TableRow]
    header: tuple[Column | Group, ...]
    identities: tuple[Identity, ...] = ()
    key: tuple[str, ...] = ()
    code_lists: tuple[tuple[str, str], ...] = ()
    filters: tuple[str, ...] = ()
    note: str = ""

    @property
    def columns(self) -> tuple[Column, ...]:
        """The leaves of the header, left to right."""
        return tuple(_leaves(self.header))

    @property
    def money(self) -> tuple[str, ...]:
        """The columns that hold money, in 元."""
        return tuple(each.field for each in self.columns if self.is_money(each.field))

    def field(self, name: str) -> models.Field:
        """The model field of a column. Raises FieldDoesNotExist for a name that is none."""
        return cast(models.Field, self.model._meta.get_field(name))

    def label(self, name: str) -> str:
        """The column's full official meaning, whatever the form prints above it."""
        return str(self.field(name).verbose_name)

    def is_money(self, name: str) -> bool:
        """Whether a column is an amount in 元."""
        return isinstance(self.field(name), MoneyField)

    def printed(self, column: Column) -> str:
        """The header text of a leaf."""
        return column.printed or self.label(column.field)


def _leaves(header: tuple[Column | Group, ...]) -> Iterator[Column]:
    for part in header:
        if isinstance(part, Group):
            yield from _leaves(part.columns)
        else:
            yield part
