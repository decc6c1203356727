"""The rows of several tables of one revision by a single question to the database."""

import json
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.db import connection
from django.db.models import DecimalField as Exact
from django.db.models import Field

from disclosures.tables.spec import TableSpec

Record = dict[str, Any]
COMMON = ("pk", "row_kind", "origin", "printed", "where")


def records_of(specs: Iterable[TableSpec], revision_id: int) -> dict[str, list[Record]]:
    """Table name to its stored rows as plain records, in the order of print.

    No amount passes through a float; places on a page are floats.
    """
    wanted = {spec.name: spec for spec in specs}
    found: dict[str, list[Record]] = defaultdict(list)
    if not wanted:
        return found
    asked = " UNION ALL ".join(map(_statement, wanted.values()))
    values = [value for name in wanted for value in (name, revision_id)]
    with connection.cursor() as cursor:
        cursor.execute(f"{asked} ORDER BY 1, 2", values)
        for name, _, row, where in cursor.fetchall():
            told = json.loads(row, parse_float=Decimal) | {"where": json.loads(where)}
            found[name].append(_typed(wanted[name], told))
    return found


def _statement(spec: TableSpec) -> str:
    """How a table's rows are asked for, given its name and a revision; as quick as SQL is."""
    table = connection.ops.quote_name(spec.model._meta.db_table)
    row = "position, to_jsonb(told) - 'where', told.where"
    return f"(SELECT %s, {row} FROM {table} AS told WHERE revision_id = %s)"


def _typed(spec: TableSpec, row: dict[str, Any]) -> Record:
    row["pk"] = row[spec.model._meta.pk.attname]
    common = {name: row[name] for name in COMMON}
    return common | {
        each.field: _value(spec.model._meta.get_field(each.field), row[each.field])
        for each in spec.columns
    }


def _value(field: Any, told: Any) -> Decimal | int | str | None:
    assert isinstance(field, Field)
    if told is None:
        return None
    return Decimal(told) if isinstance(field, Exact) else told
