"""Slips and traps of real texts: a wrong figure without a doubt is the worst that can happen."""

from decimal import Decimal

import pytest

from disclosures.documents.read import read_narrative
from disclosures.records.narrative import Narrative
from tests.documents.narratives import Facts, Wording, written

PLAIN = written(Facts(), Wording())


def changed(before: str, after: str) -> Narrative:
    assert before in PLAIN
    return read_narrative(PLAIN.replace(before, after, 1))


def value(narrative: Narrative, key: str) -> object:
    stated = narrative.statement(key)
    return None if stated is None else stated.value


def test_a_missing_number_is_not_the_next_one() -> None:
    narrative = changed("预算总支出3,420.12万元", "预算总支出万元")
    assert value(narrative, "exp.total") is None


def test_a_year_is_no_amount() -> None:
    narrative = changed("部门财务总收入3,420.12万元", "部门财务总收入2023年预算3,420.12万元")
    assert value(narrative, "income.total") == Decimal("3420.12")


def test_a_slip_of_unit_is_kept_and_doubted() -> None:
    narrative = changed("资产总额3,420.12万元", "资产总额3,420.12元")
    stated = narrative.statement("asset.total")
    assert stated is not None
    assert (stated.unit, stated.yuan) == ("元", Decimal("3420.12"))
    assert narrative.doubts


@pytest.mark.parametrize(
    "printed", ["9" * 30, "3,420.1234567", "999,999,999,999,999.00"], ids=["huge", "fine", "absurd"]
)
def test_an_amount_that_cannot_be_is_doubted_not_stored(printed: str) -> None:
    narrative = changed("预算总支出3,420.12万元", f"预算总支出{printed}万元")
    assert value(narrative, "exp.total") is None
    assert any("没有采用" in doubt.message for doubt in narrative.doubts)


def test_half_a_person_is_doubted() -> None:
    narrative = changed("在职人员编制86人", "在职人员编制86.5人")
    assert value(narrative, "staff.posts") is None
    assert narrative.doubts


def test_two_totals_are_both_kept_and_doubted() -> None:
    narrative = changed(
        "四、预算单位支出情况\n2023年", "四、预算单位支出情况\n部门财务总收入9,999.99万元。2023年"
    )
    assert value(narrative, "income.total") == Decimal("3420.12")
    assert [each.value for each in narrative.repeats if each.key == "income.total"] == [
        Decimal("9999.99")
    ]
    assert any("前后不一" in doubt.message for doubt in narrative.doubts)


def test_an_indicator_of_a_goal_is_no_amount() -> None:
    narrative = read_narrative(PLAIN)
    assert value(narrative, "project1.amount") == Decimal("1400.00")
    assert value(narrative, "project2.amount") is None


def test_a_part_named_first_is_not_the_change_of_the_total() -> None:
    narrative = changed(
        "与上年对比减少50.25万元，下降3.21%",
        "与上年对比一般公共预算增加8.00万元，其他收入减少58.25万元",
    )
    assert value(narrative, "income.delta") is None
    assert narrative.doubts


def test_a_missing_section_leaves_its_figures_undisclosed() -> None:
    start = PLAIN.rindex("六、政府采购预算情况")
    end = PLAIN.rindex("七、部门“三公”")
    narrative = read_narrative(PLAIN[:start] + PLAIN[end:])
    assert value(narrative, "proc.total") is None
    assert value(narrative, "sangong.total") == Decimal("18.60")


def test_a_name_that_fits_no_code_is_kept_and_doubted() -> None:
    text = written(
        Facts(functions=(("", "一般公共服务支出|未曾有过的事务|行政运行", Decimal("5.00")),)),
        Wording(function="named"),
    )
    narrative = read_narrative(text)
    assert value(narrative, "func.unmatched1") == Decimal("5.00")
    assert any("没有编码" in doubt.message for doubt in narrative.doubts)


@pytest.mark.parametrize(
    "hostile",
    [
        "，" * 500_000,
        "预算" * 300_000,
        "1" * 500_000,
        "三公经费预算合计" * 60_000,
        "（一）" * 200_000,
    ],
    ids=["commas", "words", "digits", "labels", "heads"],
)
def test_hostile_text_ends(hostile: str) -> None:
    """No pattern may run away; the whole suite would hang here if one did."""
    for place in ("三、", "四、", "七、", "八、", "九、"):
        head, mark, tail = PLAIN.rpartition(f"\n{place}")
        line, _, rest = tail.partition("\n")
        assert read_narrative(f"{head}{mark}{line}\n{hostile}\n{rest}").year == 2023
