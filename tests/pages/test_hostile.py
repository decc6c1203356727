"""Addresses nobody would type: a page of our own or a plain refusal, never an error."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import get_resolver, reverse

from disclosures.records.disclosure import Revision
from tests.pages.published import AT, PAGES, SLUG
from tests.pages.test_leaks import ASKED, named

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
    "-1",
    "²",
    HUGE,
    LONG,
    "昆明\0",
    "%_\\%~~~",
    "'\"><script>alert(1)</script>",
    "2022'; DROP TABLE disclosures_revision; --",
)
# Everything that any public address reads from its query, asked for at once.
READ = (
    *("after", "before", "code", "cursor", "format", "from", "kind", "limit", "maxheight"),
    *("maxwidth", "of", "on", "page", "per", "prices", "q", "region", "show", "sort", "standing"),
    *("table", "text", "unit", "url", "year", "column", "department", "key", "section", "yuan_min"),
)
NAMED = (HUGE, LONG, "昆明\0", "'\"><script>alert(1)</script>")
REFUSED = (400, 404)
ANSWERED = (200, 301, 302, *REFUSED, 501)  # 501: a format that oEmbed does not have
PATIENCE = "SET LOCAL statement_timeout = '5s'"  # what takes longer is an error, and seen as one
# The same views as the addresses without: of final accounts, of a revision, of what is not public.
ALIKE = ("pages:final-", "pages:revision-", "pages:preview-")


@pytest.fixture
def quiet(client: Client) -> Client:
    """A client that answers as the site would: an exception is a 500."""
    client.raise_request_exception = False
    return client


def test_absent_addresses_are_not_found(published: Revision, quiet: Client) -> None:
    said = {path[:80]: quiet.get(path).status_code for path in ABSENT}
    assert {path: status for path, status in said.items() if status not in (400, 404)} == {}


def one_of_each() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every public address, with one set of names that it takes."""
    for name, pattern in named(get_resolver()):
        if name != "api:nothing" and not name.startswith(ALIKE):
            kwargs = {each: ASKED[each][0] for each in pattern.pattern.converters}
            yield reverse(name, kwargs=kwargs), kwargs


def asked(client: Client, path: str, **query: str) -> tuple[int, bytes]:
    """Status and body; an error of the database does not spoil what is asked after it."""
    before = transaction.savepoint()
    answer = client.get(path, query)
    if answer.status_code == 500:
        transaction.savepoint_rollback(before)
    return answer.status_code, answer.getvalue()


@pytest.fixture
def impatient(published: Revision) -> None:
    """A database that gives up soon."""
    with connection.cursor() as cursor:
        cursor.execute(PATIENCE)


def test_no_query_breaks_any_address(impatient: None, quiet: Client) -> None:
    wrong = {}
    for path, _ in one_of_each():
        for value in VALUES:
            status, body = asked(quiet, path, **dict.fromkeys(READ, value))
            if status not in ANSWERED or b"<script>alert" in body:
                wrong[path, value[:20]] = status
    assert wrong == {}


def test_no_name_breaks_any_address(impatient: None, quiet: Client) -> None:
    """What an address is made of: refused, or not found, whatever stands there."""
    wrong = {}
    for path, kwargs in one_of_each():
        for named_so in kwargs.values():
            for value in NAMED:
                changed = path.replace(quote(str(named_so)), quote(value, safe=""), 1)
                status, _ = asked(quiet, changed)
                if changed != path and status not in REFUSED:
                    wrong[changed[:80]] = status
    assert wrong == {}


def test_any_page_is_no_page_that_is_not_there(published: Revision, quiet: Client) -> None:
    """`If-None-Match: *` asks for any page at all: 304 where there is one, 404 where none is."""
    anything = {"If-None-Match": "*"}
    absent = (*ABSENT, "/glossary/mei-you/", "/across/mei-you/", "/functions/999/", "/rules/Z1/")
    said = {path[:80]: quiet.get(path, headers=anything).status_code for path in absent}
    assert {path: status for path, status in said.items() if status not in REFUSED} == {}
    for path in ("/", AT, f"{AT}r1/", f"{AT}figures/income.total/", "/rules/D16/", "/glossary/"):
        assert quiet.get(path, headers=anything).status_code == 304, path


def test_a_year_without_disclosures_says_so(published: Revision, quiet: Client) -> None:
    for year in ("abc", "99999", "1999", "²²²²", LONG):
        body = quiet.get("/", {"year": year}).content.decode()
        assert ("没有符合条件的公开文件" in body) == (year == "1999"), year[:9]


def test_pages_are_only_read(published: Revision, quiet: Client) -> None:
    for path in PAGES:
        for method in ("post", "put", "delete", "patch"):
            assert getattr(quiet, method)(path).status_code == 405, (path, method)


LISTS = ("/", "/departments/", "/timeliness/", "/across/three-public/", "/across/projects/")


@pytest.mark.parametrize("path", LISTS)
def test_a_filter_of_what_there_is_not_is_said(
    published: Revision, client: Client, path: str
) -> None:
    for asked, said in (
        ({"region": "<b>nowhere"}, "地区“&lt;b&gt;nowhere”没有公开过文件"),
        ({"year": "1066"}, "年度“1066”没有公开过文件"),
        ({"year": "x" * 900}, f"年度“{'x' * 30}”没有公开过文件"),
    ):
        answer = client.get(path, asked)
        assert answer.status_code == 200
        assert said in answer.content.decode(), (path, asked)
    assert "没有公开过文件" not in client.get(path, {"year": "2022"}).content.decode()
    assert "没有公开过文件" not in client.get(path).content.decode()
