"""Group A: what a table's spec declares is checked on the rows that a document has."""

from dataclasses import replace
from decimal import Decimal

import pytest

from disclosures.records.finding import Outcome, Severity
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Book, Cell, Origin, Row, RowKind, Sheet
from tests.rules.examples import findings

NAME = "general-budget-by-function"
COLUMNS = ("total", "basic", "basic_personnel", "basic_public_use", "project")


def row(code: str, *amounts: str, kind: RowKind = RowKind.DETAIL) -> Row:
    """A row with its amounts as printed in 元; an empty text is a printed blank."""
    cells = {"function_code": Cell(code, code)} if code else {}
    for column, printed in zip(COLUMNS, amounts, strict=True):
        value = Decimal(printed) if printed else None
        cells[column] = Cell(value, printed, {"sheet": "02-2", "cell": f"{column}{code}"})
    return Row(cells, kind)


GOOD = (
    row("201", "300.00", "200.00", "150.00", "50.00", "100.00", kind=RowKind.SUBTOTAL),
    row("20126", "300.00", "200.00", "150.00", "50.00", "100.00", kind=RowKind.SUBTOTAL),
    row("2012601", "200.00", "200.00", "150.00", "50.00", ""),
    row("2012604", "100.00", "", "", "", "100.00"),
    row("221", "40.00", "40.00", "40.00", "", "", kind=RowKind.SUBTOTAL),
    row("22102", "40.00", "40.00", "40.00", "", "", kind=RowKind.SUBTOTAL),
    row("2210201", "40.00", "40.00", "40.00", "", ""),
    row("", "340.00", "240.00", "190.00", "50.00", "100.00", kind=RowKind.TOTAL),
)


def book(*rows: Row, unit: str = "元", state: TableState = TableState.FILLED) -> Book:
    return Book((Sheet(NAME, "一般公共预算支出预算表", 5, state, unit, rows),))


def changed(position: int, column: str, printed: str) -> Book:
    """The good table with one cell printed otherwise."""
    rows = list(GOOD)
    cell = replace(rows[position].cells[column], value=Decimal(printed), printed=printed)
    rows[position] = replace(rows[position], cells={**rows[position].cells, column: cell})
    return book(*rows)


@pytest.mark.parametrize("rule", ["A09", "A11"])
def test_a_table_that_adds_up_holds_in_one_finding(rule: str) -> None:
    (found,) = findings(rule, book=book(*GOOD))
    assert found.outcome is Outcome.HOLDS
    assert "处相符" in found.message


@pytest.mark.parametrize(
    ("rule", "position", "column", "words"),
    [
        ("A11", 2, "basic", "2012601的支出合计200.00元，不等于各列之和（201.00元），相差1.00元"),
        ("A11", 2, "basic_personnel", "的基本支出小计200.00元，不等于各列之和（251.00元）"),
        ("A09", 3, "project", "20126的项目支出100.00元，不等于下一级各行之和（201.00元）"),
        ("A09", 7, "total", "合计行的支出合计201.00元，不等于各行之和（340.00元）"),
    ],
)
def test_a_changed_cell_fails_with_its_place(
    rule: str, position: int, column: str, words: str
) -> None:
    found = findings(rule, book=changed(position, column, "201.00"))
    failed = [each for each in found if each.outcome is Outcome.FAILS]
    assert [each for each in failed if words in each.message], [each.message for each in failed]
    assert all(each.severity is Severity.ERROR for each in failed)
    assert all(each.where["sheet"] == "02-2" for each in failed)


def test_a_fen_in_a_table_in_yuan_is_an_error() -> None:
    found = findings("A11", book=changed(3, "total", "100.01"))
    assert Outcome.FAILS in {each.outcome for each in found}


def in_wan_yuan(total: str) -> Book:
    """A table in 万元: cells hold 元 beside the printed text."""
    printed = (total, "200.00", "150.00", "50.00", "100.00")
    cells = {
        column: Cell(Decimal(text) * 10_000, text)
        for column, text in zip(COLUMNS, printed, strict=True)
    }
    cells["function_code"] = Cell("2012601", "2012601")
    return book(Row(cells), unit="万元")


def test_roundings_of_a_table_in_wan_yuan_are_information() -> None:
    found = findings("A11", book=in_wan_yuan("300.01"))
    rounded = [each for each in found if each.outcome is Outcome.ROUNDING]
    assert [each.severity for each in rounded] == [Severity.INFO]
    assert rounded[0].difference == Decimal(100)
    assert Outcome.FAILS in {each.outcome for each in findings("A11", book=in_wan_yuan("300.02"))}


def test_many_roundings_are_told_once() -> None:
    rows = in_wan_yuan("300.01").sheets[0].rows
    twice = (rows[0], replace(rows[0], cells={**rows[0].cells, "function_code": Cell("2", "2")}))
    rounded = [
        each
        for each in findings("A11", book=book(*twice, unit="万元"))
        if each.outcome is Outcome.ROUNDING
    ]
    assert [each.message.split("：")[1] for each in rounded] == [
        "2处尾差，最大0.01万元，均在四舍五入容差以内。"
    ]


def test_a_column_that_was_not_printed_is_absent_not_zero() -> None:
    cells = {"function_code": Cell("2012601", "2012601"), "total": Cell(Decimal(5), "5.00")}
    assert findings("A11", book=book(Row(cells)))[0].outcome is Outcome.NOT_CHECKED


def test_a_row_from_the_narrative_counts_only_when_nothing_is_lacking() -> None:
    spoken = Row(
        {"total": Cell(Decimal(5), "5"), "basic": Cell(Decimal(3), "3")},
        origin=Origin.NARRATIVE,
    )
    whole = replace(spoken, cells={**spoken.cells, "project": Cell(Decimal(1), "1")})
    assert findings("A11", book=book(spoken))[0].outcome is Outcome.NOT_CHECKED
    assert findings("A11", book=book(whole))[0].outcome is Outcome.FAILS


def test_without_tables_nothing_is_checked() -> None:
    (found,) = findings("A09", book=book(state=TableState.NOT_ATTACHED))
    assert found.outcome is Outcome.NOT_CHECKED
    assert "原文件未附表" in found.message
