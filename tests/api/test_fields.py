"""Every field of the seed is in the API, with its value and the place where it is printed."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from disclosures.records.disclosure import Revision
from tests.api.published import fill, new_revision, place, publish
from tests.documents.test_seed import COUNTED, FIELDS, NUMERIC, PRINTED

Get = Callable[..., Any]


def value_of(field: dict[str, str], figure: dict[str, Any]) -> Any:
    """What the API says, in the form in which the list of fields says it."""
    if field["type"] in NUMERIC:
        return Decimal(figure["value"]), figure["unit"] or ""
    return figure["words"]


def expected(field: dict[str, str], figure: dict[str, Any]) -> Any:
    """What the list of fields says."""
    name = field["field"]
    if field["type"] in NUMERIC:
        return Decimal(field["value"]), field["unit"]
    if name in COUNTED:
        assert len(figure["items"]) == COUNTED[name]
        return str(COUNTED[name])
    return PRINTED.get(name, figure["words"] if name.endswith(".goal") else field["value"])


def test_every_field_is_there_with_its_span(disclosed: Revision, get: Get) -> None:
    figures = {each["key"]: each for each in get("figures/", limit=500)["results"]}
    assert set(figures) == {field["field"] for field in FIELDS}
    for field in FIELDS:
        figure = figures[field["field"]]
        assert value_of(field, figure) == expected(field, figure), field["field"]
        assert disclosed.text[figure["start"] : figure["end"]] == figure["printed"]
        assert figure["printed"] in figure["sentence"]
        assert figure["source_sha256"] == disclosed.upload.sha256
        assert figure["page"].endswith(f"/r1/figures/{field['field']}/")
        assert figure["label"]


def test_the_disclosure_itself_has_them_all(disclosed: Revision, get: Get) -> None:
    whole = get("disclosures/kunming.wanggezhongxin.2022.budget/")
    assert {each["key"] for each in whole["figures"]} == {field["field"] for field in FIELDS}
    assert "".join(each["text"] for each in whole["sections"]) == disclosed.text
    assert [each["position"] for each in whole["tables"]] == list(range(1, 17))
    assert whole["headline"]["three_public_total"] == "33600.00"
    assert sum(whole["findings"]["counts"].values()) == disclosed.finding_set.count()


def test_what_the_checks_noticed_stands_out(disclosed: Revision, get: Get) -> None:
    whole = get("disclosures/kunming.wanggezhongxin.2022.budget/")
    notable = {each["rule"]: each for each in whole["findings"]["notable"]}
    assert notable["D16"]["severity"] == "info"
    assert Decimal(notable["D16"]["difference"]).copy_abs() == 1200
    assert all(each["outcome"] != "not_checked" for each in notable.values())


def test_a_figure_that_is_not_stated_is_not_zero(disclosed: Revision, get: Get) -> None:
    (vehicles,) = get("vehicles/")["results"]
    assert vehicles["excess"] is None
    assert vehicles["provenance"]["excess"]["nothing"] == "not_disclosed"
    assert vehicles["provenance"]["excess"]["page"] is None
    assert vehicles["actual"] == 1
    assert vehicles["provenance"]["actual"]["nothing"] is None


def test_a_headline_that_is_not_stated_is_not_zero(seed: bytes, db: None, get: Get) -> None:
    revision = _without_figure(seed, "income.total")
    (row,) = get("disclosures/")["results"]
    assert row["disclosure"].endswith(f"{revision.disclosure.fiscal_year_id}.budget")
    assert row["headline"]["total_income"] is None
    assert row["provenance"]["total_income"]["nothing"] == "not_disclosed"
    assert row["headline"]["government_fund"] == "0.00"
    assert row["provenance"]["government_fund"]["nothing"] is None


def _without_figure(seed: bytes, key: str) -> Revision:
    revision = fill(new_revision(place()), seed)
    revision.quotedfigure_set.filter(key=key).delete()
    return publish(revision)
