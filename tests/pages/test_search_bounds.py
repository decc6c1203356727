"""A search is given up before it holds up those who read."""

from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection
from django.test import Client

from disclosures.queries import search


@pytest.fixture
def held(db: None) -> Iterator[None]:
    """A table of the search is held by somebody else, so that the query has to wait."""
    given = connection.get_connection_params()
    wanted = {name: given[name] for name in ("host", "port", "dbname", "user") if given.get(name)}
    with psycopg.connect(**wanted) as other:
        other.execute("LOCK TABLE disclosures_searchentry IN ACCESS EXCLUSIVE MODE")
        yield
        other.rollback()


def test_a_search_that_takes_too_long_says_so(
    held: None, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "LONGEST_MILLISECONDS", 200)
    for path, said in (("/search/?q=kmwg", "用时太久"), ("/en/search/?q=kmwg", "took too long")):
        answer = client.get(path)
        assert answer.status_code == 503
        assert said in answer.content.decode()
