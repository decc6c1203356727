"""Targets that are printed as a form for each project become one list of indicators."""

from collections.abc import Iterator

from disclosures.documents.forms.registry import FORMS, NATIONAL
from disclosures.documents.grids.book import read_book
from disclosures.documents.grids.grid import Grid, Place
from disclosures.documents.target_forms import LEVELS, arranged
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Book

TITLE = "政策和项目预算绩效目标表"
HEAD = ["绩效指标", "一级指标", "二级指标", "三级指标", "指标值", "分值"]


def form(name: str, *indicators: list[str]) -> list[list[str]]:
    return [
        ["项目名称", "", "", name],
        ["主管部门", "", "", "滨江市某局", "实施单位", "滨江市某中心"],
        ["项目资金（万元）", "", "", "年度资金总额：", "15.00"],
        ["", "", "", "其中：财政拨款", "15.00"],
        ["年度目标", "", "", f"{name}按期完成"],
        HEAD,
        *(["", *each] for each in indicators),
    ]


def grid(lines: list[list[str]], page: int, *above: str) -> Grid:
    places = tuple(
        Place(text, row, column, where={"page": page, "box": [column, row, column + 1, row + 1]})
        for row, line in enumerate(lines)
        for column, text in enumerate(line)
        if text
    )
    return Grid(places, len(lines), 6, above, where={"page": page})


COST = ["成本指标", "经济成本", "运行成本", "≤15万元", "20"]
COUNT = ["产出指标", "数量指标", "检查次数", "≥4次", "30"]


def book(*grids: Grid, by: str = "yantai-2026") -> Book:
    place = FORMS.get(by, NATIONAL)
    targets = arranged(grids, place)
    return targets.kept_with(read_book(targets.grids, place)).book


def told(found: Book, table: str = "project-performance") -> Iterator[tuple[str | None, ...]]:
    sheet = found.sheet(table)
    assert sheet is not None
    columns = ("unit_name", "project_name", "annual_goal", "indicator_level_three")
    for row in sheet.rows:
        yield tuple(cell.printed if (cell := row.cells.get(c)) else None for c in columns)


def test_forms_of_many_projects_on_many_pages_are_one_list() -> None:
    one = grid([*form("甲", COST, COUNT), *form("乙", COST)], 3, TITLE)
    two = grid(form("丙", COUNT), 4, TITLE)
    untitled = grid(form("丁", COUNT), 5)
    found = book(one, two, untitled)
    assert [*told(found)] == [
        ("滨江市某中心", "甲", "甲按期完成", "运行成本"),
        ("滨江市某中心", "甲", "甲按期完成", "检查次数"),
        ("滨江市某中心", "乙", "乙按期完成", "运行成本"),
        ("滨江市某中心", "丙", "丙按期完成", "检查次数"),
        ("滨江市某中心", "丁", "丁按期完成", "检查次数"),
    ]
    assert [each.table for each in found] == ["project-performance"]


def test_each_cell_keeps_its_place_and_the_forms_stay_as_printed() -> None:
    one, two = grid(form("甲", COST), 3, TITLE), grid(form("乙", COST), 4, TITLE)
    sheet = book(one, two).sheet("project-performance")
    assert sheet is not None
    assert sheet.where == {"page": 3, "then": [{"page": 4}]}
    last = sheet.rows[-1].cells
    assert last["project_name"].where == {"page": 4, "box": [3, 0, 4, 1]}
    assert last["indicator_value"].where == {"page": 4, "box": [4, 6, 5, 7]}
    assert last["indicator_value"].printed == "≤15万元"
    assert last["indicator_weight"].printed == "20"
    texts = [each.text for each in sheet.kept]
    assert texts.count("其中：财政拨款") == 2
    assert len({(each.row, each.column) for each in sheet.kept}) == len(texts)


def test_a_head_printed_again_goes_on_with_the_same_project() -> None:
    lines = [*form("甲", COST), HEAD, ["", *COUNT], *form("乙", COUNT)]
    assert [each[1] for each in told(book(grid(lines, 1, TITLE)))] == ["甲", "甲", "乙"]


