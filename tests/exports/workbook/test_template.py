"""The official template: untouched it says nothing, filled in it adds up, in any office program."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from disclosures.classification.codes import code_lists
from disclosures.documents.forms.form import Form
from disclosures.documents.forms.registry import FORMS, NATIONAL
from disclosures.documents.grids.balance import line_called
from disclosures.documents.grids.problem import Problem, Severity
from disclosures.documents.workbook.read import Workbook, book_of_workbook, read_workbook
from disclosures.documents.workbook.unfilled import has_amounts
from disclosures.exports.workbook.last_year import lines_again
from disclosures.exports.workbook.template import Wanted, template
from disclosures.tables.book import Book, RowKind, Sheet
from disclosures.tables.layout import layout
from disclosures.tables.lines import Line, Side
from disclosures.tables.registry import TABLES
from tests.exports.workbook.office import saved_again
from tests.rules.example_tables import good_book

WHEN = datetime(2026, 2, 17, tzinfo=UTC)
KUNMING = FORMS["kunming-2026"]
DISTRICTS = ("五华区", "盘龙区")
YEAR = 2026
WANTED = Wanted(KUNMING, "某局", YEAR, code_lists(), WHEN, DISTRICTS)


def read(data: bytes, form: Form = KUNMING) -> tuple[Book, list[Problem]]:
    """The book, and every error in reading it."""
    found = read_workbook(data, "x.xlsx")
    assert isinstance(found, Workbook), found
    reading = book_of_workbook(found, form, YEAR)
    problems = (*found.problems, *reading.problems)
    return reading.book, [each for each in problems if each.severity is Severity.ERROR]


def says_nothing(data: bytes, form: Form = KUNMING) -> bool:
    book, errors = read(data, form)
    assert errors == []
    assert {each.table for each in form} == {each.table for each in book}
    return not any((each.rows and has_amounts(each)) or each.statement for each in book)


@pytest.mark.parametrize("form", [*FORMS.values(), NATIONAL], ids=lambda form: form.name)
def test_an_untouched_template_says_nothing(form: Form) -> None:
    assert says_nothing(template(replace(WANTED, form=form)), form)


def test_last_year_beside_the_empty_cells_is_not_read() -> None:
    data = template(replace(WANTED, last_year=good_book()))
    texts = {
        str(cell.value) for sheet in openpyxl.load_workbook(BytesIO(data)) for cell in cells(sheet)
    }
    assert {"4,300,000.00", "档案数字化"} <= texts
    assert says_nothing(data)


def test_last_year_stands_in_the_unit_of_this_year() -> None:
    wan = replace(WANTED, form=FORMS["kunming-2022"], last_year=good_book())
    texts = {str(c.value) for s in openpyxl.load_workbook(BytesIO(template(wan))) for c in cells(s)}
    assert "430.00" in texts
    assert any("单位：万元" in each and "上年" in each for each in texts)


def test_it_has_lists_comments_and_protected_formulas() -> None:
    made = openpyxl.load_workbook(BytesIO(template(WANTED)))
    assert made["科目"].sheet_state == "hidden"
    sheet = sheet_of(made, "一般公共预算支出预算表")
    assert sheet.merged_cells.ranges
    (choice,) = sheet.data_validations.dataValidation
    assert (str(choice.sqref).split(":")[0], choice.formula1[:6]) == ("A5", "科目!$A$")
    comments = [cell.comment.text for cell in cells(sheet) if cell.comment]
    assert any("基本支出 › 人员经费" in each and "单位：元" in each for each in comments)
    assert sheet.protection.sheet
    formulas = {cell.coordinate: cell for cell in cells(sheet) if cell.data_type == "f"}
    assert formulas["D5"].value == '=IF(COUNT(E5,F5)=0,"",SUM(E5,F5))'
    assert all(each.protection.locked for each in formulas.values())
    assert not sheet["E5"].protection.locked
    assert not sheet["A5"].protection.locked


def test_every_balance_line_is_known_by_its_label() -> None:
    for name in ("financial-balance", "fiscal-balance"):
        for half in TABLES[name].halves:
            for each in half.lines:
                is_part = each.line.startswith(f"{Line.CARRIED_FORWARD}_")
                if each.line is not Line.FUNCTION and not is_part:
                    assert line_called(each.label, Side(half.side)) is each.line


def test_a_formula_nobody_calculated_is_named_by_its_cell() -> None:
    _, errors = read(filled(template(WANTED), good_book()))
    assert "6 一般公共预算三公经费支出预算表!A5" in {each.place for each in errors}
    assert len([each for each in errors if "没有计算结果" in each.message]) > 100


def test_an_office_program_calculates_the_totals(tmp_path: Path) -> None:
    data = filled(template(replace(WANTED, last_year=good_book())), good_book())
    book, errors = read(saved_again(data, tmp_path))
    assert errors == []
    for sheet in good_book():
        if found := book.sheet(sheet.table):
            assert amounts(found) == amounts(sheet), sheet.table


def test_a_class_row_of_last_year_is_the_sum_of_what_is_typed_below_it(tmp_path: Path) -> None:
    name = "general-budget-by-function"
    made = openpyxl.load_workbook(BytesIO(template(replace(WANTED, last_year=good_book()))))
    sheet = sheet_of(made, "一般公共预算支出预算表")
    lines = {str(line[0].value): line for line in sheet.iter_rows(min_row=5) if line[0].value}
    assert [*lines][:4] == ["201", "20126", "2012601", "2012604"]
    for code in ("201", "20126", "合计"):
        assert {each.data_type for each in lines[code][2:7]} == {"f"}, code
        assert all(each.protection.locked for each in lines[code][2:7])
    assert not lines["2012601"][4].protection.locked
    for code, column, amount in (("2012601", 4, 100.1), ("2012604", 6, 0.2), ("2080505", 4, 7)):
        lines[code][column].value = amount
    new = next(line for line in sheet.iter_rows(min_row=5) if line[0].value is None)
    new[0].value, new[1].value, new[6].value = "2012699", "新增的一项", 1000
    stream = BytesIO()
    made.save(stream)
    book, errors = read(saved_again(stream.getvalue(), tmp_path))
    assert errors == []
    found = book.sheet(name)
    assert found is not None
    totals = {str(row.value("function_code") or "合计"): row.money("total") for row in found.rows}
    assert {code: str(each) for code, each in totals.items() if each is not None} == {
        "201": "1100.30",
        "20126": "1100.30",
        "2012601": "100.10",
        "2012604": "0.20",
        "208": "7.00",
        "20805": "7.00",
        "2080505": "7.00",
        "2012699": "1000.00",
        "合计": "1107.30",
    }
    blank = next(row for row in found.rows if row.value("function_code") == "221")
    assert blank.cells["total"].printed == ""


def test_codes_printed_by_several_units_are_not_begun_with() -> None:
    (sheet,) = [each for each in good_book() if each.table == "general-budget-by-function"]
    twice = replace(sheet, rows=(*sheet.rows[:-1], *sheet.rows))
    spec = TABLES[sheet.table]
    assert len(lines_again(spec, sheet)) == len(sheet.rows) - 1
    assert lines_again(spec, twice) == ()
    projects = good_book().sheet("project-expenditure")
    assert lines_again(TABLES["project-expenditure"], projects) == ()


def test_an_office_program_leaves_the_untouched_template_empty(tmp_path: Path) -> None:
    assert says_nothing(saved_again(template(replace(WANTED, last_year=good_book())), tmp_path))


@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_it_is_the_same_book_in_every_format(suffix: str, tmp_path: Path) -> None:
    data = saved_again(filled(template(WANTED), good_book()), tmp_path, suffix)
    book, errors = read(data)
    assert errors == []
    for sheet in good_book():
        if found := book.sheet(sheet.table):
            assert amounts(found) == amounts(sheet), sheet.table


def cells(sheet: Worksheet) -> Iterator:  # type: ignore[type-arg]
    return (cell for line in sheet.iter_rows() for cell in line)


def sheet_of(book: openpyxl.Workbook, words: str) -> Worksheet:
    return next(each for each in book.worksheets if words in each.title)


def filled(data: bytes, book: Book) -> bytes:
    """The template as an officer fills it in: everything but what it adds up by itself."""
    made = openpyxl.load_workbook(BytesIO(data))
    for position, table in enumerate(KUNMING, start=1):
        (sheet,) = [each for each in made.worksheets if each.title.startswith(f"{position} ")]
        before = book.sheet(table.table)
        assert before is not None
        if TABLES[table.table].halves:
            fill_lines(sheet, before)
        else:
            fill_rows(sheet, before)
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def fill_rows(sheet: Worksheet, before: Sheet) -> None:
    laid = layout(TABLES[before.table], before)
    total = [cell.row for cell in sheet["A"] if cell.value == "合计"]
    for row, line in enumerate(laid.body, start=3 + len(laid.header)):
        is_total = line[0].row is not None and line[0].row.kind is RowKind.TOTAL
        for column, body in enumerate(line, start=1):
            cell = sheet.cell(total[0] if is_total else row, column)
            if body.cell and body.cell.printed and cell.data_type != "f":
                cell.value = body.cell.value


def fill_lines(sheet: Worksheet, before: Sheet) -> None:
    for half, column in zip(TABLES[before.table].halves, (2, 4), strict=True):
        lines: list[str] = []
        for each in half.lines:
            lines += WANTED.function_classes if each.line is Line.FUNCTION else [each.line]
        for row in before.rows:
            if row.value("side") != half.side:
                continue
            is_function = row.value("line") == Line.FUNCTION
            line = str(row.value("label" if is_function else "line"))
            cell = sheet.cell(5 + lines.index(line), column)
            if cell.data_type != "f":
                cell.value = row.value("amount")


def amounts(sheet: Sheet) -> list[tuple[str, dict[str, Decimal]]]:
    """Rows that say an amount: what tells them apart, and their amounts other than zero."""
    names = ("function_code", "project_name", "unit_code", "line", "procurement_item", "asset_name")
    found = []
    for row in sheet.rows:
        money = {
            name: cell.value for name, cell in row.cells.items() if isinstance(cell.value, Decimal)
        }
        name = " ".join(str(row.value(each)) for each in names if row.value(each))
        name = "合计" if row.kind is RowKind.TOTAL else name
        if any(money.values()):
            found.append((name, {key: each for key, each in money.items() if each}))
    return sorted(found, key=lambda each: each[0])
