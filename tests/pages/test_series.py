"""A department over the years: one chart a figure, a gap where a year does not tell."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast

from disclosures.pages.series import HEIGHT, STEP, Series, series
from disclosures.queries.published import Listed
from disclosures.records.disclosure import Disclosure, Kind, Revision
from disclosures.records.places import Department, Region


@dataclass
class Told:
    """A headline figure of so many 元."""

    yuan: Decimal


def listed(year: int, kind: Kind = Kind.BUDGET, **amounts: int) -> Listed:
    """A published disclosure with a headline, not stored anywhere."""
    department = Department(name="测试局", slug="ce-shi-ju", region=Region(slug="kunming"))
    disclosure = Disclosure(department=department, kind=kind, fiscal_year_id=year)
    headline = {name: Told(Decimal(each)) for name, each in amounts.items()}
    return Listed(Revision(disclosure=disclosure, number=1), cast(Any, headline))


def of(name: str, made: list[Series]) -> Series:
    return next(each for each in made if each.label == name)


def test_years_stand_in_their_order_to_scale() -> None:
    made = series([listed(2024, total_income=400_0000), listed(2023, total_income=100_0000)])
    (income,) = made
    assert (income.label, income.kind, income.width) == ("总收入", "预算", 2 * STEP)
    assert [(each.year, each.text, each.height) for each in income.columns] == [
        (2023, "100.00", HEIGHT / 4),
        (2024, "400.00", HEIGHT),
    ]
    assert [each.top + each.height for each in income.columns] == [HEIGHT, HEIGHT]


def test_a_year_that_does_not_tell_is_a_gap_and_0_is_none() -> None:
    years = [listed(2022, basic=5), listed(2023), listed(2024, basic=0)]
    basic = of("基本支出", series(years))
    assert [each.text for each in basic.columns] == ["0.0005", "", "0.00"]
    assert [each.height for each in basic.columns] == [HEIGHT, 0, 0]


def test_one_year_is_no_series() -> None:
    assert series([listed(2023, project=1), listed(2024)]) == []


def test_budgets_and_final_accounts_are_not_mixed() -> None:
    years = [listed(2023, total_income=1), listed(2023, Kind.FINAL, total_income=2)]
    assert series(years) == []
    years += [listed(2024, total_income=1), listed(2024, Kind.FINAL, total_income=2)]
    assert [each.kind for each in series(years)] == ["预算", "决算"]
    assert [len(each.columns) for each in series(years)] == [2, 2]
