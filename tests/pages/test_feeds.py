"""Atom feeds: valid, stable, paged, and telling of a correction why and what it changed."""

from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import etree
from lxml import html as lxml_html

from disclosures.classification.loading import load_codes
from disclosures.publishing.actions import withdraw_revision
from disclosures.publishing.demo import SEED
from disclosures.publishing.history import People, publish_history
from disclosures.publishing.intake import Manner, take_in_reading
from disclosures.publishing.reading import read
from disclosures.records.disclosure import Revision, State
from tests.pages.published import AT, SLUG, other_department, person, take_in

ATOM = {"a": "http://www.w3.org/2005/Atom"}
ALL, CORRECTIONS = "/feed.atom", "/corrections.atom"
DEPARTMENT, CODE = f"/kunming/{SLUG}/feed.atom", "/functions/2080505/feed.atom"
MOST_QUERIES = 12


@pytest.fixture
def coded(published: Revision) -> Revision:
    """The seed, with the code lists."""
    load_codes()
    return published


@pytest.fixture
def corrected(published: Revision) -> Revision:
    """A second revision: another office."""
    return take_in(
        SEED.read_bytes().replace("综合处、".encode(), "综合科、".encode()), State.PUBLISHED
    )


def feed(client: Client, path: str, **headers: str) -> Any:
    answer = client.get(path, headers=headers)
    assert answer.status_code == 200, path
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    return etree.fromstring(answer.content)


def said(element: Any, path: str) -> list[str]:
    return [
        str(getattr(each, "text", None) or each) for each in element.xpath(path, namespaces=ATOM)
    ]


def of_year(year: int, without: str = "\0") -> None:
    """The seed as of another year, lines with some words left out."""
    text = (
        SEED.read_bytes().decode().replace("2021年", f"{year - 1}年").replace("2022年", f"{year}年")
    )
    data = "\n".join(line for line in text.splitlines() if without not in line).encode()
    reading, manner = read(data, "x.txt"), Manner(is_history=True)
    people = People(person("finance"), person("reviewer"))
    taken = take_in_reading(reading=reading, data=data, by=people.taker, manner=manner)
    publish_history(taken.revision, people)


def test_a_feed_has_what_atom_requires(coded: Revision, client: Client) -> None:
    for path in (ALL, CORRECTIONS, DEPARTMENT, CODE, f"/en{ALL}", f"/en{CODE}"):
        is_atom(client, path)


def is_atom(client: Client, path: str) -> None:
    found = feed(client, path)
    assert found.tag == f"{{{ATOM['a']}}}feed"
    for each in (found, *found.xpath("a:entry", namespaces=ATOM)):
        for name in ("id", "title", "updated"):
            assert len(each.xpath(f"a:{name}", namespaces=ATOM)) == 1, name
        assert datetime.fromisoformat(said(each, "a:updated")[0]).tzinfo is not None
    for each in found.xpath("a:entry", namespaces=ATOM):
        assert said(each, "a:author/a:name") == ["昆明市网格化综合监督指挥中心"]
        assert said(each, "a:id")[0].startswith("urn:uuid:")
    assert said(found, "a:link[@rel='self']/@href") == [f"http://testserver{path}"]
    for link in said(found, "//a:link/@href"):
        assert client.get(link.removeprefix("http://testserver")).status_code == 200, link


def test_an_entry_tells_the_headline_figures(published: Revision, client: Client) -> None:
    (entry,) = feed(client, ALL).xpath("a:entry", namespaces=ATOM)
    assert said(entry, "a:link/@href") == [f"http://testserver{AT}r1/"]
    assert published.published_at is not None
    assert datetime.fromisoformat(said(entry, "a:updated")[0]) == published.published_at
    text = lxml_html.fromstring(said(entry, "a:summary")[0]).text_content()
    assert "总支出 1707.95万元" in text
    assert "更正原因" not in text


def test_a_correction_says_why_and_what(corrected: Revision, client: Client) -> None:
    (entry,) = feed(client, CORRECTIONS).xpath("a:entry", namespaces=ATOM)
    assert "更正，第2版" in said(entry, "a:title")[0]
    summary = said(entry, "a:summary")[0]
    assert "更正原因：" in summary
    assert "编制说明有 1 段变动" in summary
    assert f"http://testserver{AT}r2/changes/" in summary
    everything = feed(client, ALL)
    links = [f"http://testserver{AT}r{number}/" for number in (2, 1)]
    assert said(everything, "a:entry/a:link/@href") == links


