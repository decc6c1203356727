"""Traps of real narratives: a wrong figure without a doubt is the worst that can happen."""

from decimal import Decimal

import pytest

from disclosures.documents.national.read import read_national
from disclosures.records.narrative import Narrative, Statement

TITLE = "滨江市测试管理局2026年部门预算\n"


def read(*sentences: str) -> Narrative:
    return read_national(TITLE + "\n".join(sentences) + "\n")


def value(narrative: Narrative, key: str) -> Decimal | None:
    """A figure in 万元."""
    number = narrative.number(key)
    return None if number is None else number / 10000


def doubted(narrative: Narrative, stated: Statement) -> bool:
    return any(doubt.start < stated.end and stated.start < doubt.end for doubt in narrative.doubts)


def test_last_years_number_is_not_taken() -> None:
    found = read(
        "2026年收入预算200.00万元，比2025年年初预算数180.00万元增加20.00万元，增长11.11%。"
    )
    assert value(found, "income.total") == 200
    assert value(found, "income.delta") == 20


@pytest.mark.parametrize(
    "sentence",
    [
        "2025年收入总计180.00万元，支出总计180.00万元。",
        "上年收入总计180.00万元，支出总计180.00万元。",
        "2025年部门预算收入180.00万元；部门预算支出180.00万元。",
        "2025年当年预算执行数为180.00万元，其中支出总计180.00万元。",
    ],
)
def test_a_sentence_of_last_year_states_nothing(sentence: str) -> None:
    found = read(sentence)
    assert value(found, "income.total") is None
    assert value(found, "exp.total") is None


def test_this_year_after_last_year_in_one_sentence() -> None:
    found = read("2025年“三公”经费预算9.00万元，2026年“三公”经费预算7.00万元，减少2.00万元。")
    assert value(found, "sangong.total") == 7


def test_income_of_the_year_is_not_the_total() -> None:
    found = read(
        "2026年收入总计250.00万元，其中：本年收入合计200.00万元，上年结转50.00万元。",
        "2026年支出总计250.00万元，其中：本年支出合计230.00万元，结转下年20.00万元。",
    )
    assert value(found, "income.total") == 250
    assert value(found, "exp.total") == 250


def test_appropriations_are_not_the_whole_income() -> None:
    found = read("2026年财政拨款收入预算150.00万元，一般公共预算拨款收入预算140.00万元。")
    assert value(found, "income.total") is None
    assert value(found, "fiscal.total") == 150
    assert value(found, "fiscal.general") == 140


def test_general_budget_expenditure_is_not_its_income_unless_it_adds_up() -> None:
    spent = "一般公共预算财政拨款支出预算90.00万元，政府性基金拨款支出预算10.00万元。"
    assert value(read("财政拨款收入120.00万元。", spent), "fiscal.general") is None
    assert value(read("财政拨款收入100.00万元。", spent), "fiscal.general") == 90


def test_basic_expenditure_of_appropriations_is_not_the_departments() -> None:
    found = read(
        "2026年支出预算300.00万元，其中：教育支出300.00万元。",
        "一般公共预算财政拨款支出200.00万元，其中：基本支出150.00万元，项目支出50.00万元。",
    )
    assert value(found, "exp.basic") is None
    assert value(found, "exp.project") is None


def test_basic_expenditure_counts_where_the_sum_is_the_same() -> None:
    found = read(
        "2026年支出预算200.00万元。",
        "一般公共预算财政拨款支出200.00万元，其中：基本支出150.00万元，项目支出50.00万元。",
    )
    assert value(found, "exp.basic") == 150
    assert value(found, "exp.project") == 50


def test_parts_of_a_subordinate_unit_are_not_the_departments() -> None:
    found = read(
        "2026年部门支出预算300.00万元。",
        "测试管理局本级预算200.00万元，包括基本支出150.00万元、项目支出50.00万元。",
        "测试检验中心预算100.00万元，包括基本支出60.00万元、项目支出40.00万元。",
    )
    assert value(found, "exp.total") == 300
    assert value(found, "exp.basic") is None
    assert value(found, "exp.project") is None