def test_a_merged_level_counts_for_each_of_its_indicators() -> None:
    lines = form("甲", COST, ["", "", "检查次数", "≥4次", "30"])
    made = grid(lines, 1, TITLE)
    deep = tuple(
        Place(p.text, p.row, p.column, 2, where=p.where) if p.text in COST[:2] else p
        for p in made.places
    )
    merged = Grid(deep, made.height, made.width, made.lines, where=made.where)
    sheet = book(merged).sheet("project-performance")
    assert sheet is not None
    levels = [row.cells["indicator_level_two"].printed for row in sheet.rows]
    assert levels == ["经济成本", "经济成本"]


def test_what_a_form_does_not_say_is_no_column() -> None:
    lines = [line for line in form("甲", COST) if line[0] != "主管部门"]
    ((unit, name, *_),) = told(book(grid([*lines[:1], ["编号"], *lines[1:]], 1, TITLE)))
    assert (unit, name) == (None, "甲")


def test_a_department_s_own_targets_are_one_form() -> None:
    lines = form("", COST, COUNT)
    lines[0] = ["部门（单位）名称", "", "", "滨江市某局"]
    lines[1] = ["年度主要任务", "", "", "任务一"]
    found = book(grid(lines, 1, "部门整体支出绩效目标表"))
    assert [each[0] for each in told(found, "department-performance")] == ["滨江市某局"] * 2


def test_another_title_is_another_table() -> None:
    of_funds = grid(form("甲", COST), 2, "专项资金总体绩效目标表")
    found = book(grid(form("乙", COST), 1, TITLE), of_funds, by="xian-2026")
    assert [each[1] for each in told(found)] == ["乙"]
    (other,) = (each for each in found if each.is_unknown)
    assert (other.state, other.title) == (TableState.AS_PRINTED, "专项资金总体绩效目标表")


def test_a_title_inside_the_grid_is_its_title() -> None:
    lines = [["财政项目支出绩效目标填报表"], ["（2023年度）"], *form("甲", COST)]
    sheet = book(grid(lines, 1, "一行正文。"), by="putuo-2023").sheet("project-performance")
    assert sheet is not None
    assert sheet.title == "财政项目支出绩效目标填报表"
    assert len(sheet.rows) == 1


def test_a_list_is_left_as_it_is() -> None:
    lines = [["项目名称", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值"]]
    lines += [["甲", "按期完成", *COST[:4]]]
    printed = grid(lines, 1, "项目支出绩效目标表")
    assert arranged([printed], NATIONAL).grids == (printed,)


def test_a_self_evaluation_tells_what_was_achieved_beside_what_was_planned() -> None:
    """The form of 财预〔2020〕10号: goals below heads of their own, a sum of points at the end."""
    lines = [
        ["项目名称", "", "", "甲"],
        ["主管部门", "", "", "滨江市某局", "实施单位", "滨江市某中心"],
        ["年度总体目标", "预期目标", "", "", "实际完成情况"],
        ["", "甲按期完成", "", "", "甲提前完成"],
        ["绩效指标", *LEVELS, "年度指标值", "实际完成值", "分值", "得分"],
        ["", "产出指标", "数量指标", "检查次数", "≥4次", "5次", "30", "30"],
        ["", "产出指标", "质量指标", "合格率", "≥95%", "92.5%", "20", "18.5"],
        ["总分", "", "", "", "", "", "50", "48.5"],
    ]
    found = book(grid(lines, 3, "2025年度项目支出绩效自评表"), by="national")
    sheet = found.sheet("project-self-evaluation")
    assert sheet is not None
    columns = (
        *("unit_name", "project_name", "annual_goal", "achieved_goal", "indicator_level_three"),
        *("indicator_value", "achieved_value", "indicator_weight", "self_score"),
    )
    whose = ("滨江市某中心", "甲", "甲按期完成", "甲提前完成")
    assert [tuple(row.cells[each].printed for each in columns) for row in sheet.rows] == [
        (*whose, "检查次数", "≥4次", "5次", "30", "30"),
        (*whose, "合格率", "≥95%", "92.5%", "20", "18.5"),
    ]
    assert "48.5" in [each.text for each in sheet.kept]
