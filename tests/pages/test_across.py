"""Codes lead to who spends under them."""

from typing import Any

import pytest
from django.test import Client
from lxml import html as lxml_html

from disclosures.classification.loading import load_codes
from disclosures.records.disclosure import Revision


@pytest.fixture
def coded(published: Revision) -> Revision:
    """The seed, with the code lists."""
    load_codes()
    return published


def tree(client: Client, path: str, **asked: str) -> Any:
    answer = client.get(path, asked)
    assert answer.status_code == 200, path
    return lxml_html.fromstring(answer.content.decode())


def links(page: Any) -> list[str]:
    return page.xpath("//main//ul[@class='hits' or @class='codes']//a/@href | //main//dl//a/@href")


def test_who_spends_under_a_code(coded: Revision, client: Client) -> None:
    page = tree(client, "/functions/2080505/")
    (row,) = page.xpath("//tbody/tr")
    assert "昆明市网格化综合监督指挥中心" in row.text_content()
    link = row.xpath(".//a/@href")[0]
    assert client.get(link).status_code == 200
    assert tree(client, "/functions/2080505/", year="1999").xpath("//tbody/tr") == []


def test_codes_lead_to_those_below(coded: Revision, client: Client) -> None:
    assert "/functions/208/" in links(tree(client, "/functions/"))
    assert "/functions/20805/" in links(tree(client, "/functions/208/"))
    assert client.get("/functions/9999999/").status_code == 404
