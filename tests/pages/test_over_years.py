"""三公 year by year: sums, by how many, the median; units are not counted beside departments."""

from typing import Any

import orjson
import pytest
from django.test import Client
from lxml import html as lxml_html

from disclosures.publishing.demo import FIGURES
from disclosures.records.disclosure import Revision
from disclosures.records.places import Department
from tests.pages.siblings import publish_as_it_was

SHENZHEN = (
    "shen-zhen-shi-xin-fang-ju",
    "shen-zhen-shi-shen-ji-ju",
    "shen-zhen-shi-tong-ji-ju-ben-ji",
)
PAGE = "/across/three-public/"


@pytest.fixture
def of_two_years(published: Revision) -> None:
    """The seed's 2022, and three departments of Shenzhen of 2026: 5.58, 35.10 and 32.56 万元."""
    for each in SHENZHEN:
        name = f"{each}-2026-budget.json"
        publish_as_it_was((FIGURES / name).read_bytes(), name)


def years(client: Client, **asked: str) -> list[list[str]]:
    answer = client.get(PAGE, asked)
    page: Any = lxml_html.fromstring(answer.content.decode())
    rows = page.xpath("//section[@aria-labelledby='over-years-title']//tbody/tr")
    unit = "span[contains(@class, 'told')]"
    assert all(cell.xpath(f".//{unit}") for row in rows for cell in row[2:]), "each has its unit"
    amount = f".//text()[not(parent::{unit})]"
    return [["".join(cell.xpath(amount)).strip() for cell in row] for row in rows]


def test_each_year_is_added_up_and_says_of_how_many(of_two_years: None, client: Client) -> None:
    assert years(client) == [
        ["2026", "3", "73.24", "44.80", "18.04", "10.40", "32.56"],
        ["2022", "1", "3.36", "0.00", "1.00", "2.36", "3.36"],
    ]
    assert years(client, unit="yuan")[1][2] == "33,600.00"
    assert years(client, region="shenzhen") == [], "one year is no course of years"
    assert years(client, kind="final") == []

    unit = Department.objects.get(slug="xin-fang-ju")
    unit.parent = Department.objects.get(region=unit.region, slug="shen-ji-ju")
    unit.save()
    assert years(client)[0][:3] == ["2026", "2", "67.66"]


def test_the_median_is_exact(published: Revision, client: Client) -> None:
    """No amount passes through a float, which holds fifteen digits."""
    name = f"{SHENZHEN[0]}-2026-budget.json"
    data = (FIGURES / name).read_text(encoding="utf-8").replace("5.58", "1234567890.123456")
    publish_as_it_was(data.encode(), name)
    of_2026 = years(client, unit="yuan")[0]
    assert of_2026[:3] == ["2026", "1", "12,345,678,901,234.56"]
    assert of_2026[-1] == of_2026[2]


def test_its_chart_says_what_the_table_says(of_two_years: None, client: Client) -> None:
    page: Any = lxml_html.fromstring(client.get(PAGE).content.decode())
    (data,) = page.xpath("//figure[@data-chart='bars']//script/text()")
    drawn = orjson.loads(str(data))
    assert drawn["categories"][0] == "2022年（1个部门）"
    assert drawn["categories"][-1] == "2026年（3个部门）"
    (last,) = (each for each in drawn["series"] if each["name"] == "公务用车购置及运行维护费")
    assert last["texts"] == ["2.36", "", "", "", "10.40"]
    assert last["values"] == [2.36, None, None, None, 10.4]
    english: Any = lxml_html.fromstring(client.get(f"/en{PAGE}").content.decode())
    (data,) = english.xpath("//figure[@data-chart='bars']//script/text()")
    assert orjson.loads(str(data))["categories"][0] == "2022 (stated by 1)"
