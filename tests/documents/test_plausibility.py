"""Headline figures that cannot stand beside one another are doubted, both of them named."""

from decimal import Decimal

import pytest

from disclosures.classification.money import Unit, last_place
from disclosures.documents.doubts import Doubt
from disclosures.documents.national.read import read_national
from disclosures.documents.plausibility.read import implausible
from disclosures.tables.book import Book
from tests.rules.example_tables import sheet

TITLE = "滨江市测试管理局2026年部门预算\n"


def doubts(text: str, book: Book | None = None) -> tuple[Doubt, ...]:
    """What is implausible in a narrative, beside the tables of a book."""
    return implausible(read_national(TITLE + text), book or Book())


RIGHT = [
    "2026年收支总预算900.00万元，其中：基本支出500.00万元，项目支出400.00万元。",
    "2026年收支总预算900万元，基本支出500.40万元，项目支出399.70万元。",
    # Money kept for later is neither basic nor project expenditure.
    "2026年支出预算900.00万元，其中：基本支出500.00万元，项目支出300.00万元，预留100.00万元。",
    "2026年“三公”经费预算9.01万元，其中：因公出国（境）费0万元，公务接待费2.00万元，"
    "公务用车购置及运行费7.00万元。",
    "2026年“三公”经费预算9.00万元，其中：公务接待费2.00万元。",
    "2026年政府采购预算30.00万元，其中：货物类10.00万元，服务类20.00万元。",
]


@pytest.mark.parametrize("text", RIGHT)
def test_figures_that_agree_raise_no_doubt(text: str) -> None:
    assert doubts(text) == ()


WRONG = [
    ("2026年收入预算900.00万元，支出预算800.00万元。", {"income.total", "exp.total"}),
    (
        "2026年支出预算900.00万元，其中：基本支出500.00万元，项目支出400.90万元。",
        {"exp.total", "exp.basic", "exp.project"},
    ),
    ("2026年收支总预算9.00万元，“三公”经费预算12.00万元。", {"exp.total", "sangong.total"}),
    ("2026年收支总预算9.00万元，机关运行经费12.00万元。", {"exp.total", "running.amount"}),
    ("2026年收支总预算9.00万元，政府采购预算12.00万元。", {"exp.total", "proc.total"}),
    ("2026年收支总预算9.00万元，财政拨款收入12.00万元。", {"income.total", "fiscal.total"}),
    (
        "2026年财政拨款收入12.00万元，其中一般公共预算拨款收入13.00万元。",
        {"fiscal.total", "fiscal.general"},
    ),
    (
        "2026年“三公”经费预算9.00万元，其中：公务接待费20.00万元。",
        {"sangong.total", "sangong.reception"},
    ),
    (
        "公务用车购置及运行费7.00万元，其中：公务用车购置费5.00万元，公务用车运行费3.00万元。",
        {"sangong.vehicle", "sangong.vehicle_purchase", "sangong.vehicle_run"},
    ),
    (
        "2026年政府采购预算30.00万元，其中：货物类40.00万元。",
        {"proc.total", "proc.goods"},
    ),
]


@pytest.mark.parametrize(("text", "keys"), WRONG)
def test_figures_that_contradict_are_doubted(text: str, keys: set[str]) -> None:
    found = doubts(text)
    assert keys in [set(each.keys) for each in found]
    assert all(each.where and "请对照原文核对" in each.message for each in found)


def three_public(total: str) -> Book:
    """A book whose only table prints a total."""
    return Book((sheet("three-public", "total", (total,)),))


@pytest.mark.parametrize("printed", ["90000", "90040"])
def test_a_table_that_tells_the_same_raises_no_doubt(printed: str) -> None:
    assert doubts("2026年“三公”经费预算9.00万元。", three_public(printed)) == ()


@pytest.mark.parametrize("printed", ["9", "91000", "900000000"])
def test_a_table_that_tells_otherwise_is_doubted(printed: str) -> None:
    (only,) = doubts("2026年“三公”经费预算9.00万元。", three_public(printed))
    assert only.keys == ("sangong.total",)
    assert "9.00万元" in only.message
    assert printed in only.message


def test_a_figure_that_only_a_table_prints_is_held_against_the_others() -> None:
    (only,) = doubts("2026年收支总预算9.00万元。", three_public("120000"))
    assert set(only.keys) == {"exp.total", "sangong.total"}


@pytest.mark.parametrize(("fiscal", "count"), [("300", 0), ("400", 1)])
def test_two_tables_that_differ_are_doubted(fiscal: str, count: int) -> None:
    """The general budget's appropriation stands in both balances."""
    book = Book(
        (
            sheet("financial-balance", "side line amount", ("income general_budget 300",)),
            sheet("fiscal-balance", "side line amount", (f"income general_budget {fiscal}",)),
        )
    )
    found = doubts("2026年部门预算。", book)
    assert [each.keys for each in found] == [("fiscal.general",)] * count


def test_a_final_accounts_appropriations_may_exceed_the_year() -> None:
    text = (
        "2026年度部门决算。2026年度本年收入合计9.00万元，本年支出合计9.00万元。"
        "2026年度财政拨款收支总计12.00万元。"
    )
    narrative = read_national("滨江市测试管理局2026年度部门决算\n" + text)
    assert narrative.kind == "final"
    assert implausible(narrative, Book()) == ()


@pytest.mark.parametrize(
    ("printed", "unit", "expected"),
    [
        ("12.50万元", Unit.WAN_YUAN, Decimal(100)),
        ("12.5 万元", Unit.WAN_YUAN, Decimal(1000)),
        ("1,200万元", Unit.WAN_YUAN, Decimal(10000)),
        ("１２．５０元", Unit.YUAN, Decimal("0.01")),
    ],
)
def test_the_last_printed_place(printed: str, unit: Unit, expected: Decimal) -> None:
    assert last_place(printed, unit) == expected


@pytest.mark.parametrize(
    "text",
    [
        "由市财政统筹安排的公务接待费37.00万元。",
        "压减公务接待费37.00万元。",
        "全市公务接待费37.00万元。",
        "项目“测试保障”含公务接待费37.00万元。",
    ],
)
def test_an_amount_that_may_be_anothers_is_doubted(text: str) -> None:
    assert "sangong.reception" in {key for each in doubts(text) for key in each.keys}


@pytest.mark.parametrize(
    "text",
    [
        "由市财政统筹安排出国经费，公务接待费37.00万元。",
        "压减一般性支出。公务接待费37.00万元。",
        "公务接待费37.00万元，比上年压减1.00万元。",
    ],
)
def test_words_of_another_clause_raise_no_doubt(text: str) -> None:
    assert doubts(text) == ()
