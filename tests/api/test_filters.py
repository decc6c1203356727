"""Filters leave exactly the rows that they say."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from disclosures.classification.lists import FunctionCode
from disclosures.records.disclosure import Revision
from disclosures.tables.registry import TABLES
from tests.api.published import fill, keep, new_revision, place, publish
from tests.tables.books import row, sheet

Get = Callable[..., Any]
TABLE = "tables/general-budget-by-function/"


def amounts(*rows: tuple[str, str]) -> Any:
    """A table of function codes and totals."""
    return sheet(
        "general-budget-by-function",
        *(
            row(function_code=code, function_name=f"科目{code}", total=Decimal(total))
            for code, total in rows
        ),
    )


@pytest.fixture
def tables(db: None) -> Revision:
    """Two departments of two regions in two years, with five rows."""
    publish(keep(new_revision(place("jiangcheng", "dangan"), 2031), [amounts(("205", "5.00"))]))
    rows = amounts(("201", "100.00"), ("20101", "99.99"), ("2010101", "0.00"), ("221", "-3.50"))
    return publish(keep(new_revision(place()), [rows]))


def found(get: Get, **given: Any) -> list[str]:
    """The function codes of the rows that the filters leave."""
    return [each["function_code"] for each in get(TABLE, **given)["results"]]


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ({"region": "jiangcheng"}, ["205"]),
        ({"region": "990100"}, ["205"]),
        ({"region": "nowhere"}, []),
        ({"department": "dangan"}, ["205"]),
        ({"department": "jiangcheng.dangan"}, ["205"]),
        ({"department": "kunming.dangan"}, []),
        ({"department": "jiangcheng市dangan"}, ["205"]),
        ({"year": 2031}, ["205"]),
        ({"kind": "final"}, []),
        ({"disclosure": "jiangcheng.dangan.2031.budget"}, ["205"]),
        ({"disclosure": "jiangcheng.dangan.2030.budget"}, []),
        ({"disclosure": "jiangcheng.dangan.x.budget"}, []),
        ({"function_code": "201"}, ["201"]),
        ({"function_code_prefix": "201"}, ["201", "20101", "2010101"]),
        ({"total_min": "99.99"}, ["201", "20101"]),
        ({"total_max": "0"}, ["2010101", "221"]),
        ({"total_min": "0", "total_max": "5"}, ["205", "2010101"]),
        ({"basic_min": "-9999"}, []),
        ({"text": "科目2010101"}, ["2010101"]),
        ({"text": "%"}, []),
        ({"row_kind": "total"}, []),
        ({"origin": "table", "function_code_prefix": "22"}, ["221"]),
    ],
    ids=str,
)
def test_a_filter_leaves_what_it_says(
    tables: Revision, get: Get, given: dict[str, Any], left: list[str]
) -> None:
    assert found(get, **given) == left


def test_headline_amounts_filter(seed: bytes, db: None, get: Get) -> None:
    publish(fill(new_revision(place()), seed))
    publish(new_revision(place("jiangcheng", "dangan")))
    wide = {"total_income_min": "17079500", "total_income_max": "17079500.00"}
    assert [each["region"] for each in get("disclosures/", **wide)["results"]] == ["kunming"]
    assert get("disclosures/", total_income_min="17079500.01")["results"] == []


def test_figures_filter_by_key_section_amount_and_words(disclosed: Revision, get: Get) -> None:
    def keys(**given: Any) -> set[str]:
        return {each["key"] for each in get("figures/", limit=500, **given)["results"]}

    assert keys(key="sangong.total") == {"sangong.total"}
    assert keys(key_prefix="vehicle.") == {"vehicle.quota", "vehicle.actual"}
    assert keys(section="六") == {
        f"proc.{each}" for each in ("items", "total", "goods", "services", "works")
    }
    assert {"income.total", "exp.total"} <= keys(yuan_min="17079500")
    assert keys(yuan_min="17079500.01") == set()
    assert "income.delta_reason" in keys(text="调离")


def test_findings_filter_by_rule_severity_and_outcome(disclosed: Revision, get: Get) -> None:
    (gap,) = get("findings/", rule="D16")["results"]
    assert "1200" in gap["difference"]
    rules = {each["rule"][0] for each in get("findings/", rule_prefix="D", limit=500)["results"]}
    assert rules == {"D"}
    assert get("findings/", outcome="fails", severity="error")["results"] == []


def test_codes_filter_by_year(db: None, get: Get) -> None:
    for since, until in ((None, 2017), (2018, None)):
        FunctionCode.objects.create(
            code="20127",
            name=f"自{since}",
            level="款",
            budget="一般",
            year_from=since,
            year_to=until,
        )
    address = "classifications/function-codes/"
    assert [each["year_to"] for each in get(address, year=2017)["results"]] == [2017]
    assert [each["year_from"] for each in get(address, year=2018)["results"]] == [2018]
    assert get(address, code_prefix="2013")["results"] == []


@pytest.mark.parametrize("name", list(TABLES))
def test_every_amount_and_listed_column_filters(db: None, get: Get, name: str) -> None:
    """The names are those of the columns: no column is shadowed by a filter of the context."""
    spec = TABLES[name]
    bounds = {f"{each}_{end}": "1" for each in spec.money for end in ("min", "max")}
    assert get(f"tables/{name}/", **bounds)["results"] == []
    known = set(get(f"tables/{name}/", 400, no_such="1")["error"]["known"])
    assert set(bounds) | set(spec.filters) <= known
