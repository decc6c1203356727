"""A table as its form prints it is read back as it was, whatever it holds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosures.classification.money import Unit
from disclosures.documents.grids.sheet import Expected, read_sheet
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Row
from disclosures.tables.lines import Line
from disclosures.tables.registry import TABLES
from disclosures.tables.spec import TableSpec
from tests.documents.grids.printed import grid_of
from tests.documents.grids.sheets import balances, filled_sheets, printed_rows
from tests.exports.made import unread

ONE_LIST = [spec for spec in TABLES.values() if not spec.halves]
TWO_LISTS = [spec for spec in TABLES.values() if spec.halves]


@pytest.mark.parametrize("spec", ONE_LIST, ids=lambda spec: spec.name)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_a_list(spec: TableSpec, data: st.DataObject) -> None:
    sheet = data.draw(filled_sheets(spec))
    reading = read_sheet(
        grid_of(spec, sheet, unit=sheet.unit), Expected(spec, spec.title, 1, Unit.YUAN)
    )
    assert unread(reading.problems) == []
    assert reading.sheet.unit == sheet.unit
    told = tuple(each.field for each in spec.columns if not each.is_printed)
    assert printed_rows(reading.sheet, told) == printed_rows(sheet)
    assert [_children(row) for row in reading.sheet.rows] == [_children(row) for row in sheet.rows]


def _children(row: Row) -> list[dict[str, tuple[object, str]]]:
    return [{n: (c.value, c.printed) for n, c in each.cells.items()} for each in row.children]


@pytest.mark.parametrize("spec", TWO_LISTS, ids=lambda spec: spec.name)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_two_lists(spec: TableSpec, data: st.DataObject) -> None:
    sheet = data.draw(balances(spec))
    reading = read_sheet(
        grid_of(spec, sheet, unit=sheet.unit), Expected(spec, spec.title, 1, Unit.YUAN, 2031)
    )
    assert unread(reading.problems) == []
    assert printed_rows(reading.sheet, ("line", "function_code")) == printed_rows(sheet)
    assert [row.value("line") for row in reading.sheet.rows] == [
        Line.GENERAL_BUDGET,
        Line.INCOME_THIS_YEAR,
        Line.CARRIED_FORWARD,
        Line.INCOME_TOTAL,
        Line.FUNCTION,
        Line.EXPENDITURE_THIS_YEAR,
        Line.EXPENDITURE_TOTAL,
    ]
    assert reading.sheet.rows[4].value("function_code") == "201"


@pytest.mark.parametrize("spec", TABLES.values(), ids=TABLES)
def test_an_empty_table_keeps_its_sentence(spec: TableSpec) -> None:
    note = "说明：本部门无此项内容，故本表为空表。"
    reading = read_sheet(grid_of(spec, note=note), Expected(spec, spec.title, 1, Unit.YUAN))
    assert reading.sheet.state is TableState.DECLARED_EMPTY
    assert reading.sheet.statement == note
    assert reading.sheet.rows == ()
    assert unread(reading.problems) == []
