"""Who may do what in the database: the embedded one and the one of docker-compose.

A trigger protects only against roles that cannot drop it, so the role that serves the site owns
nothing: `budget_owner` migrates and owns every table, `budget_web` reads and writes rows. The
default privileges are set in `template1`, so that every database made later (Django's test
databases too) starts with them.
"""

from collections.abc import Callable, Mapping

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

DATABASE, OWNER, WEB = "budget_portal", "budget_owner", "budget_web"

LIMITS = {
    "statement_timeout": "30s",
    "lock_timeout": "5s",
    "idle_in_transaction_session_timeout": "60s",
}
# Compiling one of the site's questions takes PostgreSQL longer than answering it.
FOR_BOTH = {"jit": "off"}
CREATE_ROLE = sql.SQL("CREATE ROLE {role} LOGIN")
SET_DEFAULT = sql.SQL("ALTER ROLE {role} SET {setting} = {value}")
SET_PASSWORD = sql.SQL("ALTER ROLE {role} PASSWORD {password}")
# SET ROLE lets tests and operators look through the serving role's eyes.
ALLOW_SET_ROLE = sql.SQL("GRANT {web} TO {owner} WITH INHERIT FALSE, SET TRUE")
ALLOW_TEST_DATABASES = sql.SQL("ALTER ROLE {owner} CREATEDB")
DEFAULT_PRIVILEGES = (
    sql.SQL(
        "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA public "
        "GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {web}"
    ),
    sql.SQL(
        "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA public "
        "GRANT USAGE, SELECT ON SEQUENCES TO {web}"
    ),
)
CREATE_DATABASE = sql.SQL("CREATE DATABASE {database} OWNER {owner}")
NAMES = {
    "owner": sql.Identifier(OWNER),
    "web": sql.Identifier(WEB),
    "database": sql.Identifier(DATABASE),
}


def prepare(
    superuser_on: Callable[[str], str],
    *,
    passwords: Mapping[str, str] = {},
    may_create_databases: bool = False,
) -> None:
    """Create what is missing of the two roles, their rights and the database. Safe to repeat.

    `superuser_on` gives the superuser's address of a database.
    """
    with psycopg.connect(superuser_on("postgres"), autocommit=True) as connection:
        _prepare_roles(connection)
        for role, password in passwords.items():
            secret = {"role": sql.Identifier(role), "password": sql.Literal(password)}
            connection.execute(SET_PASSWORD.format(**secret))
        if may_create_databases:
            connection.execute(ALLOW_TEST_DATABASES.format(**NAMES))
        query = "SELECT 1 FROM pg_database WHERE datname = %s"
        if connection.execute(query, (DATABASE,)).fetchone():
            return
        with psycopg.connect(superuser_on("template1"), autocommit=True) as template:
            for statement in DEFAULT_PRIVILEGES:
                template.execute(statement.format(**NAMES))
        connection.execute(CREATE_DATABASE.format(**NAMES))


def prepare_from_environment(environ: Mapping[str, str]) -> None:
    """The same on a server of its own, whose superuser and passwords the environment names."""
    admin = environ["ADMIN_DATABASE_URL"]
    prepare(
        lambda database: make_conninfo(admin, dbname=database),
        passwords={OWNER: environ["OWNER_PASSWORD"], WEB: environ["WEB_PASSWORD"]},
    )


def _prepare_roles(connection: psycopg.Connection) -> None:
    for role in (OWNER, WEB):
        query = "SELECT 1 FROM pg_roles WHERE rolname = %s"
        if not connection.execute(query, (role,)).fetchone():
            connection.execute(CREATE_ROLE.format(role=sql.Identifier(role)))
    for role, settings in ((OWNER, FOR_BOTH), (WEB, FOR_BOTH | LIMITS)):
        for name, value in settings.items():
            parts = {"role": sql.Identifier(role), "setting": sql.Identifier(name)}
            connection.execute(SET_DEFAULT.format(value=sql.Literal(value), **parts))
    connection.execute(ALLOW_SET_ROLE.format(**NAMES))
