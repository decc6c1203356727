"""Constant prices: exact factors between known years, nothing guessed for the others."""

from fractions import Fraction

import pytest

from disclosures.classification.prices import (
    BadIndexError,
    base_years,
    factor,
    price_index,
    read_index,
)

SOURCE = {"source": "国家统计局"}


def test_every_year_of_the_file_is_known_and_the_one_before_the_first() -> None:
    index = price_index()
    assert set(base_years()) == {min(index) - 1, *index}
    assert all(Fraction(9, 10) < Fraction(each) / 100 < Fraction(11, 10) for each in index.values())


def test_a_factor_is_the_product_of_the_years_between() -> None:
    index = price_index()
    first, second, third = sorted(index)[:3]
    both = Fraction(index[second]) / 100 * Fraction(index[third]) / 100
    assert factor(first, third) == both
    assert factor(third, first) == 1 / both
    assert factor(first, first) == 1


@pytest.mark.parametrize("year", [1990, 2099])
def test_what_is_not_known_is_not_guessed(year: int) -> None:
    known = base_years()[0]
    assert factor(year, known) is None
    assert factor(known, year) is None
    assert factor(year, year) is None


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([{"year": "x", "index": "100.0"}], "第 2 行：year 应为年份"),
        ([{"year": "2020", "index": ""}], "index 应为数字"),
        ([{"year": "2020", "index": "2.5"}], "不合理"),
        ([{"year": "2020", "index": "102.5"}, {"year": "2022", "index": "102"}], "没有接着"),
        ([{"year": "2020", "index": "102.5", "source": ""}], "来源"),
    ],
)
def test_a_bad_row_is_named(rows: list[dict[str, str]], said: str) -> None:
    with pytest.raises(BadIndexError, match=said):
        read_index({**SOURCE, **row} for row in rows)