def test_the_parts_of_the_vehicle_fee_in_brackets() -> None:
    found = read(
        "2026年“三公”经费预算12.00万元，其中：因公出国（境）费用2.00万元，公务接待费1.00万元，"
        "公务用车购置及运行维护费9.00万元（其中购置费5.00万元，运行维护费4.00万元）。"
    )
    assert value(found, "sangong.vehicle") == 9
    assert value(found, "sangong.vehicle_purchase") == 5
    assert value(found, "sangong.vehicle_run") == 4


def test_meetings_and_training_are_no_part() -> None:
    found = read("会议费20.23万元，培训费39.00万元，公务接待费1.00万元。")
    assert value(found, "sangong.reception") == 1
    assert value(found, "sangong.total") is None


def test_shares_of_the_three_are_not_amounts() -> None:
    found = read("因公出国（境）费支出22.50万元，占“三公”经费的8.75%。")
    assert value(found, "sangong.abroad") == Decimal("22.5")
    assert value(found, "sangong.total") is None


@pytest.mark.parametrize(
    "sentence",
    [
        "本部门2026年未安排因公出国（境）费。",
        "2026年无政府性基金预算拨款收入。",
        "没有使用国有资本经营预算拨款安排的支出。",
        "本单位无机关运行经费。",
        "2026年政府采购预算万元。",
    ],
)
def test_words_of_nothing_are_no_zero(sentence: str) -> None:
    found = read(sentence)
    assert [each.key for each in found.statements if not each.key.startswith("doc.")] == []


def test_a_printed_zero_is_a_figure() -> None:
    found = read(
        "因公出国（境）费为0，公务接待费0.00万元。政府性基金拨款收入0万元。", "机关经费1万元。"
    )
    for key in ("sangong.abroad", "sangong.reception", "fiscal.fund"):
        assert value(found, key) == 0


def test_a_bare_number_takes_the_unit_of_its_sentence_or_is_doubted() -> None:
    found = read("2026年支出预算56,831.85，其他事项1.00元，另有2.00万元。")
    stated = found.statement("exp.total")
    assert stated is None
    assert any("没有印出单位" in doubt.message for doubt in found.doubts)


def test_a_unit_unlike_the_rest_is_doubted() -> None:
    found = read(
        "2026年收入预算4,682.76万元，支出预算4,682.76万元。",
        "财政拨款收入4,682.76万元。机关运行经费1682.76元。",
    )
    stated = found.statement("running.amount")
    assert stated is not None
    assert stated.yuan == Decimal("1682.76")
    assert doubted(found, stated)


def test_hundred_millions_are_stored_exactly_and_doubted() -> None:
    found = read("2026年收入预算1.25亿元，支出预算12,500.00万元。")
    stated = found.statement("income.total")
    assert stated is not None
    assert value(found, "income.total") == 12500
    assert doubted(found, stated)


def test_two_totals_that_differ_are_doubted() -> None:
    found = read("2026年收入总计473.56万元。", "2026年收入总计474.56万元。")
    stated = found.statement("income.total")
    assert stated is not None
    assert any("473.56" in doubt.message and "474.56" in doubt.message for doubt in found.doubts)


def test_a_lesser_wording_that_differs_is_doubted() -> None:
    found = read("2026年收入总计473.56万元。", "2026年部门收入预算474.56万元。")
    stated = found.statement("income.total")
    assert stated is not None
    assert doubted(found, stated)


def test_shares_kept_for_small_firms_are_no_procurement_total() -> None:
    found = read(
        "2026年度面向中小企业预留政府采购项目预算金额332.00万元。",
        "2026年政府采购预算830.00万元，其中：政府采购货物预算10.00万元、政府采购服务预算820.00万元。",
    )
    assert value(found, "proc.total") == 830
    assert value(found, "proc.works") is None


