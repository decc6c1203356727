"""A book that is written as the official workbook and read again is the same book."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosures.documents.forms.form import Form
from disclosures.documents.workbook.read import Workbook, book_of_workbook, read_workbook
from disclosures.exports.statutory import Statutory
from disclosures.exports.workbook.write import workbook
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Book, Sheet
from disclosures.tables.registry import TABLES
from disclosures.tables.spec import TableSpec
from tests.exports.made import KUNMING, STATEMENTS, form_of, said, sheets, titled, unread

WHEN = datetime(2022, 2, 17, tzinfo=UTC)
YEAR = 2022


def written_and_read(book: Book, form: Form) -> Book:
    """What the workbook of a book is read as; nothing in it is an error."""
    content = Statutory("某局2022年部门预算", "某局", "第1版", WHEN, (), (), tuple(book))
    found = read_workbook(workbook(content), "x.xlsx")
    assert isinstance(found, Workbook), found
    reading = book_of_workbook(found, form, YEAR)
    assert unread((*found.problems, *reading.problems)) == []
    return reading.book


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
