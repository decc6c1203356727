"""What changed between two books is told by table, row and cell."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings

from disclosures.records.printed_table import TableState
from disclosures.tables.book import Book, Cell, KeptCell, Row, RowKind, Sheet, unknown
from disclosures.tables.changes import Deed
from disclosures.tables.comparison import WHOLE, compare, is_reordered
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
    assert [each.column for each in change.heads] == ["statement"]
    assert [each.deed for each in change.rows] == [Deed.REMOVED]


def test_a_blank_is_as_one_that_was_not_printed() -> None:
    blank = Row(OFFICE.cells | {"basic": Cell(None, "")})
    assert compare(Book((sheet(TABLE, OFFICE),)), Book((sheet(TABLE, blank),))) == ()


def test_a_zero_is_not() -> None:
    zero = Row(OFFICE.cells | {"basic": Cell(Decimal(0), "0")})
    (change,) = compare(Book((sheet(TABLE, OFFICE),)), Book((sheet(TABLE, zero),)))
    assert change.changed == 1


def test_a_title_a_unit_and_a_sentence_are_shown_before_and_after() -> None:
    before = replace(sheet(TABLE, OFFICE), title="支出表", unit="元")
    after = replace(before, title="支出预算表", unit="万元", statement="注：不含结转。")
    (change,) = compare(Book((before,)), Book((after,)))
    (whole,) = change.lines
    said = [
        (e.label, e.before and e.before.printed, e.after and e.after.printed) for e in whole.cells
    ]
    assert whole.name == WHOLE
    assert said == [
        ("表名", "支出表", "支出预算表"),
        ("表下说明", None, "注：不含结转。"),
        ("金额单位", "元", "万元"),
    ]
    assert (change.added, change.changed, change.removed) == (0, 0, 0)
    (unit,) = compare(Book((replace(before, unit=""),)), Book((before,)))[0].heads
    assert unit.column == "unit"


def test_a_unit_of_no_amount_is_no_change() -> None:
    empty = replace(sheet(TABLE, state=TableState.DECLARED_EMPTY), statement="本表为空表。")
    assert compare(Book((empty,)), Book((replace(empty, unit="元"),))) == ()


def test_tables_of_no_form_are_known_by_title_and_told_line_by_line() -> None:
    def kept(position: int, title: str, *texts: str) -> Sheet:
        cells = tuple(KeptCell(text, row, 0) for row, text in enumerate(texts))
        return Sheet(unknown(position), title, position, TableState.AS_PRINTED, kept=cells)

    before = Book((kept(1, "车辆表", "甲", "乙"), kept(2, "人员表", "丙")))
    after = Book(
        (kept(1, "新表", "丁"), kept(2, "车辆表", "甲", "戊", "己"), kept(3, "人员表", "丙"))
    )
    told = [(e.title, [(r.deed, r.name) for r in e.rows]) for e in compare(before, after)]
    assert told == [
        ("新表", [(Deed.ADDED, "第1行")]),
        ("车辆表", [(Deed.CHANGED, "第2行"), (Deed.ADDED, "第3行")]),
    ]
    assert not is_reordered(before, after)
    assert is_reordered(before, Book(before.sheets[::-1]))
    wide = replace(before.sheets[1], kept=(KeptCell("丙", 0, 0, 1, 2),))
    (span,) = compare(Book(before.sheets[1:]), Book((wide,)))
    assert (span.kept_changed, span.lines) == (True, ())


def test_hundreds_of_lines_that_say_the_same_are_told_in_their_places() -> None:
    """To match them with one another takes a minute, and tells more than what changed."""

    def kept(*texts: str) -> Book:
        cells = tuple(KeptCell(text, place, 0) for place, text in enumerate(texts))
        return Book((Sheet(unknown(1), "表", 1, TableState.AS_PRINTED, kept=cells),))

    changed = range(0, 400, 7)
    after = kept(*("否" if place in changed else "是" for place in range(400)))
    (change,) = compare(kept(*["是"] * 400), after)
    assert [each.name for each in change.rows] == [f"第{place + 1}行" for place in changed]
    assert {each.deed for each in change.rows} == {Deed.CHANGED}
