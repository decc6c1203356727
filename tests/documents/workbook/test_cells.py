"""What a cell shows is what is read, exactly; what it does not show as a value is said."""

from datetime import date, datetime, time
from io import BytesIO

import pytest
import xlsxwriter
from openpyxl import Workbook as Made
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet

from disclosures.documents.grids.problem import Problem, Severity
from tests.documents.workbook.made import changed, label, number, ods, read, saved, texts, xls, xlsx

SHEET = "xl/worksheets/sheet1.xml"


def of_cell(value: object, cell: str = "B9") -> tuple[str, list[Problem]]:
    def fill(sheet: Worksheet) -> None:
        sheet[cell] = value

    workbook = read(xlsx(fill))
    errors = [each for each in workbook.problems if each.severity is Severity.ERROR]
    return texts(workbook)[cell], errors


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (12.5, "12.5"),
        (2080505.0, "2080505"),
        (0.1 + 0.2, "0.3"),
        (1202.94, "1202.94"),
        (123456789012.34, "123456789012.34"),
        (1e20, "100000000000000000000"),
        (1e-6, "0.000001"),
        (-0.0, "0"),
        (0, "0"),
        (-3.10, "-3.1"),
        ("1,202.94", "1,202.94"),
        ("001", "001"),
        ("基本\n支出", "基本支出"),
        (" 合计 ", "合计"),
        (CellRichText("人员", TextBlock(InlineFont(b=True), "经费")), "人员经费"),
    ],
)
def test_a_value_as_it_shows(value: object, text: str) -> None:
    assert of_cell(value) == (text, [])


@pytest.mark.parametrize(
    ("value", "text", "said"),
    [
        ("=SUM(B1:B8)", "=SUM(B1:B8)", "没有计算结果。请用 Excel 或 WPS 打开文件，保存后"),
        ("#REF!", "#REF!", "错误值“#REF!”"),
        ("#DIV/0!", "#DIV/0!", "请改正公式，或填入数值"),
        (True, "TRUE", "逻辑值“TRUE”"),
        (False, "FALSE", "逻辑值“FALSE”"),
        (date(2026, 3, 1), "2026-03-01", "日期或时间“2026-03-01”"),
        (datetime(2026, 3, 1, 8, 30), "2026-03-01 08:30:00", "日期或时间"),
        (time(8, 30), "08:30:00", "日期或时间"),
    ],
)
def test_what_is_no_value_is_said(value: object, text: str, said: str) -> None:
    shown, (problem,) = of_cell(value)
    assert shown == problem.value == text
    assert said in problem.message
    assert problem.place == "表1!B9"


def test_a_date_above_the_table_is_its_own() -> None:
    assert of_cell(date(2026, 3, 1), "B2") == ("2026-03-01", [])


@pytest.mark.parametrize("token", ["NaN", "INF", "1e400"])
def test_a_number_without_end_is_said(token: str) -> None:
    data = xlsx(lambda sheet: sheet.append([7654321]))
    data = changed(data, {SHEET: lambda xml: xml.replace(b"7654321", token.encode())})
    workbook = read(data)
    (problem,) = workbook.problems
    assert "不是有限的数" in problem.message
    assert (texts(workbook), problem.place) == ({"A1": token}, "表1!A1")


def test_digits_are_taken_from_the_file_not_from_a_float() -> None:
    data = xlsx(lambda sheet: sheet.append([7654321]))
    digits = b"9007199254740.993"  # a double holds 9007199254740.992
    data = changed(data, {SHEET: lambda xml: xml.replace(b"7654321", digits)})
    assert texts(read(data)) == {"A1": "9007199254740.99"}


def test_a_formula_with_its_result_is_the_result() -> None:
    data = xlsx(lambda sheet: sheet.append([1.5, "=A1*2", "x", '=IF(A1,"","")']))

    def calculated(xml: bytes) -> bytes:
        xml = xml.replace(b"<f>A1*2</f><v></v>", b"<f>A1*2</f><v>3</v>")
        return xml.replace(
            b'<c r="D1"><f>IF(A1,"","")</f><v></v>', b'<c r="D1" t="str"><f>IF(A1,"","")</f><v></v>'
        )

    workbook = read(changed(data, {SHEET: calculated}))
    assert texts(workbook) == {"A1": "1.5", "B1": "3", "C1": "x"}
    (note,) = workbook.problems
    assert note.severity is Severity.NOTE
    assert "重新计算" in note.message


def test_dates_in_the_calendar_of_1904() -> None:
    made = Made()
    made.epoch = datetime(1904, 1, 1)
    made.active["A1"] = date(2026, 3, 1)
    assert texts(read(saved(made))) == {"A1": "2026-03-01"}


def test_shared_texts_and_the_formats_of_dates() -> None:
    stream = BytesIO()
    made = xlsxwriter.Workbook(stream)
    sheet = made.add_worksheet("表1")
    sheet.write_rich_string(8, 0, "人员", made.add_format({"bold": 1}), "经费")
    sheet.write(8, 1, "人员\n经费")
    formats = {
        '_ "¥"* #,##0.00_ ;[Red]_ "¥"* -#,##0.00_ ;_ @_ ': "46000.5",
        "[DBNum1][$-804]General": "46000.5",
        '#,##0.00"元";[Red]-#,##0.00"days"': "46000.5",
        'yyyy"年"m"月"d"日"': "2025-12-09 12:00:00",
        57: "2025-12-09 12:00:00",  # a date of the Chinese edition, which no file spells out
    }
    for column, each in enumerate(formats, start=2):
        sheet.write(8, column, 46000.5, made.add_format({"num_format": each}))
    made.close()
    workbook = read(stream.getvalue())
    assert [*texts(workbook).values()] == ["人员经费", "人员经费", *formats.values()]
    assert [each.place for each in workbook.problems] == ["表1!F9", "表1!G9"]


def test_cells_of_an_ods() -> None:
    row = (
        '<table:table-cell office:value-type="float" office:value="0.30000000000000004"/>'
        '<table:table-cell office:value-type="string">'
        "<text:p>人员<text:span>经<text:ruby-text>jing</text:ruby-text>费</text:span>"
        "</text:p>"
        "<office:annotation><text:p>批注</text:p></office:annotation></table:table-cell>"
        '<table:table-cell table:formula="of:=SUM([.A1])"/>'
        '<table:table-cell table:formula="of:=1/0" office:value-type="string" '
        'calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
        '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>'
    )
    workbook = read(
        ods(f'<table:table table:name="表1"><table:table-row>{row}</table:table-row></table:table>')
    )
    assert texts(workbook) == {
        "A1": "0.3",
        "B1": "人员经费",
        "C1": "=SUM([.A1])",
        "D1": "#DIV/0!",
        "E1": "TRUE",
    }
    assert [each.place for each in workbook.problems] == ["表1!C1", "表1!D1", "表1!E1"]


def test_cells_of_an_xls() -> None:
    data = xls(label(0, 0, "基本\n支出"), number(0, 1, 0.1 + 0.2), number(1, 1, 2080505.0))
    workbook = read(data)
    assert texts(workbook) == {"A1": "基本支出", "B1": "0.3", "B2": "2080505"}
    assert workbook.problems == ()
