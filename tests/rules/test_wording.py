"""How findings print numbers: exactly, in the document's unit, and alike everywhere."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosures.classification.money import Unit, parse_number, to_yuan
from disclosures.rules.amount import Amount
from disclosures.rules.verdict import suspicion
from disclosures.rules.wording import added, listed, money, number, plain, told

FEN = st.decimals(min_value=-(10**13), max_value=10**13, places=2)


@pytest.mark.parametrize(
    ("yuan", "unit", "printed"),
    [
        ("12029400", Unit.WAN_YUAN, "1,202.94万元"),
        ("2200000", Unit.WAN_YUAN, "220.00万元"),
        ("12029401.23", Unit.WAN_YUAN, "1,202.940123万元"),
        ("-208200", Unit.WAN_YUAN, "-20.82万元"),
        ("0", Unit.WAN_YUAN, "0万元"),
        ("0.00", Unit.YUAN, "0元"),
        ("154991108.01", Unit.YUAN, "154,991,108.01元"),
    ],
)
def test_money_is_printed_in_the_document_s_unit(yuan: str, unit: Unit, printed: str) -> None:
    assert money(Decimal(yuan), unit) == printed


@given(FEN, st.sampled_from(Unit))
def test_money_is_never_rounded(yuan: Decimal, unit: Unit) -> None:
    printed = money(yuan, unit).removesuffix(unit)
    assert to_yuan(parse_number(printed), unit) == yuan


@pytest.mark.parametrize(
    ("value", "printed"),
    [("28", "28"), ("1290", "1,290"), ("0.50", "0.5"), ("5.00", "5"), ("100", "100"), ("0", "0")],
)
def test_counts_lose_only_trailing_zeros(value: str, printed: str) -> None:
    assert plain(Decimal(value)) == printed


def test_only_money_changes_its_unit() -> None:
    assert number(Decimal(10_000), "元", Unit.WAN_YUAN) == "1.00万元"
    assert number(Decimal(10_000), "人", Unit.WAN_YUAN) == "10,000人"


@pytest.mark.parametrize(
    ("label", "value", "said"),
    [
        ("基本支出", "5050100", "基本支出505.01万元"),
        ("基本支出比上年增减", "-208200", "基本支出比上年减少20.82万元"),
        ("基本支出比上年增减", "208200", "基本支出比上年增加20.82万元"),
        ("基本支出比上年增减", "0", "基本支出比上年无增减"),
    ],
)
def test_a_change_is_said_in_words(label: str, value: str, said: str) -> None:
    assert told(Amount(label, Decimal(value), "万元", 2), Unit.WAN_YUAN) == said


def test_sums_and_lists_read_as_sentences() -> None:
    parts = [Amount("甲", Decimal(10_000), "万元", 2), Amount("乙", Decimal(3), "人")]
    assert added(parts, Unit.WAN_YUAN) == "甲1.00万元＋乙3人"
    assert listed(["甲", "乙", "甲"]) == "甲、乙"


@pytest.mark.parametrize(
    ("actual", "expected", "suspected"),
    [
        ("17079500", "1707.95", True),
        ("1707.95", "17079500", True),
        ("1707.95", "17079.50", False),
        ("1707.95", "1707.95", False),
        ("0", "10000", False),
    ],
)
def test_ten_thousandfold_is_suspected_of_its_unit(
    actual: str, expected: str, suspected: bool
) -> None:
    assert bool(suspicion(Decimal(actual), Decimal(expected))) is suspected
