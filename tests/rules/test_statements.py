"""Group D: each rule holds on the good narrative and fails on one changed fact."""

from dataclasses import replace
from decimal import Decimal

import pytest

from disclosures.classification.money import Unit
from disclosures.records.finding import Outcome, Severity
from disclosures.rules.amount import Amount, tolerance
from disclosures.rules.check import CHECKS
from disclosures.rules.explain import TOLERANCE
from disclosures.rules.statements import CHECKS as STATEMENT_CHECKS
from disclosures.rules.tables.places import added_up
from disclosures.rules.verdict import equal
from tests.rules.examples import findings, narrative, outcomes

RULES = sorted({each.rule for each in STATEMENT_CHECKS})
Changed = dict[str, str | None]

# rule, the changed facts, words that the message must say
BROKEN: list[tuple[str, Changed, str]] = [
    ("D01", {"income.total": "1001.00"}, "相差1.00万元"),
    ("D02", {"fiscal.carry": "11.00"}, "不等于本年收入840.00万元＋上年结转收入11.00万元"),
    ("D03", {"fiscal.fund": "2"}, "相差2.00万元"),
    ("D04", {"income.other": "70.00"}, "其他收入70.00万元"),
    ("D05", {"exp.total": "1100.00"}, "不等于部门财务总收入1,000.00万元"),
    ("D06", {"exp.basic": "605.00"}, "相差5.00万元"),
    ("D07", {"func.2012604": "205.00"}, "4个功能科目支出之和（805.00万元）"),
    ("D08", {"func.2080505": "70.00"}, "基本支出600.00万元，不等于基本类3个功能科目支出之和"),
    ("D09", {"func.2012604": "205.00"}, "项目支出250.00万元，不等于其余类1个功能科目支出之和"),
    ("D10", {"exp.total": "800.00"}, "超过部门预算总支出800.00万元，多出50.00万元"),
    ("D10", {"fiscal.total": "840.00"}, "不等于财政拨款收入"),
    ("D11", {"proc.goods": "21.00"}, "相差1.00万元"),
    ("D12", {"exp.total": "59.00"}, "超过部门预算总支出59.00万元，多出1.00万元"),
    ("D12", {"proc.items": "0"}, "采购项目数0个而政府采购预算总额60.00万元"),
    ("D13", {"sangong.abroad": "1.00"}, "相差1.00万元"),
    ("D14", {"sangong.vehicle_purchase": "0.30"}, "相差0.30万元"),
    ("D15", {"sangong.total_delta": "-2.00"}, "“三公”经费合计比上年减少2.00万元"),
    ("D15", {"sangong.vehicle_run_delta": "0.50"}, "公务用车购置及运行维护费比上年无增减"),
    ("D16", {"project1.amount": "200.00"}, "2个重点项目合计280.00万元，超过项目支出250.00万元"),
    ("D17", {"asset.cip": "5"}, "相差5.00万元"),
    ("D18", {"asset.delta_total": "300.00"}, "由此推算其上年数为-120.00万元，不合理"),
    ("D18", {"asset.delta_fixed": "360.00"}, "固定资产推算的上年数为-10.00万元"),
    ("D19", {"unit.units_total": "3"}, "相差1个"),
    ("D20", {"unit.full_institution": "0"}, "财政全额供给单位2个，不等于"),
    ("D21", {"staff.posts_worker": "3"}, "相差1人"),
    ("D22", {"staff.on_post_full": "26"}, "相差1人"),
    ("D23", {"staff.lixiu": "2"}, "相差1人"),
    ("D24", {"staff.posts": "26"}, "在职实有27人，超过在职人员编制26人，多出1人"),
    ("D24", {"vehicle.quota": "1"}, "实有车辆2辆，超过车辆编制1辆，多出1辆"),
    ("D25", {"sangong.vehicle_holding": "4"}, "保有量应为2辆"),
    ("D26", {"sangong.abroad_groups": "1"}, "因公出国(境)费0万元而因公出国(境)团组1个"),
    ("D26", {"sangong.reception_batches": "0"}, "国内公务接待批次0次而公务接待人次200人次"),
    ("D26", {"sangong.vehicle_bought": "1"}, "公务用车购置费0万元而购置公务用车1辆"),
    ("D26", {"sangong.vehicle_holding": "0"}, "年末公务用车保有量0辆而公务用车运行维护费7.00万元"),
    ("D27", {"sangong.reception_persons": "2"}, "平均每人次10,000.00元"),
    ("D27", {"sangong.vehicle_run": "70.00"}, "平均每辆350,000.00元"),
    ("D28", {"org.internal_count": "3"}, "内设机构数3个，列出2个"),
    ("D29", {"running.amount": "0"}, "有行政或参公单位，机关运行经费0万元"),
    ("D29", {"unit.full_admin": "0"}, "只有事业单位，行政编制18人"),
]


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_holds_on_the_good_narrative(rule: str) -> None:
    assert outcomes(rule) == {Outcome.HOLDS}


