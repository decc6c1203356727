"""What a table's rows add up to under a code, and when that is not to be told."""

from decimal import Decimal

import pytest

from disclosures.records.code_sum import WHOLE, Refusal
from disclosures.records.printed_table import TableState
from disclosures.rules.coded import Coded, coded
from disclosures.tables.book import Cell, Row, RowKind, Sheet

DIFFER, SUM = Refusal.ROWS_DIFFER, Refusal.ROW_MAY_BE_SUM


def row(code: str, total: str, kind: RowKind = RowKind.DETAIL) -> Row:
    cells = {"function_code": Cell(code or None, code), "total": Cell(Decimal(total), total)}
    return Row(cells, kind)


def table(*rows: Row, total: str = "", unit: str = "元") -> Coded:
    printed = (row("", total, RowKind.TOTAL),) if total else ()
    name = "general-budget-by-function"
    sheet = Sheet(name, "表五", 5, TableState.FILLED, unit, (*rows, *printed))
    return coded(sheet, "function_code")


UNITS = (row("2010101", "40"), row("2010101", "25"), row("2290101", "30"))


def test_rows_that_make_the_printed_total_are_told() -> None:
    found = table(*UNITS, total="95")
    codes = ("2010101", "2290101", WHOLE)
    assert [found.refusal(code) for code in codes] == [None] * 3


def test_rows_that_do_not_are_told_under_no_code() -> None:
    """Where rows are missing, any code's may be."""
    found = table(*UNITS, total="950")
    assert {found.refusal(code) for code in ("2010101", "2290101", WHOLE)} == {DIFFER}


def test_what_is_printed_once_needs_no_sum_of_ours() -> None:
    found = table(row("201", "65"), row("229", "30"), total="950")
    assert (found.refusal("201"), found.refusal("229")) == (None, None)
    assert found.refusal(WHOLE) == DIFFER


def test_one_doubtful_code_says_nothing_of_the_others() -> None:
    found = table(row("201", "130"), *UNITS, row("2010101", "65"), total="160")
    assert (found.refusal("2010101"), found.refusal("2290101")) == (SUM, None)
    assert found.refusal(WHOLE) is None, "none of its rows is counted twice"
    kinds = (UNITS[0], row("2010101", "25", RowKind.SUBTOTAL))
    assert table(*kinds).refusal("2010101") == SUM
    assert table(*kinds, total="65").refusal("2010101") is None, "the total has them both"
    found = table(*UNITS, row("2010101", "65"))
    assert (found.refusal("2010101"), found.refusal(WHOLE)) == (SUM, SUM)


@pytest.mark.parametrize(
    ("printed", "unit", "said"),
    [
        ("95.03", "元", None),
        ("95.05", "元", DIFFER),
        ("295", "万元", None),
        ("300", "万元", DIFFER),
    ],
)
def test_rounding_alone_is_no_difference(printed: str, unit: str, said: Refusal | None) -> None:
    """To the fen for amounts in 元, which were reckoned more finely; to 0.01 for those in 万元."""
    assert table(*UNITS, total=printed, unit=unit).refusal("2010101") == said


def test_a_class_that_is_not_printed_is_made_of_the_codes_below_it() -> None:
    found = table(row("201", "65"), row("20101", "65"), row("22901", "20"), row("2290201", "10"))
    assert found.unprinted == {"229": Decimal(30)}
