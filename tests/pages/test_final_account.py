"""A final account is called one: what was planned in a budget is spent in it."""

from typing import Any

import orjson
from django.test import Client
from lxml import html as lxml_html

from disclosures.pages.share import figures_of
from disclosures.publishing.demo import FIGURES
from disclosures.records.disclosure import Revision
from tests.pages.siblings import publish_as_it_was

NAME = "shen-zhen-shi-xin-fang-ju-2026-budget.json"
AT = "/shenzhen/xin-fang-ju/2026/"


def tree(client: Client, path: str) -> Any:
    return lxml_html.fromstring(client.get(path).content.decode())


def labels(page: Any) -> list[str]:
    """What the figures are called; a rule's own words stay as they are."""
    told = page.xpath("//section[@id='key' or @id='composition' or @id='procurement']")
    found = [each for section in told for each in section.xpath(".//h3 | .//dt | .//th")]
    return [each.text_content().strip() for each in found]


def test_totals_are_not_called_budgets_in_an_account(published: Revision, client: Client) -> None:
    data = orjson.loads((FIGURES / NAME).read_bytes())
    publish_as_it_was(orjson.dumps(data), NAME)
    account = publish_as_it_was(orjson.dumps(data | {"kind": "final"}), NAME)

    planned = labels(tree(client, AT))
    assert {"部门预算总支出", "政府采购预算总额"} <= set(planned)
    spent = labels(tree(client, f"{AT}final/"))
    assert {"部门总支出", "政府采购支出总额", "政府采购货物支出"} <= set(spent)
    assert not {"部门预算总支出", "政府采购预算总额", "政府采购货物预算"} & set(spent)
    assert figures_of(account)[0].label == "部门总支出"
    (heading,) = tree(client, f"{AT}final/figures/exp.total/").xpath("//h1/text()")
    assert heading == "部门总支出"


def test_projects_that_only_tables_print_are_led_to(published: Revision, client: Client) -> None:
    publish_as_it_was((FIGURES / NAME).read_bytes(), NAME)
    (said,) = tree(client, AT).xpath("//section[@id='projects']/p[@class='empty']")
    assert said.xpath("a/@href") == [f"{AT}tables/project-expenditure/"]
    assert client.get(f"{AT}tables/project-expenditure/").status_code == 200


def test_a_code_told_by_its_name_is_shown_as_not_printed(
    published: Revision, client: Client
) -> None:
    """Shenzhen's tables print names of economic codes alone; a link without words led nowhere."""
    publish_as_it_was((FIGURES / NAME).read_bytes(), NAME)
    page = tree(client, AT)
    assert [each for each in page.xpath("//td/a") if not each.text_content().strip()] == []
    codes = page.xpath("//*[@id='table-basic-expenditure']//a[starts-with(., '〔')]/text()")
    assert "〔301〕" in codes
