"""Figures of which a disclosure says that there is none: their table is declared empty, or their

cell prints 不适用. Neither is a zero nor silence, nor the other.
"""

from collections.abc import Iterable

from django.contrib.postgres.aggregates import JSONBAgg, StringAgg
from django.db.models import Exists, OuterRef, Subquery

from disclosures.records.printed_table import PrintedTable, TableState
from disclosures.records.table_figure import TableFigure
from disclosures.tables.quoted import table_of


def declares_empty(revision: str, key: str) -> Exists:
    """Whether the table that would tell a figure is declared empty.

    `revision` is the field of the outer row that holds the revision.
    """
    return Exists(
        PrintedTable.objects.filter(
            revision=OuterRef(revision), table=table_of(key), state=TableState.DECLARED_EMPTY
        )
    )


def empty_tables(revision: str, keys: Iterable[str]) -> Subquery:
    """The names of the tables that would tell some figures and are declared empty; null for none.

    `revision` is as for `declares_empty`.
    """
    tables = {table for key in keys if (table := table_of(key))}
    declared = PrintedTable.objects.filter(
        revision=OuterRef(revision), table__in=tables, state=TableState.DECLARED_EMPTY
    )
    names = declared.order_by().values("revision").annotate(names=JSONBAgg("table"))
    return Subquery(names.values("names"))


def is_not_applicable(revision: str, key: str) -> Exists:
    """Whether the cell that would print a figure says 不适用; `revision` as above."""
    return Exists(TableFigure.objects.filter(revision=OuterRef(revision), key=key, yuan=None))


def not_applicable(revision: str, keys: Iterable[str]) -> Subquery:
    """Those of some keys of which that is so, with a space between them; null for none."""
    found = TableFigure.objects.filter(revision=OuterRef(revision), key__in=tuple(keys), yuan=None)
    said = found.order_by().values("revision").annotate(said=StringAgg("key", " "))
    return Subquery(said.values("said"))
