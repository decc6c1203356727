"""Every field of the seed is in the API, with its value and the place where it is printed."""

import csv
from collections.abc import Callable
from decimal import Decimal
from io import StringIO
from typing import Any

from django.test import Client

from disclosures.records.disclosure import Revision
from disclosures.records.printed_table import TableState
from disclosures.tables.registry import TABLES
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


def test_a_headline_of_an_empty_table_is_neither_zero_nor_undisclosed(
    seed: bytes, db: None, get: Get, client: Client
) -> None:
    """The table of 三公 is declared empty, that of procurement is not there."""
    revision = fill(new_revision(place()), seed)
    for key in ("sangong.", "proc."):
        revision.quotedfigure_set.filter(key__startswith=key).delete()
        revision.tablefigure_set.filter(key__startswith=key).delete()
    TABLES["three-public"].model._default_manager.filter(revision=revision).delete()
    revision.printedtable_set.filter(table="procurement").delete()
    empty = {"state": TableState.DECLARED_EMPTY, "statement": "本部门没有“三公”经费，故为空表。"}
    revision.printedtable_set.filter(table="three-public").update(**empty)
    publish(revision)
    whole = get("disclosures/kunming.wanggezhongxin.2022.budget/")
    for row in (*get("disclosures/")["results"], whole):
        assert row["headline"]["three_public_total"] is None
        said = row["provenance"]["three_public_total"]
        assert said["nothing"] == "empty_table"
        assert said["page"] == f"{row['revision_page']}tables/three-public/"
        assert client.get(said["page"].removeprefix("http://testserver")).status_code == 200
        assert row["provenance"]["procurement_total"]["nothing"] == "not_disclosed"
        assert row["provenance"]["government_fund"]["nothing"] is None
    file = client.get("/api/v1/disclosures/", {"format": "csv"})
    (line,) = csv.DictReader(StringIO(file.getvalue().decode("utf-8-sig")))
    assert (line["three_public_total"], line["three_public_total_nothing"]) == ("", "empty_table")
    assert line["procurement_total_nothing"] == "not_disclosed"
    assert (line["government_fund"], line["government_fund_nothing"]) == ("0.00", "")
