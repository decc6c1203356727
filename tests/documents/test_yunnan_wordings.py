"""Wordings of other departments, districts and years of Yunnan, each as its template prints it."""

from decimal import Decimal

import pytest

from disclosures.documents.narrative.wording import folded, mended
from disclosures.documents.national.recognition import is_kunming_form
from tests.documents.fragments import Case, narrative_of, told


def figures(words: str, section: int, keys: str) -> dict[str, object]:
    return told(narrative_of(Case("one", section, words, {})), keys)


def doubts(words: str, section: int) -> list[str]:
    return [each.message for each in narrative_of(Case("one", section, words, {})).doubts]


def test_the_total_funds_of_procurement() -> None:
    words = (
        "共涉及采购项目8个，采购预算总资金1,856.20万元，其中：货物类56.20万元，服务类1,800.00万元。"
    )
    assert figures(words, 6, "proc.")["proc.total"] == Decimal("1856.20")


def test_kinds_of_units_on_partial_supply_are_not_those_on_full() -> None:
    words = (
        "我单位编制2023年预算单位共1个。其中：财政全额供给单位0个；差额供给单位1个。"
        "差额供给单位中行政单位0个；参公单位0个；事业单位1个。"
    )
    stated = figures(words, 2, "unit.")
    assert stated == {
        "unit.units_total": 1,
        "unit.units_full": 0,
        "unit.units_partial": 1,
    }


def test_offices_named_before_their_number() -> None:
    words = "（二）机构设置情况\n我校内设教务处、总务处、德育处、办公室4个机构，无下属单位。"
    stated = figures(words, 1, "org.")
    assert stated["org.internal_count"] == 4
    assert stated["org.internal_names"] == "教务处、总务处、德育处、办公室"
    assert stated["org.subordinate_count"] == 0


def test_the_names_of_units_are_not_those_of_offices() -> None:
    words = "（二）机构设置情况\n我部门共设置内设机构9个。下属事业单位2个：价格认证中心、项目中心。"
    stated = figures(words, 1, "org.")
    assert stated == {"org.internal_count": 9, "org.subordinate_count": 2}


def test_a_comma_inside_brackets_parts_no_offices() -> None:
    words = "我部门共设置2个内设机构，包括：办公室（加挂信访科、宣传科牌子）、财务科。所属单位0个。"
    (statement,) = (
        each
        for each in narrative_of(Case("one", 1, words, {})).statements
        if each.key == "org.internal_names"
    )
    assert statement.items == ("办公室（加挂信访科、宣传科牌子）", "财务科")


def test_a_word_in_quotes_is_part_of_a_name() -> None:
    words = (
        "财政拨款安排支出按功能科目分类情况\n"
        "公共安全支出-法院-案件审判200.00万元，主要反映审判支出。\n"
        "公共安全支出-法院-“两庭”建设800.00万元，主要反映法庭建设支出。"
    )
    narrative = narrative_of(Case("one", 4, words, {}))
    assert told(narrative, "func.") == {
        "func.2040504": Decimal("200.00"),
        "func.2040506": Decimal("800.00"),
    }
    assert narrative.functions[1].names == ("公共安全支出", "法院", "“两庭”建设")


@pytest.mark.parametrize("verb", ["压减", "压减了", "减少", "追加"])
def test_an_amount_that_moved_is_no_amount_that_is(verb: str) -> None:
    words = (
        "（二）公务接待费\n2023年公务接待费预算为2.20万元，较上年减少1.80万元，下降45.00%。\n"
        f"减少的原因是：过紧日子，{verb}接待费1.80万元。"
    )
    assert figures(words, 7, "sangong.reception")["sangong.reception"] == Decimal("2.20")
    assert doubts(words, 7) == []


def test_the_reason_of_a_total_may_follow_its_parts() -> None:
    words = (
        "（一）单位财务收入情况\n2023年我单位预算总收入500.00万元，比上年增加82.58万元，"
        "增幅19.78%。其中：一般公共预算拨款收入500.00万元。\n增加的主要原因是：维修工程纳入预算。"
    )
    assert figures(words, 3, "income.delta_reason") == {"income.delta_reason": "维修工程纳入预算"}


