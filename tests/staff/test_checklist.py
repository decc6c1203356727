"""The checklist has the parts and tables that the disclosure really has, each with its way."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from disclosures.models import Finding, NarrativeSection, PrintedTable, QuotedFigure, Revision
from disclosures.staff.checklist import section_items, table_items
from disclosures.staff.findings import places_of
from tests.publishing.conftest import People, draft, people
from tests.staff.test_reviewing import desk, page

__all__ = ["desk", "draft", "people"]

OTHER_CITY = """第一部分 概况
一、主要职能
第一部分 概况
一、主要职能
负责本市的档案工作,保管全市各单位移交的档案,并向市民提供查阅服务。
二、政府采购
本部门无政府采购。
三、三公经费
"""


@pytest.fixture
def elsewhere(draft: Revision) -> Revision:
    """A narrative that begins with its contents and is not of nine sections."""
    draft.narrativesection_set.all().delete()
    draft.quotedfigure_set.all().delete()
    Revision.objects.filter(pk=draft.pk).update(form="national", text=OTHER_CITY)
    headings = list(re.finditer(r"^(?:第一部分 |[一二三]、).+$", OTHER_CITY, re.MULTILINE))
    ends = [*(each.start() for each in headings[1:]), len(OTHER_CITY)]
    for number, (heading, end) in enumerate(zip(headings, ends, strict=True), start=1):
        NarrativeSection.objects.create(
            revision=draft, number=number, heading=heading[0], start=heading.start(), end=end
        )
    return Revision.objects.get(pk=draft.pk)


def test_the_parts_are_those_of_the_narrative(elsewhere: Revision) -> None:
    told = [(each.name, each.state.label, each.section) for each in section_items(elsewhere, {})]
    assert told == [
        ("第一部分 概况", "", 3),
        ("一、主要职能", "有文字", 4),
        ("二、政府采购", "已说明为空", 5),
        ("三、三公经费", "未填", 6),
    ]


def test_a_part_counts_its_own_figures_and_findings(elsewhere: Revision) -> None:
    start = OTHER_CITY.index("本部门无")
    QuotedFigure.objects.create(
        revision=elsewhere, key="proc.total", position=1, printed="无", section="一·二",
        start=start, end=start + 3, sentence_start=start, sentence_end=start + 9,
    )  # fmt: skip
    where = {"start": start, "end": start + 3, "section": "一·二"}
    finding = Finding(rule="X99", severity="error", outcome="fails", message="x", where=where)
    items = section_items(elsewhere, {1: places_of(elsewhere, finding)})
    assert [(each.state.label, each.findings) for each in items] == [
        ("", 0),
        ("有文字", 0),
        ("有数据", 1),
        ("未填", 0),
    ]


def test_a_missing_one_of_the_nine_is_not_filled(draft: Revision) -> None:
    draft.narrativesection_set.filter(number=5).delete()
    items = section_items(draft, {})
    assert [each.section for each in items] == list(range(1, 10))
    assert (items[4].state.label, items[4].url) == ("未填", "")


def test_a_table_kept_as_printed_has_its_line_and_its_page(desk: Client, draft: Revision) -> None:
    cells = [["培训内容", 0, 0, 1, 1, None], ["人数", 0, 1, 1, 1, None]]
    PrintedTable.objects.create(
        revision=draft, table="unknown-17", position=17, title="培训费明细表",
        state="as_printed", cells=cells,
    )  # fmt: skip
    item = table_items(draft, {})[-1]
    assert (item.name, item.state.label) == ("培训费明细表", "按原样保留")
    place = reverse("admin:disclosures_revision_place", args=(draft.pk,))
    assert item.url == f"{place}?table=unknown-17"
    shown = page(desk, "place", draft, query="?table=unknown-17")
    assert "培训内容" in shown
    assert "按原样保留的表" in shown


def test_the_gravest_findings_come_first(desk: Client, people: People, draft: Revision) -> None:
    for position, severity in enumerate(("info", "warning", "error"), start=900):
        Finding.objects.create(
            revision=draft, position=position, rule=f"Y{position}", severity=severity,
            outcome="fails", message="x",
        )  # fmt: skip
    shown = page(desk, "change", draft)
    at = [shown.index(rule) for rule in ("Y902", "Y901", "Y900")]
    assert at == sorted(at)
    assert "1 个错误没有更正、1 条提醒没有说明情况" in shown


def test_an_amount_of_a_finding_is_printed_for_reading(draft: Revision) -> None:
    given = [
        {"label": "总收入", "value": "-12029400.00", "unit": "元", "key": "three-public/0/total"},
        {"label": "在职", "value": "28", "unit": "人"},
    ]
    finding = Finding(rule="X99", severity="error", outcome="fails", message="x", inputs=given)
    told = [each.value for each in places_of(draft, finding)]
    assert told == ["-12,029,400.00元", "28人"]
