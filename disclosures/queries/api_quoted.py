"""Figures that the narrative states, gathered beside a row of the same revision.

A figure without an amount says why in `nothing`: its cell prints 不适用, its table is declared
empty, or neither the narrative nor a table tells it.
"""

from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import (
    Aggregate,
    Case,
    F,
    JSONField,
    OuterRef,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, JSONObject
from django.db.models.lookups import IsNull

from disclosures.classification.money import Nothing
from disclosures.queries.emptiness import declares_empty, is_not_applicable
from disclosures.records.narration import QuotedFigure
from disclosures.records.table_figure import TableFigure
from disclosures.tables.quoted import table_of

NOT_DISCLOSED, EMPTY_TABLE = "not_disclosed", "empty_table"
NOT_APPLICABLE = Nothing.NOT_APPLICABLE.value
NOTHINGS = ((NOT_DISCLOSED, "未公开"), (EMPTY_TABLE, "空表"), (NOT_APPLICABLE, "不适用"))


class GatheredObject(Aggregate):
    """One JSON object of all rows: the first expression names, the second says."""

    function = "JSONB_OBJECT_AGG"
    output_field = JSONField()


QUOTED = {
    "printed": "printed",
    "yuan": Cast("yuan", TextField()),
    "section": "section",
    "start": "start",
    "end": "end",
}


def quoted(revision: str, keys: Iterable[str]) -> Subquery:
    """`{key: {printed, yuan, section, start, end}}` of the stated keys; null when none is stated.

    `revision` is the field of the outer row that holds the revision.
    """
    stated = QuotedFigure.objects.filter(revision=OuterRef(revision), key__in=tuple(keys))
    gathered = GatheredObject(F("key"), JSONObject(**QUOTED))
    rows = stated.order_by().values("revision").annotate(gathered=gathered)
    return Subquery(rows.values("gathered"))


def quoted_one(revision: str, key: str, field: str) -> Subquery:
    """One field of one stated figure: null when it is not stated."""
    stated = QuotedFigure.objects.filter(revision=OuterRef(revision), key=key)
    return Subquery(stated.order_by().values(field))


TABLED = {
    "printed": "printed",
    "yuan": Cast("yuan", TextField()),
    "table": "table",
    "row": "row",
    "column": "column",
}


def tabled(revision: str, keys: Iterable[str]) -> Subquery:
    """As `quoted`, for what a table alone prints: `{key: {printed, yuan, table, row, column}}`."""
    printed = TableFigure.objects.filter(revision=OuterRef(revision), key__in=tuple(keys))
    gathered = GatheredObject(F("key"), JSONObject(**TABLED))
    rows = printed.order_by().values("revision").annotate(gathered=gathered)
    return Subquery(rows.values("gathered"))


def headline_yuan(revision: str, key: str) -> Coalesce:
    """The amount in 元 that the narrative states, else that a table prints; null for neither."""
    printed = TableFigure.objects.filter(revision=OuterRef(revision), key=key)
    said = quoted_one(revision, key, "yuan")
    return Coalesce(said, Subquery(printed.order_by().values("yuan")))


def tabled_provenance(key: str, found: dict[str, Any], page: str) -> Any:
    """Where a figure that a table alone prints stands, or that it says 不适用."""
    cell = f"{page}tables/{found['table']}/{found['row']}/{found['column']}/"
    absent = dict.fromkeys(("section", "start", "end"))
    nothing = NOT_APPLICABLE if found["yuan"] is None else None
    return {"key": key, "nothing": nothing, "printed": found["printed"], **absent, "page": cell}


def nothing_said(revision: str, key: str, amount: Any) -> Case:
    """Why there is no amount of a figure, as `provenance` has it; null where there is one."""
    return Case(
        When(IsNull(amount, False), then=None),
        When(is_not_applicable(revision, key), then=Value(NOT_APPLICABLE)),
        When(declares_empty(revision, key), then=Value(EMPTY_TABLE)),
        default=Value(NOT_DISCLOSED),
        output_field=TextField(),
    )


def provenance(
    key: str,
    found: dict[str, Any] | None,
    page: str,
    *,
    is_absent: bool,
    empty: Collection[str] = (),
) -> Any:
    """Where the figure of a column stands in the narrative; `page` is that of its revision.

    `empty` are the tables that are declared empty: of a figure that one of them would tell, the
    page is the table's.
    """
    said, table = found or {}, table_of(key)
    if is_absent and table in empty:
        absent = dict.fromkeys(("printed", "section", "start", "end"))
        return {"key": key, "nothing": EMPTY_TABLE, **absent, "page": f"{page}tables/{table}/"}
    return {
        "key": key,
        "nothing": NOT_DISCLOSED if is_absent else None,
        "printed": said.get("printed"),
        "section": said.get("section"),
        "start": said.get("start"),
        "end": said.get("end"),
        "page": f"{page}figures/{key}/" if found else None,
    }
