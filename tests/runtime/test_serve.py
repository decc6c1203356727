"""`./run serve` as a whole: it starts, heals, takes over, refuses a twin, and stops clean."""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest

from budget_portal.background import MARK as BESIDE
from budget_portal.console import ROOT
from budget_portal.embedded import placement, processes
from budget_portal.web import MARK

HEAL_SECONDS = 60  # a slow machine may take that; the test waits no longer than it must


class Site:
    """A supervisor on a `var` and a port of its own."""

    def __init__(self, var: Path) -> None:
        self.var = var
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.supervisor: subprocess.Popen[str]
        self.output: list[str] = []

    @property
    def environment(self) -> dict[str, str]:
        """What the operator would set; the tests' own database is none of the site's business."""
        inherited = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        own = {"VAR_DIR": str(self.var), "PORT": str(self.port), "PYTHONPATH": str(ROOT)}
        return inherited | own | {"WEB_CONCURRENCY": "2"}

    def command(self) -> subprocess.Popen[str]:
        """Start a supervisor, without waiting for it."""
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "budget_portal.supervisor"],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def start(self) -> float:
        """Start the site, read what it says up to the address, and time it."""
        began = time.monotonic()
        self.supervisor = self.command()
        self.output = []
        assert self.supervisor.stdout is not None
        for line in self.supervisor.stdout:
            self.output.append(line)
            if self.address in line:
                return time.monotonic() - began
        raise AssertionError("".join(self.output))

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Signal the supervisor and wait for its end."""
        self.supervisor.send_signal(number)
        self.supervisor.communicate(timeout=60)
        return self.supervisor.returncode

    @property
    def address(self) -> str:
        """The page to open."""
        return f"http://127.0.0.1:{self.port}/"

    def answers(self) -> bool:
        """Whether the health page, which asks the database, is well."""
        try:
            with urllib.request.urlopen(f"{self.address}healthz", timeout=5) as response:
                return bool(response.status == 200)
        except OSError:
            return False

    def web(self) -> list[int]:
        """The processes of gunicorn."""
        return processes.carrying(MARK, str(self.var))

    def beside(self) -> list[int]:
        """The clock of publication plans and the maker of pages."""
        return [
            pid
            for command in ("publish_due", "make_pages")
            for pid in processes.carrying(BESIDE, f"{command} {self.var.resolve()}")
        ]

    def database(self) -> list[int]:
        """The processes of PostgreSQL."""
        return processes.working_in(placement.served_home(self.var) / "data", "postgres")


def master_of(pids: list[int]) -> int:
    """The one whose parent is not among them."""
    [master] = [pid for pid in pids if psutil.Process(pid).ppid() not in pids]
    return int(master)


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """One site for the module: the tests follow one another through its life."""
    parent = placement.temporary_parent()
    with tempfile.TemporaryDirectory(prefix="portal-", dir=parent) as folder:
        Path(folder).chmod(0o755)
        made = Site(Path(folder) / "var")
        made.start()
        try:
            yield made
        finally:
            if made.supervisor.poll() is None:
                made.stop()


def test_the_address_is_the_last_thing_it_says(site: Site) -> None:
    assert site.output[-1].rstrip().endswith(site.address)
    steps = [match[1] for line in site.output if (match := re.match(r"\[(\d)/6\]", line))]
    assert steps == ["2", "3", "4", "5", "6"]
    assert site.answers()


def test_pages_are_made_before_anyone_asks(site: Site) -> None:
    ahead = site.var / "media" / "kept" / "ahead"
    assert processes.wait_until(lambda: any(ahead.glob("[0-9a-f]*")), HEAL_SECONDS)


def test_what_runs_beside_is_started_again(site: Site) -> None:
    before = site.beside()
    assert len(before) == 2
    processes.send(before, signal.SIGKILL)
    assert processes.wait_until(
        lambda: len(site.beside()) == 2 and not set(before) & set(site.beside()), HEAL_SECONDS
    )


def test_a_killed_postmaster_is_healed_and_the_workers_reconnect(site: Site) -> None:
    before = site.database()
    os.kill(master_of(before), signal.SIGKILL)
    assert processes.wait_until(lambda: not set(before) & set(site.database()), HEAL_SECONDS)
    assert processes.wait_until(site.answers, HEAL_SECONDS)


def test_a_killed_gunicorn_is_healed_on_the_same_port(site: Site) -> None:
    before = site.web()
    os.kill(master_of(before), signal.SIGKILL)
    assert processes.wait_until(lambda: not set(before) & set(site.web()), HEAL_SECONDS)
    assert processes.wait_until(site.answers, HEAL_SECONDS)


def test_both_killed_at_once_are_healed(site: Site) -> None:
    everything = site.web() + site.database()
    processes.send(everything, signal.SIGKILL)
    assert processes.wait_until(
        lambda: not set(everything) & set(site.web() + site.database()), HEAL_SECONDS
    )
    assert processes.wait_until(site.answers, 2 * HEAL_SECONDS)


def test_a_second_one_says_so_and_leaves(site: Site) -> None:
    twin = site.command()
    output, _ = twin.communicate(timeout=20)
    assert twin.returncode != 0
    assert "另一个" in output
    assert "Another" in output
    assert site.answers()


def test_a_killed_supervisor_is_taken_over(site: Site) -> None:
    site.supervisor.kill()
    site.supervisor.communicate()
    orphans = site.web() + site.database()
    assert orphans
    site.start()
    assert site.answers()
    assert not set(orphans) & set(site.web() + site.database())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_clean_and_starts_again_quickly(site: Site, number: signal.Signals) -> None:
    assert site.stop(number) == 0
    assert site.web() == []
    assert site.beside() == []
    assert site.database() == []
    site.start()


def test_it_stops_clean_in_the_middle_of_starting(site: Site) -> None:
    site.stop()
    starting = site.command()
    assert starting.stdout is not None
    for line in starting.stdout:
        if line.startswith("[3/6]"):
            break
    starting.send_signal(signal.SIGINT)
    starting.communicate(timeout=30)
    assert starting.returncode == 0
    assert site.web() == []
    assert site.database() == []


def test_a_port_in_use_is_named(site: Site) -> None:
    if site.supervisor.poll() is None:
        site.stop()
    with socket.create_server(("127.0.0.1", site.port)):
        refused = site.command()
        output, _ = refused.communicate(timeout=20)
    assert refused.returncode != 0
    assert f"Port {site.port} is in use" in output
    assert "Traceback" not in output
    assert site.database() == []
