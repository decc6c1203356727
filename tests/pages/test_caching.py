"""HTTP caching of every public address there is: a tag, 304 for who has it, how long, and no Vary

but on the packing. Addresses are taken from the site itself.
"""

from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from disclosures.pages.held import Memory
from disclosures.pages.search import SUGGESTED
from disclosures.publishing.demo import SEED
from disclosures.records.disclosure import Revision, State
from tests.pages.published import AT, other_department, take_in
from tests.pages.test_leaks import addresses

PINNED = (
    "public, max-age=86400, immutable, stale-while-revalidate=31536000, stale-if-error=31536000"
)
LATEST = "public, no-cache"
# What names a revision and yet tells of the ones beside it.
BESIDE = ("/revisions/", "/changes/")
# Of the archive of the ledger each answer is as the clock of its making says.
OTHERS = ("/api/", "/admin/")


@pytest.fixture
def corrected(published: Revision) -> Revision:
    """A second revision, so that there are differences and a superseded one."""
    return take_in(
        SEED.read_bytes().replace("综合处、".encode(), "综合科、".encode()), State.PUBLISHED
    )


def wanted(path: str) -> str:
    """How long caches may keep an address: one that names a revision, a day without asking."""
    if path.removeprefix("/en").startswith(reverse("pages:suggestions")):
        return SUGGESTED
    is_pinned = any(f"/r{number}/" in path for number in (1, 2))
    return PINNED if is_pinned and not path.endswith(BESIDE) else LATEST


def test_every_address_is_asked_for_in_vain_once_had(corrected: Revision, client: Client) -> None:
    wrong, right = {}, 0
    for path in addresses():
        if path.startswith(OTHERS):
            continue
        answer = client.get(path)
        answer.getvalue()
        if answer.status_code != 200:
            continue
        tag = answer.headers.get("ETag", "")
        again = client.get(path, headers={"If-None-Match": tag or "W/none"})
        said = (
            bool(tag),
            answer.headers.get("Cache-Control"),
            set(answer.headers.get("Vary", "Accept-Encoding").split(", ")),
            bool(answer.cookies),
            again.status_code,
            again.getvalue(),
            again.headers.get("Vary"),
        )
        expected = (
            True,
            wanted(path),
            {"Accept-Encoding"},
            False,
            304,
            b"",
            answer.headers.get("Vary"),
        )
        right += 1
        if said != expected:
            wrong[path] = said
    assert wrong == {}
    assert right > 50


def test_a_page_is_made_once_until_something_is_published(
    published: Revision, client: Client, settings: Any, seed: bytes
) -> None:
    settings.HELD_BYTES = 1024 * 1024
    asked = []
    for path in ("/", "/en/", "/departments/", "/departments/"):
        with CaptureQueriesContext(connection) as captured:
            asked.append(client.get(path).content)
        is_again = path == "/departments/" and len(asked) == 4
        assert (len(captured) == 1) == is_again, path
    assert asked[2] == asked[3]
    assert client.get("/departments/", headers={"host": "localhost"}).content != asked[2]
    take_in(other_department(seed), State.PUBLISHED)
    assert "昆明市测试局" in client.get("/departments/").content.decode()


def test_pages_that_are_held_keep_within_their_room(rf: RequestFactory, settings: Any) -> None:
    settings.HELD_BYTES = 16 * 10
    memory, asked = Memory(), rf.get("/")
    for number in range(40):
        memory.answer(asked, number, lambda: HttpResponse("x" * 10))
    memory.answer(asked, "large", lambda: HttpResponse("x" * 11))
    memory.answer(asked, "absent", lambda: HttpResponse("x", status=404))
    memory.answer(rf.head("/"), "head", lambda: HttpResponse("x"))
    assert [*memory.pages] == [*range(24, 40)]
    assert memory.size == 160


def test_what_is_framed_stays_so_when_it_is_not_sent_again(
    published: Revision, client: Client
) -> None:
    path = f"{AT}r1/embed/"
    tag = client.get(path)["ETag"]
    again = client.get(path, headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert "X-Frame-Options" not in again.headers
    assert "frame-ancestors *" in again["Content-Security-Policy"]
