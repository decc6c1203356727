"""Figures of which a disclosure says that there is none, because their table is declared empty.

That is neither a zero nor silence.
"""

from django.db.models import Exists, OuterRef

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
