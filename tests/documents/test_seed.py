"""The Kunming 2022 disclosure: every one of its 138 fields, exactly, each in its place."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from disclosures.documents.read import DocumentText, read_narrative, read_text_document
from disclosures.records.narrative import Narrative

FIELDS = list(
    csv.DictReader((Path(__file__).parent / "data/seed_fields.csv").open(encoding="utf-8"))
)
NUMERIC = {"amount", "int", "percent", "decimal"}
COUNTED = {"org.duties": 7, "org.key_work": 8, "glossary": 6}
# Where the list of fields describes a text instead of quoting it, this is what is printed.
LEFT = "有1名人员调离,人员经费较上年减少"
PRINTED = {
    "income.delta_reason": LEFT,
    "fiscal.delta_reason": LEFT,
    "exp.basic_reason": LEFT,
    "sangong.abroad_reason": "与上年持平,无变化",
    "sangong.reception_reason": "按照三公经费编制要求,与上年持平,无变化",
    "sangong.vehicle_reason": "严格控制公务用车运行维护费,与上年持平,无变化",
    "running.reason": "我单位属全额拨款事业单位,无机关运行经费",
}


@pytest.fixture(scope="module")
def narrative(seed: bytes) -> Narrative:
    document = read_text_document(seed, "seed.txt")
    assert isinstance(document, DocumentText)
    return read_narrative(document.text)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field["field"])
def test_every_field_comes_out(narrative: Narrative, field: dict[str, str]) -> None:
    stated = narrative.statement(field["field"])
    assert stated is not None
    if field["type"] in NUMERIC:
        assert stated.value == Decimal(field["value"])
        assert stated.unit == field["unit"]
    elif field["field"] in COUNTED:
        assert stated.value == str(len(stated.items)) == str(COUNTED[field["field"]])
    elif field["field"] in PRINTED:
        assert stated.value == PRINTED[field["field"]]
    elif not field["field"].endswith(".goal"):
        assert stated.value == field["value"]


def test_nothing_is_stated_that_is_not_in_the_list(narrative: Narrative) -> None:
    assert {each.key for each in narrative.statements} == {field["field"] for field in FIELDS}


def test_every_statement_stands_where_it_says(narrative: Narrative) -> None:
    for stated in narrative.statements:
        assert narrative.text[stated.start : stated.end] == stated.printed
        left, right = stated.sentence
        assert left <= stated.start
        assert right >= stated.start


def test_sections_tile_the_text(narrative: Narrative) -> None:
    assert [section.number for section in narrative.sections] == list(range(11))
    assert narrative.sections[0].start == 0
    assert narrative.sections[-1].end == len(narrative.text)
    for left, right in zip(narrative.sections, narrative.sections[1:], strict=False):
        assert left.end == right.start


def test_goals_are_whole(narrative: Narrative) -> None:
    goals = [narrative.statement(f"project{number}.goal") for number in range(1, 6)]
    assert all(goal is not None for goal in goals)
    assert str(goals[0].value).startswith("1.为昆明市网格化管理")
    assert str(goals[0].value).endswith("并按照合同要求进行费用支付。")
    assert str(goals[4].value).startswith("为深入贯彻")


def test_functions_keep_names_and_purpose(narrative: Narrative) -> None:
    first = narrative.functions[0]
    assert (first.code, first.printed_code) == ("2010350", "2010350")
    assert first.names == ("一般公共服务支出", "政府办公厅(室)及相关机构事务", "事业运行")
    assert "人员经费支出及公用经费支出" in first.purpose


def test_the_contents_list_sixteen_tables(narrative: Narrative) -> None:
    assert [listed.number for listed in narrative.contents] == list(range(1, 17))
    assert narrative.contents[15].title == "新增资产配置表"


def test_nothing_is_in_doubt(narrative: Narrative) -> None:
    assert narrative.doubts == ()
