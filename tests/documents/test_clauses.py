"""Whose change, whose count, whose code: single sentences whose figures are easily mistaken."""

from decimal import Decimal

import pytest

from disclosures.documents.read import read_narrative
from tests.documents.fragments import Case, narrative_of, told

INCOME = "（一）部门财务收入情况\n2023年部门财务总收入5,000.00万元"
BY_CODE = "财政拨款安排支出按功能科目分类情况\n"


def figures(words: str, section: int, keys: str) -> dict[str, object]:
    return told(narrative_of(Case("one", section, words, {})), keys)


def doubts(words: str, section: int) -> list[str]:
    return [each.message for each in narrative_of(Case("one", section, words, {})).doubts]


@pytest.mark.parametrize(
    ("words", "delta", "percent"),
    [
        (
            "，与上年4,800万元相比，因人员经费增加300万元、项目经费减少100万元，"
            "共计增加200万元，增长4.17%。",
            "200",
            "4.17",
        ),
        ("，比2022年增长4.17%（增加200万元）。", "200", "4.17"),
        ("，主要原因是人员增加，较上年增加200万元，增长4.17%。", "200", "4.17"),
        ("，受人员增加影响，较2022年年初预算增加200万元，增长4.17%。", "200", "4.17"),
        ("。与上年对比变动情况：增加200万元，增长4.17%。", "200", "4.17"),
        ("（含人员经费900万元，较上年增加12万元），较上年减少5万元，下降0.10%。", "-5", "-0.10"),
        ("，较上年预算数4,800\n万元增加200万元，增长4.17%。", "200", "4.17"),
        (
            "，较上年决算数4,900万元增加100万元，增长2.04%；"
            "较上年预算数4,800万元增加200万元，增长4.17%。",
            "200",
            "4.17",
        ),
    ],
    ids=["parts", "brackets", "reason", "because", "colon", "listed", "broken", "bases"],
)
def test_the_change_is_the_totals_own(words: str, delta: str, percent: str) -> None:
    stated = figures(INCOME + words, 3, "income.delta")
    assert stated["income.delta"] == Decimal(delta)
    assert stated["income.delta_pct"] == Decimal(percent)


@pytest.mark.parametrize(
    "words",
    [
        "，增减额为200万元，增减率4.17%。",
        "，其中人员经费较上年增加15万元。",
        "，人员支出增加15万元。",
        "，其中：公用经费与上年持平。",
        "，较上年基本持平。",
        "，2022年为5,200万元。",
    ],
)
def test_a_change_that_is_not_told_is_not_stated(words: str) -> None:
    assert figures(INCOME + words, 3, "income.delta") == {}


@pytest.mark.parametrize("flat", ["同比持平", "同比无变化", "与上年预算数4,800万元持平"])
def test_no_change_is_zero(flat: str) -> None:
    assert figures(f"{INCOME}，{flat}。", 3, "income.delta") == {"income.delta": Decimal(0)}


def test_percentage_points_are_taken_with_a_doubt() -> None:
    words = f"{INCOME}，较上年减少300万元，下降2.37个百分点。"
    assert figures(words, 3, "income.delta_pct") == {"income.delta_pct": Decimal("-2.37")}
    assert any("百分点" in message for message in doubts(words, 3))


def test_this_years_amount_may_follow_last_years() -> None:
    words = (
        "（二）机关运行经费安排变化情况及原因说明\n"
        "我单位2022年机关运行经费100万元，2023年98.76万元，减少1.24万元，下降1.24%。"
    )
    assert figures(words, 9, "running.") == {
        "running.amount": Decimal("98.76"),
        "running.delta": Decimal("-1.24"),
        "running.delta_pct": Decimal("-1.24"),
    }


def test_two_totals_are_doubted_with_both_places() -> None:
    text = narrative_of(Case("one", 3, INCOME + "。", {})).text
    head, _, tail = text.rpartition("四、预算单位支出情况\n")
    other = f"{head}四、预算单位支出情况\n部门财务总收入4,999.00万元。{tail}"
    narrative = read_narrative(other)
    stated = narrative.statement("income.total")
    assert stated is not None
    assert stated.value == Decimal("5000.00")
    message = next(each.message for each in narrative.doubts if "前后不一" in each.message)
    assert "三(一)的“5,000.00万元”" in message
    assert "四的“4,999.00万元”" in message


@pytest.mark.parametrize(
    "line",
    [
        "“住房保障支出（类）住房改革支出（款）住房公积金（项）”2210201支出60.00万元。",
        "住房公积金2210201项60.00万元。",
        "221类02款01项住房公积金60.00万元。",
        "1.221住房保障支出（类）02住房改革支出（款）01住房公积金（项）60.00万元；",
        "2.221住房保障支出02住房改革支出01住房公积金60.00万元。",
        "用于住房保障支出-住房改革支出-住房公积金60.00万元，比上年减少10.00万元。",
        "（2210201）住房公积金60.00万元。",
        "住房公积金（2210201）60.00万元，占总支出的1.2%。",
    ],
)
def test_a_function_line_in_its_many_forms(line: str) -> None:
    narrative = narrative_of(Case("one", 4, BY_CODE + line, {}))
    assert told(narrative, "func.") == {"func.2210201": Decimal("60.00")}
    assert narrative.functions[0].names[-1] == "住房公积金"


