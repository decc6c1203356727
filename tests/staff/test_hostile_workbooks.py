"""A workbook that is hostile or cannot be meant so, handed in at the desk: each is refused or told,

in plain words with file, sheet, cell and remedy; nothing of it is stored.
"""

import re
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from disclosures.models import Event, Revision, Source, Upload
from tests.documents.workbook.hostile import FILES
from tests.documents.workbook.official import workbook
from tests.publishing.conftest import draft, people
from tests.staff.test_bad_workbooks import can_be_confirmed
from tests.staff.test_workbooks import address, confirmed, desk, stored, uploaded

__all__ = ["desk", "draft", "people"]

ASSETS = "new_assets"
THREE = "three_public"
REMEDY = re.compile("请|应为")
NAMED = ("指挥中心", "设备", "A02", "打印机", "台")
# What stands in a cell, and what is said of that cell.
CELLS: tuple[tuple[str, str, object, str], ...] = (
    (THREE, "A5", "=B5+F5", "公式“=B5+F5”没有计算结果。请用 Excel 或 WPS 打开文件"),
    (THREE, "B5", "#REF!", "单元格是错误值“#REF!”"),
    (THREE, "C5", True, "单元格是逻辑值“TRUE”"),
    (THREE, "D5", date(2022, 1, 2), "应为一个数，请去掉文字和多余的符号，现为“2022-01-02”"),
    (ASSETS, "H6", date(2022, 1, 2), "单元格是日期或时间“2022-01-02”"),
    (THREE, "E5", 1e30, "整数部分不超过16位的数"),
    (THREE, "F5", "NaN", "应为一个数，请去掉文字和多余的符号"),
    (ASSETS, "F5", "两", "应为一个数，请去掉文字和多余的符号，现为“两”"),
    (ASSETS, "G5", 0.1234567, "应为精确到分的万元数，请核对金额单位或小数位"),
)


@pytest.fixture
def at_first(draft: Revision) -> tuple[object, ...]:
    return everything(draft)


def everything(draft: Revision) -> tuple[object, ...]:
    """What may not change: the rows, the sources, the trail."""
    return (
        stored(draft),
        Source.objects.count(),
        Event.objects.filter(revision=draft).count(),
        draft.finding_set.count(),
    )


def test_every_hostile_file_is_refused_in_words(
    desk: Client, draft: Revision, at_first: tuple[object, ...]
) -> None:
    for each in FILES:
        answer = desk.post(address(draft), {"workbook": SimpleUploadedFile(each.name, each.make())})
        said = answer.content.decode()
        assert answer.status_code == 400, each.name
        assert each.words in said, each.name
        assert REMEDY.search(said), each.name
    assert not Upload.objects.filter(name__in=[each.name for each in FILES]).exists()
    assert everything(draft) == at_first


def of_wrong_cells() -> bytes:
    """A workbook in which every cell of the table above is as it must not be."""
    made = openpyxl.load_workbook(
        BytesIO(workbook(three_public=[(0,) * 6], new_assets=[(*NAMED, 2, 0.15, 0.3)] * 2))
    )
    for sheet, cell, value, _ in CELLS:
        made[sheet][cell] = value
    made[THREE]["B5"].data_type = "e"
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_every_wrong_cell_is_told_by_its_name(
    desk: Client, draft: Revision, at_first: tuple[object, ...]
) -> None:
    page = uploaded(desk, draft, of_wrong_cells())
    told = "".join(page.text_content().split())
    for sheet, cell, _, words in CELLS:
        said = re.search(rf"{sheet}!{cell}(?![0-9])(.*?)(?={THREE}!|{ASSETS}!|$)", told)
        assert said, (sheet, cell)
        assert "".join(words.split()) in said[1], (sheet, cell, said[1][:80])
    assert not can_be_confirmed(page)
    confirmed(desk, draft, page)
    assert everything(draft) == at_first
