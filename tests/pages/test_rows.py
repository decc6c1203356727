"""The addresses that the API hands out are pages that answer."""

import pytest
from django.test import Client

from disclosures.tables.registry import TABLES


@pytest.mark.parametrize(
    "listing", ["figures", *(f"tables/{name}" for name in TABLES)], ids=lambda name: name
)
def test_every_page_named_by_the_api_opens(client: Client, published: object, listing: str) -> None:
    rows = client.get(f"/api/v1/{listing}/?limit=20").json()["results"]
    for row in rows:
        page = client.get(row["page"])
        assert page.status_code == 200
        assert "<mark" in page.content.decode()
