"""A bare 本年收入 is that of the budget that its heading names, and of no other."""

from decimal import Decimal

import pytest

from disclosures.documents.national.read import read_national

TEXT = """滨江市测试管理局2026年部门预算
三、收支预算总体情况说明
2026年收入总预算1,000.00万元，支出总预算1,000.00万元。
{heading}
{sentence}
九、其他重要事项
本年收入55.00万元为往来款。
"""


@pytest.mark.parametrize(
    ("heading", "sentence", "key", "amount"),
    [
        (
            "八、政府性基金预算收支情况说明",
            "本年收入120.50万元，本年支出120.50万元。",
            "fiscal.fund",
            "120.50",
        ),
        (
            "（三）2026年政府性基金预算财政拨款收支情况",
            "当年收入120.50万元，支出110.00万元。",
            "fiscal.fund",
            "120.50",
        ),
        ("八、政府性基金预算收支情况", "上年结转20万元，本年收入0万元。", "fiscal.fund", "0"),
        (
            "八、国有资本经营预算收支情况说明",
            "收入预算30.00万元，上年结转5.00万元。",
            "fiscal.capital",
            "30.00",
        ),
        ("八、政府性基金预算支出情况说明", "本年支出120.50万元。", "fiscal.fund", None),
        ("八、政府性基金预算收支情况说明", "本部门无政府性基金预算收支。", "fiscal.fund", None),
    ],
)
def test_income_under_a_heading(heading: str, sentence: str, key: str, amount: str | None) -> None:
    narrative = read_national(TEXT.format(heading=heading, sentence=sentence))
    told = narrative.number(key)
    assert told == (None if amount is None else Decimal(amount) * 10000)
    assert narrative.number("income.total") == Decimal(10000000)
