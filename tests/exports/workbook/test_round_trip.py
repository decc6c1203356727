"""A book that is written as the official workbook and read again is the same book."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.db import models
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosures.documents.forms.form import Form
from disclosures.documents.forms.registry import FORMS, NATIONAL
from disclosures.documents.grids.problem import Severity
from disclosures.documents.workbook.read import Workbook, book_of_workbook, read_workbook
from disclosures.exports.statutory import Statutory
from disclosures.exports.workbook.write import workbook
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Book, Cell, Row, RowKind, Sheet
from disclosures.tables.columns import leaves
from disclosures.tables.registry import TABLES
from disclosures.tables.spec import TableSpec
from tests.documents.grids.sheets import balances, filled_sheets

KUNMING = FORMS["kunming-2022"]
WHEN = datetime(2022, 2, 17, tzinfo=UTC)
YEAR = 2022
STATEMENTS = st.sampled_from(
    ["", "本部门无此项内容，故公开空表。", "注：数据取自系统\n2.口径同上年", "详见编制说明"]
)
HOSTILE = st.sampled_from(
    [
        "", "=1+1", "+SUM(A1)", "-2", "@x", "http://example.org", "_x0041_", "007", "1,202.940",
        "<w:p/>&amp;", "'引号", "名" * 60, "100%", "2022-01-01", "１２０", "TRUE", "#REF!",
    ]
)  # fmt: skip
Said = tuple[object, ...]


def form_of(spec: TableSpec) -> Form:
    """A form that prints the table."""
    return KUNMING if KUNMING.table(spec.name) else NATIONAL


def written_and_read(book: Book, form: Form) -> Book:
    """What the workbook of a book is read as; nothing in it is an error."""
    content = Statutory("某局2022年部门预算", "某局", "第1版", WHEN, (), (), tuple(book))
    found = read_workbook(workbook(content), "x.xlsx")
    assert isinstance(found, Workbook), found
    reading = book_of_workbook(found, form, YEAR)
    wrong = [str(each) for each in (*found.problems, *reading.problems)]
    assert [each for each in wrong if Severity.ERROR in each] == []
    return reading.book


def said(sheet: Sheet) -> Said:
    """All that a sheet says: places aside, and a column that a row lacks is blank."""
    unit = sheet.unit if sheet.rows else ""
    rows = tuple(_row(TABLES[sheet.table], row) for row in sheet.rows)
    return sheet.table, sheet.title, sheet.state, unit, sheet.statement, rows


def _row(spec: TableSpec, row: Row) -> Said:
    fields = [each.field for half in spec.halves for each in leaves(half.header)]
    fields = ["side", *fields] if fields else [each.field for each in spec.columns]
    cells = tuple((name, _cell(row.cells.get(name))) for name in fields)
    children = tuple(
        tuple((name, _cell(cell)) for name, cell in each.cells.items()) for each in row.children
    )
    return row.kind, cells, children


def _cell(cell: Cell | None) -> Said:
    return (cell.value, cell.printed, cell.nothing) if cell else (None, "", Cell(None, "").nothing)


def titled(sheet: Sheet, form: Form, statement: str = "") -> Sheet:
    table = form.table(sheet.table)
    assert table is not None
    return replace(sheet, title=table.title, statement=statement)


@st.composite
def sheets(draw: st.DrawFn, spec: TableSpec) -> Sheet:
    """A sheet that an office might have filled in, with texts as no one should, and a total."""
    if spec.halves:
        return draw(balances(spec))
    sheet = draw(filled_sheets(spec))
    rows, names = list(sheet.rows), _texts(spec)
    if names and (text := draw(HOSTILE)):
        rows[-1] = replace(rows[-1], cells=rows[-1].cells | {names[-1]: Cell(text, text)})
    if names and spec.money and draw(st.booleans()):
        cells = rows[0].cells | {names[0]: Cell("合计", "合计")}
        rows.append(Row(cells, RowKind.TOTAL, children=rows[0].children))
    return replace(sheet, rows=tuple(rows))


def _texts(spec: TableSpec) -> list[str]:
    """The columns of words: neither numbers nor codes."""
    names = [each.field for each in spec.columns if not spec.is_money(each.field)]
    fields = [
        name for name in names if isinstance(spec.field(name), models.CharField | models.TextField)
    ]
    return [name for name in fields if not name.endswith("_code")]


@pytest.mark.parametrize("spec", TABLES.values(), ids=TABLES)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_every_table_comes_back_equal(spec: TableSpec, data: st.DataObject) -> None:
    made = data.draw(sheets(spec))
    sheet = titled(made, form_of(spec), data.draw(STATEMENTS))
    found = written_and_read(Book((sheet,)), form_of(spec)).sheet(spec.name)
    assert found is not None
    assert said(found) == said(sheet)


@pytest.mark.parametrize("state", [TableState.DECLARED_EMPTY, TableState.NOT_ATTACHED])
@pytest.mark.parametrize("spec", TABLES.values(), ids=TABLES)
def test_an_empty_table_is_not_one_that_was_left_out(spec: TableSpec, state: TableState) -> None:
    form = form_of(spec)
    words = {
        TableState.DECLARED_EMPTY: "本部门无此项内容",
        TableState.NOT_ATTACHED: "原文件未附此表。",
    }
    sheet = titled(Sheet(spec.name, "", 1, state), form, words[state])
    found = written_and_read(Book((sheet,)), form).sheet(spec.name)
    assert found is not None
    assert said(found) == said(sheet)


@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_a_whole_book_comes_back_equal(data: st.DataObject) -> None:
    whole = []
    for position, table in enumerate(KUNMING, start=1):
        spec = TABLES[table.table]
        if data.draw(st.booleans()):
            made = data.draw(sheets(spec))
            whole.append(replace(titled(made, KUNMING), position=position))
        else:
            empty = Sheet(spec.name, "", position, TableState.DECLARED_EMPTY)
            whole.append(titled(empty, KUNMING, "本部门无此项内容"))
    again = written_and_read(Book(tuple(whole)), KUNMING)
    assert [said(each) for each in again] == [said(each) for each in whole]
