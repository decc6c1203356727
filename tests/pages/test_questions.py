"""Questions to all departments: ranked, narrowed, paged by key, and exported as shown."""

import csv
from typing import Any

import pytest
from django.test import Client
from lxml import html as lxml_html

from disclosures.classification.loading import load_codes
from disclosures.publishing.demo import SEED
from disclosures.publishing.history import People, publish_history
from disclosures.publishing.intake import Manner, take_in_reading
from disclosures.publishing.reading import read
from disclosures.queries.across.catalogue import QUESTIONS
from disclosures.queries.across.codes import CODE_LISTS
from disclosures.queries.across.question import Asked, page
from disclosures.records.disclosure import Revision, State
from tests.pages.published import other_department, person, take_in
from tests.pages.siblings import publish_as_it_was
from tests.pages.test_achieved import document

WHOLE = "昆明市网格化综合监督指挥中心"
OTHER = "昆明市测试局"


@pytest.fixture
def two(published: Revision) -> Revision:
    """The seed, and another department's that says nothing of the “三公”."""
    lines = other_department(SEED.read_bytes()).decode().splitlines()
    data = "\n".join(line for line in lines if "三公" not in line).encode()
    people = People(person("finance"), person("reviewer"))
    reading, manner = read(data, "x.txt"), Manner(is_history=True)
    taken = take_in_reading(reading=reading, data=data, by=people.taker, manner=manner)
    publish_history(taken.revision, people)
    return published


def tree(client: Client, path: str, status: int = 200) -> Any:
    answer = client.get(path)
    assert answer.status_code == status, path
    return lxml_html.fromstring(answer.content.decode())


def shown(page: Any) -> list[list[str]]:
    return [
        ["".join(each.text_content().split()) for each in row] for row in page.xpath("//tbody/tr")
    ]


def test_the_largest_stands_first_and_what_is_not_told_last(two: Revision, client: Client) -> None:
    rows = shown(tree(client, "/across/three-public/"))
    assert [row[0].removesuffix("昆明市") for row in rows] == [WHOLE, OTHER]
    assert rows[0][2] == "3.36万元"  # its unit shows where the head of the column does not
    assert "未公开" in rows[1][2]


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_answers_in_few_queries(
    two: Revision, client: Client, name: str, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(12):
        tree(client, f"/across/{name}/?year=all")


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize("sign", ["", "-"])
def test_pages_by_key_hold_every_row_once_in_every_order(
    two: Revision, name: str, sign: str
) -> None:
    question = QUESTIONS[name]
    for sort in (*question.rank, "name"):
        asked = Asked(sort=f"{sign}{sort}")
        whole = page(question, asked).rows
        found, after = [], ""
        while True:
            part = page(question, Asked(sort=f"{sign}{sort}", after=after), 1)
            found += part.rows
            after = part.following
            if not after:
                break
        assert found == whole


def test_a_file_holds_what_the_page_shows(two: Revision, client: Client) -> None:
    path = "/across/projects/?year=2022&sort=total&q=卫星"
    shown_rows = shown(tree(client, path))
    answer = client.get(path.replace("/?", ".csv?"))
    text = answer.getvalue().decode("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    assert len(rows) == len(shown_rows) > 0
    assert [row["project_name"] for row in rows] == [row[2] for row in shown_rows]
    assert all("卫星" in row["project_name"] for row in rows)
    assert client.get(rows[0]["page"]).status_code == 200


def test_a_year_without_anything_is_empty_and_a_draft_is_not_counted(
    two: Revision, client: Client
) -> None:
    before = tree(client, "/across/totals/").xpath("string(//main)")
    data = other_department(SEED.read_bytes()).decode().replace("测试局", "保密局")
    data = data.replace("53010000188800600", "53010000199900600")
    take_in(data.encode(), State.APPROVED)
    assert tree(client, "/across/totals/").xpath("string(//main)") == before
    assert shown(tree(client, "/across/totals/?year=1999")) == []


@pytest.mark.parametrize(
    "after", ["x", "~~~", "1~kunming.x.2022.budget~1~", "NaN~a~1~", "1~a~²~", "9" * 5000]
)
def test_a_place_that_is_none_is_said(two: Revision, client: Client, after: str) -> None:
    page = tree(client, f"/across/three-public/?after={after}", 400)
    assert "请从第一页看起" in page.text_content()


def test_hostile_states_are_answered(two: Revision, client: Client) -> None:
    for query in ("sort=;DROP", "year=\0", "region=%27", "q=" + "预算" * 5000, "kind=x", "unit=x"):
        tree(client, f"/across/totals/?{query}")
    tree(client, "/across/nothing/", 404)
    tree(client, "/functions/2080505/?table=nothing", 404)


def test_who_spends_under_a_code_and_its_file(two: Revision, client: Client) -> None:
    load_codes()
    page = tree(client, "/functions/2080505/")
    assert {row[0].removesuffix("昆明市") for row in shown(page)} == {WHOLE, OTHER}
    href = page.xpath("//a[@download]/@href")[0]
    answer = client.get(f"{href}&table=general-budget-by-function")
    text = answer.getvalue().decode("utf-8-sig")
    assert {row["function_code"] for row in csv.DictReader(text.splitlines())} == {"2080505"}


def test_every_list_of_codes_knows_its_tables() -> None:
    for each in CODE_LISTS.values():
        assert len(each.tables) > 2
        for spec in each.tables.values():
            assert each.question(spec, "201").columns[0].name == each.code


def test_per_person_is_an_amount_by_the_people_told(two: Revision, client: Client) -> None:
    figures = {each.key: each for each in two.quotedfigure_set.all()}
    row = next(
        each
        for each in page(QUESTIONS["three-public"], Asked(year=2022)).rows
        if each["department_name"] == WHOLE
    )
    people = figures["staff.on_post"].value
    assert people
    yuan = figures["sangong.total"].yuan
    assert yuan is not None
    assert row["each_person"] == round(yuan / people, 2)


def test_an_old_address_leads_on(client: Client) -> None:
    answer = client.get("/en/three-public/")
    assert (answer.status_code, answer["Location"]) == (301, "/en/across/three-public/")


def test_the_years_sums_are_of_what_is_told(two: Revision, client: Client) -> None:
    page = tree(client, "/")
    cards = {
        "".join(each.xpath("./h3")[0].text_content().split()): "".join(each.text_content().split())
        for each in page.xpath("//div[@class='cards sums']/div")
    }
    assert "3,415.90万元2个部门写明" in cards["总支出"]
    assert "3.36万元1个部门写明" in cards["“三公”经费"]
    assert page.xpath("//figure[@data-chart='treemap']/script[@type='application/json']")


def test_prose_that_the_row_above_says_is_not_said_again(
    published: Revision, client: Client
) -> None:
    goal = "全年巡查全部网格，发现的问题当日交办、按期办结；" * 2
    rows = [("巡查", goal, "数量指标"), ("巡查", goal, "质量指标"), ("宣传", "", "数量指标")]
    columns = ("project_name", "annual_goal", "indicator_level_two")
    publish_as_it_was(document("budget", "project-performance", columns, rows))
    said = tree(client, "/across/goals/?q=测试局").text_content()
    assert (said.count(goal), said.count("同上")) == (1, 1)
    file = client.get("/across/goals.csv", {"q": "测试局"}).getvalue().decode()
    assert file.count(goal) == 2
