"""A figure is another in the tables: the sentences that repeat it, rewritten and read again."""

from decimal import Decimal

import pytest

from disclosures.classification.codes import code_lists
from disclosures.documents.document import narrative_of
from disclosures.documents.drafting.kunming_2022 import FAMILY
from disclosures.documents.drafting.national import FAMILY as NATIONAL
from disclosures.documents.narrative.read import read_narrative
from disclosures.documents.national.read import read_national
from disclosures.documents.rewriting.rewritten import rewritten
from disclosures.documents.rewriting.stale import stale_sentences
from disclosures.records.narrative import Narrative
from disclosures.rules.check import check
from disclosures.rules.context import Context
from disclosures.tables.book import Book, RowKind
from tests.documents.national.cities import CITIES, Facts, written
from tests.documents.rewriting.books import balance, row, sheet, three_public


@pytest.fixture(scope="module")
def narrative(seed: bytes) -> Narrative:
    return read_narrative(seed.decode())


def anew(narrative: Narrative, book: Book, **last_year: str) -> tuple[str, Narrative]:
    """The text with every stale sentence rewritten, and what it then states."""
    before = {key.replace("_", ".", 1): Decimal(said) * 10000 for key, said in last_year.items()}
    found = stale_sentences(narrative, book, FAMILY, before)
    made = rewritten(narrative, found)
    assert made.left == ()
    read = narrative_of(made.text)
    assert isinstance(read, Narrative)
    assert stale_sentences(read, book, FAMILY, before) == ()
    return made.text, read


def test_what_agrees_is_not_stale(narrative: Narrative) -> None:
    assert stale_sentences(narrative, three_public(), FAMILY, None) == ()
    assert stale_sentences(narrative, Book(), FAMILY, None) == ()


def test_a_larger_expense_is_told_with_its_change_word_and_percentage(narrative: Narrative) -> None:
    text, read = anew(narrative, three_public(total="4.86", reception="2.50"))
    assert "公务接待费预算为2.50万元,较上年增加1.50万元,增长150.00%,国内公务接待批次为5次" in text
    assert "合计4.86万元,较上年增加1.50万元,增长44.64%,具体变动情况如下:" in text
    assert "增加的原因是:【待填：公务接待费增减原因】。" in text
    assert read.number("sangong.reception_delta") == 15000
    assert read.number("sangong.abroad") == 0


def test_a_smaller_one_goes_down(narrative: Narrative) -> None:
    text, _ = anew(narrative, three_public(total="2.86", reception="0.50"))
    assert "公务接待费预算为0.50万元,较上年减少0.50万元,下降50.00%" in text
    assert "减少的原因是:【待填：公务接待费增减原因】。" in text


def test_what_was_nothing_last_year_has_no_percentage(narrative: Narrative) -> None:
    text, read = anew(narrative, three_public(total="5.36", abroad="2"))
    assert "因公出国(境)费预算为2.00万元,较上年增加2.00万元,为本年新增,共计安排" in text
    assert read.number("sangong.abroad_pct") is None
    assert not [
        each
        for each in check(read, Book(), code_lists(), Context())
        if each.rule == "E03" and each.outcome == "fails"
    ]


def test_a_change_that_turns_asks_for_another_reason(narrative: Narrative) -> None:
    lines = {"income_total": "1800.5", "income_this_year": "1800.5", "general_budget": "1800.5"}
    text, _ = anew(narrative, Book((balance("financial-balance", **lines),)))
    assert "部门财务总收入 1800.50万元,其中:一般公共预算1800.50万元,政府性基金0万元" in text
    assert "与上年对比增加71.73万元,主要原因是【待填：部门财务总收入增减原因】。" in text


def test_a_change_that_keeps_its_way_keeps_its_reason(narrative: Narrative) -> None:
    lines = {"income_total": "1700", "income_this_year": "1700", "general_budget": "1700"}
    text, _ = anew(narrative, Book((balance("financial-balance", **lines),)))
    assert "与上年对比减少28.77万元,主要原因是有1名人员调离,人员经费较上年减少。" in text


