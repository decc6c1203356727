"""What changed between two books is told by table, row and cell."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings

from disclosures.records.printed_table import TableState
from disclosures.tables.book import Book, Cell, Row, RowKind
from disclosures.tables.comparison import Deed, compare
from tests.tables.books import books, row, sheet

TABLE = "general-budget-by-function"
OFFICE = row(function_code="2010301", function_name="行政运行", total=Decimal(7))
OTHER = row(function_code="2010399", function_name="其他", total=Decimal(3))


@settings(max_examples=60, deadline=None)
@given(book=books())
def test_a_book_does_not_differ_from_itself(book: Book) -> None:
    assert compare(book, book) == ()


def test_rows_are_known_by_their_code_in_any_order() -> None:
    before = Book((sheet(TABLE, OFFICE, OTHER),))
    assert compare(before, Book((sheet(TABLE, OTHER, OFFICE),))) == ()


def test_added_changed_and_removed() -> None:
    more = Row(OFFICE.cells | {"total": Cell(Decimal(8), "8")})
    new = row(function_code="2010350", function_name="事业运行", total=Decimal(1))
    (change,) = compare(Book((sheet(TABLE, OFFICE, OTHER),)), Book((sheet(TABLE, more, new),)))
    assert [(each.deed, each.name) for each in change.rows] == [
        (Deed.CHANGED, "2010301 行政运行"),
        (Deed.ADDED, "2010350 事业运行"),
        (Deed.REMOVED, "2010399 其他"),
    ]
    (cell,) = change.rows[0].cells
    assert (cell.label, cell.before, cell.after) == (
        "支出合计",
        Cell(Decimal(7), "7"),
        Cell(Decimal(8), "8"),
    )
    assert (change.added, change.changed, change.removed) == (1, 1, 1)


def test_a_row_met_twice_is_told_apart() -> None:
    (change,) = compare(Book((sheet(TABLE, OFFICE),)), Book((sheet(TABLE, OFFICE, OFFICE),)))
    assert [each.deed for each in change.rows] == [Deed.ADDED]


def test_a_total_is_no_detail_of_the_same_name() -> None:
    total = replace(OFFICE, kind=RowKind.TOTAL)
    (change,) = compare(Book((sheet(TABLE, OFFICE),)), Book((sheet(TABLE, total),)))
    assert [each.deed for each in change.rows] == [Deed.ADDED, Deed.REMOVED]


def test_a_state_or_sentence_is_a_change() -> None:
    empty = replace(sheet(TABLE, state=TableState.DECLARED_EMPTY), statement="本表为空表。")
    (change,) = compare(Book((sheet(TABLE, OFFICE),)), Book((empty,)))
    assert (change.before, change.after) == (TableState.FILLED, TableState.DECLARED_EMPTY)
    assert change.statement_changed
    assert [each.deed for each in change.rows] == [Deed.REMOVED]


def test_a_blank_is_as_one_that_was_not_printed() -> None:
    blank = Row(OFFICE.cells | {"basic": Cell(None, "")})
    assert compare(Book((sheet(TABLE, OFFICE),)), Book((sheet(TABLE, blank),))) == ()


def test_a_zero_is_not() -> None:
    zero = Row(OFFICE.cells | {"basic": Cell(Decimal(0), "0")})
    (change,) = compare(Book((sheet(TABLE, OFFICE),)), Book((sheet(TABLE, zero),)))
    assert change.changed == 1
