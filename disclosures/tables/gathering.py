"""The rows of several tables of one revision by a single question to the database."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.db.models import CharField, F, Field, QuerySet, TextField, Value
from django.db.models import DecimalField as Exact
from django.db.models import IntegerField as Whole
from django.db.models.functions import Cast, JSONObject

from disclosures.tables.shapes import TableRow
from disclosures.tables.spec import TableSpec

Record = dict[str, Any]
COMMON = ("pk", "row_kind", "origin", "printed", "where")


def records_of(specs: Iterable[TableSpec], revision_id: int) -> dict[str, list[Record]]:
    """Table name to its stored rows as plain records, in the order of print.

    Numbers travel as text, so that none passes through a float.
    """
    wanted = {spec.name: spec for spec in specs}
    asked = [_asked(spec, revision_id) for spec in wanted.values()]
    found: dict[str, list[Record]] = defaultdict(list)
    if not asked:
        return found
    first, *rest = asked
    for name, _, record in first.union(*rest, all=True).order_by("name", "position"):
        found[name].append(_typed(wanted[name].model, record))
    return found


def _asked(spec: TableSpec, revision_id: int) -> QuerySet[Any, Any]:
    fields = [column.field for column in spec.columns]
    texts = {name: Cast(name, TextField()) for name in fields}
    common = {name: F(name) for name in COMMON}
    rows = spec.model._default_manager.filter(revision=revision_id).order_by()
    named = rows.annotate(name=Value(spec.name, CharField()), record=JSONObject(**common, **texts))
    return named.values_list("name", "position", "record")


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
