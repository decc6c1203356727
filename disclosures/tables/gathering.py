"""The rows of several tables of one revision by a single question to the database."""

import json
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import CharField, F, Field, TextField, Value
from django.db.models import DecimalField as Exact
from django.db.models import IntegerField as Whole
from django.db.models.functions import Cast, JSONObject

from disclosures.tables.shapes import TableRow
from disclosures.tables.spec import TableSpec

Record = dict[str, Any]
OPEN = -1  # no revision's number: it stands where one is asked for
COMMON = ("pk", "row_kind", "origin", "printed", "where")


def records_of(specs: Iterable[TableSpec], revision_id: int) -> dict[str, list[Record]]:
    """Table name to its stored rows as plain records, in the order of print.

    Numbers travel as text, so that none passes through a float.
    """
    wanted = {spec.name: spec for spec in specs}
    found: dict[str, list[Record]] = defaultdict(list)
    if not wanted:
        return found
    statements = [_statement(spec) for spec in wanted.values()]
    asked = " UNION ALL ".join(sql for sql, _ in statements)
    values = [revision_id if each == OPEN else each for _, told in statements for each in told]
    with connection.cursor() as cursor:
        cursor.execute(f"{asked} ORDER BY 1, 2", values)
        for name, _, record in cursor.fetchall():
            found[name].append(_typed(wanted[name].model, json.loads(record)))
    return found


@cache
def _statement(spec: TableSpec) -> tuple[str, tuple[Any, ...]]:
    """How a table's rows are asked for, with a revision left open: words that never change."""
    fields = [column.field for column in spec.columns]
    texts = {name: Cast(name, TextField()) for name in fields}
    common = {name: F(name) for name in COMMON}
    rows = spec.model._default_manager.filter(revision=OPEN).order_by()
    named = rows.annotate(name=Value(spec.name, CharField()), record=JSONObject(**common, **texts))
    sql, values = named.values_list("name", "position", "record").query.sql_with_params()
    return f"({sql})", values


def _typed(model: type[TableRow], record: Record) -> Record:
    return record | {
        name: _value(model._meta.get_field(name), text)
        for name, text in record.items()
        if name not in COMMON
    }


def _value(field: Any, text: str | None) -> Decimal | int | str | None:
    assert isinstance(field, Field)
    if text is None:
        return None
    if isinstance(field, Exact):
        return Decimal(text)
    return int(text) if isinstance(field, Whole) else text
