"""Rows typed by hand: what is stored stays what would be printed, and says that it was typed."""

from collections.abc import Iterable

from django.db import transaction

from disclosures.records.printed_table import PrintedTable, TableState
from disclosures.tables.book import Origin
from disclosures.tables.shapes import TableRow
from disclosures.tables.spec import TableSpec


@transaction.atomic
def save_typed_row(*, row: TableRow, spec: TableSpec, changed: Iterable[str]) -> None:
    """Save a row of a draft; the printed text of each changed column follows its value.

    The table counts as filled from then on. Money is in 元, so its printed form is too.
    """
    columns = {column.field for column in spec.columns}
    for name in columns & set(changed):
        value = getattr(row, name)
        row.printed[name] = "" if value is None else str(value)
        row.where.pop(name, None)
    row.origin = Origin.TYPED
    row.save()
    PrintedTable.objects.filter(revision=row.revision_id, table=spec.name).exclude(
        state=TableState.FILLED
    ).update(state=TableState.FILLED, statement="")
