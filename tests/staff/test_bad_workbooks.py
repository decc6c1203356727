"""A workbook that is not this draft's, or cannot be meant so: refused or said, by its cell."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl.worksheet.worksheet import Worksheet

from disclosures.models import Revision, Upload
from tests.documents.workbook.official import workbook
from tests.publishing.conftest import draft, people
from tests.staff.test_workbooks import CHANGED, address, confirmed, desk, stored, uploaded

__all__ = ["desk", "draft", "people"]

BY_FUNCTION = [
    ("2080505", "养老", 50.09, 50.09, 50.09, 0, 0),
    ("2999999", "没有的科目", 1, 1, 1, 0, 0),
    ("2080505", "养老", 2, 2, 2, 0, 0),
]


def changed(fill: Callable[[Worksheet], object]) -> bytes:
    made = openpyxl.load_workbook(BytesIO(workbook(three_public=[CHANGED])))
    fill(made.worksheets[0])
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def can_be_confirmed(page: Any) -> bool:
    return bool(page.xpath("//input[@value='确认导入']"))


def test_another_department_s_workbook_is_refused(desk: Client, draft: Revision) -> None:
    page = uploaded(desk, draft, changed(lambda sheet: put(sheet, "A2", "部门：昆明市水务局")))
    assert (
        "表上写的是“昆明市水务局”，这份草稿是“昆明市网格化综合监督指挥中心”的"
        in page.text_content()
    )
    assert not can_be_confirmed(page)


def test_another_year_s_workbook_is_refused(desk: Client, draft: Revision) -> None:
    page = uploaded(desk, draft, changed(lambda sheet: put(sheet, "A2", "年度：2021年")))
    assert "表上写的是2021年，这份草稿是2022年的" in page.text_content()
    assert not can_be_confirmed(page)


@pytest.mark.parametrize(
    "words",
    ["部门：昆明市网格化综合监督指挥中心（本级）", "部门：网格化综合监督指挥中心", "2022年度"],
)
def test_its_own_workbook_is_taken(desk: Client, draft: Revision, words: str) -> None:
    page = uploaded(desk, draft, changed(lambda sheet: put(sheet, "A2", words)))
    assert can_be_confirmed(page)


def put(sheet: Worksheet, cell: str, value: object) -> None:
    sheet[cell] = value


def test_unknown_and_repeated_codes_are_said_by_their_cells(desk: Client, draft: Revision) -> None:
    page = uploaded(desk, draft, workbook(general_budget_by_function=BY_FUNCTION))
    said = page.text_content()
    assert "general_budget_by_function!A6“功能科目编码”2999999不在2022年的科目表中" in said
    assert "general_budget_by_function!A7科目2080505重复：A5已有同一科目的一行" in said
    assert can_be_confirmed(page)


def test_an_amount_below_zero_is_said_by_its_cell(desk: Client, draft: Revision) -> None:
    page = uploaded(desk, draft, workbook(three_public=[(-3.36, 0, 0, 0, 0, -3.36)]))
    assert "three_public!A5“三公”经费合计" in page.text_content().replace("““", "“")
    assert "是负数“-3.36”" in page.text_content()


@pytest.mark.parametrize("amount", [1e13, 99999999999999999999, "9" * 40])
def test_an_amount_beyond_any_column_is_an_error_of_its_cell(
    desk: Client, draft: Revision, amount: object
) -> None:
    before = stored(draft)
    page = uploaded(desk, draft, workbook(three_public=[(amount, 0, 0, 0, 0, 3.3)]))
    assert "three_public!A5" in page.text_content()
    assert "整数部分不超过16位的数" in page.text_content()
    assert not can_be_confirmed(page)
    assert stored(draft) == before


def test_a_file_of_a_hundred_megabytes_is_refused_unread(desk: Client, draft: Revision) -> None:
    file = SimpleUploadedFile("表.xlsx", b"PK\x03\x04" + bytes(100 * 1024 * 1024))
    answer = desk.post(address(draft), {"workbook": file})
    assert answer.status_code == 400
    assert "100 MB，超过 20 MB 的上限" in answer.content.decode()
    assert not Upload.objects.filter(name="表.xlsx").exists()


def test_a_wrong_cell_keeps_everything_out(desk: Client, draft: Revision) -> None:
    before = stored(draft)
    rows = [("指挥中心", "设备", "A02", "打印机", "台", "两", 0.15, 0.3)]
    page = uploaded(desk, draft, workbook(three_public=[CHANGED], new_assets=rows))
    assert "new_assets!F" in page.text_content()
    assert not can_be_confirmed(page)
    confirmed(desk, draft, page)
    assert stored(draft) == before
