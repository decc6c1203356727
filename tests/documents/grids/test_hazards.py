"""What a table of a careless office holds is said, with its place and the remedy."""

from dataclasses import replace
from decimal import Decimal

import pytest

from disclosures.classification.money import Unit
from disclosures.documents.forms.registry import FORMS
from disclosures.documents.grids.book import read_book
from disclosures.documents.grids.grid import Grid, Place
from disclosures.documents.grids.problem import Severity
from disclosures.documents.grids.sheet import Expected, Reading, read_sheet
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Cell, Row, Sheet
from disclosures.tables.registry import TABLES
from tests.documents.grids.printed import grid_of

BY_FUNCTION = TABLES["general-budget-by-function"]
FORM = FORMS["kunming-2022"]


def by_function(**printed: str) -> Sheet:
    texts = {"function_code": "2010350", "function_name": "事业运行", "total": "7"} | printed
    row = Row({name: Cell(None, text) for name, text in texts.items()})
    return Sheet(BY_FUNCTION.name, BY_FUNCTION.title, 1, TableState.FILLED, "元", (row,))


def read(grid: Grid) -> Reading:
    return read_sheet(grid, Expected(BY_FUNCTION, BY_FUNCTION.title, 5, Unit.YUAN))


@pytest.mark.parametrize(
    ("column", "text", "said"),
    [
        ("total", "七", "“支出合计”应为一个数，请去掉文字和多余的符号，现为“七”"),
        ("total", "1.2.3", "应为一个数"),
        ("total", "1,23", "应为一个数"),
        ("total", "#REF!", "应为一个数"),
        ("total", "0.001", "精确到分的元数"),
        ("function_code", "20103X", "3、5或7位数字的科目编码"),
        ("function_code", "20103501", "3、5或7位数字的科目编码"),
    ],
)
def test_a_cell_that_is_no_value_keeps_its_text(column: str, text: str, said: str) -> None:
    reading = read(
        grid_of(BY_FUNCTION, by_function(**{"total": "7", "basic": "7"} | {column: text}))
    )
    (problem,) = reading.problems
    assert said in problem.message
    assert problem.value == text
    assert problem.where["cell"].startswith("R4C")
    cell = reading.sheet.rows[0].cells[column]
    assert (cell.value, cell.printed) == (None, text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("１，２３４．５０", "1234.50"),
        ("1,234.5", "1234.5"),
        ("-3", "-3"),
        ("0", "0"),
        ("1 234.56", "1234.56"),
    ],
)
def test_numbers_as_offices_type_them(text: str, value: str) -> None:
    reading = read(grid_of(BY_FUNCTION, by_function(total=text)))
    assert reading.problems == ()
    assert reading.sheet.rows[0].value("total") == Decimal(value)
    assert reading.sheet.rows[0].cells["total"].printed == text


def test_a_column_that_no_field_claims_is_said() -> None:
    grid = grid_of(BY_FUNCTION, by_function())
    stray = Place("去年的某数", 2, grid.width, 2, 1, {"sheet": "5", "cell": "H3"})
    reading = read(replace(grid, places=(*grid.places, stray), width=grid.width + 1))
    (problem,) = reading.problems
    assert "去年的某数" in problem.message
    assert problem.place == "5!H3"


def test_two_columns_with_one_header_are_neither() -> None:
    grid = grid_of(BY_FUNCTION, by_function())
    twin = Place("合计", 2, grid.width, 2, 1)
    reading = read(replace(grid, places=(*grid.places, twin), width=grid.width + 1))
    assert any("有几列都可能是“支出合计”" in each.message for each in reading.problems)
    assert "total" not in reading.sheet.rows[0].cells


def test_columns_may_stand_in_any_order() -> None:
    grid = grid_of(BY_FUNCTION, by_function(project="3"))
    turned = [replace(each, column=grid.width - each.column - each.columns) for each in grid.places]
    reading = read(replace(grid, places=tuple(turned)))
    assert reading.problems == ()
    assert reading.sheet.rows[0].value("total") == 7
    assert reading.sheet.rows[0].value("project") == 3


def test_a_header_without_merges_is_read_by_its_groups() -> None:
    grid = grid_of(BY_FUNCTION, by_function(basic="5", basic_personnel="4"))
    reading = read(replace(grid, places=tuple(replace(e, rows=1, columns=1) for e in grid.places)))
    assert reading.problems == ()
    assert reading.sheet.rows[0].value("basic_personnel") == 4


def test_a_row_of_column_numbers_is_no_figure() -> None:
    grid = grid_of(BY_FUNCTION)
    numbers = [Place(str(each + 1), grid.height, each) for each in range(grid.width)]
    reading = read(replace(grid, places=(*grid.places, *numbers), height=grid.height + 1))
    assert reading.sheet.rows == ()


def test_a_missing_unit_is_said_and_the_forms_taken() -> None:
    reading = read(grid_of(BY_FUNCTION, by_function(), unit="见封面"))
    (problem,) = reading.problems
    assert problem.severity is Severity.NOTE
    assert "没有印金额单位，按表式的“元”读取" in problem.message


def test_a_total_row_is_a_total() -> None:
    row = Row({"function_code": Cell(None, "合  计"), "total": Cell(None, "7")})
    sheet = Sheet(BY_FUNCTION.name, "", 1, TableState.FILLED, "元", (row,))
    reading = read(grid_of(BY_FUNCTION, sheet))
    assert reading.problems == ()
    assert reading.sheet.rows[0].kind == "total"


def test_code_and_name_in_one_cell_are_parted() -> None:
    sheet = by_function(function_code="2010350事业运行", function_name="")
    row = read(grid_of(BY_FUNCTION, sheet)).sheet.rows[0]
    assert (row.value("function_code"), row.value("function_name")) == ("2010350", "事业运行")


def test_a_book_lists_what_is_missing_strange_or_twice() -> None:
    five = grid_of(BY_FUNCTION, by_function())
    reading = read_book([five, five], FORM)
    *listed, again = reading.book
    assert [each.table for each in listed] == [each.table for each in FORM]
    assert again.is_unknown
    assert again.state is TableState.AS_PRINTED
    assert reading.book.sheet(BY_FUNCTION.name).state is TableState.FILLED  # type: ignore[union-attr]
    missing = [each for each in reading.book if each.state is TableState.NOT_ATTACHED]
    assert len(missing) == len(FORM.tables) - 1
    assert any("又一张" in each.message for each in reading.problems)


def test_a_sheet_that_is_no_table_is_listed() -> None:
    roster = Grid(
        (Place("姓名", 0, 0), Place("生日", 0, 1), Place("张三", 1, 0)), 2, 2, name="花名册"
    )
    reading = read_book([roster], FORM)
    assert [each.title for each in reading.book if each.is_unknown] == ["花名册"]
    assert any("“花名册”不是" in each.message for each in reading.problems)


@pytest.mark.parametrize("name", [each.table for each in FORM])
def test_a_table_without_title_is_told_by_its_header(name: str) -> None:
    spec = TABLES[name]
    grid = grid_of(spec, title="附件")
    reading = read_book([replace(grid, name="Sheet1")], FORM)
    found = [each.table for each in reading.book if each.state is TableState.DECLARED_EMPTY]
    twins = {
        "financial-balance": "fiscal-balance",
        "project-performance": "",
        "project-performance-issued-separately": "",
        "transfer-performance": "",
        "fiscal-balance": "",
    }
    assert found == ([name] if name not in twins else [])
