"""Lets transactional tests publish: emptying the database after them needs the seal to step aside.

Import the fixture in a conftest and use it in tests (or fixtures) that publish for real.
"""

from collections.abc import Iterator

import pytest
from django.db import connection

from disclosures.publishing.seal import attach_seal


def truncate_seals() -> dict[str, str]:
    """Every table that refuses TRUNCATE, with how: A is always, D is not now."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text, tgenabled::text FROM pg_trigger"
            " WHERE tgname = 'seal_truncate'"
        )
        return dict(cursor.fetchall())


@pytest.fixture
def unsealed_flush(transactional_db: None) -> Iterator[None]:
    """A transactional test behind a whole seal; afterwards the tables may be emptied.

    Only the refusal of TRUNCATE is lifted, and only after the test. Emptying the database sends
    post_migrate, which seals it again; the next user of this fixture sees that it did.
    """
    attach_seal()
    assert set(truncate_seals().values()) == {"A"}
    yield
    with connection.cursor() as cursor:
        for table in truncate_seals():
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER seal_truncate")
