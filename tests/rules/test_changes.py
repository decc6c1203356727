"""Group E: changes agree with last year, with their words, their percentages and their reasons."""

from dataclasses import replace
from decimal import Decimal

import pytest

from disclosures.records.finding import Outcome, Severity
from disclosures.records.narrative import Narrative
from tests.rules.examples import CONTEXT, LAST_YEAR, findings, narrative, outcomes

RULES = ("E01", "E02", "E03", "E04", "E05", "E06")
Changed = dict[str, str | None]

BROKEN: list[tuple[str, Changed, str]] = [
    ("E01", {"exp.basic_delta": "30.00"}, "减去上年基本支出565.00万元（35.00万元），相差5.00万元"),
    ("E03", {"income.delta_pct": "4.00"}, "增减幅度应为4.17%，原文为4%"),
    ("E03", {"sangong.vehicle_pct": "1.00"}, "增减幅度应为0%，原文为1%"),
    (
        "E03",
        {"sangong.reception_delta": "2.00", "sangong.reception_pct": "100.00"},
        "推算上年为0，没有可比的增减幅度，原文为100%",
    ),
    ("E04", {"exp.project_delta": "5.00"}, "相差10.00万元"),
    ("E05", {"income.delta_reason": None}, "部门财务总收入比上年增加40.00万元，没有说明原因"),
    ("E05", {"exp.basic_reason": "2名人员退休，人员经费减少"}, "原因所说的方向相反"),
    ("E05", {"exp.project_reason": "业务量增长"}, "项目支出比上年减少5.00万元，原因所说的方向相反"),
    ("E05", {"sangong.vehicle_reason": "车辆老化，维修费增加"}, "无增减，而原因为“车辆老化"),
    ("E05", {"fiscal.delta_reason": "保持不变"}, "而原因为“保持不变”"),
    ("E06", {"staff.on_post": "26"}, "由25人变为26人（1人），不一致"),
]


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_holds_on_the_good_narrative(rule: str) -> None:
    assert outcomes(rule) == {Outcome.HOLDS}


@pytest.mark.parametrize(("rule", "changed", "words"), BROKEN, ids=lambda each: str(each)[:40])
def test_a_changed_fact_breaks_the_rule(rule: str, changed: Changed, words: str) -> None:
    broken = [each.message for each in findings(rule, changed) if each.outcome is Outcome.FAILS]
    assert [each for each in broken if words in each], broken


@pytest.mark.parametrize("rule", RULES)
def test_nothing_stated_is_unchecked(rule: str) -> None:
    bare = narrative(dict.fromkeys(each.key for each in narrative().statements))
    assert outcomes(rule, bare) == {Outcome.NOT_CHECKED}


def test_without_last_year_nothing_is_compared() -> None:
    alone = replace(CONTEXT, last_year=None)
    assert outcomes("E01", context=alone) == {Outcome.NOT_CHECKED}
    assert outcomes("E06", context=alone) == {Outcome.NOT_CHECKED}


def test_last_year_is_compared_within_rounding() -> None:
    before = replace(CONTEXT, last_year={**LAST_YEAR, "exp.basic": Decimal("5650123.45")})
    found = [each for each in findings("E01", context=before) if each.stands_out]
    assert [each.outcome for each in found] == [Outcome.ROUNDING]


def reworded(text: str, replacement: str) -> Narrative:
    """The good narrative with words of its text changed for others of the same length."""
    read = narrative()
    assert text in read.text
    assert len(text) == len(replacement)
    return replace(read, text=read.text.replace(text, replacement))


@pytest.mark.parametrize(
    ("text", "replacement", "words"),
    [
        ("比上年增减增加40.00", "比上年增减减少40.00", "方向词与数字不符"),
        ("增减幅度增加4.17", "增减幅度下降4.17", "方向词与数字不符"),
        ("比上年增减减少5.00", "比上年增减持平5.00", "方向词与数字不符"),
    ],
)
def test_the_word_must_match_the_sign(text: str, replacement: str, words: str) -> None:
    (found,) = findings("E02", reworded(text, replacement))
    assert found.outcome is Outcome.FAILS
    assert words in found.message
    assert replacement[-5:] in found.message


