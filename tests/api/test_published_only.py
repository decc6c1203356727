"""Nobody learns from the API what is not published: not a row, not a count, not a name."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from disclosures.api.index import ENDPOINTS
from disclosures.records.disclosure import Revision, State
from tests.api.published import fill, new_revision, place, publish
from tests.states import put

Get = Callable[..., Any]
PATHS = [
    "/api/v1/",
    "/api/v1/disclosures/kunming.wanggezhongxin.2022.budget/",
    *(f"/api/v1/{each.listing.name}/" for each in ENDPOINTS),
    *(f"/api/v1/{each.listing.name}/?format=csv" for each in ENDPOINTS),
    *(f"/api/v1/{each.listing.name}/?limit=1" for each in ENDPOINTS),
]
ELSEWHERE = "/api/v1/disclosures/jiangcheng.dangan.2031.budget/"
NOWHERE = "/api/v1/disclosures/jiangcheng.nobody.2031.budget/"


def answers(client: Client) -> dict[str, bytes]:
    """Everything the API says to anybody, cursors aside: they carry the time."""
    return {path: b"".join(_said(client, path)) for path in PATHS}


def _said(client: Client, path: str) -> Iterator[bytes]:
    response = client.get(path)
    assert response.status_code == 200, path
    body = response.getvalue()
    yield body.split(b'"results"')[-1] if b'"next"' in body[:10] else body


def elsewhere(seed: bytes, state: State) -> Revision:
    """A revision of another place, department and year, in a state that is not public."""
    revision = fill(new_revision(place("jiangcheng", "dangan"), 2031), seed)
    if state in (State.SUPERSEDED, State.WITHDRAWN):
        return publish(revision, state)
    put(revision, state)
    return revision


@pytest.mark.parametrize("state", [state for state in State if state is not State.PUBLISHED])
def test_what_is_not_public_changes_no_answer(
    disclosed: Revision, seed: bytes, client: Client, state: State
) -> None:
    before = answers(client)
    elsewhere(seed, state)
    assert answers(client) == before


def test_a_new_draft_of_a_published_disclosure_changes_no_answer(
    disclosed: Revision, seed: bytes, client: Client
) -> None:
    before = answers(client)
    fill(new_revision(place()), seed)
    assert answers(client) == before


def test_the_hour_of_publication_is_the_databases(
    disclosed: Revision, seed: bytes, client: Client
) -> None:
    before = answers(client)
    put(elsewhere(seed, State.APPROVED), State.PUBLISHED, datetime(2099, 1, 1, tzinfo=UTC))
    assert answers(client) == before


def test_the_answers_do_change_when_it_is_published(
    disclosed: Revision, seed: bytes, client: Client
) -> None:
    before = answers(client)
    publish(elsewhere(seed, State.APPROVED))
    after = answers(client)
    changed = {path for path in PATHS if after[path] != before[path]}
    assert {"/api/v1/departments/", "/api/v1/figures/?format=csv", "/api/v1/regions/"} <= changed


@pytest.mark.parametrize("state", [State.DRAFT, State.APPROVED, State.WITHDRAWN])
def test_an_unpublished_address_answers_as_one_that_never_was(
    disclosed: Revision, seed: bytes, client: Client, state: State
) -> None:
    elsewhere(seed, state)
    hidden, absent = client.get(ELSEWHERE), client.get(NOWHERE)
    assert hidden.status_code == absent.status_code == 404
    assert hidden.content == absent.content
    assert dict(hidden.headers) == dict(absent.headers)


def test_filters_find_nothing_that_is_hidden(disclosed: Revision, seed: bytes, get: Get) -> None:
    elsewhere(seed, State.APPROVED)
    for given in ({"region": "jiangcheng"}, {"department": "dangan"}, {"year": 2031}):
        assert get("figures/", **given)["results"] == []
        assert get("disclosures/", **given)["results"] == []


def test_a_department_names_its_parent_only_when_that_is_public(
    disclosed: Revision, seed: bytes, get: Get
) -> None:
    unit = disclosed.disclosure.department
    unit.parent = place(slug="bumen")
    unit.save()
    assert [each["parent"] for each in get("departments/")["results"]] == [None]
    publish(fill(new_revision(unit.parent), seed))
    parents = {each["slug"]: each["parent"] for each in get("departments/")["results"]}
    assert parents == {"wanggezhongxin": "bumen", "bumen": None}
