"""Amounts as shown: exact in every unit, never rounded, and only units that there are."""

from decimal import Decimal

import pytest

from disclosures.pages.amounts import Show, choice_of, shown, unit_of


@pytest.mark.parametrize(
    ("yuan", "choice", "text"),
    [
        ("17079500.00", Show.YUAN, "17,079,500.00"),
        ("17079500.00", Show.WAN_YUAN, "1,707.95"),
        ("441693575.32", Show.WAN_YUAN, "44,169.357532"),  # to the fen: nothing is cut off
        ("0.01", Show.WAN_YUAN, "0.000001"),
        ("0.00", Show.WAN_YUAN, "0.00"),
        ("-50000.00", Show.WAN_YUAN, "-5.00"),
        ("100000000.00", Show.WAN_YUAN, "10,000.00"),
        ("33600.00", Show.PRINTED, "33,600.00"),
    ],
)
def test_an_amount_is_converted_exactly(yuan: str, choice: Show, text: str) -> None:
    assert shown(Decimal(yuan), choice) == text


def test_the_unit_beside_it_is_the_one_it_is_shown_in() -> None:
    assert [unit_of(each, "万元") for each in Show] == ["万元", "元", "万元"]
    assert unit_of(Show.PRINTED, "元") == "元"


@pytest.mark.parametrize("asked", [None, "", "dollar", "YUAN", "\0", "printed "])
def test_what_is_no_unit_is_the_usual_one(asked: str | None) -> None:
    assert choice_of(asked) is Show.PRINTED
    assert choice_of(asked, Show.WAN_YUAN) is Show.WAN_YUAN


def test_a_unit_that_is_asked_for_is_given() -> None:
    assert [choice_of(each, Show.WAN_YUAN) for each in ("printed", "yuan", "wan")] == list(Show)
