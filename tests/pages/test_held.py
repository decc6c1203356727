"""Pages that a process keeps: the same page again, another one as soon as anything public is."""

from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from disclosures.pages.held import Memory, memory
from disclosures.records.disclosure import Revision, State
from tests.pages.published import other_department, take_in

ROOM = 1_000_000


@pytest.fixture
def room(settings: Any) -> Any:
    settings.HELD_BYTES = ROOM
    memory.pages.clear()
    memory.size = 0
    yield
    memory.pages.clear()
    memory.size = 0


def test_it_is_made_once_until_something_is_published(
    published: Revision, client: Client, seed: bytes, room: None
) -> None:
    first = client.get("/").content
    held = dict(memory.pages)
    assert held
    assert client.get("/").content == first
    assert dict(memory.pages) == held
    take_in(other_department(seed))
    assert client.get("/").content == first
    take_in(
        other_department(seed).replace("综合处、".encode(), "综合科、".encode()), State.PUBLISHED
    )
    assert "昆明市测试局" in client.get("/").content.decode()


def page(size: int, status: int = 200) -> HttpResponse:
    return HttpResponse(b"x" * size, status=status)


def test_what_is_not_asked_for_makes_room(room: None) -> None:
    kept, request = Memory(), RequestFactory().get("/")
    size = ROOM // 20
    for key in range(30):
        kept.answer(request, key, lambda: page(size))
    assert list(kept.pages) == [*range(10, 30)]
    assert kept.size == 20 * size <= ROOM
    again = kept.answer(request, 29, lambda: page(1))
    assert len(again.getvalue()) == size


@pytest.mark.parametrize(
    ("request_", "made"),
    [
        (RequestFactory().get("/"), page(5, status=404)),
        (RequestFactory().head("/"), page(5)),
        (RequestFactory().get("/"), page(ROOM // 10)),
    ],
    ids=["not there", "not the page", "too large"],
)
def test_what_is_not_kept(room: None, request_: HttpRequest, made: HttpResponse) -> None:
    kept = Memory()
    assert kept.answer(request_, "a", lambda: made) is made
    assert not kept.pages
