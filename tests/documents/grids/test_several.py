"""Two numbers in one cell are never read as one that nobody printed."""

from io import BytesIO

import pytest
from docx import Document

from disclosures.classification.money import Unit
from disclosures.documents.grids.cells import read_cell
from disclosures.documents.grids.grid import Grid, Place
from disclosures.documents.grids.several import in_one
from disclosures.documents.html_tables import grids_of
from disclosures.documents.pdf.read import PdfDocument, read_pdf
from disclosures.documents.word import read_word
from disclosures.tables.registry import TABLES
from tests.documents.pdf.typeset import pdf

SPEC = TABLES["expenditure-summary"]


@pytest.mark.parametrize(
    ("lines", "is_full", "text"),
    [
        (("1234", "567"), (), "1234\n567"),
        (("1234", "567"), (True, True), "1234567"),
        (("1,234", "567.89"), (True, True), "1,234\n567.89"),
        (("1,234,", "567.89"), (), "1,234,567.89"),
        (("1,234,567", ".89"), (), "1,234,567.89"),
        (("机关事业单位", "养老保险"), (), "机关事业单位养老保险"),
        (("-", "91,976,47", "2.00"), (), "-\n91,976,472.00"),
        (("12.00", "—"), (True, True), "12.00\n—"),
    ],
)
def test_lines_of_a_cell(lines: tuple[str, ...], is_full: tuple[bool, ...], text: str) -> None:
    assert in_one(lines, is_full) == text


@pytest.mark.parametrize(
    "text", ["-\n91,976,472.00", "1234\n567", "1234 567", "12.50 13.60", "1\n234"]
)
def test_several_numbers_are_no_amount(text: str) -> None:
    cell, problem = read_cell(SPEC, "total", Place(text, 0, 0), Unit.YUAN)
    assert cell.value is None
    assert problem


def test_thousands_set_apart_are_one_number() -> None:
    cell, problem = read_cell(SPEC, "total", Place("12 345 678.00", 0, 0), Unit.YUAN)
    assert (cell.value, problem) == (12345678, None)


def test_a_code_may_stand_on_two_lines() -> None:
    assert read_cell(SPEC, "function_code", Place("20805\n05", 0, 0), Unit.YUAN)[0].value == (
        "2080505"
    )


def stacked(grids: tuple[Grid, ...]) -> set[str]:
    return {place.text for grid in grids for place in grid.places}


def test_numbers_stacked_in_a_cell_stay_apart_in_every_kind_of_file() -> None:
    words = "某局2026年部门预算公开的说明，收入和支出全部纳入预算管理。" * 4
    cells = "[名称], [甲], [12345 \\ 678], [合计], [7], [90], [一], [二], [三]"
    found = read_pdf(pdf(f"{words}\n#table(columns: (9em, 9em, 5em), {cells})"), "x.pdf")
    assert isinstance(found, PdfDocument)
    rows = "<tr><td>1</td><td>2</td></tr><tr><td><p>12345</p><p>678</p></td><td>x</td></tr>"
    document = Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).text = "名称"
    table.cell(1, 0).text = "12345"
    table.cell(1, 0).add_paragraph("678")
    document.add_paragraph(words)
    file = BytesIO()
    document.save(file)
    for grids in (found.grids, grids_of(f"<table>{rows}</table>"), read_word(file.getvalue())[1]):
        assert "12345\n678" in stacked(grids)


def test_a_number_that_fills_its_line_goes_on_in_the_next() -> None:
    words = "某局2026年部门预算公开的说明，收入和支出全部纳入预算管理。" * 4
    narrow = "#table(columns: (9em, 3.6em), [名称], [金额], [合计], [12345 \\ 678])"
    found = read_pdf(pdf(f"{words}\n{narrow}"), "x.pdf")
    assert isinstance(found, PdfDocument)
    assert "12345678" in stacked(found.grids)
