"""Pages made ahead: the first reader finds them, nobody finds what is no longer so."""

import shutil
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from disclosures.exports.keeping import FOLDER
from disclosures.pages import ahead, shelf
from disclosures.pages.ahead import Made
from disclosures.pages.held import AHEAD, memory
from disclosures.publishing.actions import withdraw_revision
from disclosures.records.disclosure import Revision, State
from tests.pages.published import AT, other_department, person, take_in

DEPARTMENT = AT.removesuffix("2022/")
SITE = "http://testserver"
ONE_QUESTION = 1


@pytest.fixture(autouse=True)
def room(settings: Any) -> Any:
    settings.HELD_BYTES = 4 * 1024 * 1024
    yield
    forget()


def forget() -> None:
    """As a process just started."""
    memory.pages.clear()
    memory.size = 0


def nothing_kept() -> None:
    """As a site that nobody has asked yet."""
    forget()
    shutil.rmtree(Path(settings.MEDIA_ROOT) / FOLDER, ignore_errors=True)


def made(*wanted: str) -> Made:
    """A round of these pages alone: all 350 take a minute."""
    done = ahead.make(SITE, wanted, lambda _: None)
    forget()
    return done


def on_the_shelf(media: str) -> list[Path]:
    return sorted(Path(media).glob("kept/ahead/*"))


@pytest.mark.parametrize(
    "at",
    ["/", "/en/?year=2022", AT, f"/en{AT}?unit=yuan", "/across/three-public/", DEPARTMENT],
)
def test_the_first_reader_waits_for_nothing(at: str, published: Revision, client: Client) -> None:
    before = client.get(at)
    nothing_kept()
    assert made(at).is_whole
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(at)
    assert len(asked) == ONE_QUESTION
    assert answer.content == before.content
    assert answer.headers == before.headers


def test_every_page_there_is_one_of_and_every_disclosure(published: Revision) -> None:
    wanted = list(ahead.paths())
    assert wanted[:4] == ["/", "/en/", AT, f"/en{AT}"]
    assert {DEPARTMENT, "/?year=2022", "/en/timeliness/", "/across/projects/"} < set(wanted)
    in_units = [f"{AT}?unit={unit}" for unit in ("yuan", "wan")]
    assert wanted[-4::2] == in_units
    assert len(wanted) == len(set(wanted))


def test_readers_put_nothing_on_the_shelf(
    published: Revision, client: Client, settings: Any
) -> None:
    client.get("/", headers={AHEAD: "1", "Budget-Portal-Ahead": "1"})
    assert not on_the_shelf(settings.MEDIA_ROOT)


def test_what_was_withdrawn_is_not_found_there(published: Revision, client: Client) -> None:
    made("/", AT)
    withdraw_revision(revision=published, by=person("reviewer"), note="重新公开")
    assert client.get(AT).status_code == 404
    assert AT not in client.get("/").content.decode()


def test_another_publication_makes_them_anew_and_drops_the_old(
    published: Revision, seed: bytes, settings: Any
) -> None:
    made("/", "/departments/")
    before, word = on_the_shelf(settings.MEDIA_ROOT), ahead.made_from()
    take_in(other_department(seed), State.PUBLISHED)
    assert ahead.made_from() != word
    made("/")
    after = on_the_shelf(settings.MEDIA_ROOT)
    assert len(before) == 2
    assert len(after) == 1
    assert not set(before) & set(after)


def test_a_page_that_fails_is_named_and_the_others_are_made(
    published: Revision, client: Client
) -> None:
    done = made("/not-there/", "/")
    assert done == Made(pages=2, failed=("/not-there/",), is_whole=True)


def test_a_round_ends_when_something_is_published_meanwhile(
    published: Revision, seed: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "A_LOOK", 1)
    told: list[int] = []

    def tell(done: Made) -> None:
        told.append(done.pages)
        if done.pages == 2:
            take_in(other_department(seed), State.PUBLISHED)

    assert not ahead.make(SITE, ("/about/", "/guide/", "/rules/"), tell).is_whole
    assert told == [1, 2]


def test_the_command_says_what_it_did(
    published: Revision, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    monkeypatch.setattr(ahead, "paths", lambda: iter(("/", "/not-there/")))
    said, complained = StringIO(), StringIO()
    call_command("make_pages", site=SITE, stdout=said, stderr=complained)
    assert "页面 2 pages，已全部备好" in said.getvalue()
    assert "没有做成 Not made: /not-there/" in complained.getvalue()
    assert len(on_the_shelf(settings.MEDIA_ROOT)) == 1


def test_a_file_that_goes_while_the_shelf_is_cleared_disturbs_nothing(settings: Any) -> None:
    """As another maker's, or the operator's hand: it is listed, and not there when looked at."""
    folder = Path(settings.MEDIA_ROOT) / "kept" / "ahead"
    folder.mkdir(parents=True)
    (folder / "gone").symlink_to(folder / "nowhere")
    (folder / "old").touch()
    shelf.clear((folder / "old").stat().st_mtime + 1)
    assert [each.name for each in folder.iterdir()] == ["gone"]
