"""What looks like a column of amounts, a code or a line of a balance, and is another thing."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from disclosures.classification.money import Unit
from disclosures.documents.grids.grid import Grid, Place
from disclosures.documents.grids.sheet import Expected, Reading, read_sheet
from disclosures.documents.pdf.overflow import given_back
from disclosures.documents.pdf.page import Char
from disclosures.records.printed_table import TableState
from disclosures.tables.book import RowKind
from disclosures.tables.lines import Line
from disclosures.tables.registry import TABLES


def grid_of(rows: Sequence[Sequence[str]], *, inferred: bool = False) -> Grid:
    places = [
        Place(text, at, column, where={"sheet": "", "cell": f"{at}-{column}"})
        for at, row in enumerate(rows)
        for column, text in enumerate(row)
        if text
    ]
    return Grid(tuple(places), len(rows), len(rows[0]), ("表", "单位：万元"), is_inferred=inferred)


def read(table: str, rows: Sequence[Sequence[str]], *, inferred: bool = False) -> Reading:
    expected = Expected(TABLES[table], "表", 1, Unit.WAN_YUAN, 2026, False)
    return read_sheet(grid_of(rows, inferred=inferred), expected)


def test_indicators_below_amounts_are_no_amounts() -> None:
    rows = [
        ("科目编码", "科目名称", "合计", "基本支出"),
        ("201", "一般公共服务支出", "12.00", "12.00"),
        ("", "活动", "指标值", "度量单位"),
        ("", "评审", "420", "个"),
        ("", "培训", "3", "次"),
    ]
    reading = read("expenditure-summary", rows)
    assert not any(row.money(each) for row in reading.sheet.rows for each in ("total", "basic"))
    assert [each for each in reading.problems if "整列没有采用" in each.message]


def test_one_slip_in_a_column_is_that_cells_alone() -> None:
    rows = [("科目编码", "科目名称", "合计"), ("201", "甲", "七"), ("205", "乙", "12.00")]
    assert read("expenditure-summary", rows).sheet.rows[1].money("total") == 120000


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        (("208", "05", "01"), "2080501"),
        (("208", "5", "1"), "2080501"),
        (("208", "", ""), "208"),
        (("7", "11", "02"), None),
        (("208", "05", "012"), None),
    ],
)
def test_a_code_in_parts_has_the_digits_of_each(
    parts: tuple[str, str, str], code: str | None
) -> None:
    rows = [("类", "款", "项", "科目名称", "合计"), (*parts, "某项", "1.00")]
    reading = read("expenditure-summary", rows)
    assert reading.sheet.rows[0].value("function_code") == code
    assert bool(reading.problems) is (code is None)


def test_names_beside_codes_of_three_levels_are_of_functions() -> None:
    rows = [("类", "款", "项", "科目名称", "合计"), ("212", "01", "02", "一般行政管理事务", "1.00")]
    (row,) = read("procurement", rows).sheet.rows
    assert not row.value("economic_name")


def test_a_unit_may_stand_behind_its_code() -> None:
    rows = [("单位代码", "单位名称", "合计"), ("112001某某局", "", "1.00")]
    (row,) = read("department-income", rows).sheet.rows
    assert (row.value("unit_code"), row.value("unit_name")) == ("112001", "某某局")


def test_a_third_list_of_a_balance_is_none_of_the_second() -> None:
    rows = [
        ("收入", "", "支出", "", "支出", ""),
        ("项目名称", "金额", "功能科目名称", "金额", "项目名称（按支出用途）", "金额"),
        ("一、财政拨款收入", "9.00", "一、教育支出", "9.00", "一、基本支出", "5.00"),
        ("", "", "", "", "二、项目支出", "4.00"),
        ("收入总计", "9.00", "支出总计", "9.00", "支出总计", "9.00"),
    ]
    told = read("financial-balance", rows).sheet.rows
    said = [(row.value("label"), row.money("amount")) for row in told if row.money("amount")]
    assert said == [
        ("一、财政拨款收入", 90000),
        ("收入总计", 90000),
        ("一、教育支出", 90000),
        ("支出总计", 90000),
    ]


def test_an_amount_stands_behind_a_label_that_is_merged_over_its_column() -> None:
    heads = [
        ("收入", "", "支出", "", "支出用途", ""),
        ("项目", "金额", "项目", "金额", "项目", "金额"),
    ]
    places = [
        Place(text, at, column) for at, row in enumerate(heads) for column, text in enumerate(row)
    ]
    places += [Place("收入总计", 2, 0), Place("9.00", 2, 1), Place("支出总计", 2, 2, 1, 3)]
    places += [Place("9.00", 2, 5)]
    grid = Grid(tuple(each for each in places if each.text), 3, 6, ("表", "单位：万元"))
    expected = Expected(TABLES["financial-balance"], "表", 1, Unit.WAN_YUAN, 2026, False)
    told = read_sheet(grid, expected).sheet.rows
    assert [row.money("amount") for row in told] == [90000, 90000]


def test_an_amount_of_a_balance_without_a_name_is_doubted() -> None:
    rows = [
        ("收入", "", "支出", ""),
        ("项目", "预算数", "项目", "预算数"),
        ("一、财政拨款收入", "45.00", "一、教育支出", "41.00"),
        ("", "", "", "4.00"),
        ("收入总计", "45.00", "支出总计", "45.00"),
    ]
    (doubt,) = read("financial-balance", rows).problems
    assert (doubt.value, doubt.where) == ("4.00", {"sheet": "", "cell": "3-3"})


def test_all_appropriations_are_not_the_general_budget_printed_below() -> None:
    rows = [
        ("收入", "", "支出", ""),
        ("项目", "预算数", "项目", "预算数"),
        ("一、财政拨款收入", "45.00", "一、教育支出", "45.00"),
        ("一般公共预算收入", "41.00", "", ""),
        ("政府性基金预算收入", "4.00", "", ""),
        ("收入总计", "45.00", "支出总计", "45.00"),
    ]
    told = [
        row.money("amount")
        for row in read("financial-balance", rows).sheet.rows
        if row.value("line") == Line.GENERAL_BUDGET
    ]
    assert told == [Decimal(410000)]


def test_what_no_line_parts_and_no_table_knows_is_doubted() -> None:
    rows = [("科目编码", "科目名称", "合计", "人员经"), ("201", "甲", "1.00", "1.00")]
    assert read("expenditure-summary", rows).sheet.state is TableState.FILLED
    assert not [each for each in read("expenditure-summary", rows).problems if _is_grave(each)]
    assert [
        each
        for each in read("expenditure-summary", rows, inferred=True).problems
        if _is_grave(each)
    ]


def test_a_row_without_any_name_is_a_total_only_where_it_is_no_less_than_the_rest() -> None:
    rows = [("科目编码", "科目名称", "合计"), ("201", "甲", "5.00"), ("205", "乙", "4.00")]
    for amount, kind in (("9.00", RowKind.TOTAL), ("4.00", RowKind.DETAIL)):
        (*_, last) = read("expenditure-summary", [*rows, ("", "", amount)]).sheet.rows
        assert last.kind is kind


def test_a_row_of_an_unruled_list_that_lost_its_code_is_doubted() -> None:
    rows = [("科目编码", "科目名称", "合计")]
    rows += [(f"20{n:03}", "甲", "1.00") for n in range(1, 10)]
    whole = read("expenditure-summary", rows, inferred=True)
    torn = read(
        "expenditure-summary", [*rows, ("22102", "", ""), ("", "乙", "1.00")], inferred=True
    )
    assert not [each for each in whole.problems if "分错" in each.message]
    assert len([each for each in torn.problems if "分错" in each.message]) == 2


def _is_grave(problem: object) -> bool:
    return getattr(problem, "severity", "") == "error" and "人员经" in str(problem)


def chars(text: str, left: float, size: float = 10.0) -> list[Char]:
    return [Char(t, left + size * n, 0, left + size * (n + 1), size) for n, t in enumerate(text)]


@pytest.mark.parametrize(
    ("left", "here", "kept"),
    [
        (chars("基本养老保险缴费", 0), chars("支", 80) + chars("2947", 120), "2947"),
        (chars("基本养老保险缴费", 0), chars("支", 80), ""),
        (chars("基本养老保险缴费", 0), chars("支出", 90) + chars("2947", 120), "支出2947"),
        (chars("基本养老保险缴费", 0), chars("支出合计数", 80), "支出合计数"),
        (chars("2010", 0), chars("33", 40) + chars("2947", 120), "332947"),
        (chars("合计", 0) + chars("1", 70), chars("03,385.00", 80), "103,385.00"),
        (chars("合计", 0) + chars("103,", 40), chars("385.00", 80), "103,385.00"),
        (chars("1", 70), chars("03,385.00", 80), "103,385.00"),
        (chars("项目1", 50), chars("03,385.00", 80), "03,385.00"),
        (chars("201", 0) + chars("1", 70), chars("03,385.00", 80), "03,385.00"),
        (chars("合计", 0) + chars("1", 65), chars("03,385.00", 80), "03,385.00"),
        (chars("合计", 0) + chars("1", 70), chars("03年", 80), "03年"),
        (chars("12", 60), chars("385.00", 80), "385.00"),  # a line's number beside an amount
        (chars("1", 70), chars("23,385.00", 80), "23,385.00"),
        (chars("-", 70), chars("385.00", 80), "385.00"),  # nothing, and an amount
        (chars("合计", 0) + chars("12", 60), chars("103,385.00", 80), "103,385.00"),
        (chars("合计", 0) + chars("12", 60), chars("385.00", 80), "12385.00"),
    ],
)
def test_characters_that_ran_over_are_given_back(
    left: list[Char], here: list[Char], kept: str
) -> None:
    cells = given_back({(0, 0): left, (0, 1): here}, {(0, 1): (0, 0)})
    kept_here = sorted(cells.get((0, 1), []), key=lambda each: each.x0)
    assert "".join(each.text for each in kept_here) == kept
    assert sum(map(len, cells.values())) == len(left) + len(here)
