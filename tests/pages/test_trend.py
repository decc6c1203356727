"""A figure over the years: bars of each kind side by side, gaps for what is not told, reforms."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast

from disclosures.pages.lineage import Lineage
from disclosures.pages.trend import ADJUSTED, BAR, HEIGHT, SLOT, Trend, figures, saved, trend
from disclosures.queries.published import Listed
from disclosures.queries.succession import Stage
from disclosures.records.disclosure import Disclosure, Kind, Revision
from disclosures.records.places import Department, Region
from disclosures.records.succession import Reform, Succession


@dataclass
class Told:
    """A headline figure of so many 元."""

    yuan: Decimal


def pair(year: int, kind: Kind = Kind.BUDGET, **amounts: int) -> tuple[Listed, Stage]:
    """A published disclosure with a headline, not stored anywhere."""
    department = Department(name="测试局", slug="ce-shi-ju", region=Region(slug="kunming"))
    disclosure = Disclosure(department=department, kind=kind, fiscal_year_id=year)
    headline = {name: Told(Decimal(each)) for name, each in amounts.items()}
    revision = Revision(pk=year * 10 + (kind == Kind.FINAL), disclosure=disclosure, number=1)
    return Listed(revision, cast(Any, headline)), Stage(department)


def line(*pairs: tuple[Listed, Stage], adjusted: Any = None, reforms: Any = ()) -> Lineage:
    origins = tuple(Stage(Department(), each) for each in reforms)
    return Lineage(origins, (), (), pairs, adjusted or {})


def made(*pairs: tuple[Listed, Stage], **more: Any) -> Trend:
    found = trend(line(*pairs, **more), "total_expenditure")
    assert found is not None
    return found


def test_years_stand_in_their_order_to_scale() -> None:
    found = made(pair(2024, total_expenditure=400_0000), pair(2023, total_expenditure=100_0000))
    assert [slot.year for slot in found.slots] == [2023, 2024]
    bars = [bar for slot in found.slots for bar in slot.bars]
    assert [(bar.text, bar.height) for bar in bars] == [
        ("100.00", Decimal(HEIGHT) / 4),
        ("400.00", Decimal(HEIGHT)),
    ]
    assert {bar.top + bar.height for bar in bars} == {HEIGHT}
    assert (found.width, found.most, found.kinds) == (2 * SLOT, "400.00", (("budget", "预算"),))


def test_budget_adjusted_and_final_stand_side_by_side() -> None:
    final = pair(2023, Kind.FINAL, total_expenditure=90)
    found = made(
        pair(2023, total_expenditure=100),
        final,
        pair(2024, total_expenditure=100),
        adjusted={final[0].revision.pk: {"total_expenditure": Decimal(120)}},
    )
    first = found.slots[0].bars
    assert [bar.kind for bar in first] == [Kind.BUDGET, ADJUSTED, Kind.FINAL]
    assert [bar.left - first[0].left for bar in first] == [0, BAR, 2 * BAR]
    assert first[1].height == HEIGHT
    assert [name for _, name in found.kinds] == ["预算", "全年预算数", "决算"]


def test_a_year_that_does_not_tell_is_a_gap_and_0_is_none() -> None:
    found = made(pair(2021, total_expenditure=5), pair(2022), pair(2024, total_expenditure=0))
    assert [[bar.text for bar in slot.bars] for slot in found.slots] == [
        ["0.0005"],
        [],
        [],
        ["0.00"],
    ]
    assert found.slots[3].bars[0].height == 0


def test_several_of_one_year_are_not_drawn_as_one() -> None:
    two = [pair(2022, total_expenditure=3), pair(2022, total_expenditure=4)]
    found = made(*two, pair(2023, total_expenditure=7))
    assert [len(slot.bars) for slot in found.slots] == [0, 1]


def test_a_reform_is_a_line_before_its_year() -> None:
    reform = Succession(reform=Reform.MERGED, year=2023)
    old = Succession(reform=Reform.RENAMED, year=2010)
    found = made(
        pair(2022, total_expenditure=3), pair(2023, total_expenditure=7), reforms=(reform, old)
    )
    assert [(each.left, each.year, each.label) for each in found.breaks] == [(SLOT, 2023, "合并")]


def test_one_year_is_no_trend() -> None:
    of = line(pair(2023, total_expenditure=1), pair(2024, basic=2), pair(2023, basic=1))
    assert trend(of, "total_expenditure") is None
    assert list(figures(of)) == ["basic"]


def test_what_is_saved_names_every_revision_and_reform() -> None:
    reform = Succession(reform=Reform.MERGED, year=2023)
    pairs = (
        pair(2023, total_expenditure=70_000),
        pair(2023, Kind.FINAL, total_expenditure=60_000),
        pair(2021, total_expenditure=30_000),
    )
    of = line(*pairs, reforms=(reform,))
    drawn = trend(of, "total_expenditure")
    assert drawn is not None
    chart = saved(of, drawn)
    assert chart.source == "测试局：2023年预算第1版、2023年决算第1版、2021年预算第1版；2023年合并"
    assert chart.drawn["categories"] == ["2021", "2022", "2023"]
    budgets, finals = chart.drawn["series"]
    assert (budgets["name"], budgets["texts"]) == ("预算", ["3.00", "", "7.00"])
    assert budgets["values"] == [3.0, None, 7.0]
    assert (finals["name"], finals["texts"]) == ("决算", ["", "", "6.00"])
    many = line(*(pair(year, total_expenditure=1) for year in range(2024, 2010, -1)))
    assert (wide := trend(many, "total_expenditure")) is not None
    assert saved(many, wide).source.count("\n") == 1
