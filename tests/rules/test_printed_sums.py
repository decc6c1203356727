"""Sums of forms that print their lines otherwise, and sums that what was not read leaves open."""

from dataclasses import replace

import pytest

from disclosures.records.finding import Outcome
from disclosures.tables.book import Book
from tests.rules.example_tables import sheet
from tests.rules.examples import outcomes

BALANCE = "financial-balance"


def balance(*lines: str) -> Book:
    return Book((sheet(BALANCE, "side line amount", [f"income {each}" for each in lines]),))


def by_function(*rows: str) -> Book:
    return Book((sheet("general-budget-by-function", "function_code total", rows),))


def test_the_sources_of_unit_funds_count_where_their_sum_is_not_printed() -> None:
    lines = ("general_budget 60", "service_income 30", "other_income 10")
    assert outcomes("A04", book=balance(*lines, "income_total 100")) == {Outcome.HOLDS}
    assert Outcome.FAILS in outcomes("A04", book=balance(*lines, "income_total 101"))


def test_a_line_printed_below_the_years_income_is_none_of_it() -> None:
    lines = ("general_budget 60", "other_income 10", "income_this_year 70", "superior_subsidy 5")
    whole = balance(*lines, "carried_forward 1", "income_total 76")
    assert outcomes("A02", book=whole) == outcomes("A04", book=whole) == {Outcome.HOLDS}
    assert Outcome.FAILS in outcomes("A04", book=balance(*lines, "income_total 77"))


def test_parts_printed_below_their_sum_are_its_parts() -> None:
    lines = ("income_this_year 70", "general_budget 60", "other_income 10", "income_total 70")
    assert outcomes("A02", book=balance(*lines)) == {Outcome.HOLDS}


@pytest.mark.parametrize("code", ["7-11-02", "2101X"])
def test_a_code_that_was_not_read_leaves_sums_open(code: str) -> None:
    rows = ("-210 100", "-21011 100", f"{code} 40", "2101102 60", "= 100")
    read = by_function(*rows)
    assert Outcome.FAILS in outcomes("A09", book=by_function(*rows[:2], *rows[3:]))
    assert Outcome.FAILS not in outcomes("A09", book=_without_value(read, 2, "function_code"))


def test_an_amount_that_was_not_read_leaves_its_sum_open() -> None:
    rows = ("-210 100", "2101101 40", "2101102 60", "= 100")
    assert outcomes("A09", book=by_function(*rows)) == {Outcome.HOLDS}
    assert Outcome.FAILS not in outcomes("A09", book=_without_value(by_function(*rows), 1, "total"))


def test_groups_of_purchases_are_not_added_up() -> None:
    rows = ("甲 100", "乙 60", "丙 60", "丁 40", "= 100")
    purchases = Book((sheet("procurement", "economic_name total", rows),))
    assert Outcome.FAILS not in outcomes("A16", book=purchases)


def test_pairs_that_no_document_shows_and_those_of_institutions_are_no_findings() -> None:
    official = (("30229", "50201"), ("30203", "50205"), ("30226", "50205"))
    silent = (("31009", "50305"), ("30205", "50502"), ("31008", "50601"))
    for pair in (*official, *silent):
        assert Outcome.FAILS not in outcomes("B21", book=_paired(*pair)), pair
    # By 财预〔2017〕98号, 福利费 of offices is 办公经费, and their 咨询费 委托业务费.
    for pair in (("30101", "50905"), ("30229", "50299"), ("30203", "50201")):
        assert Outcome.FAILS in outcomes("B21", book=_paired(*pair)), pair


def _paired(department: str, government: str) -> Book:
    """A row with both economic codes."""
    columns = "function_code economic_code government_economic_code total"
    rows = (f"2010101 {department} {government} 1",)
    return Book((sheet("expenditure-summary", columns, rows),))


def _without_value(book: Book, position: int, column: str) -> Book:
    """The book whose one table prints a cell that could not be read."""
    (table,) = book
    rows = list(table.rows)
    cells = rows[position].cells
    unread = replace(cells[column], value=None, printed=cells[column].printed or "?")
    rows[position] = replace(rows[position], cells={**cells, column: unread})
    return Book((replace(table, rows=tuple(rows)),))
