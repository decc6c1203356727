"""What the API's tests share."""

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from disclosures.records.disclosure import Revision
from tests.api.published import fill, new_revision, place, publish

ROOT = "/api/v1/"


@pytest.fixture
def disclosed(db: None, seed: bytes) -> Revision:
    """The seed disclosure, published."""
    return publish(fill(new_revision(place()), seed))


@pytest.fixture
def get(client: Client) -> Callable[..., Any]:
    """GET below the API's root: the JSON of an answer with the expected status."""

    def ask(path: str = "", expect: int = 200, **parameters: Any) -> Any:
        response = client.get(f"{ROOT}{path}", parameters)
        assert response.status_code == expect, response.content[:2000]
        return response.json()

    return ask


@pytest.fixture
def get_csv(client: Client) -> Callable[..., list[dict[str, str]]]:
    """GET a CSV file below the API's root: its rows."""

    def ask(path: str, **parameters: Any) -> list[dict[str, str]]:
        response = client.get(f"{ROOT}{path}", {"format": "csv"} | parameters)
        assert response.status_code == 200, response.content[:2000]
        text = b"".join(response.streaming_content).decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline="")))

    return ask
