"""Sums at a glance leave a table out that does not add up, and say whose it is."""

from decimal import Decimal
from typing import Any

import orjson
from django.test import Client
from lxml import html as lxml_html

from disclosures.publishing.demo import FIGURES
from disclosures.records.disclosure import Revision
from tests.pages.siblings import publish_as_it_was

NAMES = ("shen-zhen-shi-xin-fang-ju-2026-budget.json", "shen-zhen-shi-shen-ji-ju-2026-budget.json")


def with_another_total(data: bytes) -> bytes:
    """A budget whose expenditure by function does not add up to the total that it prints."""
    said = orjson.loads(data)
    (table,) = (each for each in said["tables"] if each["table"] == "general-budget-by-function")
    (total,) = (row for row in table["rows"] if row[0] == "total")
    at = 1 + table["columns"].index("total")
    total[at] = f"{Decimal(total[at].replace(',', '')) + 1000:,}"
    return orjson.dumps(said)


def test_who_is_left_out_is_named(
    published: Revision, client: Client, django_assert_max_num_queries: Any
) -> None:
    for number, name in enumerate(NAMES):
        data = (FIGURES / name).read_bytes()
        publish_as_it_was(with_another_total(data) if number else data, name)
    with django_assert_max_num_queries(12):
        page: Any = lxml_html.fromstring(client.get("/").content.decode())
    (note,) = page.xpath("//p[@class='note'][contains(., '没有计入')]")
    (link,) = note.xpath("a")
    assert link.text == "深圳市审计局"
    assert client.get(link.get("href")).status_code == 200
