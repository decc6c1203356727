"""Codes lead to who spends under them."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from lxml import html as lxml_html

from disclosures.classification.loading import load_codes
from disclosures.publishing.demo import FIGURES
from disclosures.records.disclosure import Revision
from disclosures.tables.general_budget_by_function import GeneralBudgetByFunction
from tests.pages.siblings import publish_as_it_was


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


def test_a_department_whose_units_stand_apart_is_ranked_by_their_sum(
    coded: Revision, client: Client
) -> None:
    """Beijing's tables print a code once a unit."""
    name = "bei-jing-shi-shen-ji-ju-2026-budget.json"
    data = (FIGURES / name).read_text(encoding="utf-8")
    several = publish_as_it_was(data.encode(), name)
    own = GeneralBudgetByFunction.objects.filter(revision=several, function_code="2080505")
    amounts = sorted((each.total for each in own), reverse=True)
    assert len(amounts) == 3

    page = tree(client, "/functions/2080505/", year="2026", unit="yuan")
    assert page.xpath("//thead//th")[-1].text_content().strip() == "部门合计（本站相加）"
    shown = [[cell.text_content().strip() for cell in row] for row in page.xpath("//tbody/tr")]
    assert {row[-1] for row in shown} == {f"{sum(amounts):,.2f}元"}
    assert "2080505" not in "".join(shown[0]), "the title says it"
    assert {row[2] for row in shown} == {f"{each:,.2f}元" for each in amounts}
    file = client.get("/functions/2080505.csv", {"table": "general-budget-by-function"})
    assert f",{sum(amounts):.2f}," in file.getvalue().decode()

    page = tree(client, "/functions/2080505/", year="2022")
    assert "部门合计" not in page.text_content(), "one row is its own sum"
    (ranked,) = page.xpath("//th[@aria-sort='descending']")
    assert ranked.text_content().strip() == "支出合计"
    assert page.xpath("//tbody//td[svg]")

    second, third = (each.printed["total"] for each in own if each.total != amounts[0])
    first = next(each.printed["total"] for each in own if each.total == amounts[0])
    doubtful = data.replace(first, str(Decimal(second) + Decimal(third)))
    publish_as_it_was(doubtful.encode(), name)
    page = tree(client, "/functions/2080505/", year="2026")
    said = ["".join(row.xpath("string(td[last()])").split()) for row in page.xpath("//tbody/tr")]
    assert said == ["不作合计有的行可能是其他行的合计", "不作合计", "不作合计"]
