"""Figures of which a disclosure says that there is none, because their table is declared empty.

That is neither a zero nor silence.
"""

from collections.abc import Iterable

from django.contrib.postgres.aggregates import JSONBAgg
from django.db.models import Exists, OuterRef, Subquery

from disclosures.records.printed_table import PrintedTable, TableState
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
