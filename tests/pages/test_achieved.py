"""What became of a budget's targets stands beside them once the final account is public."""

from typing import Any

import orjson
from django.test import Client
from lxml import html as lxml_html

from disclosures.documents.figures_only import FORMAT
from disclosures.records.disclosure import Revision
from tests.pages.siblings import publish_as_it_was

AT = "/kunming/ce-shi-ju/2022/"
INDICATOR = (
    *("project_name", "indicator_level_one", "indicator_level_two", "indicator_level_three"),
    "indicator_value",
)
PLANNED = (
    ("巡查", "产出指标", "数量指标", "巡查次数", "≥12次"),
    ("巡查", "产出指标", "质量指标", "合格率", "≥95%"),
    ("培训", "产出指标", "数量指标", "培训人数", "200人"),
    ("培训", "产出指标", "数量指标", "培训人数", "300人"),
)
ACHIEVED = (
    ("“巡查”", "产出指标", "数量指标", "巡查次数", "≥10次", "13次", "10"),
    ("巡查", "产出指标", "质量指标", "合格率（%）", "≥95%", "92%", "8.5"),
    ("培训", "产出指标", "数量指标", "培训人数", "200人", "180人", "9"),
)


def document(kind: str, table: str, columns: tuple[str, ...], rows: Any) -> bytes:
    """A department's figures of 2022 with one table."""
    sheet = {
        "table": table,
        "title": "项目表",
        "unit": "万元",
        "state": "filled",
        "statement": "",
        "columns": columns,
        "rows": [["detail", *row] for row in rows],
    }
    told = {"format": FORMAT, "department": "昆明市测试局", "year": 2022, "kind": kind}
    return orjson.dumps(told | {"unit": "万元", "figures": [], "tables": [sheet]})


def lines(client: Client) -> list[list[str]]:
    page = lxml_html.fromstring(client.get(AT).content.decode())
    rows = page.xpath("//table[contains(@class,'achieved')]/tbody/tr[td]")
    return [[" ".join(each.text_content().split()) for each in row] for row in rows]


def test_what_was_achieved_stands_beside_what_was_planned(
    published: Revision, client: Client
) -> None:
    publish_as_it_was(document("budget", "project-performance", INDICATOR, PLANNED))
    before = client.get(AT)
    assert lines(client) == []
    columns = (*INDICATOR, "achieved_value", "self_score")
    publish_as_it_was(document("final", "project-self-evaluation", columns, ACHIEVED))
    after = client.get(AT, headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    unknown = "决算未列同名指标"
    assert lines(client) == [
        ["巡查次数", "≥12次", "13次", "10"],
        ["合格率", "≥95%", unknown, "—"],
        ["培训人数", "200人", unknown, "—"],
        ["培训人数", "300人", unknown, "—"],
    ]
    said = after.content.decode()
    assert "决算另有 2 项指标没有对应到预算。" in said
    link = lxml_html.fromstring(said).xpath("//table[contains(@class,'achieved')]//td/a/@href")
    assert link == [f"{AT}final/tables/project-self-evaluation/0/"]
    assert "13次" in client.get(link[0]).content.decode()
    assert "自评得分" in client.get(f"{AT}final/").content.decode()


def test_an_account_without_an_evaluation_leaves_the_outcome_unknown(
    published: Revision, client: Client
) -> None:
    publish_as_it_was(document("budget", "project-performance", INDICATOR, PLANNED))
    rows = [("income", "一般公共预算财政拨款收入", "10.00", "8.00")]
    columns = ("side", "label", "amount", "initial_budget")
    publish_as_it_was(document("final", "financial-balance", columns, rows))
    table = client.get(f"{AT}final/tables/financial-balance/").content.decode()
    heads = [
        each.text_content().strip() for each in lxml_html.fromstring(table).xpath("//thead//th")
    ]
    assert heads == [
        "收入",
        "支出",
        "项目",
        "决算数",
        "年初预算数",
        "项目（按功能分类）",
        "决算数",
        "年初预算数",
    ]
    assert "决算数" in client.get(f"{AT}final/tables/financial-balance/0/").content.decode()
    said = client.get(AT).content.decode()
    assert "没有公开项目支出绩效自评表，完成值未知。" in said
    assert lines(client) == []
