"""The rows of the official tables, one listing each from the registry.

Every column says its value, the text that was printed, and, when it has no value, which kind of
nothing it is: `blank`, `not_applicable`, `not_printed` (the form has the column, this row has no
such cell) or `not_a_value` (a text is printed that is no value of the column, such as a slip).
"""

from functools import partial
from typing import Any, cast

from django.db.models import F, Field, Func, TextField
from django.db.models.fields.json import KT
from django.db.models.sql.compiler import SQLCompiler

from disclosures.classification.money import NOT_APPLICABLE_PRINTED, Nothing
from disclosures.queries.api_addresses import row_page
from disclosures.queries.api_columns import Column, ValueKind, chosen, number, of_field
from disclosures.queries.api_listing import ByRevision, Listing, Row
from disclosures.queries.api_revisions import context, public
from disclosures.records.printed_table import PrintedTable, TableState
from disclosures.tables.book import Origin, RowKind
from disclosures.tables.columns import Spread
from disclosures.tables.registry import TABLES
from disclosures.tables.shapes import TableRow
from disclosures.tables.spec import TableSpec
from disclosures.tables.stored import OWN

NOT_PRINTED, NOT_A_VALUE = "not_printed", "not_a_value"
NOTHINGS = (Nothing.BLANK.value, Nothing.NOT_APPLICABLE.value, NOT_PRINTED, NOT_A_VALUE)
SPACE = "".join(char for char in map(chr, range(0x3001)) if char.isspace())


class CellNothing(Func):
    """Which kind of nothing a cell is, as `Cell.nothing` says it; null when it holds a value."""

    output_field = TextField()

    def __init__(self, column: Column) -> None:
        super().__init__(column.expression, F("printed"))
        self.column = column.name

    def as_sql(self, compiler: SQLCompiler, connection: Any, *_: Any, **__: Any) -> Any:
        """One CASE over the value and the printed text."""
        value, given = compiler.compile(self.source_expressions[0])
        printed, _none = compiler.compile(self.source_expressions[1])
        says = f"BTRIM({printed} ->> %s, %s)"
        sql = (
            f"CASE WHEN {value} IS NOT NULL THEN NULL"
            f" WHEN {printed} ->> %s IS NULL THEN '{NOT_PRINTED}'"
            f" WHEN {says} = '' THEN '{Nothing.BLANK}'"
            f" WHEN {says} = ANY(%s) THEN '{Nothing.NOT_APPLICABLE}'"
            f" ELSE '{NOT_A_VALUE}' END"
        )
        trimmed = [self.column, SPACE]
        return sql, [*given, self.column, *trimmed, *trimmed, sorted(NOT_APPLICABLE_PRINTED)]


def _named(name: str, model: type[TableRow]) -> Column:
    return of_field(cast(Field, model._meta.get_field(name)))


def _nothing(column: Column) -> Column:
    label = f"{column.label}：空缺"
    choices = tuple((each, each) for each in NOTHINGS)
    name = f"{column.name}_nothing"
    return Column(name, CellNothing(column), label, nullable=True, choices=choices)


def _printed(column: Column) -> Column:
    name = f"{column.name}_printed"
    return Column(name, KT(f"printed__{column.name}"), f"{column.label}：原文", nullable=True)


def shape(row: Row, names: tuple[str, ...]) -> Row:
    """The row with, for each column, its printed text, kind of nothing, place and page.

    What was not printed has no page to show it on.
    """
    printed, where, page = row.pop("printed"), row.pop("where"), row["page"]
    provenance = {
        name: {
            "printed": printed.get(name),
            "nothing": row.pop(f"{name}_nothing"),
            "where": where.get(name),
            "page": f"{page}{name}/" if name in printed else None,
        }
        for name in names
    }
    return row | {"where": where.get(OWN), "provenance": provenance}


def _row_columns(page: Column, *position: Column) -> tuple[Column, ...]:
    return (
        *context(),
        *position,
        chosen("row_kind", "row_kind", "行别", RowKind),
        chosen("origin", "origin", "数据来源", Origin),
        page,
    )


PRINTED = Column("printed", "printed", "原文", ValueKind.STRUCTURE)
WHERE = Column("where", "where", "位置", ValueKind.STRUCTURE)


def _listing(
    name: str, title: str, model: type[TableRow], fields: tuple[str, ...], lead: tuple[Column, ...]
) -> Listing:
    columns = tuple(_named(field, model) for field in fields)
    nothings = tuple(_nothing(column) for column in columns)
    triples = tuple(
        each for column in columns for each in (column, _printed(column), _nothing(column))
    )
    return Listing(
        name=f"tables/{name}",
        title=title,
        model=model,
        rows=partial(public, model),
        columns=(*lead, *columns),
        gathered=(*nothings, PRINTED, WHERE),
        csv_only=(*lead, *triples, WHERE),
        order=ByRevision(("position", lead[len(context())].name)),
        shape=partial(shape, names=fields),
    )


def table_listing(spec: TableSpec) -> Listing:
    """The rows of one official table."""
    page = Column("page", row_page("revision__", spec.name, "position"), "本行永久地址")
    lead = _row_columns(page, number("row", "position", "行序"))
    fields = tuple(column.field for column in spec.columns)
    return _listing(spec.name, spec.title, spec.model, fields, lead)


def spread_listing(spec: TableSpec, spread: Spread) -> Listing:
    """The cells of a table under columns that are data, such as one a district."""
    parent = f"{spread.parent}__position"
    page = Column("page", row_page("revision__", spec.name, parent), "所在行永久地址")
    lead = _row_columns(
        page, number("position", "position", "次序"), number("row", parent, "所在行行序")
    )
    title = f"{spec.title}：{spread.printed}"
    return _listing(f"{spec.name}/spread", title, spread.model, spread.fields, lead)


TABLE_LISTINGS = {name: table_listing(spec) for name, spec in TABLES.items()}
SPREAD_LISTINGS = {
    name: spread_listing(spec, spec.spread) for name, spec in TABLES.items() if spec.spread
}
PRINTED_TABLE_COLUMNS = (
    number("position", "position", "表号"),
    Column("table", "table", "表"),
    Column("title", "title", "表名"),
    chosen("state", "state", "状态", TableState),
    Column("printed_unit", "printed_unit", "金额单位"),
    Column("statement", "statement", "空表说明"),
    Column("where", "where", "位置", ValueKind.STRUCTURE),
    Column("cells", "cells", "原样单元格", ValueKind.LIST),
)
PRINTED_TABLES = Listing(
    name="printed-tables",
    title="公开表",
    model=PrintedTable,
    rows=partial(public, PrintedTable),
    columns=(*context(), *PRINTED_TABLE_COLUMNS),
    order=ByRevision(),
)
