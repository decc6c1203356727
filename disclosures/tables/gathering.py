"""Rows of several models, all of one revision, by a single question to the database.

Asking model by model costs a page more than all that it does with the answers.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any, cast

import orjson
from django.db import connection, models

from disclosures.tables.spec import TableSpec

Record = dict[str, Any]
COMMON = ("pk", "row_kind", "origin", "printed", "where")


@dataclass(frozen=True)
class Asked:
    """Fields of a model's rows, in an order of the rows."""

    model: type[models.Model]
    names: tuple[str, ...]
    order: tuple[str, ...]

    def field(self, name: str) -> models.Field:
        """The field of a name, which may be `pk`."""
        meta = self.model._meta
        return cast(models.Field, meta.pk if name == "pk" else meta.get_field(name))

    @property
    def fields(self) -> list[models.Field]:
        """The fields of the names."""
        return [self.field(each) for each in self.names]


def gathered(asked: Mapping[str, Asked], revision_id: int) -> dict[str, list[list[Any]]]:
    """The values of each model's rows, by what it is named here.

    No amount passes through a float; places on a page are floats. What JSON has no form for, as an
    hour, is its text.
    """
    found: dict[str, list[list[Any]]] = {name: [] for name in asked}
    if not asked:
        return found
    question = " UNION ALL ".join(map(_statement, asked.values()))
    values = [value for name in asked for value in (name, revision_id)]
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        for name, rows in cursor.fetchall():
            found[name] = orjson.loads(rows) if rows else []
    for name, each in asked.items():
        _make_exact(found[name], _exact(each))
    return found


def records_of(specs: Iterable[TableSpec], revision_id: int) -> dict[str, list[Record]]:
    """Table name to its stored rows as plain records, in the order of print."""
    asked = {spec.name: _of_table(spec) for spec in specs}
    return {
        name: [dict(zip(asked[name].names, row, strict=True)) for row in rows]
        for name, rows in gathered(asked, revision_id).items()
    }


def _of_table(spec: TableSpec) -> Asked:
    columns = (each.field for each in spec.columns)
    return Asked(spec.model, (*COMMON, *columns), ("position",))


@lru_cache(maxsize=128)
def _statement(asked: Asked) -> str:
    """How rows are asked for, given their name and a revision; as quick as SQL is."""
    told = ", ".join(
        _column(each) + ("::text" if isinstance(each, models.DecimalField) else "")
        for each in asked.fields
    )
    order = ", ".join(_column(asked.field(each)) for each in asked.order)
    table = connection.ops.quote_name(asked.model._meta.db_table)
    rows = f"json_agg(json_build_array({told}) ORDER BY {order})::text"
    return f"SELECT %s, {rows} FROM {table} WHERE revision_id = %s"


def _column(field: models.Field) -> str:
    return connection.ops.quote_name(str(field.column))


@lru_cache(maxsize=128)
def _exact(asked: Asked) -> tuple[int, ...]:
    """Where the exact numbers stand among the values of a row."""
    fields = enumerate(asked.fields)
    return tuple(at for at, each in fields if isinstance(each, models.DecimalField))


def _make_exact(rows: Iterable[list[Any]], places: Sequence[int]) -> None:
    for row in rows:
        for at in places:
            if row[at] is not None:
                row[at] = Decimal(row[at])
