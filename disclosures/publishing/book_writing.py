"""A book to rows: the tables of a draft that are not as they were replaced, in bulk."""

from disclosures.records.disclosure import Revision
from disclosures.records.printed_table import PrintedTable
from disclosures.tables.book import Book, Sheet
from disclosures.tables.registry import TABLES
from disclosures.tables.stored import book_of, printed_table, store


def write_book(revision: Revision, book: Book) -> None:
    """Replace the tables of a draft. Raises ValueError when a value does not fit its column."""
    before = {each.table: each for each in book_of(revision)}
    after = {each.table: each for each in book}
    for name in before:
        if name not in after:
            _remove(revision, name)
    for name, sheet in after.items():
        if sheet != before.get(name):
            write_sheet(revision, sheet)


def write_sheet(revision: Revision, sheet: Sheet) -> None:
    """Replace one table of a draft. Raises ValueError when a value does not fit its column."""
    _remove(revision, sheet.table)
    printed_table(revision, sheet).save(force_insert=True)
    for rows in store(revision, sheet):
        type(rows[0])._default_manager.bulk_create(rows)


def _remove(revision: Revision, name: str) -> None:
    if name in TABLES:
        for model in reversed(TABLES[name].row_models):
            model._default_manager.filter(revision=revision).delete()
    PrintedTable.objects.filter(revision=revision, table=name).delete()
