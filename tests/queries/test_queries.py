"""Every page asks the database a few questions, however much is published."""

from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from disclosures.records.disclosure import Revision, State
from tests.pages.published import AT, PAGES, other_department, take_in

AT_MOST = 12


def test_every_page_asks_few_questions(
    published: Revision, client: Client, django_assert_max_num_queries: Any
) -> None:
    for path in (*PAGES, f"{AT}source/", "/across/projects.csv"):  # also by a debugging cursor
        with django_assert_max_num_queries(AT_MOST, info=path):
            assert client.get(path).status_code == 200


def test_more_disclosures_take_no_more_questions(
    published: Revision, client: Client, seed: bytes
) -> None:
    for path in PAGES:
        _asked(client, path)  # the first request makes the pages that are kept
    asked = {path: _asked(client, path) for path in PAGES}
    take_in(other_department(seed), State.PUBLISHED)
    for path in PAGES:
        _asked(client, path)  # what is counted once for each state of what is published
    assert {path: _asked(client, path) for path in PAGES} == asked


def _asked(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)
