"""Addresses nobody would type: a page of our own or a plain refusal, never an error."""

import pytest
from django.test import Client

from disclosures.records.disclosure import Revision
from tests.pages.published import AT, PAGES, SLUG

LONG = "9" * 10_000
HUGE = "99999999999999999999"
ABSENT = (
    "/kunming/mei-you/",
    "/mei-you/mei-you/",
    "/kunming/mei-you/2022/",
    f"/shanghai/{SLUG}/2022/",
    f"/kunming/{SLUG}/2021/",
    f"/kunming/{SLUG}/99999/",
    f"/kunming/{SLUG}/{HUGE}/",
    f"/kunming/{SLUG}/{LONG}/",
    f"/kunming/{SLUG}/2022/final/",
    f"{AT}r0/",
    f"{AT}r2/",
    f"{AT}r{HUGE}/",
    f"{AT}r{LONG}/",
    f"{AT}figures/mei.you/",
    f"{AT}figures/{LONG}/",
    f"{AT}figures/%00/",
    f"{AT}figures/income.total%00/",
    f"{AT}tables/mei-you/0/total/",
    f"{AT}tables/financial-balance/0/total/",
    f"{AT}tables/three-public/1/total/",
    f"{AT}tables/three-public/{HUGE}/total/",
    f"{AT}tables/three-public/{LONG}/total/",
    f"{AT}tables/three-public/-1/total/",
    f"{AT}tables/three-public/0/mei_you/",
    f"{AT}tables/three-public/0/__class__/",
    "/rules/Z99/",
    f"/rules/{LONG}/",
    "/%00/",
    "/kunming%00/x/2022/",
    f"/kunming/{SLUG}%00/2022/",
    f"/{LONG}/{LONG}/2022/",
    "/%FF%FE/",
    "/../../etc/passwd",
)
VALUES = (
    "",
    "abc",
    "99999",
    "-1",
    "2022.0",
    "２０２２",
    "²",
    HUGE,
    LONG,
    "\0",
    "昆明",
    "'\"><script>",
)


@pytest.fixture
def quiet(client: Client) -> Client:
    """A client that answers as the site would: an exception is a 500."""
    client.raise_request_exception = False
    return client


def test_absent_addresses_are_not_found(published: Revision, quiet: Client) -> None:
    said = {path[:80]: quiet.get(path).status_code for path in ABSENT}
    assert {path: status for path, status in said.items() if status not in (400, 404)} == {}


@pytest.mark.parametrize("name", ["year", "region", "unit", "page", "mei_you"])
def test_no_parameter_breaks_a_page(published: Revision, quiet: Client, name: str) -> None:
    said = {
        (path, value[:20]): quiet.get(path, {name: value}).status_code
        for path in PAGES
        for value in VALUES
    }
    assert {asked: status for asked, status in said.items() if status not in (200, 400)} == {}


def test_a_parameter_is_never_printed_raw(published: Revision, quiet: Client) -> None:
    for path in PAGES:
        for name in ("year", "region", "unit"):
            answer = quiet.get(path, {name: "'\"><script>"})
            assert b"<script>" not in answer.content, (path, name)


@pytest.mark.parametrize("year", ["abc", "99999", "1999", "²²²²", LONG])
def test_a_year_without_disclosures_says_so(published: Revision, quiet: Client, year: str) -> None:
    body = quiet.get("/", {"year": year}).content.decode()
    assert ("没有符合条件的公开文件" in body) == (year == "1999")


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_pages_are_only_read(published: Revision, quiet: Client, method: str) -> None:
    for path in PAGES:
        assert getattr(quiet, method)(path).status_code == 405, path