def test_a_second_split_of_procurement_is_not_read() -> None:
    found = read(
        "政府采购预算总额830.00万元：货物预算10.00万元、服务预算820.00万元；其中一般公共预算拨款"
        "政府采购30.00万元：货物预算5.00万元、服务预算25.00万元。"
    )
    assert value(found, "proc.goods") == 10
    assert value(found, "proc.services") == 820
    assert value(found, "fiscal.general") is None
    assert not found.repeats


def test_performance_money_is_no_budget() -> None:
    found = read("编报绩效目标的项目共19个，涉及一般公共预算拨款6,484.05万元。")
    assert value(found, "fiscal.general") is None


def test_carried_over_appropriations_are_not_this_years() -> None:
    found = read(
        "一般公共预算拨款收入100.00万元。",
        "上年结转结余的一般公共预算收入7.00万元，占1%。",
    )
    assert value(found, "fiscal.general") == 100
    assert not found.repeats


def test_function_lines_are_no_totals() -> None:
    found = read(
        "1、公共安全支出（204类）司法（06款）行政运行（01项）1434.89万元。"
        "2025年当年预算执行数为1690.69万元，2026年预算安排1434.89万元，减少1.10%。"
    )
    assert [each.key for each in found.statements if not each.key.startswith("doc.")] == []


def test_table_cells_are_no_statements() -> None:
    found = read("收入总计 4,704.23 支出总计 4,704.23", "基本支出 12.50", "政府采购 9,999.99")
    assert [each.key for each in found.statements if not each.key.startswith("doc.")] == []
    assert not found.doubts


def test_performance_indicators_are_no_figures() -> None:
    found = read("公务接待费 ≤3万元", "项目支出成本≤25万元", "“三公”经费控制数≤31万元")
    assert [each.key for each in found.statements if not each.key.startswith("doc.")] == []


def test_a_page_number_inside_a_sentence() -> None:
    found = read(
        "2026年收入预算200.00万元，较2025年年初预算减少20.00万元，下降", "- 2 -", "26.9%。"
    )
    assert found.number("income.delta_pct") == Decimal("-26.9")


def test_letter_spaced_lines() -> None:
    found = read("2 0 2 6 年 本 部 门 预 算 收 入 1 5,480.26 万元。".replace("1 5", "15"))
    assert value(found, "income.total") == Decimal("15480.26")


def test_a_change_against_what_was_spent_is_doubted() -> None:
    found = read("2026年“三公”经费预算7.00万元，比2025年执行数减少2.00万元，下降22.22%。")
    assert found.statement("sangong.total_delta") is None
    assert any("上年预算数" in doubt.message for doubt in found.doubts)


def test_nearly_the_same_is_no_zero() -> None:
    found = read("2026年公务接待费3.00万元，与上年基本持平。")
    assert found.statement("sangong.reception_delta") is None
    assert found.doubts


def test_a_change_of_a_part_is_not_the_totals() -> None:
    found = read("2026年收入预算200.00万元，其中：事业收入50.00万元，比2025年预算增加5.00万元。")
    assert found.statement("income.delta") is None


def test_a_change_without_direction_is_not_stated() -> None:
    found = read("机关运行经费210.32万元，比上年1.43万元，主要原因是增人。")
    assert found.statement("running.delta") is None


def test_a_sum_of_listed_figures_is_not_the_last_ones() -> None:
    found = read("因公出国（境）费、公务接待费、公务用车购置及运行维护费合计12.00万元。")
    assert value(found, "sangong.vehicle") is None


@pytest.mark.parametrize(
    "sentence",
    [
        "公务接待费控制在3.00万元以内。",
        "公务接待费3.00万元以内。",
        "按每人公务接待费0.01万元安排。",
        "公务接待费0.01万元标准。",
        "减少的主要原因是压减项目，公务接待费3.00万元不再安排。",
    ],
)
def test_limits_rates_and_reasons_are_no_amounts(sentence: str) -> None:
    assert value(read("2026年支出预算9.00万元。", sentence), "sangong.reception") is None


