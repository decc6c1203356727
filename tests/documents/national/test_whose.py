"""Whose an amount is: which year's, which unit's, with or without what was carried over."""

from decimal import Decimal

from disclosures.documents.national.read import read_national
from tests.documents.national.test_hazards import doubted, read, value


def test_money_that_only_goals_tell_is_doubted() -> None:
    found = read(
        "全部项目实现绩效目标管理，涉及一般公共预算拨款90.00万元，政府性基金拨款收入7.00万元。"
    )
    stated = found.statement("fiscal.fund")
    assert stated is None or doubted(found, stated)


def test_running_costs_beside_a_sum_with_others_are_doubted() -> None:
    found = read(
        "2026年局机关运行经费和所属事业单位公用经费预算合计360.10万元，其中：",
        "局机关运行经费预算109.15万元。",
    )
    stated = found.statement("running.amount")
    assert stated is not None
    assert doubted(found, stated)


def test_income_of_the_year_alone_is_no_total() -> None:
    found = read("我校2026年收支总预算557.13万元，其中本年收入预算403.64万元。")
    assert value(found, "income.total") == Decimal("557.13")
    assert not found.doubts


def test_budgets_that_hold_what_was_carried_over_are_doubted() -> None:
    found = read(
        "2026年财政拨款收支总预算82.00万元。",
        "一般公共预算拨款收入80.00万元，政府性基金预算拨款收入2.00万元。当年财政拨款收入79.00万元。",
    )
    stated = found.statement("fiscal.general")
    assert stated is not None
    assert doubted(found, stated)


def test_parts_of_a_total_that_is_told_twice_are_doubted() -> None:
    found = read(
        "2026年“三公”经费预算5.00万元，其中：公务接待费1.00万元。",
        "2026年“三公”经费预算4.00万元，其中：公务接待费1.00万元。",
    )
    stated = found.statement("sangong.reception")
    assert stated is not None
    assert doubted(found, stated)


def test_last_years_amount_of_a_part_is_passed_over_for_this_years() -> None:
    found = read("公务接待费2025年预算3.00万元，2026年预算2.00万元。")
    assert value(found, "sangong.reception") == 2


def test_a_heading_does_not_run_into_its_text() -> None:
    found = read(
        "三、财政拨款“三公”经费预算情况及增减变化原因",
        "2026年，我部门财政拨款“三公”经费预算安排12.00万元，较2025年减少1.00万元，具体情况是：公务接待费12.00万元。",
    )
    assert value(found, "sangong.total") == 12


def test_a_final_accounts_total_without_the_years_own_is_doubted() -> None:
    narrative = read_national(
        "滨江市测试管理局2025年度部门决算\n2025年度收入总计90.00万元，支出总计90.00万元。"
    )
    for key in ("income.total", "exp.total"):
        stated = narrative.statement(key)
        assert stated is not None
        assert doubted(narrative, stated)
