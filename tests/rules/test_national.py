"""What a disclosure without a form of its place's own is and is not asked."""

from dataclasses import replace
from decimal import Decimal

import pytest

from disclosures.classification.codes import code_lists
from disclosures.documents.national.read import read_national
from disclosures.records.finding import Outcome
from disclosures.rules.amount import Amount, tolerance
from disclosures.rules.subject import Subject
from disclosures.tables.book import Book
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


@pytest.mark.parametrize(
    ("printed", "own_form", "step"),
    [
        ("1.25亿元", True, 1000000),
        ("1.25亿元", False, 1000000),
        ("12500.5万元", False, 1000),
        ("12500.5万元", True, None),
        ("12500.50万元", False, None),
        ("12,500,000元", False, None),
    ],
)
def test_the_tolerance_follows_the_printed_precision(
    printed: str, own_form: bool, step: int | None
) -> None:
    narrative = read_national(f"江城市档案局2026年部门预算\n2026年收入预算{printed}。\n")
    context = replace(ELSEWHERE, has_own_form=own_form)
    amount = Subject(narrative, Book(), code_lists(), context).amount("income.total")
    assert amount is not None
    assert amount.step == step
    if step:
        cell = Amount("收入总计", amount.value, "万元", 2)
        assert tolerance((amount, cell)) == Decimal(step) / 2 + 50


def test_a_column_that_was_not_printed_cannot_break_a_sum() -> None:
    part = sheet("expenditure-summary", "function_code total basic", ("2010101 300 100",))
    rows = tuple(
        replace(row, cells={name: cell for name, cell in row.cells.items() if cell.printed})
        for row in part.rows
    )
    assert outcomes("A08", book=good_book(expenditure_summary=part)) >= {Outcome.FAILS}
    unprinted = good_book(expenditure_summary=replace(part, rows=rows))
    assert Outcome.FAILS not in outcomes("A08", book=unprinted)
