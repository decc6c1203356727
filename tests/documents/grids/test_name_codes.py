"""Names that a table prints without codes get those of their year; what is not sure gets none."""

import pytest

from disclosures.documents.forms.registry import NATIONAL
from disclosures.documents.grids.book import BookReading, read_book
from disclosures.tables.book import Row
from tests.documents.grids.other_cities import Printed, grid_of

HEADER = "支出项目类别|总计|一般公共预算拨款"


def reading_of(*lines: str, header: str = HEADER) -> BookReading:
    printed = Printed("某市", "基本支出总表", "basic-expenditure", (header, *lines), ())
    return read_book([grid_of(printed)], NATIONAL, 2026)


def rows_of(reading: BookReading) -> list[Row]:
    sheet = reading.book.sheet("basic-expenditure")
    assert sheet is not None
    return list(sheet.rows)


def codes_of(*lines: str) -> list[object]:
    return [row.value("economic_code") for row in rows_of(reading_of(*lines))]


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        (("工资福利支出|20|20", "基本工资|20|20"), ["301", "30101"]),
        # 奖励金 is of 303 alone; 其他支出 is a 类 and its own 款; 办公设备购置 is of 309 and 310.
        (("商品和服务支出|3|3", "办公费|3|3", "奖励金|1|1"), ["302", "30201", "30309"]),
        (("办公费|3|3", "其他支出|1|1", "办公设备购置|1|1"), ["30201", None, None]),
        (("资本性支出|1|1", "办公设备购置|1|1"), ["310", "31002"]),
        (("测试局|3|3", "办公经费保障|3|3"), [None, None]),
    ],
)
def test_a_name_means_the_one_code_that_fits(lines: tuple[str, ...], codes: list[object]) -> None:
    assert codes_of(*lines) == codes


def test_what_was_not_printed_stays_unprinted_and_a_class_is_the_sum_of_its_parts() -> None:
    rows = rows_of(reading_of("工资福利支出|20|20", "基本工资|20|20"))
    assert [(str(row.kind), row.cells["economic_code"].printed) for row in rows] == [
        ("subtotal", ""),
        ("detail", ""),
    ]


def test_names_without_a_code_are_said() -> None:
    messages = [each.message for each in reading_of("办公费|3|3", "其他支出|1|1").problems]
    assert [each for each in messages if "“其他支出”不能对应到唯一的编码" in each]


def test_a_table_that_prints_codes_keeps_to_them() -> None:
    header = "部门经济科目编码|部门经济科目名称|总计"
    rows = rows_of(reading_of("30201|办公费|3", "|印刷费|1", header=header))
    assert [row.value("economic_code") for row in rows] == ["30201", None]
