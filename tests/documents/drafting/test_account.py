"""A final account's narrative from its tables: the year's own totals, results and never budgets."""

from decimal import Decimal

import pytest

from disclosures.classification.codes import code_lists
from disclosures.documents.document import narrative_of
from disclosures.documents.drafting.account import FAMILY
from disclosures.documents.drafting.facts import Publisher, facts_of
from disclosures.documents.drafting.family import written
from disclosures.documents.forms.registry import NATIONAL
from disclosures.documents.rewriting.stale import stale_sentences
from disclosures.records.narrative import Narrative
from disclosures.tables.book import Book
from tests.rules.example_tables import sheet

LINES = (
    "income general_budget . 8000000",
    "income service_income . 1000000",
    "income income_this_year . 9000000",
    "income carried_forward . 500000",
    "income income_total . 9500000",
    "expenditure function 201 9300000",
    "expenditure expenditure_this_year . 9300000",
    "expenditure year_end . 200000",
    "expenditure expenditure_total . 9500000",
)
FISCAL = (
    "income general_budget . 8000000",
    "income income_this_year . 8000000",
    "income carried_forward . 500000",
    "income income_total . 8500000",
)
SPENT = "function_code total basic project"
BALANCE = "side line function_code amount"
BASES = ("budget 100000 0 70000 0 70000 30000", "final 60000 0 50000 0 50000 10000")
THREE = "basis total abroad vehicles vehicle_purchase vehicle_running reception"


def book(*three_public: str) -> Book:
    return Book(
        (
            sheet("financial-balance", BALANCE, LINES),
            sheet("fiscal-balance", BALANCE, FISCAL),
            sheet("expenditure-summary", SPENT, ("201 9300000 6000000 3300000",)),
            sheet("general-budget-by-function", SPENT, ("2010101 7900000 6000000 1900000",)),
            sheet("three-public", THREE, three_public),
        )
    )


def account(tables: Book) -> Narrative:
    facts = facts_of(
        tables,
        publisher=Publisher("滨江市档案局", "市档案局"),
        year=2023,
        form=NATIONAL,
        family=FAMILY,
        functions=code_lists().functions,
        last_year={"income.total": Decimal(9_100_000), "sangong.total": Decimal(60_000)},
    )
    read = narrative_of(written(FAMILY, facts))
    assert isinstance(read, Narrative)
    return read


def test_totals_are_those_of_the_year() -> None:
    read = account(book(*BASES))
    assert (read.kind, read.department, read.year) == ("final", "滨江市档案局", 2023)
    told = {each.key: each.yuan for each in read.statements if each.yuan is not None}
    assert (
        told.items()
        >= {
            "income.total": Decimal(9_000_000),
            "income.business": Decimal(1_000_000),
            "income.delta": Decimal(-100_000),
            "fiscal.total": Decimal(8_000_000),
            "exp.total": Decimal(9_300_000),
            "exp.basic": Decimal(6_000_000),
            "exp.project": Decimal(3_300_000),
            "sangong.total": Decimal(60_000),
            "sangong.vehicle": Decimal(50_000),
            "sangong.vehicle_run": Decimal(50_000),
            "sangong.reception": Decimal(10_000),
        }.items()
    )
    assert "一般公共预算财政拨款支出790.00万元" in read.text
    assert "“三公”经费支出决算与上年持平" in read.text


def test_a_budget_is_never_told_as_spent() -> None:
    read = account(book(BASES[0]))
    assert read.statement("sangong.total") is None
    assert "“三公”经费支出决算【待填：" in read.text


@pytest.mark.parametrize("told", ["900.00万元", "950.00万元"])
def test_an_account_that_tells_either_total_is_not_stale(told: str) -> None:
    text = account(book(*BASES)).text.replace("收入合计900.00万元", f"收入合计{told}")
    read = narrative_of(text)
    assert isinstance(read, Narrative)
    stale = stale_sentences(read, book(*BASES), FAMILY, None)
    assert [each for each in stale if "收入合计" in each.before] == []
