"""The list of departments: each once with its latest year, in an order, page by page, as a file."""

import csv
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from django.test import Client
from lxml import html as lxml_html

from disclosures.pages.sparkline import HEIGHT, ROOM, STEP, sparkline
from disclosures.queries import departments as queries
from disclosures.records.disclosure import Revision, State
from tests.pages.published import SLUG, other_department, take_in
from tests.pages.siblings import publish_as_it_was, sibling

PAGE = "/departments/"
CENTRE = "昆明市网格化综合监督指挥中心"
NAMES = "//table[contains(@class,'departments')]/tbody/tr/th/a/text()"


def tree(client: Client, status: int = 200, **asked: str) -> Any:
    answer = client.get(PAGE, asked)
    assert answer.status_code == status
    return lxml_html.fromstring(answer.content.decode())


@pytest.fixture
def several(published: Revision, seed: bytes) -> None:
    """The seed's department with the year before, and two others, one of 2021 alone."""
    before = sibling(seed, "网格化综合监督指挥中心", 1779, old1="1707.95", new1="1000.00")
    publish_as_it_was(before.replace("2022年".encode(), "2021年".encode()))
    publish_as_it_was(sibling(seed, "档案局", 2001, old1="1707.95", new1="9000.00"))
    old = sibling(seed, "体育局", 2002, old1="1707.95", new1="50.00")
    publish_as_it_was(old.replace("2022年".encode(), "2021年".encode()))


def test_each_department_once_with_its_latest_year(several: None, client: Client) -> None:
    page = tree(client)
    assert page.xpath(NAMES) == ["昆明市档案局", "昆明市体育局", CENTRE]
    rows = {
        row.xpath("th/a/text()")[0]: [" ".join(each.text_content().split()) for each in row[2:]]
        for row in page.xpath("//table[contains(@class,'departments')]/tbody/tr")
    }
    assert rows[CENTRE][:4] == ["2022年预算", "1,707.95", "+70.8%", "3.36"]
    assert rows["昆明市体育局"][:3] == ["2021年预算", "50.00", "—"]
    assert len(page.xpath("//svg")) == 1
    assert tree(client, year="2021").xpath(NAMES) == ["昆明市体育局", CENTRE]
    assert tree(client, region="beijing").xpath(NAMES) == []
    assert tree(client, kind="final").xpath(NAMES) == []


def test_orders(several: None, client: Client) -> None:
    large, small = "昆明市档案局", "昆明市体育局"
    for sort, first in (("total", large), ("change", CENTRE), ("name", large), ("x", large)):
        names = tree(client, sort=sort).xpath(NAMES)
        assert (names[0], len(names)) == (first, 3)
    assert tree(client, sort="total").xpath(NAMES) == [large, CENTRE, small]


def test_page_by_page_nobody_is_lost_or_met_twice(
    several: None, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for sort in queries.Sort:
        whole = tree(client, sort=sort).xpath(NAMES)
        with monkeypatch.context() as patched:
            patched.setattr("disclosures.queries.departments.A_PAGE", 1)
            patched.setattr("disclosures.pages.departments.A_PAGE", 1)
            met, query = [], f"?sort={sort}"
            while query:
                page = lxml_html.fromstring(client.get(f"{PAGE}{query}").content.decode())
                met += page.xpath(NAMES)
                query = next(iter(page.xpath("//nav[@class='pages']/a[text()='下一页']/@href")), "")
        assert met == whole, sort


def test_a_page_behind_nobody_is_not_found(published: Revision, client: Client) -> None:
    for after in ("", "x", "kunming.mei-you", ".", "kunming.\0", "9" * 10_000):
        tree(client, 404, after=after)


def test_a_draft_is_nobody(published: Revision, client: Client, seed: bytes) -> None:
    before = client.get(PAGE).content
    take_in(other_department(seed), State.APPROVED)
    assert client.get(PAGE).content == before
    tree(client, 404, after="kunming.ce-shi-ju")


def test_what_is_ticked_is_compared(several: None, client: Client) -> None:
    page = tree(client)
    (form,) = [each for each in page.forms if each.get("action") == "/compare/"]
    ticks = form.xpath(".//input[@type='checkbox']/@value")
    assert f"kunming.{SLUG}.2022.budget" in ticks
    assert client.get("/compare/", {"of": ticks[:2]}).status_code == 200


def test_the_file_holds_all_in_the_same_order(several: None, client: Client) -> None:
    answer = client.get(f"{PAGE}departments.csv", {"sort": "total"})
    heading, *rows = csv.reader(StringIO(answer.content.decode("utf-8-sig")))
    assert heading[1] == "部门"
    assert [row[1] for row in rows] == tree(client, sort="total").xpath(NAMES)
    assert [row[4] for row in rows] == ["9000.00", "1707.95", "50.00"]
    assert [heading[7:], len(rows[1][8])] == [["版次", "来源文件 SHA-256", "网址"], 64]
    place = rows[1][9].removeprefix("http://testserver")
    assert place.endswith("/r1/")
    assert client.get(place).status_code == 200


def test_few_questions(several: None, client: Client, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(12):
        tree(client, sort="change")


def test_a_line_leaves_a_gap_open_and_needs_two_years() -> None:
    amounts = [(2019, Decimal(4)), (2020, Decimal(2)), (2021, None), (2023, Decimal(4))]
    line = sparkline(amounts)
    assert line is not None
    assert line.runs == (f"{ROOM},3.0 {ROOM + STEP},{ROOM + HEIGHT / 2}",)
    assert [x for x, _ in line.dots] == [ROOM, ROOM + STEP, ROOM + 4 * STEP]
    assert (line.first, line.last) == (2019, 2023)
    assert sparkline([(2019, Decimal(4)), (2020, None)]) is None
