"""Parameters are honoured or refused by name; nothing that anybody sends makes an error of ours."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.signing import dumps
from django.test import Client

from disclosures.records.disclosure import Revision

Get = Callable[..., Any]
FIGURES = "figures/"
pytestmark = pytest.mark.django_db


def test_an_unknown_parameter_is_named_with_the_known_ones(get: Get) -> None:
    error = get(FIGURES, 400, yaer=2022)["error"]
    assert (error["code"], error["parameter"]) == ("unknown_parameter", "yaer")
    assert "没有参数" in error["message"]
    assert "There is no parameter" in error["message"]
    assert {"year", "region", "limit", "cursor", "format"} <= set(error["known"])


@pytest.mark.parametrize(
    "path", ["", "tables/", "rules/", "figure-keys/", "disclosures/a.b.2022.budget/", "nowhere/"]
)
def test_addresses_without_filters_refuse_them_too(get: Get, path: str) -> None:
    assert get(path, 400, page=2)["error"]["parameter"] == "page"


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ("year", "二〇二二"),
        ("year", "1999"),
        ("year", "99999999999999999999"),
        ("year", ""),
        ("kind", "预算"),
        ("kind", "budget\0"),
        ("region", "昆明"),
        ("region", "a" * 201),
        ("department", "x\0y"),
        ("department", "长" * 10_000),
        ("disclosure", "kunming.wangge.2022"),
        ("disclosure", "kunming.wangge.2022.budget\n"),
        ("key", "income total"),
        ("key", "x\0"),
        ("section", "三" * 13),
        ("section", "\0"),
        ("text", "字" * 101),
        ("text", "字\0"),
        ("text", "字" * 10_000),
        ("yuan_min", "1e400"),
        ("yuan_min", "1e1000000000"),
        ("yuan_min", "-1e-1000000000"),
        ("yuan_min", "NaN"),
        ("yuan_min", "Infinity"),
        ("yuan_min", "0.001"),
        ("yuan_min", "1" * 17),
        ("yuan_min", "9" * 10_000),
        ("yuan_max", "1,000"),
        ("limit", "0"),
        ("limit", "501"),
        ("limit", "-1"),
        ("limit", "ten"),
        ("limit", "9" * 5000),
        ("cursor", "x"),
        ("cursor", "x\0"),
        ("cursor", "x" * 10_000),
        ("format", "xml"),
        ("format", "\0"),
    ],
    ids=lambda value: value[:20].encode("unicode_escape").decode(),
)
def test_a_value_that_cannot_be_is_refused_by_name(get: Get, parameter: str, value: str) -> None:
    error = get(FIGURES, 400, **{parameter: value})["error"]
    assert error["parameter"] == parameter
    assert error["code"] == "invalid_parameter"
    assert f"参数“{parameter}”" in error["message"]
    assert f"Parameter '{parameter}'" in error["message"]
    assert len(error["message"]) < 500


@pytest.mark.parametrize("parameter", ["year", "limit", "format", "text"])
def test_a_parameter_given_twice_is_refused(client: Client, parameter: str) -> None:
    response = client.get(f"/api/v1/{FIGURES}?{parameter}=1&{parameter}=2")
    assert response.status_code == 400
    assert response.json()["error"]["code"] == "repeated_parameter"
    assert response.json()["error"]["parameter"] == parameter


def test_a_long_unknown_name_is_not_repeated_whole(get: Get) -> None:
    error = get(FIGURES, 400, **{"x" * 10_000: 1})["error"]
    assert len(error["parameter"]) < 100


@pytest.mark.parametrize(
    "cursor",
    [
        dumps(["kunming.x.2022.budget", 1, 0], salt="api/v1/findings"),
        dumps(["kunming.x.2022.budget", 1, 0], key="another key", salt="api/v1/figures"),
        dumps(["kunming.x.2022.budget", 1, 0], salt="api/v1/figures"),
        dumps(["kunming.x.2022.budget", 1], salt="api/v1/figures"),
    ],
    ids=["of another listing", "signed by another", "of no revision", "too short"],
)
def test_a_cursor_that_is_not_ours_is_refused(get: Get, cursor: str) -> None:
    assert get(FIGURES, 400, cursor=cursor)["error"]["parameter"] == "cursor"


def test_a_cursor_that_was_changed_is_refused(disclosed: Revision, get: Get) -> None:
    cursor = get(FIGURES, limit=1)["next"].split("cursor=")[1].replace("%3A", ":")
    assert get(FIGURES, cursor=cursor)["results"]
    assert get(FIGURES, 400, cursor=f"A{cursor}")["error"]["parameter"] == "cursor"


@pytest.mark.parametrize("parameter", ["limit", "cursor"])
def test_a_csv_file_has_no_pages(get: Get, parameter: str) -> None:
    error = get(FIGURES, 400, format="csv", **{parameter: "5"})["error"]
    assert error["parameter"] == parameter


def test_more_rows_than_a_file_may_have_are_refused(
    disclosed: Revision, get: Get, get_csv: Get, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("disclosures.api.views.MOST_CSV_ROWS", 3)
    error = get(FIGURES, 400, format="csv")["error"]
    assert (error["code"], error["maximum"]) == ("too_many_rows", 3)
    assert len(get_csv(FIGURES, key_prefix="doc.index")) == 2


@pytest.mark.parametrize(
    "path",
    [
        "nowhere/",
        "disclosures/kunming/",
        "disclosures/kunming.x.2022.budget/",
        "disclosures/%00/",
        "disclosures/kunming.x.20%EF%BC%92%EF%BC%92.budget/",
        "disclosures/" + "9" * 5000 + "/",
        "tables/no-such-table/",
        "a/b/c/",
    ],
)
def test_an_address_that_is_not_there_answers_in_json(client: Client, path: str) -> None:
    response = client.get(f"/api/v1/{path}")
    assert response.status_code == 404
    assert response.json()["error"]["code"] == "not_found"
    assert response["Content-Type"] == "application/json"


def test_an_address_without_its_slash_is_sent_on(client: Client) -> None:
    response = client.get("/api/v1/figures?year=2022")
    assert response.status_code == 301
    assert response["Location"] == "/api/v1/figures/?year=2022"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
@pytest.mark.parametrize("path", ["", FIGURES, "disclosures/a.b.2022.budget/", "nowhere/"])
def test_nothing_can_be_written(client: Client, method: str, path: str) -> None:
    response = getattr(client, method)(f"/api/v1/{path}")
    assert response.status_code == 405
    assert response.json()["error"]["code"] == "method_not_allowed"


def test_a_format_that_is_not_available_is_not_acceptable(client: Client) -> None:
    response = client.get(f"/api/v1/{FIGURES}", headers={"Accept": "application/pdf"})
    assert response.status_code == 406
    assert response.json()["error"]["code"] == "not_acceptable"


def test_accept_asks_for_csv(disclosed: Revision, client: Client) -> None:
    response = client.get(f"/api/v1/{FIGURES}", headers={"Accept": "text/csv"})
    assert response.getvalue().startswith(b"\xef\xbb\xbfdisclosure,")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert "Accept" in response["Vary"]


def test_a_refusal_is_json_whatever_was_asked_for(client: Client) -> None:
    response = client.get(f"/api/v1/{FIGURES}?year=1", headers={"Accept": "text/csv"})
    assert response.status_code == 400
    assert response["Content-Type"] == "application/json"
    assert response["Cache-Control"] == "no-store"


def test_an_answer_may_be_kept_and_asked_after(disclosed: Revision, client: Client) -> None:
    first = client.get(f"/api/v1/{FIGURES}")
    assert first["Cache-Control"] == "public, max-age=60"
    assert first["Access-Control-Allow-Origin"] == "*"
    again = client.get(f"/api/v1/{FIGURES}", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    other = client.get(f"/api/v1/{FIGURES}?limit=1", headers={"If-None-Match": first["ETag"]})
    assert other.status_code == 200


def test_head_answers_without_a_body(disclosed: Revision, client: Client) -> None:
    response = client.head(f"/api/v1/{FIGURES}")
    assert response.status_code == 200
    assert not response.content


def test_head_of_a_csv_file_reads_no_rows(
    disclosed: Revision, client: Client, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(1):  # whether it is too long
        response = client.head(f"/api/v1/{FIGURES}?format=csv")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response.getvalue() == b""
