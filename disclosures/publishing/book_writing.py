"""A book to rows: every table of a draft replaced at once, in bulk."""

from disclosures.records.disclosure import Revision
from disclosures.records.printed_table import PrintedTable
from disclosures.tables.book import Book
from disclosures.tables.registry import TABLES
from disclosures.tables.stored import printed_table, store


def write_book(revision: Revision, book: Book) -> None:
    """Replace all tables of a draft. Raises ValueError when a value does not fit its column."""
    for spec in TABLES.values():
        for model in reversed(spec.row_models):
            model._default_manager.filter(revision=revision).delete()
    PrintedTable.objects.filter(revision=revision).delete()
    PrintedTable.objects.bulk_create([printed_table(revision, sheet) for sheet in book])
    for sheet in book:
        for rows in store(revision, sheet):
            type(rows[0])._default_manager.bulk_create(rows)
