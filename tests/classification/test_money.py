"""Money is read exactly, converted exactly, and nothing is not zero."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosures.classification.money import (
    Nothing,
    Unit,
    halfwidth,
    nothing_of,
    parse_number,
    to_yuan,
)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("1,202.94", "1202.94"),
        ("1202.94", "1202.94"),
        ("１，２０２．９４", "1202.94"),
        ("-3", "-3"),
        ("－３", "-3"),
        ("1.00", "1.00"),
        (" 0 ", "0"),
    ],
)
def test_numbers_are_read_as_printed(printed: str, value: str) -> None:
    read = parse_number(printed)
    assert str(read) == value


@pytest.mark.parametrize("printed", ["", "无", "1,2,3", "12,34", "1.2.3", "1e5", "NaN", "3万"])
def test_what_is_no_number_is_refused(printed: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        parse_number(printed)


def test_six_decimals_of_ten_thousand_are_exact() -> None:
    assert to_yuan(Decimal("1202.940123"), Unit.WAN_YUAN) == Decimal("12029401.23")


def test_finer_than_a_fen_is_refused_not_rounded() -> None:
    with pytest.raises(ValueError, match="finer than a fen"):
        to_yuan(Decimal("0.0000001"), Unit.WAN_YUAN)


@pytest.mark.parametrize(
    ("printed", "nothing"),
    [("", Nothing.BLANK), ("　", Nothing.BLANK), ("不适用", Nothing.NOT_APPLICABLE), ("0", None)],
)
def test_kinds_of_nothing_stay_apart(printed: str, nothing: Nothing | None) -> None:
    assert nothing_of(printed) == nothing


@given(st.text())
def test_halfwidth_never_moves_a_character(text: str) -> None:
    assert len(halfwidth(text)) == len(text)


@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_thousands_separators_change_nothing(value: Decimal) -> None:
    assert parse_number(f"{value:,}") == value == parse_number(str(value))