@pytest.mark.parametrize(("rule", "changed", "words"), BROKEN, ids=lambda each: str(each)[:40])
def test_a_changed_fact_breaks_the_rule(rule: str, changed: Changed, words: str) -> None:
    broken = [each for each in findings(rule, changed) if each.outcome is Outcome.FAILS]
    assert [each for each in broken if words in each.message], [each.message for each in broken]
    assert broken[0].inputs
    assert broken[0].stands_out


def test_every_rule_of_the_group_has_a_failing_example() -> None:
    assert {rule for rule, _, _ in BROKEN} == set(RULES)


@pytest.mark.parametrize(
    ("rule", "key", "label"),
    [
        ("D01", "income.superior", "上级补助收入"),
        ("D04", "income.other", "其他收入"),
        ("D06", "exp.fiscal", "财政拨款安排支出"),
        ("D15", "sangong.abroad_delta", "因公出国(境)费比上年增减"),
        ("D17", "asset.other", "其他资产"),
        ("D25", "vehicle.actual", "实有车辆"),
        ("D28", "org.internal_names", "内设机构名单"),
    ],
)
def test_a_missing_figure_is_never_zero(rule: str, key: str, label: str) -> None:
    unchecked = [each for each in findings(rule, {key: None}) if label in each.message]
    assert {each.outcome for each in unchecked} == {Outcome.NOT_CHECKED}


def test_no_narrative_leaves_every_rule_unchecked_and_none_failed() -> None:
    bare = narrative(dict.fromkeys(_all_keys()))
    found = {outcome for rule in RULES for outcome in outcomes(rule, bare)}
    assert found == {Outcome.NOT_CHECKED}


def test_rounding_is_information() -> None:
    (found,) = findings("D06", {"exp.basic": "600.01"})
    assert (found.outcome, found.severity) == (Outcome.ROUNDING, Severity.INFO)
    assert (found.difference, found.tolerance) == (Decimal(-100), Decimal(150))
    assert "在四舍五入容差0.015万元以内" in found.message


def test_a_hundred_roundings_excuse_no_more_than_five_hundred_yuan() -> None:
    rounded = Amount("甲", Decimal(10_000), "万元", 2)
    assert [tolerance([rounded] * count) for count in (2, 10, 100)] == [100, 500, 500]


def test_each_figure_brings_its_own_rounding_and_a_bare_one_follows_the_others() -> None:
    fine, bare = Amount("甲", Decimal(1), "万元", 4), Amount("乙", Decimal(1), "万元", 0)
    assert tolerance([fine, bare]) == 1
    assert tolerance([fine, Amount("丙", Decimal(1), "万元", 2)]) == Decimal("50.5")
    assert tolerance([Amount("丁", Decimal(1), "元", 2)]) == 0


def test_an_added_up_amount_is_as_unsure_as_all_its_figures_and_no_more() -> None:
    rounded, exact = Amount("甲", Decimal(100), "万元", 2), Amount("乙", Decimal(100), "元", 2)
    coarse = Amount("丙", Decimal(10**6), "万元", 0, step=Decimal(10**4))
    three = added_up("三项", [rounded, rounded, exact, rounded])
    assert tolerance([rounded, exact]) == 100  # cut instead of rounded: no more than one last place
    assert "0.005万元，与精确的数字相比再加0.005万元" in TOLERANCE  # as the public is told
    assert tolerance([rounded, added_up("两项", [exact] * 9)]) == 100
    assert tolerance([rounded, three]) == 250
    assert tolerance([exact, added_up("两项", [exact, exact])]) == 0
    assert tolerance([added_up("多项", [rounded] * 100), added_up("又", [three, three])]) == 500
    assert tolerance([added_up("两项", [coarse, coarse])]) == 10**4
    stated = Amount("小计", Decimal(500), "万元", 2)
    assert (
        equal("B09", stated, three.value, "和", (three,), Unit.WAN_YUAN).outcome is Outcome.ROUNDING
    )
    beyond = equal(
        "B09", replace(stated, value=Decimal(700)), three.value, "和", (three,), Unit.WAN_YUAN
    )
    assert beyond.outcome is Outcome.FAILS
    assert "相差0.03万元，大于四舍五入所能解释的0.025万元" in beyond.message


