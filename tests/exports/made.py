"""Sheets and books that an office might have made up, and all that they say."""

import os
from collections.abc import Iterable
from dataclasses import replace

from django.db import models
from hypothesis import strategies as st

from disclosures.documents.forms.form import Form
from disclosures.documents.forms.registry import FORMS, NATIONAL
from disclosures.documents.grids.problem import Problem, Severity
from disclosures.documents.grids.sheet import MISSING
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Book, Cell, Row, RowKind, Sheet
from disclosures.tables.columns import leaves
from disclosures.tables.registry import TABLES
from disclosures.tables.spec import TableSpec
from tests.documents.grids.sheets import balances, filled_sheets

# So many times the examples of a usual run: MORE_EXAMPLES=50 pytest tests/exports
MORE = int(os.environ.get("MORE_EXAMPLES", "1"))
KUNMING = FORMS["kunming-2022"]
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


def unread(problems: Iterable[Problem]) -> list[str]:
    """What could not be read; that a made-up amount looks like a year or a code is no wonder."""
    errors = (str(each) for each in problems if each.severity is Severity.ERROR)
    return [each for each in errors if "不像金额" not in each]


def form_of(spec: TableSpec) -> Form:
    """A form that prints the table."""
    return KUNMING if KUNMING.table(spec.name) else NATIONAL


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


@st.composite
def books(draw: st.DrawFn, form: Form) -> Book:
    """Every table of a form: filled in, declared empty with and without a word, or left out."""
    whole = []
    for position, table in enumerate((*form, *form.others), start=1):
        kind = draw(st.sampled_from(("filled", "filled", "empty", "silent", "left out")))
        if kind == "filled":
            made = titled(draw(sheets(TABLES[table.table])), form, draw(STATEMENTS))
        elif kind == "left out":
            made = Sheet(table.table, table.title, 0, TableState.NOT_ATTACHED, statement=MISSING)
        else:
            words = "" if kind == "silent" else "本部门无此项内容，故为空表。"
            made = Sheet(table.table, table.title, 0, TableState.DECLARED_EMPTY, statement=words)
        whole.append(replace(made, position=position))
    return Book(tuple(whole))


def _texts(spec: TableSpec) -> list[str]:
    """The columns of words: neither numbers nor codes."""
    names = [each.field for each in spec.columns if not spec.is_money(each.field)]
    fields = [
        name for name in names if isinstance(spec.field(name), models.CharField | models.TextField)
    ]
    return [name for name in fields if not name.endswith("_code")]
