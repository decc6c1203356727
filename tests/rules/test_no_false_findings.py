"""What is right in its own place and year is no finding."""

from dataclasses import replace
from decimal import Decimal

import pytest

from disclosures.records.finding import Outcome
from disclosures.records.narrative import Doubt, Listed, Statement
from tests.rules.examples import CONTEXT, findings, narrative, outcomes, with_statement


def test_a_department_has_an_index_number_of_seventeen_digits() -> None:
    own = {"doc.index_start": "53010000123400000", "doc.index_end": "53010000123400111"}
    assert outcomes("F03", own) == {Outcome.HOLDS}
    assert outcomes("F03", own | {"doc.index_end": "53010000123500111"}) == {Outcome.FAILS}


def test_an_account_need_not_spend_what_it_receives() -> None:
    read = replace(narrative({"exp.total": "1100.00"}), kind="final")
    assert outcomes("D05", read) == {Outcome.NOT_CHECKED}


def test_a_list_of_offices_that_ends_in_and_others_is_not_counted() -> None:
    read = with_statement(narrative(), "org.internal_names", items=("办公室", "业务科等"))
    read = with_statement(read, "org.internal_count", value=Decimal(9))
    assert outcomes("D28", read) == {Outcome.NOT_CHECKED, Outcome.HOLDS}


@pytest.mark.parametrize(("count", "outcome"), [(2, "holds"), (3, "holds"), (4, "fails")])
def test_two_offices_may_be_joined_by_a_word(count: int, outcome: str) -> None:
    read = with_statement(narrative(), "org.internal_names", items=("办公室", "业务科和财务科"))
    read = with_statement(read, "org.internal_count", value=Decimal(count))
    told = {each.outcome for each in findings("D28", read) if "内设" in each.message}
    assert told == {Outcome(outcome)}


def test_assets_of_another_class_leave_the_sum_unchecked() -> None:
    read = narrative({"asset.cip": "5"})
    total = read.statement("asset.total")
    assert total is not None
    at = total.sentence[1]
    text = f"{read.text[: at - 1]}，公共基础设施5万元{read.text[at - 1 :]}"
    read = replace(read, text=text)
    read = with_statement(read, "asset.total", sentence=(total.sentence[0], at + 12))
    (found,) = findings("D17", read)
    assert found.outcome is Outcome.NOT_CHECKED
    assert "公共基础设施" in found.message


def test_nothing_is_the_same_in_either_unit() -> None:
    assert outcomes("F08", _in_yuan("proc.works", "0元")) == {Outcome.HOLDS}
    assert outcomes("F08", _in_yuan("proc.goods", "20元")) == {Outcome.FAILS}


def _in_yuan(key: str, printed: str):
    return with_statement(narrative(), key, unit="元", printed=printed)


def test_a_form_lent_by_another_year_is_no_measure_of_the_list() -> None:
    read = narrative()
    contents = (*read.contents[:2], Listed(3, "国有资本经营预算表", 0, 1))
    context = replace(CONTEXT, is_own_year=False)
    assert outcomes("F02", replace(read, contents=contents), context=context) == {
        Outcome.NOT_CHECKED
    }


def test_one_table_of_targets_may_stand_for_two() -> None:
    titles = ("项目支出绩效目标表（本次下达）", "项目支出绩效目标表（另文下达）")
    context = replace(CONTEXT, form_titles=titles)
    read = replace(narrative(), contents=(Listed(1, "项目支出绩效目标表", 0, 1),))
    assert outcomes("F02", read, context=context) == {Outcome.HOLDS}


def test_a_page_number_before_a_change_is_no_minus() -> None:
    def cut(each: Statement) -> dict[str, object]:
        return {"printed": f"减少\n- 3 -\n{each.printed}"}

    stated = narrative().statement("income.delta")
    assert stated is not None
    assert outcomes("E02", with_statement(narrative(), "income.delta", **cut(stated))) == {
        Outcome.HOLDS
    }


def test_kinds_of_all_expenditure_make_the_total() -> None:
    of_all = {"exp.total": "850.00", "exp.fiscal": "800.00"}
    assert outcomes("D06", of_all) == {Outcome.HOLDS}
    assert outcomes("D06", {**of_all, "exp.total": "900.00"}) == {Outcome.FAILS}


def test_posts_of_another_kind_leave_the_sum_unchecked() -> None:
    read = narrative({"staff.posts": "45"})
    assert outcomes("D21", read) == {Outcome.FAILS}
    posts = read.statement("staff.posts")
    assert posts is not None
    at = posts.sentence[1] - 1
    text = f"{read.text[:at]}，参公编制15人{read.text[at:]}"
    read = replace(read, text=text)
    read = with_statement(read, "staff.posts", sentence=(posts.sentence[0], at + 10))
    assert outcomes("D21", read) == {Outcome.NOT_CHECKED}


def test_a_function_that_was_not_read_leaves_the_sum_unchecked() -> None:
    read = narrative({"func.2012604": "105.00"})
    assert outcomes("D07", read) == {Outcome.FAILS}
    section = read.section(4)
    assert section is not None
    doubted = replace(read, doubts=(Doubt("功能科目没有读出", section.start, section.end - 1),))
    assert outcomes("D07", doubted) == {Outcome.NOT_CHECKED}
    elsewhere = replace(read, doubts=(Doubt("没有印出数字", section.end, section.end + 1),))
    assert outcomes("D07", elsewhere) == {Outcome.FAILS}


@pytest.mark.parametrize("between", ["，其中：\n", "。\n减少的主要"])
def test_a_reason_may_follow_on_the_next_line(between: str) -> None:
    read = narrative({"income.delta_reason": None})
    assert outcomes("E05", read) == {Outcome.FAILS}
    stated = read.statement("income.delta")
    assert stated is not None
    text = f"{read.text[: stated.end]}万元{between}原因是项目增加。\n"
    assert outcomes("E05", replace(read, text=text)) == {Outcome.HOLDS}


def test_before_the_nine_sections_there_were_others() -> None:
    read = narrative()
    short = replace(read, sections=read.sections[:-3])
    assert outcomes("F01", short) == {Outcome.FAILS}
    assert outcomes("F01", replace(short, year=2018)) == {Outcome.NOT_CHECKED}