def test_last_years_amount_of_a_function_is_not_this_years() -> None:
    line = f"{BY_CODE}2210201住房公积金上年48.00万元，本年50.00万元。"
    assert figures(line, 4, "func.").get("func.2210201") != Decimal("48.00")
    assert any("上年的数" in message for message in doubts(line, 4))


def test_a_total_with_its_parts_in_brackets_has_its_change_behind_them() -> None:
    words = (
        "（三）公务用车购置及运行维护费8万元（其中：公务用车购置费0万元，较上年持平；"
        "公务用车运行维护费8万元，较上年减少1万元），较上年减少2万元，下降11.11%。"
    )
    assert figures(words, 7, "sangong.vehicle") == {
        "sangong.vehicle": Decimal(8),
        "sangong.vehicle_delta": Decimal(-2),
        "sangong.vehicle_pct": Decimal("-11.11"),
        "sangong.vehicle_purchase": Decimal(0),
        "sangong.vehicle_purchase_delta": Decimal(0),
        "sangong.vehicle_run": Decimal(8),
        "sangong.vehicle_run_delta": Decimal(-1),
    }


def test_visits_from_abroad_are_not_all_visits() -> None:
    words = (
        "（二）公务接待费\n2023年公务接待费预算2万元，国内公务接待批次预计为20次，"
        "预计接待200人次。其中：外事接待2批次，20人次。"
    )
    stated = figures(words, 7, "sangong.reception_")
    assert stated["sangong.reception_batches"] == Decimal(20)
    assert stated["sangong.reception_persons"] == Decimal(200)


def test_a_percentage_without_an_amount_is_stated_alone() -> None:
    words = "（二）公务接待费\n2023年公务接待费预算2万元，较上年下降10%。"
    assert figures(words, 7, "sangong.") == {
        "sangong.reception": Decimal(2),
        "sangong.reception_pct": Decimal(-10),
    }


def test_assets_compared_one_by_one() -> None:
    words = (
        "（三）国有资产占有使用情况\n截至2022年底，资产总额300万元，较上年320万元减少20万元；"
        "其中：流动资产50万元，较上年增加5万元；固定资产250万元（其中：其他固定资产40万元），"
        "较上年减少25万元。"
    )
    assert figures(words, 9, "asset.") == {
        "asset.as_of": "2022-12",
        "asset.total": Decimal(300),
        "asset.delta_total": Decimal(-20),
        "asset.current": Decimal(50),
        "asset.delta_current": Decimal(5),
        "asset.fixed": Decimal(250),
        "asset.delta_fixed": Decimal(-25),
    }


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("共涉及政府采购项目86个，预算金额合计100.00万元。", {"items": 86, "total": 100}),
        ("编制采购预算项目5个，金额100.00万元。", {"items": 5, "total": 100}),
        (
            "采购资金100万元，其中：政府采购货物项目2个，预算资金40万元；"
            "政府采购服务项目3个，预算资金60万元。",
            {"total": 100, "goods": 40, "services": 60},
        ),
    ],
)
def test_items_may_stand_before_the_amount(words: str, expected: dict[str, int]) -> None:
    assert figures(words, 6, "proc.") == {f"proc.{key}": each for key, each in expected.items()}


@pytest.mark.parametrize("words", ["无", "无。", "我单位无。"])
def test_transfers_told_in_one_word(words: str) -> None:
    assert figures(words, 5, "transfer.") == {"transfer.none": "无"}


def test_headings_that_run_on_in_a_line() -> None:
    words = "（一）与中央配套事项：没有安排。（二）与省市配套事项：不涉及。"
    assert figures(words, 5, "transfer.") == {
        "transfer.item1": "无",
        "transfer.item2": "无",
    }


def test_two_counts_of_the_same_kind_are_doubted() -> None:
    words = "机关人员编制30人，在职实有28人；下属单位人员编制50人，在职实有48人。"
    assert figures(words, 2, "staff.posts") == {"staff.posts": Decimal(30)}
    assert any("“30” 与 二的“50”" in message for message in doubts(words, 2))


def test_vehicles_in_short() -> None:
    words = "截至2022年12月，事业编制160人，年末实有人数152人。核定车辆编制3辆，实有2辆。"
    assert figures(words, 2, "vehicle.") == {"vehicle.quota": 3, "vehicle.actual": 2}
    assert figures(words, 2, "staff.on_post") == {"staff.on_post": 152}
    assert figures(words, 2, "staff.posts") == {"staff.posts_institution": 160}


def test_projects_numbered_in_words() -> None:
    words = (
        "一是校园安全经费120万元，绩效目标为保障安全。\n二是设备购置80万元，绩效目标为购置设备。"
    )
    stated = figures(words, 8, "project")
    assert (stated["project1.name"], stated["project1.amount"]) == ("校园安全经费", 120)
    assert (stated["project2.name"], stated["project2.amount"]) == ("设备购置", 80)


def test_a_page_without_line_ends_is_read() -> None:
    narrative = read_narrative("昆明市示例局2023年部门预算公开" + "预算公开说明。" * 40)
    assert narrative.year == 2023
    assert read_narrative("\n \n").year is None