def test_ids_stay_and_differ(corrected: Revision, client: Client, settings: Any) -> None:
    before = said(feed(client, ALL), "a:entry/a:id")
    assert len(set(before)) == 2
    settings.PUBLIC_URL = "https://budget.example.org"
    again = feed(client, ALL)
    assert said(again, "a:entry/a:id") == before
    assert said(again, "a:entry/a:link/@href")[0] == f"https://budget.example.org{AT}r2/"


def test_a_withdrawal_is_told_by_name_and_reason(corrected: Revision, client: Client) -> None:
    withdraw_revision(revision=corrected, by=person("reviewer"), note="误公开")
    (entry,) = feed(client, CORRECTIONS).xpath("a:entry", namespaces=ATOM)
    assert "撤回" in said(entry, "a:title")[0]
    assert "误公开" in said(entry, "a:summary")[0]
    assert f"{AT}r2/" not in etree.tostring(entry).decode()


def test_pages_lead_to_the_next_and_each_entry_comes_once(
    corrected: Revision, client: Client, seed: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_in(other_department(seed), State.PUBLISHED)
    for module in ("queries", "pages"):
        monkeypatch.setattr(f"disclosures.{module}.feeds.A_PAGE", 2)
    first = feed(client, ALL)
    (address,) = said(first, "a:link[@rel='next']/@href")
    second = feed(client, address.removeprefix("http://testserver"))
    ids = [said(each, "a:entry/a:id") for each in (first, second)]
    assert [len(each) for each in ids] == [2, 1]
    assert len({*ids[0], *ids[1]}) == 3
    assert said(second, "a:link[@rel='next']/@href") == []
    assert said(second, "a:id") == said(first, "a:id")


def test_a_feed_that_is_none_is_not_found(db: None, client: Client) -> None:
    for asked in ("x", "-1", "9" * 40, "²", "\0"):
        assert client.get(ALL, {"before": asked}).status_code == 404, asked
    for path in ("/kunming/mei-you/feed.atom", "/functions/9999999/feed.atom"):
        assert client.get(path).status_code == 404, path


def test_what_a_code_has_nothing_of_last_year_is_new(coded: Revision, client: Client) -> None:
    of_year(2023)
    entries = feed(client, CODE).xpath("a:entry", namespaces=ATOM)
    assert "在此科目下列支" in said(entries[0], "a:summary")[0]
    assert "更正原因" not in said(entries[0], "a:summary")[0]  # taken in as history, for a reason
    titles = [said(each, "a:title")[0] for each in entries]
    assert len(titles) == 2
    assert not any("新列支" in each for each in titles)  # 2021 is not published: nobody can tell
    of_year(2021, without="2080505")
    assert len(said(feed(client, ALL), "a:entry")) == 3
    _, entry = feed(client, CODE).xpath("a:entry", namespaces=ATOM)
    assert said(entry, "a:title")[0].endswith("（新列支）")
    assert "新列支" in said(entry, "a:category/@term")


def test_few_queries_and_none_for_who_has_it(corrected: Revision, client: Client) -> None:
    load_codes()
    for path in (ALL, CORRECTIONS, DEPARTMENT, CODE):
        answer = client.get(path)
        with CaptureQueriesContext(connection) as asked:
            client.get(path)
        assert len(asked) <= MOST_QUERIES, path
        again = client.get(path, headers={"If-None-Match": answer["ETag"]})
        assert (again.status_code, again.content) == (304, b"")


def test_pages_name_their_feeds(coded: Revision, client: Client) -> None:
    wanted = {
        "/": {ALL, CORRECTIONS},
        f"/kunming/{SLUG}/": {ALL, CORRECTIONS, DEPARTMENT},
        AT: {ALL, CORRECTIONS, DEPARTMENT},
        "/functions/2080505/": {ALL, CORRECTIONS, CODE},
        f"/en{AT}": {f"/en{each}" for each in (ALL, CORRECTIONS, DEPARTMENT)},
    }
    for path, named in wanted.items():
        page = lxml_html.fromstring(client.get(path).content.decode())
        assert set(page.xpath("//link[@type='application/atom+xml']/@href")) == named, path


def test_markup_in_a_reason_stays_text(published: Revision, client: Client) -> None:
    reason = "<script>alert(1)</script>&"
    withdraw_revision(revision=published, by=person("reviewer"), note=reason)
    summary = said(feed(client, CORRECTIONS), "a:entry/a:summary")[0]
    assert "<script>" not in summary
    assert "&lt;script&gt;" in summary
