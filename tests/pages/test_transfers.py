"""Transfers to districts: projects by districts in a section of their own, or why there is none."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from lxml import html as lxml_html

from disclosures.publishing.previewing import preview_token
from disclosures.records.disclosure import Revision
from disclosures.records.printed_table import PrintedTable, TableState
from disclosures.tables.book import Cell, Row, RowKind, Sheet
from disclosures.tables.stored import printed_table, store
from tests.pages.published import AT, other_department, person, take_in

DISTRICTS = ("盘龙区", "官渡区")
Printed = tuple[str, ...]


def row(name: str, printed: Printed, kind: RowKind = RowKind.DETAIL) -> Row:
    """A project with its whole and a share a district; "-" is not printed, "" a blank."""
    whole, *shares = (None if each == "-" else _cell(each) for each in printed)
    children = tuple(
        Row({"district": Cell(district, district), "amount": share})
        for district, share in zip(DISTRICTS, shares, strict=True)
        if share
    )
    cells = {"project_name": Cell(name, name)} | ({"total": whole} if whole else {})
    return Row(cells, kind, children=children)


def _cell(printed: str) -> Cell:
    return Cell(Decimal(printed) * 10_000 if printed else None, printed)


def section(client: Client, seed: bytes, *rows: Row) -> Any:
    """The section as a preview shows it, and as many questions as a page may ask."""
    draft = take_in(seed)
    PrintedTable.objects.filter(revision=draft, table__startswith="transfer-").delete()
    target = {"project_name": "甲", "annual_goal": "全部修好", "indicator_level_three": "完成率"}
    told = {"indicator_comparator": "≥", "indicator_value": "95", "measurement_unit": "%"}
    goals = Row({name: Cell(each, each) for name, each in (target | told).items()})
    filled = TableState.FILLED
    for sheet in (
        Sheet("transfer-to-district", "对下转移支付预算表", 14, filled, "万元", rows),
        Sheet("transfer-performance", "对下转移支付绩效目标表", 15, filled, "", (goals,)),
    ):
        printed_table(draft, sheet).save()
        for records in store(draft, sheet):
            type(records[0])._default_manager.bulk_create(records)
    path = f"/preview/{preview_token(revision=draft, by=person('finance'))}/"
    page = lxml_html.fromstring(client.get(path).content.decode())
    (found,) = page.xpath("//section[@id='transfers']")
    assert page.xpath("//nav[@class='contents']/a[@href='#transfers']")
    return found


def cells(found: Any) -> list[list[str]]:
    return [
        [" ".join(cell.text_content().split()) for cell in line]
        for line in found.xpath(".//table[contains(@class, 'transfers')]//tr")
    ]


def test_projects_by_districts_with_what_each_district_gets(
    published: Revision, client: Client, seed: bytes
) -> None:
    total = row("合计", ("16.5", "6.5", "11"), RowKind.TOTAL)
    lines = (row("甲", ("10", "4", "6")), row("乙", ("6.5", "2.5", "4")), row("丙", ("0", "", "-")))
    found = section(client, other_department(seed), *lines, total)
    assert cells(found) == [
        ["项目", "合计", *DISTRICTS],
        ["甲", "10", "4", "6"],
        ["乙", "6.5", "2.5", "4"],
        ["丙", "0", "空白", "没有印出"],
        ["合计", "16.5", "6.5", "11"],
        ["各项目相加（本站计算）", "16.50", "6.50", "10.00"],
    ]
    assert "本站相加的数与表内印出的合计不符：官渡区" in found.text_content()
    (share,) = found.xpath(".//td/a[text()='2.5']/@href")
    place = client.get(share)
    assert place.status_code == 200
    assert "地区金额：盘龙区" in place.content.decode()
    for link in found.xpath(".//a/@href"):
        assert client.get(link).status_code == 200, link
    assert "全部修好" in found.text_content()
    assert set(found.xpath(".//@lang")) == {"zh-Hans"}
    assert "≥95%" in found.text_content()


def test_nothing_is_added_up_where_a_line_may_be_a_sum(
    published: Revision, client: Client, seed: bytes
) -> None:
    """A unit's line before its projects."""
    lines = (row("某中心", ("9", "4", "5")), row("甲", ("5", "1", "4")), row("乙", ("4", "3", "1")))
    found = section(client, other_department(seed), *lines, row("丙", ("1", "1", "-")))
    assert [line[0] for line in cells(found)] == ["项目", "某中心", "甲", "乙", "丙"]
    assert "表内有的行可能是其他行的合计" in found.text_content()


@pytest.mark.usefixtures("published")
def test_an_empty_table_and_a_missing_one_are_told_apart(client: Client) -> None:
    page = lxml_html.fromstring(client.get(AT).content.decode())
    (said,) = page.xpath("//section[@id='transfers']")
    assert "空表" in said.text_content()
    assert "部门预算无与中央配套事项。" in said.text_content()
