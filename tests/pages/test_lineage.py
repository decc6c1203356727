"""A department's years go on across a renaming; what is not public does not show."""

import csv
from io import StringIO
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from lxml import html as lxml_html

from disclosures.classification.figures import LISTED
from disclosures.publishing.history import People, publish_history
from disclosures.publishing.intake import Manner, take_in_reading
from disclosures.publishing.reading import read
from disclosures.records.disclosure import Revision
from disclosures.records.succession import Reform, Succession
from tests.pages.published import SLUG, other_department, person, take_in
from tests.pages.test_language import CHINESE, ours

AT = f"/kunming/{SLUG}/"
AMOUNTS = ["17079500.00", "17079500.00", "5050100.00", "12029400.00", "33600.00"]
OLD = "/kunming/ce-shi-ju/"


def earlier(seed: bytes) -> bytes:
    """What the department under its old name published a year before."""
    return other_department(seed).replace("2022年".encode(), "2021年".encode())


def as_history(data: bytes) -> Revision:
    """Take a document in as it was published once, with its mistakes."""
    people = People(person("administrator"), person("reviewer"))
    reading = read(data, "seed.txt")
    manner = Manner(is_history=True)
    taken = take_in_reading(reading=reading, data=data, by=people.taker, manner=manner)
    publish_history(taken.revision, people)
    return taken.revision


@pytest.fixture
def renamed(published: Revision, seed: bytes) -> Succession:
    """The published department, renamed in 2022 from another that published for 2021."""
    before = as_history(earlier(seed))
    return Succession.objects.create(
        predecessor=before.disclosure.department,
        successor=published.disclosure.department,
        reform=Reform.RENAMED,
        year=2022,
        note="机构改革方案",
    )


def page(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_the_series_goes_on_under_the_old_name(renamed: Succession, client: Client) -> None:
    body = page(client, AT)
    assert "前身：" in body
    assert "至2021年，更名" in body
    assert f'href="{OLD}2021/"' in body
    assert "历年公开" in body
    assert "2022年 更名：" in " ".join(lxml_html.fromstring(body).text_content().split())
    assert "+0.0%" in body  # the same amount in both years
    assert "不可直接相比" not in body
    old = page(client, OLD)
    assert "更名为：" in old
    assert AT in old


def test_history_tells_the_day_its_department_signed(renamed: Succession, client: Client) -> None:
    printed = Revision.objects.get(disclosure__department=renamed.predecessor).printed_date
    assert printed is not None
    said = f"由部门于{printed.year}年{printed.month}月{printed.day}日公开（落款日期），本站于"
    assert said in page(client, f"{OLD}2021/")
    assert "published by the department on" in page(client, f"/en{OLD}2021/")


def test_a_merger_says_that_the_scope_is_another(renamed: Succession, client: Client) -> None:
    Succession.objects.update(reform=Reform.MERGED)
    body = page(client, AT)
    assert "不可直接相比" in body
    assert "+0.0%" not in body  # nor is a change reckoned across it


def test_it_is_told_in_english_too(renamed: Succession, client: Client) -> None:
    Succession.objects.update(reform=Reform.MERGED)
    tree = lxml_html.fromstring(page(client, f"/en{AT}"))
    assert not any(map(CHINESE.search, ours(tree.xpath("//main")[0], "en")))


def test_few_questions_however_long_the_line(
    renamed: Succession, client: Client, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(12):
        page(client, AT)


def test_a_word_that_names_no_figure_is_no_error(renamed: Succession, client: Client) -> None:
    assert "昆明市测试局" in page(client, f"{AT}?show=mei-you")


def test_years_after_the_reform_are_the_successor_s(renamed: Succession, client: Client) -> None:
    Succession.objects.update(year=2021)
    assert f'href="{OLD}2021/"' not in page(client, AT)


def test_the_api_lists_it(renamed: Succession, client: Client) -> None:
    (row,) = client.get("/api/v1/successions/").json()["results"]
    assert (row["predecessor"], row["successor"]) == ("kunming.ce-shi-ju", f"kunming.{SLUG}")
    assert (row["reform"], row["year"]) == ("renamed", 2022)
    assert client.get("/api/v1/successions/?reform=merged").json()["results"] == []


def test_a_draft_predecessor_does_not_show(
    published: Revision, seed: bytes, client: Client
) -> None:
    before = take_in(earlier(seed))
    Succession.objects.create(
        predecessor=before.disclosure.department,
        successor=published.disclosure.department,
        reform=Reform.RENAMED,
        year=2022,
    )
    assert "前身" not in page(client, AT)
    assert client.get("/api/v1/successions/").json()["results"] == []


def test_a_line_never_turns_back(renamed: Succession) -> None:
    back = Succession(
        predecessor=renamed.successor,
        successor=renamed.predecessor,
        reform=Reform.RENAMED,
        year=2023,
    )
    with pytest.raises(ValidationError, match="成环"):
        back.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        Succession.objects.update(successor=renamed.predecessor)


def test_the_years_are_a_file_that_names_revision_and_source(
    renamed: Succession, client: Client
) -> None:
    (link,) = lxml_html.fromstring(page(client, AT)).xpath("//a[@download]/@href")
    answer = client.get(link)
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    heading, new, old = csv.reader(StringIO(answer.content.decode("utf-8-sig")))
    assert heading[3:8] == [f"{each}（元）" for each in LISTED.values()]
    assert new[:8] == ["昆明市网格化综合监督指挥中心", "2022", "预算", *AMOUNTS]
    assert [old[1], old[2]] == ["2021", "预算"]
    assert new[0] != old[0]
    assert new[-3] == "1"
    assert len(new[-2]) == 64
    assert client.get(new[-1].removeprefix("http://testserver")).status_code == 200
    assert client.get("/kunming/mei-you/years.csv").status_code == 404
