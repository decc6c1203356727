"""A book that is printed as a Word document or a PDF and read again is the same book."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosures.documents.document import Document, attached_tables, read_document
from disclosures.documents.forms.form import Form
from disclosures.documents.forms.registry import NATIONAL
from disclosures.documents.printed import printed_in
from disclosures.exports.pdf import pdf_document
from disclosures.exports.statutory import Paragraph, Statutory, paragraphs_of, table_of
from disclosures.exports.word import word_document
from disclosures.exports.workbook.write import workbook
from disclosures.publishing.demo import SEED
from disclosures.publishing.reading import read
from disclosures.records.disclosure import Kind
from disclosures.records.narrative import Narrative
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Book, KeptCell, Sheet, unknown
from disclosures.tables.registry import TABLES
from tests.exports.made import KUNMING, MORE, books, said, unread
from tests.tables.books import row, sheet

WHEN = datetime(2022, 2, 17, tzinfo=UTC)
YEAR = 2022
# Together they print every table of the registry.
PRINTING = (KUNMING, NATIONAL)
Write = Callable[[Statutory], bytes]


def content(book: Book, narrative: Narrative | None = None) -> Statutory:
    """What is printed of a book and, where there is one, its narrative."""
    paragraphs = tuple(paragraphs_of(narrative.text, ())) if narrative else ()
    title, department = "某局2022年部门预算公开", narrative.department if narrative else "某局"
    tables = tuple(map(table_of, book))
    return Statutory(title, department, "第1版", WHEN, paragraphs, tables, tuple(book))


def printed_and_read(write: Write, book: Book, form: Form) -> Book:
    """What the paper of a book is read as; nothing in it is an error."""
    printed = printed_in(write(content(book)), "export")
    reading = attached_tables(printed, form, YEAR)
    assert unread((*printed.problems, *reading.problems)) == []
    return reading.book


def test_the_forms_print_every_table() -> None:
    printed = {each.table for form in PRINTING for each in (*form, *form.others)}
    assert set(TABLES) - printed == set()


@pytest.mark.parametrize("write", [word_document, pdf_document], ids=["word", "pdf"])
@pytest.mark.parametrize("form", PRINTING, ids=lambda form: form.name)
@settings(max_examples=4 * MORE, deadline=None)
@given(data=st.data())
def test_a_whole_book_comes_back(form: Form, write: Write, data: st.DataObject) -> None:
    book = data.draw(books(form))
    again = printed_and_read(write, book, form)
    assert [said(each) for each in again] == [said(each) for each in book]


@pytest.mark.parametrize("write", [word_document, pdf_document], ids=["word", "pdf"])
def test_a_narrative_and_its_tables_come_back(write: Write) -> None:
    """Tables that the document never printed come back as told by its narrative."""
    seed = read(SEED.read_bytes(), SEED.name)
    assert seed.narrative is not None
    again = read_document(write(content(seed.book, seed.narrative)), "export")
    assert isinstance(again, Document)
    assert values(again.narrative) == values(seed.narrative)
    assert {each.state for each in seed.book} > {TableState.FROM_NARRATIVE}
    assert [packed(said(each)) for each in again.book] == [packed(said(e)) for e in seed.book]


@pytest.mark.parametrize(
    "write", [word_document, pdf_document, workbook], ids=["word", "pdf", "xlsx"]
)
def test_an_account_prints_results_beside_its_budgets_and_comes_back(write: Write) -> None:
    lines = (
        ("income", "一般公共预算财政拨款收入", "300.00", "100.00", "200.00"),
        ("expenditure", "本年支出合计", "310.00", "110.00", "210.00"),
    )
    columns = ("side", "label", "amount", "initial_budget", "adjusted_budget")
    made = sheet(
        "financial-balance", *(row(**dict(zip(columns, each, strict=True))) for each in lines)
    )
    book = Book((replace(made, title="收支总表", unit="万元"),))
    content_of_account = replace(
        content(book), tables=tuple(table_of(e, Kind.FINAL) for e in book), kind=Kind.FINAL
    )
    printed = printed_in(write(content_of_account), "export")
    told = {each.text for grid in printed.grids for each in grid.places}
    assert told > {"决算数", "年初预算数", "全年预算数"}
    assert "预算数" not in told
    (again,) = attached_tables(printed, NATIONAL, YEAR).book
    amounts = [[row.money(each) for each in columns[2:]] for row in again.rows]
    assert amounts == [[3000000, 1000000, 2000000], [3100000, 1100000, 2100000]]


def packed(told: object) -> object:
    """What is said without spaces: where a line ends on a page, nobody can say whether one is."""
    if isinstance(told, tuple):
        return tuple(map(packed, told))
    return "".join(told.split()) if isinstance(told, str) else told


@pytest.mark.parametrize("write", [word_document, pdf_document], ids=["word", "pdf"])
def test_a_long_table_kept_as_printed_comes_back_over_its_pages(write: Write) -> None:
    cells = (
        KeptCell("车辆", 0, 0, 1, 2),
        *(KeptCell(f"{row}号", row, column) for row in range(1, 90) for column in range(2)),
        KeptCell("各科室", 1, 2, 89, 1),
    )
    title, note = "车辆情况表", "注：截至上年末。"
    kept = Sheet(unknown(1), title, 1, TableState.AS_PRINTED, statement=note, kept=cells)
    (again,) = printed_and_read(write, Book((kept,)), NATIONAL)
    assert (again.title, again.state, again.statement) == (title, kept.state, note)
    told = {(each.text, each.row, each.column) for each in again.kept}
    assert told == {(each.text, each.row, each.column) for each in cells}


@pytest.mark.parametrize("write", [word_document, pdf_document], ids=["word", "pdf"])
def test_a_row_higher_than_a_page_comes_back(write: Write) -> None:
    """What ran off the page would be printed nowhere."""
    goal = "".join(f"{number}完成档案数字化与馆库维护；" for number in range(300))
    told = (goal, "短", goal)
    rows = tuple(
        row(project_name=f"项目{number}", annual_goal=each) for number, each in enumerate(told)
    )
    made = sheet("project-performance", *rows)
    form = KUNMING.table(made.table)
    assert form is not None
    book = Book((replace(made, title=form.title),))
    again = printed_and_read(write, book, KUNMING).sheet(made.table)
    assert again is not None
    assert said(again) == said(book.sheets[0])


def test_what_no_word_document_can_hold_is_left_out() -> None:
    made = replace(content(Book()), paragraphs=(Paragraph("甲\x01\x0c乙"),))
    assert "甲乙" in printed_in(word_document(made), "export").text


def values(narrative: Narrative) -> dict[str, object]:
    return {each.key: packed(str(each.value)) for each in narrative.statements}
