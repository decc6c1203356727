"""The tables that a narrative tells and those attached, in the order that the place prints."""

from disclosures.documents.forms.registry import FORMS
from disclosures.documents.one_book import one_book
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Book, Sheet, unknown


def sheet(table: str, position: int, state: TableState = TableState.FILLED) -> Sheet:
    return Sheet(table, f"{table} as printed", position, state)


TOLD = Book((sheet("three-public", 1, TableState.FROM_NARRATIVE), sheet("new-assets", 2)))
ATTACHED = Book(
    (sheet("income-by-function", 1), sheet(unknown(2), 2), sheet("financial-balance", 3))
)


def test_a_form_by_meaning_orders_them_by_its_own_list() -> None:
    book = one_book(TOLD, ATTACHED, FORMS["shanghai-2026"])
    assert [each.table for each in book] == [
        "financial-balance",
        "income-by-function",
        "three-public",
        "new-assets",
        unknown(5),
    ]
    assert [each.position for each in book] == [1, 2, 3, 4, 5]


def test_any_other_form_keeps_the_order_of_its_contents_list() -> None:
    book = one_book(TOLD, ATTACHED, FORMS["kunming-2022"])
    assert [each.table for each in book][:2] == ["three-public", "new-assets"]
