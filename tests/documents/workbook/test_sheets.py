"""A sheet becomes one grid: what shows, where it stands, merged as printed."""

from decimal import Decimal

import pytest
from openpyxl import Workbook as Made
from openpyxl.worksheet.worksheet import Worksheet

from disclosures.documents.forms.registry import FORMS
from disclosures.documents.grids.book import read_book
from disclosures.documents.grids.problem import Severity
from tests.documents.workbook.made import (
    changed,
    label,
    number,
    ods,
    read,
    record,
    saved,
    texts,
    xls,
    xlsx,
)
from tests.documents.workbook.official import print_table


def shapes(data: bytes) -> dict[str, tuple[int, int, int, int]]:
    """Where each text stands in the grid, and its span."""
    (grid,) = read(data).grids
    return {each.text: (each.row, each.column, each.rows, each.columns) for each in grid.places}


def merged_header(sheet: Worksheet) -> None:
    for cell, text in {"A1": "功能", "A2": "编码", "B2": "名称", "C1": "合计", "C3": 7}.items():
        sheet[cell] = text
    sheet["A3"], sheet["B3"] = "201", "服务"
    sheet.merge_cells("A1:B1")
    sheet.merge_cells("C1:C2")


HEADER = {
    "功能": (0, 0, 1, 2),
    "编码": (1, 0, 1, 1),
    "名称": (1, 1, 1, 1),
    "合计": (0, 2, 2, 1),
    "7": (2, 2, 1, 1),
    "201": (2, 0, 1, 1),
    "服务": (2, 1, 1, 1),
}


def test_merged_ranges_of_an_xlsx() -> None:
    assert shapes(xlsx(merged_header)) == HEADER


def test_merged_ranges_of_an_xls() -> None:
    ranges = b"".join(each.to_bytes(2, "little") for each in (2, 0, 0, 0, 1, 0, 1, 2, 2))
    cells = [label(0, 0, "功能"), label(0, 2, "合计"), label(1, 0, "编码"), label(1, 1, "名称")]
    cells += [label(2, 0, "201"), label(2, 1, "服务"), number(2, 2, 7), record(0x00E5, ranges)]
    assert shapes(xls(*cells)) == HEADER


def test_merged_ranges_of_an_ods() -> None:
    def cell(text: str, span: str = "") -> str:
        return (
            f'<table:table-cell office:value-type="string" {span}><text:p>{text}</text:p>'
            "</table:table-cell>"
        )

    covered = "<table:covered-table-cell/>"
    rows = (
        cell("功能", 'table:number-columns-spanned="2"')
        + covered
        + cell("合计", 'table:number-rows-spanned="2"'),
        cell("编码") + cell("名称") + covered,
        cell("201") + cell("服务") + cell("7"),
    )
    blank = (
        '<table:table-row table:number-rows-repeated="1048573"><table:table-cell/>'
        "</table:table-row>"
    )
    inside = "".join(f"<table:table-row>{each}</table:table-row>" for each in rows) + blank
    assert shapes(ods(f'<table:table table:name="表1">{inside}</table:table>')) == HEADER


def test_a_stray_mark_far_away_makes_no_endless_grid() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["XFD1048576"] = "部门", "x"

    workbook = read(xlsx(fill))
    assert (workbook.grids[0].height, workbook.grids[0].width) == (2, 2)
    assert texts(workbook) == {"A1": "部门", "XFD1048576": "x"}


def test_a_million_rows_claimed_and_styled_cells_without_content() -> None:
    def claimed(xml: bytes) -> bytes:
        rows = b"".join(b'<row r="%d"><c r="ZZ%d" s="0"/></row>' % (n, n) for n in range(9, 90_000))
        xml = xml.replace(b'<dimension ref="A1:A1"', b'<dimension ref="A1:XFD1048576"')
        return xml.replace(b"</sheetData>", rows + b"</sheetData>")

    data = xlsx(lambda sheet: sheet.append(["部门"]))
    assert texts(read(changed(data, {"xl/worksheets/sheet1.xml": claimed}))) == {"A1": "部门"}


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_what_is_hidden_is_read_and_said(state: str) -> None:
    made = Made()
    made.active.append(["看得见"])
    sheet = made.create_sheet("旧表")
    sheet.sheet_state = state
    sheet["B2"], sheet["C3"], sheet["D4"] = "甲", "乙", "丙"
    sheet.row_dimensions[3].hidden = True
    sheet.row_dimensions[9].hidden = True
    sheet.column_dimensions["D"].hidden = True
    workbook = read(saved(made))
    assert [grid.name for grid in workbook.grids] == ["Sheet", "旧表"]
    assert texts(workbook)["C3"] == "乙"
    assert [each.severity for each in workbook.problems] == [Severity.NOTE] * 3
    assert [each.message.partition("隐藏")[0] for each in workbook.problems] == [
        "工作表“旧表”是",
        "第 3 行是",
        "第 D 列是",
    ]


