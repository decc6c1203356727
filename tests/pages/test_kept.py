"""A disclosure's page is made once and kept; caches are told how long, and nothing grows stale."""

import gzip
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from disclosures.publishing.actions import withdraw_revision
from disclosures.publishing.demo import SEED
from disclosures.records.disclosure import Revision, State
from disclosures.records.places import Department
from disclosures.records.succession import Reform, Succession
from tests.pages.published import AT, CELL, FIGURE, other_department, person, take_in

KEPT_QUERIES = 1
PINNED = (
    "public, max-age=86400, immutable, stale-while-revalidate=31536000, stale-if-error=31536000"
)
LATEST = "public, no-cache"


def files() -> list[Path]:
    """The kept pages."""
    return sorted(Path(settings.MEDIA_ROOT).glob("kept/pages/**/*.gz"))


def unpacked(response: Any) -> str:
    """What a reader reads, packed or not."""
    packed = response.headers.get("Content-Encoding") == "gzip"
    return (gzip.decompress(response.content) if packed else response.content).decode()


def test_a_page_is_made_once(published: Revision, client: Client) -> None:
    first = unpacked(client.get(AT))
    (page,) = files()
    assert gzip.decompress(page.read_bytes()).decode() == first
    page.write_bytes(gzip.compress(b"as it lies"))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert unpacked(client.get(AT)) == "as it lies"
    assert len(asked) == KEPT_QUERIES


def test_packed_for_those_who_take_it(published: Revision, client: Client) -> None:
    plain = client.get(AT)
    packed = client.get(AT, headers={"Accept-Encoding": "gzip, br"})
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert unpacked(packed) == unpacked(plain)
    assert len(packed.content) < len(plain.content) / 5


def test_units_and_languages_apart_and_nothing_else(published: Revision, client: Client) -> None:
    for path in (AT, f"{AT}?unit=yuan", f"/en{AT}", f"{AT}r1/"):
        client.get(path)
    assert len(files()) == 4
    for path in (f"{AT}?unit=%00&x=<b>", f"{AT}?x=1", f"/en{AT}?unit=nonsense"):
        assert "?x=" not in (said := unpacked(client.get(path)))
        assert "&amp;x=" not in said
    assert len(files()) == 4


@pytest.mark.parametrize("tail", ["", "figures/income.total/", "source/", "budget.pdf"])
def test_who_has_it_is_told_so(published: Revision, client: Client, tail: str) -> None:
    for at, kept in ((AT, LATEST), (f"{AT}r1/", PINNED)):
        answer = client.get(f"{at}{tail}")
        assert (answer.status_code, answer["Cache-Control"]) == (200, kept)
        again = client.get(f"{at}{tail}", headers={"If-None-Match": answer["ETag"]})
        assert (again.status_code, again.getvalue()) == (304, b"")
        assert again["Cache-Control"] == kept


def test_every_page_has_a_tag_of_its_own(published: Revision, client: Client) -> None:
    paths = (AT, f"{AT}r1/", f"/en{AT}", f"{AT}?unit=wan", FIGURE, CELL, f"/en{CELL}")
    assert len({client.get(path)["ETag"] for path in paths}) == len(paths)


def test_a_correction_is_seen_at_once(published: Revision, client: Client) -> None:
    before = client.get(AT)
    old = client.get(f"{AT}r1/")
    assert "这一版已被更正" not in unpacked(old)
    take_in(SEED.read_bytes().replace("综合处、".encode(), "综合科、".encode()), State.PUBLISHED)
    after = client.get(AT, headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert "综合科、" in unpacked(after)
    again = client.get(f"{AT}r1/", headers={"If-None-Match": old["ETag"]})
    assert "这一版已被更正" in unpacked(again)


def test_what_is_withdrawn_is_gone(published: Revision, client: Client) -> None:
    answer = client.get(f"{AT}r1/")
    withdraw_revision(revision=published, by=person("reviewer"), note="重新公开")
    for path in (AT, f"{AT}r1/"):
        gone = client.get(path, headers={"If-None-Match": answer["ETag"]})
        assert gone.status_code == 404


def test_a_list_that_nothing_joined_is_not_sent_again(
    published: Revision, client: Client, seed: bytes
) -> None:
    for path in ("/", "/across/three-public/", "/glossary/", "/rules/D16/"):
        tag = client.get(path)["ETag"]
        assert client.get(path, headers={"If-None-Match": tag}).status_code == 304, path
    tag = client.get("/")["ETag"]
    take_in(other_department(seed), State.PUBLISHED)
    assert client.get("/", headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("change", ["parent", "code", "succession"])
def test_a_department_that_is_told_otherwise_is_seen_at_once(
    published: Revision, client: Client, seed: bytes, change: str
) -> None:
    """What no revision seals: the list of departments is corrected without publishing anything."""
    other = take_in(other_department(seed), State.PUBLISHED).disclosure.department
    mine = published.disclosure.department
    at = AT.removesuffix("2022/")
    tag = client.get(at)["ETag"]
    assert client.get(at, headers={"If-None-Match": tag}).status_code == 304
    if change == "succession":
        Succession.objects.create(
            predecessor=other, successor=mine, reform=Reform.RENAMED, year=2022
        )
    else:
        value = other if change == "parent" else "999999"
        Department.objects.filter(pk=mine.pk).update(**{change: value})
    after = client.get(at, headers={"If-None-Match": tag})
    assert after.status_code == 200
    said = "999999" if change == "code" else other.name
    assert said in after.content.decode()