def test_halves_of_the_expenditure_and_what_was_unchanged(narrative: Narrative) -> None:
    fiscal = balance("fiscal-balance", income_total="1707.95", expenditure_total="1707.95")
    general = sheet(
        "general-budget-by-function",
        row(RowKind.TOTAL, total="1707.95", basic="530.01", project="1177.94"),
        row(RowKind.DETAIL, function_code="2010399", total="1177.94"),
    )
    text, read = anew(narrative, Book((fiscal, general)))
    assert "基本支出530.01万元,与上年对比增加4.18万元,主要原因是【待填：基本支出增减原因】" in text
    said = "项目支出1177.94万元,与上年对比减少25.00万元,主要原因是【待填：项目支出增减原因】。"
    assert said in text
    assert "(项)”支出1,177.94万元,主要反映" in text  # separators stay where they were
    assert read.number("func.2010399") == Decimal("11779400.00")


def test_halves_that_do_not_make_up_the_whole_propose_nothing(narrative: Narrative) -> None:
    fiscal = balance("fiscal-balance", income_total="1707.95", expenditure_total="1707.95")
    general = sheet("general-budget-by-function", row(total="1707.95", basic="530", project="1"))
    assert stale_sentences(narrative, Book((fiscal, general)), FAMILY, None) == ()


def test_a_project_is_found_by_its_name(narrative: Narrative) -> None:
    name = "卫星遥感监测技术开展生态环境保护与城市管理项目经费"
    book = Book(
        (sheet("project-expenditure", row(RowKind.DETAIL, project_name=name, total="230.5")),)
    )
    text, _ = anew(narrative, book)
    assert f"{name},年初预算230.50万元,绩效目标:" in text


def test_purchases_are_counted_and_told_by_kind(narrative: Narrative) -> None:
    rows = [
        row(RowKind.DETAIL, catalogue="A02", total="1.5"),
        row(RowKind.DETAIL, catalogue="C1", total="8"),
    ]
    text, _ = anew(narrative, Book((sheet("procurement", *rows, row(total="9.5")),)))
    assert "共涉及采购项目2个,政府采购预算总额9.50万元,其中:政府采购货物预算1.50万元" in text
    assert "政府采购服务预算8.00万元、政府采购工程预算0万元" in text


def test_last_years_publication_goes_before_a_stated_change(narrative: Narrative) -> None:
    text, _ = anew(narrative, Book(), income_total="1700.00")
    assert "与上年对比增加7.95万元,主要原因是【待填：部门财务总收入增减原因】。" in text


def test_a_figure_told_twice_is_told_alike(seed: bytes) -> None:
    old = "2022年部门预算总支出1707.95万元。"
    text = seed.decode().replace(old, f"{old}部门预算总支出1700.95万元。")
    made, _ = anew(read_narrative(text), Book())
    assert made == text.replace("总支出1700.95万元", "总支出1707.95万元")


def test_the_year_before_is_nobodys_repeat(seed: bytes) -> None:
    old = "2022年部门预算总支出1707.95万元。"
    text = seed.decode().replace(old, f"{old}2021年部门预算总支出1728.77万元。")
    assert stale_sentences(read_narrative(text), Book(), FAMILY, None) == ()


@pytest.mark.parametrize("city", sorted(CITIES))
def test_any_citys_sentences_are_rewritten_where_they_stand(city: str) -> None:
    """What other cities print is rewritten in their words, or left to a person; never misread."""
    text = written(city, Facts())
    narrative = read_national(text)
    book = Book(
        (
            sheet(
                "three-public",
                row(total="45.25", abroad="8.40", reception="3.60", vehicles="33.25"),
            ),
        )
    )
    found = stale_sentences(narrative, book, NATIONAL, None)
    made = rewritten(narrative, found)
    read = read_national(made.text)
    if narrative.statement("sangong.abroad"):
        assert found
        assert read.number("sangong.abroad") in ((84000,) if not made.left else (44000, 84000))
    kept = [each for each in narrative.statements if not each.key.startswith("sangong.")]
    assert {each.key: read.number(each.key) for each in kept} == {
        each.key: narrative.number(each.key) for each in kept
    }


def test_a_share_nobody_reads_keeps_its_sentence_for_a_person() -> None:
    text = written("jiangsu", Facts())
    book = Book((sheet("three-public", row(total="45.25", abroad="8.40")),))
    narrative = read_national(text)
    made = rewritten(narrative, stale_sentences(narrative, book, NATIONAL, None))
    noted = [each.before for each in made.left if each.note]
    assert ["占“三公”经费的 20.75%" in each for each in noted] == [True]
