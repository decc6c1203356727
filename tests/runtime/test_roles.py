"""The role that serves the site owns nothing and is bounded in time."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import errors

from budget_portal import postgres, roles
from budget_portal.embedded import placement
from budget_portal.embedded.cluster import Cluster


@pytest.fixture(scope="module")
def shared() -> Iterator[Cluster]:
    """One running cluster for the whole module, with a table that the owner has made."""
    with tempfile.TemporaryDirectory(dir=placement.temporary_parent()) as folder:
        Path(folder).chmod(0o711)
        cluster = Cluster(Path(folder) / "postgres", durable=False)
        try:
            postgres.start(cluster)
            with psycopg.connect(postgres.owner_url(cluster), autocommit=True) as owner:
                owner.execute("CREATE TABLE line (id serial PRIMARY KEY, amount numeric(18, 2))")
            yield cluster
        finally:
            cluster.stop()


@pytest.fixture
def web(shared: Cluster) -> Iterator[psycopg.Connection]:
    """A connection as the serving role."""
    with psycopg.connect(postgres.web_url(shared), autocommit=True) as connection:
        yield connection


def test_it_reads_and_writes_rows_of_new_tables(web: psycopg.Connection) -> None:
    web.execute("INSERT INTO line (amount) VALUES (1.50)")
    web.execute("UPDATE line SET amount = 2")
    assert web.execute("SELECT id, amount FROM line").fetchone() == (1, 2)
    web.execute("DELETE FROM line")


@pytest.mark.parametrize(
    "statement",
    [
        "TRUNCATE line",
        "DROP TABLE line",
        "ALTER TABLE line DISABLE TRIGGER ALL",
        "CREATE TABLE mine (id int)",
        "CREATE POLICY mine ON line",
        "SET session_replication_role = replica",
        f"SET ROLE {roles.OWNER}",
        "CREATE DATABASE mine",
    ],
)
def test_it_may_not(web: psycopg.Connection, statement: str) -> None:
    with pytest.raises(errors.InsufficientPrivilege):
        web.execute(statement)


def test_it_is_bounded_in_time(web: psycopg.Connection) -> None:
    for name, value in roles.LIMITS.items():
        row = web.execute("SELECT current_setting(%s)::interval = %s::interval", (name, value))
        assert row.fetchone() == (True,), name


def test_it_has_no_question_compiled(web: psycopg.Connection) -> None:
    assert web.execute("SHOW jit").fetchone() == ("off",)


def test_databases_made_later_grant_the_same(shared: Cluster) -> None:
    roles.prepare(lambda name: shared.url("postgres", name), may_create_databases=True)
    with psycopg.connect(postgres.owner_url(shared), autocommit=True) as owner:
        owner.execute("CREATE DATABASE test_later")
    with psycopg.connect(shared.url(roles.OWNER, "test_later"), autocommit=True) as owner:
        owner.execute("CREATE TABLE line (id serial PRIMARY KEY)")
        owner.execute(f"SET ROLE {roles.WEB}")
        owner.execute("INSERT INTO line DEFAULT VALUES")


def test_preparing_again_changes_nothing(shared: Cluster) -> None:
    roles.prepare(lambda name: shared.url("postgres", name))


def test_a_server_of_its_own_gets_the_same_roles_with_passwords(cluster: Cluster) -> None:
    cluster.start()
    environ = {
        "ADMIN_DATABASE_URL": cluster.url("postgres", "postgres"),
        "OWNER_PASSWORD": "of the owner",
        "WEB_PASSWORD": "of the site",
    }
    roles.prepare_from_environment(environ)
    with psycopg.connect(environ["ADMIN_DATABASE_URL"]) as connection:
        hashed = connection.execute(
            "SELECT rolname FROM pg_authid WHERE rolpassword LIKE 'SCRAM-SHA-256%' ORDER BY 1"
        ).fetchall()
        owner = connection.execute(
            "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = %s", (roles.DATABASE,)
        ).fetchone()
    assert hashed == [(roles.OWNER,), (roles.WEB,)]
    assert owner == (roles.OWNER,)
