"""A published site on a real port and a real Chromium in front of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import override_settings
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from budget_portal.browser import executable
from disclosures.classification.loading import load_codes
from tests.pages.published import AT, CELL, FIGURE, SLUG, TERM, publish_seed

PAGE_TYPES = (
    "/",
    "/?year=1999",
    f"/kunming/{SLUG}/",
    AT,
    FIGURE,
    f"{AT}figures/project4.goal/",
    CELL,
    f"{AT}tables/three-public/",
    f"{AT}embed/",
    f"{AT}figures/exp.total/embed/",
    f"{AT}compositions/functions/embed/",
    f"{AT}tables/three-public/embed/",
    "/rules/",
    "/rules/D16/",
    "/guide/",
    "/glossary/",
    f"/glossary/{TERM}/",
    "/about/",
    "/search/?q=网格",
    "/across/",
    "/across/totals/",
    "/across/projects/?year=2022",
    "/economic/",
    "/search/?q=支出&kind=sentence",
    "/functions/",
    "/data/",
    "/compare/",
    "/departments/",
    "/timeliness/",
    f"/compare/?of=kunming.{SLUG}.2022.budget",
    "/ledger/",
    "/en/",
    f"/en{AT}",
    f"/en{FIGURE}",
    "/mei-you/",
    "/admin/login/",
)


@dataclass
class Site:
    """Where the published site stands, and what its pages complained of."""

    url: str
    complaints: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> Page:
        """Note what a page writes to the console and throws; a 404 says so and is not noted."""
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        return page

    def _note(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and "404 (Not Found)" not in message.text:
            self.complaints.append(message.text)


@pytest.fixture(scope="module")
def read_site(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Site, Path]]:
    """The seed, published for all tests of a module that only read; its files stay as long."""
    media = tmp_path_factory.mktemp("media")
    assert str(connection.settings_dict["NAME"]).startswith("test_")  # it is emptied afterwards
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=media):
        load_codes()
        publish_seed()
        server = LiveServer("localhost")
        yield Site(server.url), media
        server.stop()
        _unseal()
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def site(transactional_db: None, live_server: Any) -> Iterator[Site]:
    """The seed, published; afterwards unsealed, so that the database can be emptied.

    Emptying it announces a migration, and that seals it again. A module that only reads takes
    `reading.site_to_read` in its place.
    """
    assert set(_truncate_seals().values()) == {"A"}
    publish_seed()
    yield Site(live_server.url)
    _unseal()


def _unseal() -> None:
    with connection.cursor() as cursor:
        for table in _truncate_seals():
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER seal_truncate")


def _truncate_seals() -> dict[str, str]:
    """Every table that refuses TRUNCATE, with how: A is always, D is not now."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text, tgenabled::text FROM pg_trigger"
            " WHERE tgname = 'seal_truncate'"
        )
        return dict(cursor.fetchall())


@pytest.fixture
def browser(site: Site) -> Iterator[Browser]:
    """Chromium; skips, saying what to install, where there is none."""
    path = executable()
    if path is None:
        pytest.skip("没有 Chromium；./run test 会安装它，或用环境变量 CHROMIUM 指定")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()
