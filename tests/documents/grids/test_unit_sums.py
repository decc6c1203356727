"""A unit's own row in a list of projects is their sum; nothing else is taken for one."""

import pytest

from disclosures.documents.forms.registry import NATIONAL
from disclosures.documents.grids.book import read_book
from disclosures.tables.book import Row
from tests.documents.grids.other_cities import Printed, grid_of

PROJECTS = ("project-expenditure", "项目支出总表", "支出项目类别|总计|一般公共预算拨款")
BASIC = ("basic-expenditure", "基本支出总表", "支出项目类别|总计|一般公共预算拨款")


def rows_of(form: tuple[str, str, str], *lines: str) -> list[Row]:
    table, title, header = form
    reading = read_book(
        [grid_of(Printed("某市", title, table, (header, *lines), ()))], NATIONAL, 2026
    )
    sheet = reading.book.sheet(table)
    assert sheet is not None, [each.title for each in reading.book]
    return list(sheet.rows)


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        (("滨江市测试局|30|30", "巡查项目|10|10", "信息化项目|20|20"), "subtotal detail detail"),
        (("合计|10|10", "测试局（本级）|10|10", "巡查项目|10|10"), "total subtotal detail"),
        # Of one amount and named like units: projects, unless the total says otherwise.
        (("智慧园区|10|10", "数据维护|10|10"), "detail detail"),
        (("图书馆|10|10", "展厅|10|10", "体育馆|10|10", "剧场|10|10"), "detail " * 4),
        (("合计|40|40", *(f"{n}号馆|10|10" for n in range(4))), "total " + "detail " * 4),
        (
            ("合计|60|60", "测试局|30|30", "巡查|30|30", "测试服务中心|30|30", "演练|30|30"),
            "total subtotal detail subtotal detail",
        ),
        (
            (
                "测试办公室|30|30",
                "巡查|30|30",
                "气象台（气候中心）|9|9",
                "数据维护|4|4",
                "演练|5|5",
            ),
            "subtotal detail subtotal detail detail",
        ),
        # A sum that is a little off is a mistake of the document, for the rules to find.
        (("测试局|1000.5|1000.5", "巡查|500|500", "演练|500|500"), "subtotal detail detail"),
        # A project named like a unit, a unit that is no sum, a first row that names none.
        (("巡查|10|10", "测试中心|30|30", "演练|30|30"), "detail detail detail"),
        (("测试局|30|30", "巡查|10|10", "演练|10|10"), "detail detail detail"),
    ],
)
def test_a_units_row_is_a_sum(lines: tuple[str, ...], kinds: str) -> None:
    assert [str(each.kind) for each in rows_of(PROJECTS, *lines)] == kinds.split()


def test_classes_with_their_parts_are_below_a_unit_once_more() -> None:
    lines = (
        "测试局|30|30",
        "工资福利支出|20|20",
        "基本工资|20|20",
        "商品和服务支出|10|10",
        "办公费|10|10",
    )
    rows = rows_of(BASIC, *lines)
    kinds = ["subtotal", "subtotal", "detail", "subtotal", "detail"]
    assert [str(each.kind) for each in rows] == kinds
    assert rows[2].value("economic_name") == "基本工资"
