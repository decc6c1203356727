"""A figure whose table is declared empty is neither zero nor undisclosed: it is said to be none."""

from csv import DictReader
from io import StringIO
from typing import Any

import orjson
import pytest
from django.test import Client
from lxml import html as lxml_html

from disclosures.pages.share import figures_of
from disclosures.publishing.demo import FIGURES
from disclosures.records.disclosure import Revision
from tests.pages.siblings import publish_as_it_was

NAME = "shen-zhen-shi-xin-fang-ju-2026-budget.json"
AT = "/shenzhen/xin-fang-ju/"
OTHER = "shenzhen.xin-fang-ju.2025.budget"
SENTENCE = "说明：本部门本年度没有“三公”经费支出，故本表无数据。"


def without_three_public(year: int, *, is_said: bool) -> bytes:
    """A budget that states nothing of 三公; its table is declared empty, or there is none."""
    said = orjson.loads((FIGURES / NAME).read_bytes())
    said["year"] = year
    said["figures"] = [
        [key, str(year), unit, str(year)] if key == "doc.year" else [key, value, unit, printed]
        for key, value, unit, printed in said["figures"]
        if not key.startswith("sangong.")
    ]
    (table,) = (each for each in said["tables"] if each["table"] == "three-public")
    table |= {"state": "declared_empty", "statement": SENTENCE, "rows": []}
    if not is_said:
        said["tables"].remove(table)
    return orjson.dumps(said)


@pytest.fixture
def two_years(published: Revision) -> Revision:
    """2026 says that there is none, 2025 says nothing."""
    publish_as_it_was(without_three_public(2025, is_said=False), NAME)
    return publish_as_it_was(without_three_public(2026, is_said=True), NAME)


def tree(client: Client, path: str, **asked: Any) -> Any:
    answer = client.get(path, asked)
    assert answer.status_code == 200, path
    return lxml_html.fromstring(answer.content.decode())


def said(page: Any, within: str) -> set[str]:
    return set(page.xpath(f"{within}//*[@class='undisclosed']/text()"))


def test_none_is_told_from_silence_wherever_three_public_stands(
    two_years: Revision, client: Client
) -> None:
    page = tree(client, f"{AT}2026/")
    assert said(page, "//section[@id='three-public']") == {"空表"}
    (link, *_) = page.xpath("//section[@id='key']//a[@class='undisclosed']/@href")
    assert SENTENCE in tree(client, link).text_content()
    assert said(tree(client, f"{AT}2025/"), "//section[@id='three-public']") == {"未公开"}
    assert [each.text for each in figures_of(two_years)][1] == "空表"

    for path, asked in (
        ("/", {}),
        (AT, {}),
        ("/departments/", {}),
        ("/across/three-public/", {}),
        ("/compare/", {"of": ["shenzhen.xin-fang-ju.2026.budget", OTHER]}),
    ):
        assert "空表" in said(tree(client, path, **asked), "//table"), path
    for path, asked in (
        ("/", {"year": "2025"}),
        ("/departments/", {"year": "2025"}),
        ("/across/three-public/", {"year": "2025"}),
    ):
        assert said(tree(client, path, **asked), "//table") == {"未公开"}, path
    assert "空表" in client.get("/departments/departments.csv").content.decode()
    file = client.get("/across/three-public.csv", {"year": "all"}).getvalue().decode("utf-8-sig")
    told = {row["year"]: (row["total"], row["nothing"]) for row in DictReader(StringIO(file))}
    assert told["2026"] == ("", "empty_table")
    assert told["2025"] == ("", "not_disclosed")
    assert told["2022"] == ("33600.00", "")


def test_a_table_that_is_empty_beside_a_stated_figure_tells_nothing_of_what_is_not(
    published: Revision, client: Client
) -> None:
    """The narrative states 0 of 三公, its table is empty: trips per person are just not told."""
    stated = orjson.loads(without_three_public(2026, is_said=True))
    stated["figures"].append(["sangong.total", "0", "万元", "0万元"])
    publish_as_it_was(orjson.dumps(stated), NAME)
    page = tree(client, "/across/three-public/")
    assert said(page, "//tbody") == {"未公开"}
    assert "0.00" in page.xpath("//tbody/tr/td")[1].text_content()
