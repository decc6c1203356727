"""Amounts in 亿元 and 千元: kept in 万元, exactly, as printed, and doubted."""

from decimal import Decimal

import pytest

from disclosures.documents.national.read import read_national
from disclosures.documents.plausibility.figures import figures_of
from disclosures.documents.rewriting.habits import habits_of
from disclosures.documents.rewriting.reprint import amount
from disclosures.tables.book import Book

TEXT = "滨江市测试管理局2026年部门预算\n2026年收入预算{said}，支出预算12,500.00万元。\n"


@pytest.mark.parametrize(
    ("said", "yuan", "step"),
    [
        ("1.25亿元", "125000000", "1000000"),
        ("1.234567亿元", "123456700", "100"),
        ("125000千元", "125000000", "1000"),
        ("12,345.6千元", "12345600", "100"),
    ],
)
def test_the_amount_is_exact_and_doubted(said: str, yuan: str, step: str) -> None:
    narrative = read_national(TEXT.format(said=said))
    stated = narrative.statement("income.total")
    assert stated is not None
    assert (stated.printed, stated.unit, stated.yuan) == (said, "万元", Decimal(yuan))
    assert "E" not in str(stated.value)
    assert any(each.start == stated.start and "单位" in each.message for each in narrative.doubts)
    assert figures_of(narrative, Book())["income.total"].step == Decimal(step)


def test_a_new_value_is_worded_by_a_person() -> None:
    narrative = read_national(TEXT.format(said="1.25亿元"))
    stated = narrative.statement("income.total")
    assert stated is not None
    assert amount(stated, Decimal("126000000"), habits_of(narrative)) is None


@pytest.mark.parametrize("said", ["接待2万人次", "服务1.2亿人次"])
def test_people_are_no_money(said: str) -> None:
    narrative = read_national(f"滨江市测试管理局2026年部门预算\n公务接待费{said}，共3.00万元。\n")
    assert narrative.number("sangong.reception") in (None, Decimal(30000))


@pytest.mark.parametrize("said", ["02.50万元", "002.50万元"])
def test_a_number_that_may_be_the_end_of_another_is_doubted(said: str) -> None:
    narrative = read_national(TEXT.format(said=said))
    stated = narrative.statement("income.total")
    assert stated is not None
    assert any(each.start == stated.start and "断开" in each.message for each in narrative.doubts)


@pytest.mark.parametrize("said", ["0.50万元", "0万元", "100.00万元", "2,050.00万元"])
def test_a_whole_number_is_not(said: str) -> None:
    doubts = read_national(TEXT.format(said=said)).doubts
    assert not any("断开" in each.message for each in doubts)
