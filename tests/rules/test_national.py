"""What a disclosure without a form of its place's own is and is not asked."""

from dataclasses import replace
from decimal import Decimal

from disclosures.records.finding import Outcome
from tests.rules.example_tables import good_book, sheet
from tests.rules.examples import CONTEXT, findings, outcomes

ELSEWHERE = replace(CONTEXT, form="national", has_own_form=False)


def test_sections_and_reasons_are_not_asked_for() -> None:
    for rule in ("F01", "E05"):
        assert {each.outcome for each in findings(rule, context=ELSEWHERE)} == {Outcome.NOT_CHECKED}


def test_a_bare_amount_is_whole_wan_yuan_elsewhere() -> None:
    changed = {"income.total": "1000"}
    book = good_book(
        financial_balance=sheet(
            "financial-balance",
            "side line function_code amount",
            ("income income_total . 10004000",),
        )
    )
    told = [
        each for each in findings("C01", changed, book=book, context=ELSEWHERE) if each.difference
    ]
    assert [each.outcome for each in told] == [Outcome.ROUNDING]
    assert told[0].tolerance == Decimal(5000)
    assert outcomes("C01", changed, book=book) >= {Outcome.FAILS}


def test_a_column_that_was_not_printed_cannot_break_a_sum() -> None:
    part = sheet("expenditure-summary", "function_code total basic", ("2010101 300 100",))
    rows = tuple(
        replace(row, cells={name: cell for name, cell in row.cells.items() if cell.printed})
        for row in part.rows
    )
    assert outcomes("A08", book=good_book(expenditure_summary=part)) >= {Outcome.FAILS}
    unprinted = good_book(expenditure_summary=replace(part, rows=rows))
    assert Outcome.FAILS not in outcomes("A08", book=unprinted)
