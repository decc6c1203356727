"""A sum under a code that is not to be trusted is not ranked: it is told to be none, and why."""

import csv
from typing import Any

import orjson
import pytest
from django.test import Client
from lxml import html as lxml_html

from disclosures.classification.loading import load_codes
from disclosures.publishing.demo import FIGURES
from disclosures.records.disclosure import Revision
from tests.pages.siblings import publish_as_it_was

PART = "bei-jing-shi-tui-yi-jun-ren-shi-wu-ju-2026-budget.json"  # its rows make 3% of its total
WHOLE = "bei-jing-shi-shen-ji-ju-2026-budget.json"
CODE = "/functions/2080505/"
TABLE = "general-budget-by-function"
AT = "/beijing/tui-yi-jun-ren-shi-wu-ju/2026/"
PRINTED, ROWS = "820,087.414755", "23,775.28249"


@pytest.fixture
def two(published: Revision) -> Revision:
    """Two of Beijing's: of one a page of rows is all that could be read."""
    load_codes()
    publish_as_it_was((FIGURES / PART).read_bytes(), PART)
    return publish_as_it_was((FIGURES / WHOLE).read_bytes(), WHOLE)


def tree(client: Client, path: str, **asked: str) -> Any:
    answer = client.get(path, asked)
    assert answer.status_code == 200, path
    return lxml_html.fromstring(answer.content.decode())


def test_it_is_listed_last_and_says_why(
    two: Revision, client: Client, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(12):
        page = tree(client, CODE, year="2026")
    rows = page.xpath("//tbody/tr")
    names = [row.xpath("string(th/a)") for row in rows]
    assert set(names[:3]) == {"北京市审计局"}
    assert set(names[3:]) == {"北京市退役军人事务局"}
    said = rows[3].xpath("td")[-1]
    assert not said.xpath("svg")
    text = "".join(said.text_content().split())
    assert text == f"不作合计各行相加与表内合计不符：表内合计{PRINTED}，各行相加{ROWS}万元"
    (link,) = said.xpath(".//a/@href")
    assert link == f"{AT}r1/tables/{TABLE}/"
    assert client.get(link).status_code == 200
    english = tree(client, f"/en{CODE}", year="2026", unit="yuan").text_content()
    assert "The rows do not add up to the total that the table prints: printed" in english


def test_its_page_refuses_alike(two: Revision, client: Client) -> None:
    said = tree(client, AT).xpath("string(//div[@class='drills'])")
    assert f"各科目相加为 {ROWS}，与表内印出的合计不符" in said


def test_files_and_the_interface_say_why(two: Revision, client: Client) -> None:
    file = client.get(CODE.removesuffix("/") + ".csv", {"table": TABLE, "year": "2026"})
    rows = list(csv.DictReader(file.getvalue().decode("utf-8-sig").splitlines()))
    row, *more = (each for each in rows if each["department"] == "tui-yi-jun-ren-shi-wu-ju")
    assert (row["total_of_department"], row["refusal"]) == ("", "rows_differ")
    assert (row["printed_total"], row["rows_total"]) == ("8200874147.55", "237752824.90")
    assert row["table_page"] == f"{AT}r1/tables/{TABLE}/"
    assert {each["refusal"] for each in more} == {"rows_differ"}
    assert [each["refusal"] for each in rows[:3]] == [""] * 3

    asked = {"table": TABLE, "year": "2026", "code": "2080505"}
    found = orjson.loads(client.get("/api/v1/code-sums/", asked).content)["results"]
    told = {each["department"]: (each["yuan"], each["refusal"]) for each in found}
    assert told == {
        "tui-yi-jun-ren-shi-wu-ju": (None, "rows_differ"),
        "shen-ji-ju": ("16282248.72", None),
    }
    asked = {"table": TABLE, "refusal": "rows_differ", "printed_min": "1"}
    (whole,) = orjson.loads(client.get("/api/v1/code-sums/", asked).content)["results"]
    assert (whole["code"], whole["yuan"], whole["printed"]) == (
        None,
        "237752824.90",
        "8200874147.55",
    )


def test_a_feed_and_the_first_page_go_by_it(two: Revision, client: Client) -> None:
    feed = client.get(f"{CODE}feed.atom").content.decode()
    assert feed.count("不作合计：各行相加与表内合计不符") == 1
    page = tree(client, "/", year="2026")
    (note,) = page.xpath("//p[@class='note'][contains(., '没有计入')]")
    assert note.xpath("a/text()") == ["北京市退役军人事务局"]