def test_a_change_that_may_be_the_sums_is_doubted() -> None:
    found = read(
        "支出预算300.00万元，其中：人员经费200.00万元，项目支出100.00万元，比上年减少9.00万元。"
    )
    assert value(found, "exp.project") == 100
    assert found.statement("exp.project_delta") is None
    assert any("没有说清" in doubt.message for doubt in found.doubts)


def test_one_sum_for_income_and_expenditure() -> None:
    found = read("2026年部门收支总计均为3,000.10万元。")
    assert value(found, "income.total") == value(found, "exp.total") == Decimal("3000.1")


def test_units_within_the_department_are_doubted() -> None:
    found = read(
        "2026年收入预算100.00万元，其中：市局本级收入预算60.00万元，测试中心收入预算40.00万元。"
    )
    stated = found.statement("income.total")
    assert stated is not None
    assert value(found, "income.total") == 100
    assert doubted(found, stated)


def test_staff_and_vehicles_are_counted_once() -> None:
    found = read(
        "本部门人员编制142人，其中行政编制32人、事业编制110人；实有人员102人。",
        "单位管理的离退休人员1人。",
        "截至2025年8月31日，本部门共有车辆3辆，其中：执法执勤用车3辆、其他用车0辆。",
        "2026年部门预算安排购置车辆7辆。",
    )
    counts = {
        "staff.posts": 142,
        "staff.posts_admin": 32,
        "staff.posts_institution": 110,
        "staff.on_post": 102,
        "staff.retired": 1,
        "vehicle.actual": 3,
    }
    assert {key: found.number(key) for key in counts} == counts


def test_terms_are_listed() -> None:
    found = read(
        "第四部分 名词解释", "一、基本支出：指日常支出的总和。", "二、项目支出：指专项支出的总和。"
    )
    assert [term.term for term in found.terms] == ["基本支出", "项目支出"]


def test_sections_are_numbered_in_their_order() -> None:
    found = read(
        "第一部分 概况", "一、职责", "管理测试。", "第二部分 情况", "一、收支", "支出总计9万元。"
    )
    assert [each.number for each in found.sections] == list(range(len(found.sections)))
    stated = found.statement("exp.total")
    assert stated is not None
    assert stated.section == "二·一"


def test_hostile_text_is_read_in_bounded_time() -> None:
    for piece in (
        "支出预算" * 3,
        "政府采购预算，",
        "1,",
        "因公出国（境）费。\n",
        "比上年增加",
        "名词解释\n",
    ):
        read_national(TITLE + piece * 8000)


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("sangong.total", "“三公”经费预算12.00万元，其中：局本级“三公”经费预算8.00万元。"),
        ("proc.total", "政府采购预算50.00万元。另见政府采购预算40.00万元。"),
        ("running.amount", "机关运行经费200.00万元，其中参公单位：机关运行经费50.00万元。"),
        ("staff.posts_admin", "人员编制7人，其中行政编制3人，行政编制4人。"),
    ],
)
def test_a_figure_told_twice_is_doubted_over_its_own_span(key: str, sentence: str) -> None:
    found = read(sentence)
    stated = found.statement(key)
    assert stated is not None
    assert doubted(found, stated)


@pytest.mark.parametrize(
    ("sentence", "vehicles"),
    [
        ("公务用车购置及运行维护费全年预算为9.00万元，支出决算为8.00万元。", 8),
        ("公务用车购置及运行维护费支出8.00万元，其中：购置决算0.00万元。", 8),
        ("公务用车购置及运行维护费支出决算8.00万元，其中：购置决算0.00万元。", 8),
    ],
)
def test_a_final_account_of_a_whole_is_not_that_of_its_part(sentence: str, vehicles: int) -> None:
    title = "滨江市测试管理局2025年度部门决算\n"
    found = read_national(f"{title}“三公”经费支出决算情况说明\n{sentence}\n")
    assert value(found, "sangong.vehicle") == vehicles
