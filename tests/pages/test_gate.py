"""What is not published answers like what never was, and leaves no trace on any page."""

from collections.abc import Iterable
from datetime import UTC, datetime

import pytest
from django.test import Client

from disclosures.api.index import ENDPOINTS
from disclosures.publishing.actions import withdraw_revision
from disclosures.records.disclosure import Revision, State
from tests.pages.published import (
    AT,
    OTHER_AT,
    PAGES,
    TERM,
    other_department,
    person,
    take_in,
)

LISTS = tuple(f"/api/v1/{each.listing.name}/" for each in ENDPOINTS)
QUERIES = ("/?region=kunming", "/?year=2022", "/?unit=yuan")
TAILS = (
    "",
    "r1/",
    "r2/",
    "source/",
    "r1/source/",
    "figures/income.total/",
    "r1/figures/income.total/",
    "tables/three-public/0/total/",
    "../",
)
NOWHERE = "/kunming/mei-you-zhe-ge/2022/"
TELLS_OF_WITHDRAWALS = ("/ledger/", "/corrections.atom", "/timeliness/")
HIDDEN = (State.DRAFT, State.SUBMITTED, State.APPROVED)
LATER = datetime(2099, 1, 1, tzinfo=UTC)


def answer(client: Client, path: str) -> tuple[int, bytes, dict[str, str]]:
    """Status, body and headers; a list's cursor carries the time and is left out."""
    response = client.get(path)
    body = response.getvalue()
    if path.startswith("/api/"):
        body = body.split(b'"results"')[-1]
    return response.status_code, body, dict(response.headers)


def answers(client: Client, paths: Iterable[str]) -> dict[str, bytes]:
    """What the public pages say."""
    said = {path: answer(client, path) for path in paths}
    assert {status for status, _, _ in said.values()} == {200}
    return {path: body for path, (_, body, _) in said.items()}


def below(at: str, tail: str) -> str:
    """An address below a disclosure's, or its department's."""
    return at.removesuffix("2022/") if tail == "../" else f"{at}{tail}"


def hide(seed: bytes, state: State) -> None:
    """Another department's disclosure that is not public; PUBLISHED stands for one to come."""
    if state in HIDDEN:
        take_in(other_department(seed), state)
        return
    revision = take_in(other_department(seed), State.APPROVED)
    Revision.objects.filter(pk=revision.pk).update(state=State.PUBLISHED, published_at=LATER)


@pytest.mark.parametrize("state", [*HIDDEN, State.PUBLISHED])
def test_the_unpublished_is_as_if_it_never_was(
    published: Revision, client: Client, seed: bytes, state: State
) -> None:
    before = answers(client, (*PAGES, *LISTS, *QUERIES))
    hide(seed, state)
    assert answers(client, (*PAGES, *LISTS, *QUERIES)) == before
    for tail in TAILS:
        hidden = answer(client, below(OTHER_AT, tail))
        assert hidden == answer(client, below(NOWHERE, tail)), tail
        assert hidden[0] == 404


def test_a_later_draft_of_what_is_published_changes_nothing(
    published: Revision, client: Client, seed: bytes
) -> None:
    before = answers(client, (*PAGES, *LISTS))
    draft = take_in(seed + b"\n")
    assert (draft.number, draft.disclosure_id) == (2, published.disclosure_id)
    assert answers(client, (*PAGES, *LISTS)) == before
    assert answer(client, f"{AT}r2/") == answer(client, f"{AT}r3/")


def test_what_is_published_shows_everywhere(
    published: Revision, client: Client, seed: bytes
) -> None:
    take_in(other_department(seed), State.PUBLISHED)
    for tail in TAILS:
        assert client.get(below(OTHER_AT, tail)).status_code == (404 if "r2" in tail else 200)
    for path in ("/", f"/glossary/{TERM}/", "/rules/D16/"):
        assert "昆明市测试局" in client.get(path).content.decode()
    assert OTHER_AT in client.get("/sitemap-disclosures-1.xml").content.decode()


def test_the_withdrawn_disappears(published: Revision, client: Client, seed: bytes) -> None:
    """From every page but those that say that and why it was withdrawn."""
    pages = [each for each in (*PAGES, *LISTS) if not each.endswith(TELLS_OF_WITHDRAWALS)]
    before = answers(client, pages)
    absent = [answer(client, below(OTHER_AT, tail)) for tail in TAILS]
    other = take_in(other_department(seed), State.PUBLISHED)
    withdraw_revision(revision=other, by=person("reviewer"), note="重新公开")
    assert answers(client, pages) == before
    assert [answer(client, below(OTHER_AT, tail)) for tail in TAILS] == absent


def test_the_only_one_withdrawn_leaves_an_empty_site(published: Revision, client: Client) -> None:
    withdraw_revision(revision=published, by=person("reviewer"), note="重新公开")
    assert "没有符合条件的公开文件" in client.get("/").content.decode()
    for path in ("/", "/glossary/", "/rules/D16/", "/sitemap.xml"):
        assert "网格化综合监督指挥中心" not in client.get(path).content.decode()
    assert {client.get(below(AT, tail)).status_code for tail in TAILS} == {404}
