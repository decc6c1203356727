"""The embedded PostgreSQL starts from nothing, survives what happens to servers, and ends."""

import os
import signal
import stat
import subprocess
import sys
import textwrap
from pathlib import Path

import psycopg
import pytest

from budget_portal.console import ROOT
from budget_portal.embedded import placement, processes
from budget_portal.embedded.cluster import SOCKET, Cluster
from budget_portal.embedded.lock import InUseError
from budget_portal.postgres import THROWAWAY_PREFIX, sweep


def ask(cluster: Cluster, query: str) -> object:
    """The single answer to a query, on a connection of its own."""
    with psycopg.connect(cluster.url("postgres", "postgres"), autocommit=True) as connection:
        row = connection.execute(query).fetchone()
    assert row is not None
    return row[0]


def run(cluster: Cluster, statement: str) -> None:
    """A statement on a connection of its own."""
    with psycopg.connect(cluster.url("postgres", "postgres"), autocommit=True) as connection:
        connection.execute(statement)


def kill_postmaster(cluster: Cluster) -> None:
    """What the kernel's out-of-memory killer does."""
    assert cluster.server is not None
    os.kill(cluster.server.pid, signal.SIGKILL)
    assert processes.wait_until(lambda: not cluster.is_running(), 5)


def test_starts_from_nothing(cluster: Cluster) -> None:
    cluster.start()
    assert str(ask(cluster, "SHOW server_version")).startswith("18.")
    assert ask(cluster, "SHOW server_encoding") == "UTF8"
    assert (
        ask(cluster, "SELECT datlocprovider::text || datlocale FROM pg_database LIMIT 1")
        == "bC.UTF-8"
    )
    assert ask(cluster, "SHOW data_checksums") == "on"


def test_listens_on_a_private_socket_only(cluster: Cluster) -> None:
    cluster.start()
    assert ask(cluster, "SHOW listen_addresses") == ""
    for folder in (cluster.data, cluster.socket):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    hosts = (
        "SELECT count(*) FROM pg_hba_file_rules WHERE type <> 'local' AND auth_method <> 'reject'"
    )
    assert ask(cluster, hosts) == 0


@pytest.mark.parametrize("umask", [0o022, 0o077])
def test_the_umask_does_not_matter(cluster: Cluster, umask: int) -> None:
    before = os.umask(umask)
    try:
        cluster.start()
        assert ask(cluster, "SELECT 1") == 1
    finally:
        os.umask(before)


def test_keeps_its_data_over_a_restart(cluster: Cluster) -> None:
    cluster.start()
    run(cluster, "CREATE TABLE kept AS SELECT 42 AS number")
    cluster.stop()
    cluster.start()
    assert ask(cluster, "SELECT number FROM kept") == 42


def test_a_killed_postmaster_is_healed(cluster: Cluster) -> None:
    cluster.start()
    run(cluster, "CREATE TABLE kept AS SELECT 42 AS number")
    kill_postmaster(cluster)
    cluster.heal()
    assert ask(cluster, "SELECT number FROM kept") == 42


def test_backends_that_outlive_the_postmaster_do_not_block_healing(cluster: Cluster) -> None:
    cluster.start()
    busy = "SELECT count(*) FROM generate_series(1, 100000000000)"
    session = [sys.executable, "-c", "import psycopg, sys; psycopg.connect(sys.argv[1]).execute("]
    session[-1] += "sys.argv[2])"
    with subprocess.Popen(
        [*session, cluster.url("postgres", "postgres"), busy], stderr=subprocess.DEVNULL
    ) as client:
        count = "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%generate_series(1, 1000%'"
        assert processes.wait_until(
            lambda: ask(cluster, f"{count} AND pid <> pg_backend_pid()") == 1, 10
        )
        kill_postmaster(cluster)
        cluster.heal()
        assert client.wait(10) != 0
    assert ask(cluster, "SELECT 1") == 1


def stopped_with_debris(cluster: Cluster, pid: int) -> None:
    """A cluster that is down, whose files name a process that is not a postmaster."""
    cluster.start()
    content = (cluster.data / "postmaster.pid").read_text().splitlines()
    cluster.stop()
    for path in (cluster.data / "postmaster.pid", cluster.socket / f"{SOCKET}.lock"):
        path.write_text("\n".join([str(pid), *content[1:]]) + "\n")
        os.chown(path, cluster.account.uid, cluster.account.gid)


def test_files_that_name_a_process_of_somebody_else_do_not_block(cluster: Cluster) -> None:
    stopped_with_debris(cluster, os.getppid())
    cluster.start()
    assert ask(cluster, "SELECT 1") == 1
    assert processes.is_alive(os.getppid())


def test_a_zombie_is_not_taken_for_a_server(cluster: Cluster) -> None:
    with subprocess.Popen(["true"]) as dead:
        os.waitid(os.P_PID, dead.pid, os.WEXITED | os.WNOWAIT)  # ended, and not yet reaped
        os.kill(dead.pid, 0)
        assert not processes.is_alive(dead.pid)
        stopped_with_debris(cluster, dead.pid)
        cluster.start()
        assert ask(cluster, "SELECT 1") == 1


def test_a_killed_start_leaves_no_half_a_cluster(cluster: Cluster) -> None:
    half = cluster.home / "data.new"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18\n")
    cluster.start()
    assert ask(cluster, "SELECT 1") == 1
    assert not half.exists()


def test_a_second_start_is_refused(cluster: Cluster) -> None:
    cluster.start()
    second = Cluster(cluster.home, durable=False)
    with pytest.raises(InUseError):
        second.start()
    second.stop()
    assert ask(cluster, "SELECT 1") == 1


HOLDER = """
    import pathlib, sys, time
    from budget_portal.embedded.cluster import Cluster
    cluster = Cluster(pathlib.Path(sys.argv[1]), durable=False)
    cluster.start()
    print("ready", flush=True)
    time.sleep(600)
"""


def test_the_orphan_of_a_killed_supervisor_is_taken_over(cluster: Cluster) -> None:
    command = [sys.executable, "-c", textwrap.dedent(HOLDER), str(cluster.home)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "ready\n"
        with pytest.raises(InUseError):
            cluster.start()
        run(cluster, "CREATE TABLE kept AS SELECT 42 AS number")
        holder.kill()
    assert ask(cluster, "SELECT number FROM kept") == 42, "the orphan still runs"
    cluster.start()
    assert ask(cluster, "SELECT number FROM kept") == 42


def test_a_deep_folder_gets_a_short_private_socket(reachable: Path) -> None:
    deep = Cluster(reachable.joinpath(*["预算公开门户"] * 8), durable=False)
    assert len(os.fsencode(deep.home)) > placement.LONGEST_SOCKET_DIRECTORY
    deep.start()
    try:
        assert ask(deep, "SELECT 1") == 1
        assert stat.S_IMODE(deep.socket.stat().st_mode) == 0o700
    finally:
        deep.stop()
    assert not deep.socket.exists()


def test_what_another_run_sweeps_away_first_is_passed_over(tmp_path: Path) -> None:
    """Two test runs that start together meet the same leavings; one finds them gone."""
    (tmp_path / f"{THROWAWAY_PREFIX}gone").symlink_to(tmp_path / "nothing")
    sweep(tmp_path)