def test_ten_figures_excuse_five_hundred_yuan() -> None:
    (found,) = findings("D01", {"income.total": "1000.05"})
    assert (found.outcome, found.tolerance) == (Outcome.ROUNDING, Decimal(500))
    assert outcomes("D01", {"income.total": "1000.06"}) == {Outcome.FAILS}


def test_in_yuan_a_fen_is_an_error() -> None:
    (found,) = findings("D06", narrative({"exp.basic": "600.01"}, unit="元"))
    assert (found.outcome, found.severity) == (Outcome.FAILS, Severity.ERROR)
    assert found.difference == Decimal("-0.01")
    assert found.tolerance == 0


def test_six_decimals_are_exact() -> None:
    changed: Changed = {
        "exp.fiscal": "850.000000",
        "exp.basic": "600.000001",
        "exp.project": "250.000000",
    }
    (found,) = findings("D06", changed)
    assert (found.outcome, found.tolerance) == (Outcome.FAILS, 0)


def test_a_unit_slip_is_named() -> None:
    (found,) = findings("D05", {"exp.total": "10000000.00"})
    assert "疑为金额单位（元、万元）误写" in found.message


def test_income_without_carry_over_meets_this_year() -> None:
    changed: Changed = {"income.general": "840.00", "income.total": "990.00"}
    (found,) = findings("D04", changed)
    assert found.outcome is Outcome.HOLDS
    assert found.message.startswith("本年收入840.00万元")


def test_expenditure_may_add_the_carry_over() -> None:
    (found,) = findings("D05", {"income.total": "990.00"})
    assert found.outcome is Outcome.HOLDS
    assert "上年结转收入10.00万元" in found.message


def test_a_small_gap_of_key_projects_is_told_as_information() -> None:
    (found,) = findings("D16", {"project1.amount": "169.88"})
    assert (found.outcome, found.severity) == (Outcome.HOLDS, Severity.INFO)
    assert (found.actual, found.expected) == (Decimal(2_500_000), Decimal(2_498_800))
    assert (found.difference, found.tolerance) == (Decimal(1200), Decimal(150))
    assert found.where["section"] == "四"
    assert found.stands_out
    assert "相差0.12万元，大于四舍五入所能解释的0.015万元" in found.message


def test_a_wide_gap_of_key_projects_is_not_worth_telling() -> None:
    (found,) = findings("D16", {"project1.amount": "100.00"})
    assert not found.stands_out


def test_a_project_without_amount_is_left_out_of_the_sum() -> None:
    (found,) = findings("D16", {"project1.amount": None})
    assert "1个重点项目合计80.00万元" in found.message


def test_the_implied_asset_change_is_told() -> None:
    (found,) = findings("D18")
    assert found.difference == Decimal(-100_000)
    assert found.stands_out


def test_subordinate_units_that_are_not_listed_are_unchecked() -> None:
    assert Outcome.NOT_CHECKED in outcomes("D28", {"org.subordinate_count": "4"})


def test_a_purchased_vehicle_may_be_counted_before_or_after() -> None:
    bought: Changed = {"sangong.vehicle_bought": "1", "sangong.vehicle_holding": "3"}
    assert outcomes("D25", bought) == {Outcome.HOLDS}


def test_business_lines_of_a_welfare_department_are_not_guessed() -> None:
    functions = {"2080201": ("社会保障和就业支出", "民政管理事务", "行政运行")}
    read = narrative({"func.2080201": "500.00"}, functions=functions)
    assert outcomes("D08", read) == {Outcome.NOT_CHECKED}


def test_a_school_s_functions_do_not_tell_basic_from_project() -> None:
    functions = {"2050204": ("教育支出", "普通教育", "高中教育")}
    read = narrative({"func.2050204": "850.00"}, functions=functions)
    assert outcomes("D08", read) == outcomes("D09", read) == {Outcome.NOT_CHECKED}


def test_sums_printed_above_their_items_are_not_added_twice() -> None:
    functions = {
        "201": ("一般公共服务支出",),
        "2012601": ("一般公共服务支出", "档案事务", "行政运行"),
        "2012604": ("一般公共服务支出", "档案事务", "档案馆"),
    }
    read = narrative({"func.201": "850.00", "func.2012601": "600.00"}, functions=functions)
    assert outcomes("D07", read) == {Outcome.HOLDS}


def test_the_checks_of_the_group_are_run() -> None:
    assert set(STATEMENT_CHECKS) <= set(CHECKS)


def _all_keys() -> list[str]:
    return [each.key for each in narrative().statements]