def test_what_is_hidden_in_an_xls_is_said() -> None:
    row = record(0x0208, bytes([2, 0, 0, 0, 2, 0, 255, 0, 0, 0, 0, 0, 0x20, 0, 0, 0]))
    column = record(0x007D, bytes([1, 0, 1, 0, 0, 8, 0, 0, 1, 0, 0, 0]))
    workbook = read(xls(row, column, label(2, 1, "甲"), state=2))
    assert [each.message.partition("隐藏")[0] for each in workbook.problems] == [
        "工作表“表1”是",
        "第 3 行是",
        "第 B 列是",
    ]


def test_what_is_hidden_in_an_ods_is_said() -> None:
    style = (
        '<style:style style:name="ta1"><style:table-properties table:display="false"/>'
        "</style:style>"
    )
    tables = (
        '<table:table table:name="表1" table:style-name="ta1">'
        '<table:table-column table:visibility="collapse"/>'
        '<table:table-row table:visibility="filter"><table:table-cell><text:p>甲</text:p>'
        "</table:table-cell></table:table-row></table:table>"
    )
    assert len(read(ods(tables, style)).problems) == 3


def test_cells_that_do_not_say_where_they_stand() -> None:
    rows = b'<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c><v>3</v></c></row><row><c/>'
    rows += b"<c><v>4</v></c></row>"
    data = xlsx(lambda sheet: sheet.append(["甲"]))

    def bare(xml: bytes) -> bytes:
        before, _, rest = xml.partition(b"<sheetData>")
        return before + b"<sheetData>" + rows + b"</sheetData>" + rest.partition(b"</sheetData>")[2]

    workbook = read(changed(data, {"xl/worksheets/sheet1.xml": bare}))
    assert texts(workbook) == {"A1": "1", "B1": "2", "A4": "3", "B5": "4"}


def test_what_a_merged_range_hides_is_said() -> None:
    data = xlsx(lambda sheet: sheet.append(["甲", "乙", "丙"]))
    merge = b'</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>'
    workbook = read(
        changed(data, {"xl/worksheets/sheet1.xml": lambda xml: xml.replace(b"</sheetData>", merge)})
    )
    assert texts(workbook) == {"A1": "甲", "C1": "丙"}
    (note,) = workbook.problems
    assert "遮住了 B1" in note.message


def test_links_to_other_files_are_noted() -> None:
    data = xlsx(lambda sheet: sheet.append(["甲"]))
    data = changed(data, {"xl/externalLinks/externalLink1.xml": lambda _: b"<x/>"})
    (note,) = read(data).problems
    assert "引用了其他文件" in note.message


def test_content_and_not_the_name_tells_what_a_file_is() -> None:
    assert "openxml" in read(xlsx(lambda sheet: sheet.append(["甲"])), "表.xls").media
    assert read(xls(label(0, 0, "甲")), "表.et").media == "application/vnd.ms-excel"


def official(sheet: Worksheet) -> None:
    """部门支出预算表 of Kunming, as its template prints it, with one line filled in."""
    line = (2010350.0, "事业运行", 1202.94, 0.1 + 0.2, 0.3, None, 1202.64)
    print_table(sheet, "general-budget-by-function", [line])
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(line))


def test_an_official_table_from_the_sheet_to_its_amounts() -> None:
    workbook = read(xlsx(official))
    reading = read_book(workbook.grids, FORMS["kunming-2022"], 2022)
    sheet = next(each for each in reading.book if each.table == "general-budget-by-function")
    assert [each for each in reading.problems if each.severity is Severity.ERROR] == []
    (row,) = sheet.rows
    amounts = {name: cell.value for name, cell in row.cells.items() if cell.value is not None}
    assert amounts["function_code"] == "2010350"
    assert amounts["total"] == Decimal("12029400.00")
    assert Decimal("3000.00") in amounts.values()
    assert row.cells["total"].where == {"sheet": "表1", "cell": "C5"}
