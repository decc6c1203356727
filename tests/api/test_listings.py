"""Every listing answers, page by page, in few queries, and says the same in JSON and in CSV."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.signing import loads
from django.test import Client

from disclosures.api.endpoints import Endpoint
from disclosures.api.index import ENDPOINTS
from disclosures.classification.lists import FunctionCode
from disclosures.queries.api_columns import ValueKind
from disclosures.records.disclosure import Kind, Revision
from tests.api.published import fill, new_revision, place, publish

Get = Callable[..., Any]
EACH = pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda each: each.listing.name)
FEW_QUERIES = 3


def test_index_names_every_listing_and_its_address_answers(disclosed: Revision, get: Get) -> None:
    index = get()
    named = {each["name"]: each for each in index["resources"]}
    assert {each.listing.name for each in ENDPOINTS} < set(named)
    for each in named.values():
        assert "results" in get(each["url"].removeprefix("/api/v1/"))


@EACH
def test_a_page_takes_few_queries(
    endpoint: Endpoint, disclosed: Revision, get: Get, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(FEW_QUERIES):
        first = get(f"{endpoint.listing.name}/", limit=1)
    if first["next"]:
        with django_assert_max_num_queries(FEW_QUERIES):
            get(first["next"].removeprefix("/api/v1/"))


def test_a_whole_disclosure_takes_six_queries(
    disclosed: Revision, get: Get, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(6):
        get("disclosures/kunming.wanggezhongxin.2022.budget/")


@EACH
def test_json_and_csv_say_the_same(
    endpoint: Endpoint, disclosed: Revision, get: Get, get_csv: Get
) -> None:
    listing = endpoint.listing
    rows = get(f"{listing.name}/", limit=500)["results"]
    lines = get_csv(f"{listing.name}/")
    assert len(lines) == len(rows)
    for row, line in zip(rows, lines, strict=True):
        for column in listing.columns:
            assert said(column.kind, line[column.name]) == in_text(column.kind, row[column.name])
        for name, place_of in row.get("provenance", {}).items():
            if f"{name}_printed" in line:
                assert line[f"{name}_printed"] == (place_of["printed"] or "")
                assert line[f"{name}_nothing"] == (place_of["nothing"] or "")


def said(kind: ValueKind, text: str) -> Any:
    """A field of the file, with structures read."""
    return json.loads(text) if kind in (ValueKind.LIST, ValueKind.STRUCTURE) else text


def in_text(kind: ValueKind, value: Any) -> Any:
    """A value of JSON as the file must print it."""
    if kind in (ValueKind.LIST, ValueKind.STRUCTURE):
        return value
    if kind is ValueKind.BOOLEAN:
        return "true" if value else "false"
    return "" if value is None else str(value)


def test_headline_is_the_same_in_csv(disclosed: Revision, get: Get, get_csv: Get) -> None:
    (row,), (line,) = get("disclosures/")["results"], get_csv("disclosures/")
    assert len(row["headline"]) == 19
    assert {name: line[name] or None for name in row["headline"]} == row["headline"]
    assert row["headline"]["total_income"] == "17079500.00"
    place_of = row["provenance"]["total_income"]
    assert disclosed.text[place_of["start"] : place_of["end"]] == place_of["printed"]


@pytest.mark.parametrize("name", ["figures", "findings", "narrative-sections", "disclosures"])
def test_pages_hold_every_row_once_in_order(name: str, seed: bytes, db: None, get: Get) -> None:
    for year in (2021, 2022):
        publish(fill(new_revision(place(), year), seed))
    whole = get(f"{name}/", limit=500)["results"]
    found: list[Any] = []
    following = f"/api/v1/{name}/?limit=7"
    while following:
        page = get(following.removeprefix("/api/v1/"))
        assert len(page["results"]) <= 7
        found += page["results"]
        following = page["next"]
    assert found == whole


def test_next_keeps_the_filters(disclosed: Revision, get: Get) -> None:
    page = get("figures/", limit=1, key_prefix="sangong.")
    following = get(page["next"].removeprefix("/api/v1/"))
    assert following["results"][0]["key"].startswith("sangong.")


def test_pages_go_on_where_codes_have_several_meanings(db: None, get: Get) -> None:
    for year_to in (2010, 2018, None):
        FunctionCode.objects.create(
            code="2010101", name=f"至{year_to}", level="项", budget="一般", year_to=year_to
        )
    first = get("classifications/function-codes/", limit=2)
    second = get(first["next"].removeprefix("/api/v1/"))
    assert [each["year_to"] for each in first["results"] + second["results"]] == [2010, 2018, None]


def test_a_cursor_tells_no_row_number(seed: bytes, db: None, get: Get) -> None:
    """Gaps between row numbers would tell how much is not yet public."""
    for year in range(2015, 2022):
        new_revision(place(), year)
    published = publish(fill(new_revision(place()), seed))
    cursor = get("figures/", limit=1)["next"].split("cursor=")[1].replace("%3A", ":")
    mark = loads(cursor, salt="api/v1/figures")
    assert mark == ["kunming.wanggezhongxin.2022.budget", 1, 0]
    assert published.pk not in mark


def test_final_accounts_have_their_own_pages(seed: bytes, db: None, get: Get) -> None:
    publish(fill(new_revision(place(), kind=Kind.FINAL), seed))
    (row,) = get("figures/", key="income.total", kind="final")["results"]
    assert row["page"] == "/kunming/wanggezhongxin/2022/final/r1/figures/income.total/"
    assert row["disclosure"] == "kunming.wanggezhongxin.2022.final"
    assert get("figures/", kind="budget")["results"] == []


def test_amounts_are_exact_text(disclosed: Revision, client: Client) -> None:
    body = client.get("/api/v1/figures/", {"key": "income.total"}).content
    assert b'"yuan":"17079500.00"' in body
    assert b'"value":"1707.95"' in body