def test_a_percentage_may_not_go_the_other_way() -> None:
    (found,) = findings("E02", {"income.delta_pct": "-4.17"})
    assert "增减幅度与增减额方向相反" in found.message


def test_a_direction_word_and_a_minus_are_one_too_many() -> None:
    read = narrative()
    at = read.text.index("减少5.00")
    text = f"{read.text[:at]}减少-5.00{read.text[at + len('减少5.00') :]}"
    statements = tuple(
        replace(each, printed="-5.00", end=each.end + 1)
        if each.key == "exp.project_delta"
        else each
        for each in read.statements
    )
    (found,) = findings("E02", replace(read, text=text, statements=statements))
    assert "已有方向词，数字又带负号" in found.message


def test_no_change_may_be_called_an_increase_of_nothing() -> None:
    read = narrative()
    assert "增减增加0万元" in read.text
    assert outcomes("E02", read) == {Outcome.HOLDS}


@pytest.mark.parametrize(
    ("printed", "outcome"),
    [("-33.33", Outcome.HOLDS), ("-33.3", Outcome.HOLDS), ("-33.32", Outcome.ROUNDING)],
)
def test_a_percentage_is_compared_at_its_own_places(printed: str, outcome: Outcome) -> None:
    found = findings("E03", {"sangong.reception_pct": printed})
    reception = [each for each in found if each.inputs[0].key == "sangong.reception"]
    assert [each.outcome for each in reception] == [outcome]
    assert outcome is Outcome.HOLDS or reception[0].severity is Severity.INFO


def test_in_yuan_a_percentage_may_be_truncated_but_no_more() -> None:
    changed: Changed = {"income.delta_pct": "4.16"}
    assert Outcome.ROUNDING in outcomes("E03", narrative(changed, unit="元"))
    assert Outcome.FAILS in outcomes("E03", narrative({"income.delta_pct": "4.15"}, unit="元"))


def test_a_percentage_of_almost_nothing_is_not_judged() -> None:
    changed: Changed = {
        "sangong.reception": "2.01",
        "sangong.reception_delta": "2.00",
        "sangong.reception_pct": "20000",
    }
    assert Outcome.NOT_CHECKED in outcomes("E03", changed)


def test_the_reasons_of_the_parts_serve_the_total() -> None:
    assert "sangong.total_reason" not in {each.key for each in narrative().statements}
    assert outcomes("E05") == {Outcome.HOLDS}


def test_a_saving_may_be_explained_by_better_use() -> None:
    reason = "上年新增的一次性项目已经完成，本年提高资金使用效益"
    assert outcomes("E05", {"exp.project_reason": reason}) == {Outcome.HOLDS}


def test_a_move_repeated_in_two_sections_is_one_move() -> None:
    read = narrative()
    assert read.text.count("2名人员调入") == 2
    assert outcomes("E06", read) == {Outcome.HOLDS}


def test_chinese_numerals_count() -> None:
    leaving: Changed = dict.fromkeys(
        ("income.delta_reason", "fiscal.delta_reason", "exp.basic_reason"), "一名人员退休"
    )
    assert outcomes("E06", {**leaving, "staff.on_post": "24"}) == {Outcome.HOLDS}
    assert outcomes("E06", {**leaving, "staff.on_post": "26"}) == {Outcome.FAILS}


def test_all_fiscal_expenditure_may_stand_for_the_fiscal_change() -> None:
    changed: Changed = {"fiscal.delta": None, "exp.delta": "30.00", "exp.fiscal": "1000.00"}
    assert outcomes("E04", changed) == {Outcome.HOLDS}
    assert outcomes("E04", {**changed, "exp.fiscal": "850.00"}) == {Outcome.NOT_CHECKED}