def test_budgets_in_brackets_after_this_years_income() -> None:
    words = (
        "（二）财政拨款收入情况\n2023年我单位财政拨款收入1,432.58万元，比上年增加102.58万元。"
        "其中：本年收入1,432.58万元（一般公共预算财政拨款932.58万元、"
        "政府性基金预算财政拨款500.00万元），上年结转收入0元。"
    )
    stated = figures(words, 3, "fiscal.")
    assert stated["fiscal.general"] == Decimal("932.58")
    assert stated["fiscal.fund"] == Decimal("500.00")
    assert stated["fiscal.delta"] == Decimal("102.58")


def test_batches_and_guests_in_one_breath() -> None:
    words = "（二）公务接待费0.80万元，与上年持平。预计接待15批次120人次。"
    stated = figures(words, 7, "sangong.reception_")
    assert stated["sangong.reception_batches"] == 15
    assert stated["sangong.reception_persons"] == 120


def test_the_running_costs_of_an_institution_are_not_those_of_an_office() -> None:
    heading = "（二）机关运行经费安排变化情况及原因说明\n"
    none = f"{heading}我单位为事业单位，无机关运行经费，事业运行公用经费安排56.80万元。"
    assert figures(none, 9, "running.") == {}
    instead = f"{heading}2023年我单位公用经费安排56.80万元。"
    assert figures(instead, 9, "running.") == {"running.amount": Decimal("56.80")}
    assert doubts(instead, 9) == ["没有写作“机关运行经费”"]


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        ("总收入1,215.\n36万元", "总收入1,215.36\n万元"),
        ("总收入1,\n215.36 万元", "总收入1,215.36\n 万元"),
        ("下降5.\n 12%", "下降5.12\n %"),
        ("2023年，共3,\n4项", "2023年，共3,\n4项"),
        ("第1.\n12家单位", "第1.\n12家单位"),
    ],
)
def test_a_number_that_a_line_cuts_is_made_whole(printed: str, whole: str) -> None:
    assert mended(folded(printed)) == folded(whole)


def test_figures_that_lines_and_pages_cut() -> None:
    words = (
        "（一）部门财务收入情况\n2023年部门财务总收入1,215.\n36万元，其中：一般公共预算1,\n"
        "215.36万元。与上年相比减少\n- 3 -\n104.20万元，减少7.90%。"
    )
    stated = figures(words, 3, "income.")
    assert stated["income.total"] == Decimal("1215.36")
    assert stated["income.general"] == Decimal("1215.36")
    assert stated["income.delta"] == Decimal("-104.20")
    assert doubts(words, 3) == []


def test_changes_told_by_name_after_both_amounts() -> None:
    words = (
        "2023年部门预算总支出1,215.36万元。财政拨款安排支出1,215.36万元，其中，基本支出"
        "1,003.36万元，项目支出212.00万元。与上年相比，基本支出减少54.20万元，下降5.12%，"
        "主要是人员划转；项目支出减少50.00万元，下降19.08%，主要是压减一般性支出。"
    )
    stated = figures(words, 4, "exp.")
    assert stated["exp.basic_delta"] == Decimal("-54.20")
    assert stated["exp.basic_delta_pct"] == Decimal("-5.12")
    assert stated["exp.basic_reason"] == "人员划转"
    assert stated["exp.project_delta"] == Decimal("-50.00")
    assert stated["exp.project_reason"] == "压减一般性支出"
    assert doubts(words, 4) == []


def test_a_list_line_by_line_has_a_change_of_its_own_line() -> None:
    words = (
        "（一）部门财务收入情况\n部门财务总收入：1,000.00万元\n其中：一般公共预算：1,000.00万元\n"
        "政府性基金：0.00万元\n与上年对比：增加54.87万元"
    )
    assert figures(words, 3, "income.delta") == {"income.delta": Decimal("54.87")}


def test_last_years_appropriation_is_no_other_amount_of_this_years() -> None:
    words = (
        "（二）财政拨款收入情况\n2023年我局财政拨款收入3,650.00万元，上年财政拨款收入3,500.00万元。"
    )
    assert figures(words, 3, "fiscal.") == {"fiscal.total": Decimal("3650.00")}
    assert doubts(words, 3) == []


def test_classes_told_one_after_another() -> None:
    words = (
        "财政拨款安排支出按功能科目分类情况：一般公共服务支出4,000.00万元，"
        "社会保障和就业支出500.00万元，住房保障支出200.00万元。"
    )
    assert figures(words, 4, "func.") == {
        "func.201": Decimal("4000.00"),
        "func.208": Decimal("500.00"),
        "func.221": Decimal("200.00"),
    }


