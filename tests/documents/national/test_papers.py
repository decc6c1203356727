"""Papers about budgets are refused for what they are; disclosures, however short, are not."""

import pytest

from disclosures.documents.document import Document, read_document
from disclosures.documents.refusal import Refusal
from tests.documents.national.papers import FIGURES, PAPERS, WORDS


def read(text: str) -> Document | Refusal:
    return read_document(text.encode(), "paper.txt")


@pytest.mark.parametrize("name", PAPERS)
def test_another_paper_is_refused_for_what_it_is(name: str) -> None:
    code, text = PAPERS[name]
    found = read(text)
    assert isinstance(found, Refusal)
    assert found.code == code
    assert "请" in found.reason or code == "no_figures"


TITLES = [
    "滨江市测试管理局2026年部门预算",
    "滨江市财政局（本级）2026年单位预算公开",
    "滨江市审计局2026年部门预算情况说明",
    "中共滨江市委办公室2026年部门预算编制说明",
    "滨江市测试学校\n2026年单位预算",
    "关于公开滨江市测试管理局2026年部门预算的说明",
    "滨江市采购中心2026年部门预算信息公开",
    "滨江市绩效评价中心2026年单位预算",
    "滨江市新闻传媒中心2026年部门预算",
    "国家税务总局滨江市税务局2026年部门预算",
]


@pytest.mark.parametrize("title", TITLES)
def test_a_disclosure_is_taken_whoever_publishes_it(title: str) -> None:
    found = read(f"{title}\n第一部分 概况\n{WORDS}\n第二部分 说明\n{FIGURES}\n")
    assert isinstance(found, Document), found.reason


def test_duties_that_speak_of_the_whole_budget_do_not_matter() -> None:
    duties = (
        "（一）组织税收收入，编制社会保险基金收支预算，管理政府债务限额和转移性支出。"
        "（二）向市人民代表大会常务委员会会议报告。"
    )
    found = read(f"滨江市财政局\n2026年部门预算\n{duties}\n{FIGURES}\n{WORDS}\n")
    assert isinstance(found, Document)


def test_a_small_unit_that_spends_on_little_is_taken() -> None:
    text = (
        "滨江市测试幼儿园2026年单位预算\n一、收支情况\n2026年收入预算90.00万元，支出预算90.00万元。\n"
        "二、财政拨款收支总预算80.00万元。\n三、本单位无“三公”经费预算。\n四、本单位未安排政府采购。\n"
    )
    found = read(text + WORDS)
    assert isinstance(found, Document)
    assert found.narrative.number("exp.total") == 900000


def test_amounts_in_thousands_are_doubted_and_stored() -> None:
    text = "滨江市测试档案馆2026年部门预算\n2026年收支总预算8,200千元。“三公”经费预算12千元。\n"
    found = read(text + "机关运行经费预算900千元。\n" + WORDS)
    assert isinstance(found, Document)
    assert found.narrative.number("exp.total") == 8200000
    assert any("千元" in each.message for each in found.narrative.doubts)
