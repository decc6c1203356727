"""Imports that are killed, and imports of the same folder at once: real processes, real database.

A lock of the test's own holds an import where it must be met; what waits for it is asked of
PostgreSQL, so nothing here waits for a time.
"""

import json
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.db import connection

from disclosures.models import LedgerEntry, Revision, Upload
from disclosures.publishing.history import Fate
from disclosures.records.disclosure import State
from tests.publishing.conftest import people
from tests.unsealed import unsealed_flush

__all__ = ["people", "unsealed_flush"]
pytestmark = pytest.mark.usefixtures("unsealed_flush", "people")
ROOT = Path(__file__).resolve().parents[2]
YEARS = range(2019, 2023)
PATIENCE = 600  # seconds after which what is waited for never comes
WAITING = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = %s"


def database() -> str:
    """The address of the test's database."""
    parts = urlsplit(os.environ["DATABASE_URL"])
    return urlunsplit(parts._replace(path=f"/{connection.settings_dict['NAME']}"))


@pytest.fixture
def folder(tmp_path: Path, seed: bytes) -> Path:
    """The same department's disclosures of four years."""
    folder = tmp_path / "in"
    folder.mkdir()
    for year in YEARS:
        (folder / f"{year}.txt").write_bytes(seed.replace("2022年".encode(), f"{year}年".encode()))
    return folder


@contextmanager
def importing(folder: Path, report: str = "report.json") -> Iterator[subprocess.Popen[str]]:
    """The command as anybody runs it, in a session of its own so that all of it can be killed."""
    command = [sys.executable, "manage.py", "import_documents", str(folder), "--processes", "1"]
    command += ["--by", "o", "--approved-by", "r", "--publish-as-history"]
    command += ["--report", str(folder.parent / report)]
    told = {"DATABASE_URL": database(), "MEDIA_ROOT": str(folder.parent / "media")}
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=os.environ | told,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


@contextmanager
def held(model: type[LedgerEntry] | type[Upload]) -> Iterator[psycopg.Connection]:
    """Nobody writes to a table while this is open; everybody reads it."""
    with psycopg.connect(database()) as other:
        other.execute(f"LOCK TABLE {model._meta.db_table} IN EXCLUSIVE MODE")  # type: ignore[arg-type]
        yield other


def begun(*running: subprocess.Popen[str]) -> None:
    """Until each has told of its first file, which it stores next."""
    for each in running:
        assert each.stderr is not None
        assert each.stderr.read(1), each.communicate()


def wait_for(count: int, *running: subprocess.Popen[str]) -> None:
    """Until as many sessions wait for a lock; an import that ends before has failed.

    Each question is a transaction of its own: within one PostgreSQL gives the same answer again.
    """
    until = monotonic() + PATIENCE
    while monotonic() < until:
        with connection.cursor() as cursor:
            cursor.execute(WAITING, [connection.settings_dict["NAME"]])
            if cursor.fetchone()[0] >= count:
                return
        for each in running:
            assert each.poll() is None, each.communicate()
    pytest.fail("nobody came to wait for the lock")


def fates(folder: Path, report: str = "report.json") -> dict[str, Fate]:
    lines = json.loads((folder.parent / report).read_bytes())
    assert all(not each["reason"] for each in lines), lines
    return {Path(each["file"]).name: Fate(each["fate"]) for each in lines}


def every_file_is_public_once() -> None:
    revisions = Revision.objects.values_list("disclosure__fiscal_year", "number", "state")
    assert sorted(revisions) == [(year, 1, State.PUBLISHED) for year in YEARS]
    assert Upload.objects.count() == LedgerEntry.objects.count() == len(YEARS)


def test_what_was_killed_midway_is_whole_after_the_same_command(folder: Path) -> None:
    with held(LedgerEntry), importing(folder) as killed:
        begun(killed)
        wait_for(1, killed)
        os.killpg(killed.pid, signal.SIGKILL)
        assert killed.wait() == -signal.SIGKILL
    assert list(Revision.objects.values_list("state", flat=True)) == [State.APPROVED]
    assert not LedgerEntry.objects.exists()
    with importing(folder) as again:
        said, _ = again.communicate(timeout=PATIENCE)
    assert again.returncode == 0, said
    assert Counter(fates(folder).values()) == {Fate.THERE_ALREADY: 1, Fate.TAKEN_IN: 3}
    every_file_is_public_once()


def test_two_imports_at_once_take_nothing_twice(folder: Path) -> None:
    reports = ("one.json", "two.json")
    first, second = (importing(folder, report) for report in reports)
    with held(Upload) as other, first as one, second as two:
        begun(one, two)
        wait_for(2, one, two)
        other.rollback()
        for each in (one, two):
            said, _ = each.communicate(timeout=PATIENCE)
            assert each.returncode == 0, said
    every_file_is_public_once()
    for name in os.listdir(folder):
        taken = {fates(folder, report)[name] for report in reports}
        assert taken == {Fate.TAKEN_IN, Fate.BY_ANOTHER}


def test_one_that_meets_another_s_publication_leaves_it_to_finish(folder: Path) -> None:
    with held(LedgerEntry) as other, importing(folder, "one.json") as one:
        begun(one)
        wait_for(1, one)
        with importing(folder, "two.json") as two:
            wait_for(2, one, two)
            other.rollback()
            for each in (one, two):
                said, _ = each.communicate(timeout=PATIENCE)
                assert each.returncode == 0, said
    every_file_is_public_once()
    assert Fate.REFUSED not in {*fates(folder, "one.json").values()}
    assert Fate.THERE_ALREADY in fates(folder, "two.json").values()