def test_a_line_of_the_list_that_names_no_function_is_doubted() -> None:
    words = (
        "财政拨款安排支出按功能科目分类情况\n1.教育支出（205类）\n普通教育（02款）\n"
        "小学教育（02项）4,000.00万元，主要用于教师工资。\n2.2210201住房公积金500.00万元。"
    )
    assert figures(words, 4, "func.") == {"func.2210201": Decimal("500.00")}
    assert doubts(words, 4) == ["功能科目没有读出"]


def test_the_parts_of_a_vehicle_fee_in_short() -> None:
    words = (
        "（三）公务用车购置及运行维护费\n2023年预算22.00万元，2022年预算22.00万元，无增减变化。"
        "其中：购置费0万元，运行维护费22.00万元。"
    )
    stated = figures(words, 7, "sangong.vehicle")
    assert stated["sangong.vehicle_purchase"] == 0
    assert stated["sangong.vehicle_run"] == Decimal("22.00")


def test_posts_and_staff_without_their_full_names() -> None:
    words = "我单位编制2023年预算单位共1个。截至2022年12月，编制数23人，实有20人；退休15人。"
    assert figures(words, 2, "staff.posts") == {"staff.posts": 23}
    assert figures(words, 2, "staff.on_post") == {"staff.on_post": 20}


def test_the_name_of_a_project_ends_before_its_amount() -> None:
    words = "（一）课后服务经费80.00万元（其中：中央资金50.00万元）。\n绩效目标：受益2,000人。"
    stated = figures(words, 8, "project1.")
    assert stated["project1.name"] == "课后服务经费"
    assert stated["project1.amount"] == Decimal("80.00")


def test_a_project_is_called_by_its_name_not_by_its_heading() -> None:
    words = (
        "（一）教育费附加安排项目\n1.项目名称：校舍维修\n2.年初预算：200.00万元\n"
        "3.绩效目标：维修3,600平方米。\n（二）课后服务项目\n1.项目名称：课后服务\n"
        "2.年初预算：80.00万元\n3.绩效目标：惠及2,000人。"
    )
    stated = figures(words, 8, "project")
    assert (stated["project1.name"], stated["project2.name"]) == ("校舍维修", "课后服务")


def test_guests_of_two_kinds_are_parts_of_one_fee() -> None:
    words = (
        "（二）公务接待费预算3.00万元，较上年减少2.00万元，下降40.00%。"
        "其中：国内接待费2.50万元，外宾接待费0.50万元。"
    )
    assert figures(words, 7, "sangong.reception")["sangong.reception"] == Decimal("3.00")
    assert doubts(words, 7) == []


def test_a_decrease_of_nothing_is_nothing() -> None:
    words = "（一）因公出国（境）费\n2023年因公出国（境）费预算为0万元，较上年减少0万元，下降0%。"
    assert str(figures(words, 7, "sangong.abroad_delta")["sangong.abroad_delta"]) == "0"


def test_a_bracket_that_opened_before_a_reason_is_not_its_own() -> None:
    words = "基本支出700.00万元，比上年减少5.00万元（主要是退休2人）；项目支出250.00万元。"
    assert figures(words, 4, "exp.basic_reason") == {"exp.basic_reason": "退休2人"}


def test_units_counted_before_their_kind() -> None:
    words = "局机关内设综合科、财务科等5个职能科室，下属3个二级预算单位，分别为：甲站、乙所、丙处。"
    stated = figures(words, 1, "org.")
    assert (stated["org.internal_count"], stated["org.subordinate_count"]) == (5, 3)


def test_a_heading_that_speaks_of_vehicles_counts_none() -> None:
    words = "（二）部门人员和车辆编制及实有情况\n在职人员编制410人。车辆编制96辆，实有车辆92辆。"
    assert figures(words, 2, "vehicle.") == {"vehicle.quota": 96, "vehicle.actual": 92}


def test_vehicles_of_the_police_are_bought_too() -> None:
    words = "公务用车购置费86.00万元（拟购置执法执勤用车5辆），公务接待费20.00万元。"
    assert figures(words, 7, "sangong.vehicle_bought") == {"sangong.vehicle_bought": 5}


def test_an_older_form_with_yunnans_own_headings_is_not_read_as_any_citys() -> None:
    text = (
        "一、主要职能\n二、部门基本情况\n四、部门收入情况\n（一）部门财务收入情况\n"
        "六、部门“三公”经费增减变化情况及原因说明\n九、其他公开信息\n"
    )
    assert is_kunming_form(text)
    assert not is_kunming_form(text.replace("（一）部门财务收入情况\n", ""))
