"""Damaged, swollen and hostile files: refused or told in plain words, and nothing lost in silence.

What no program writes would otherwise be read for hours or fill the memory: each case here did, or
lost its figures without a word. The bounds are the reader's own; none is lowered for the tests.
"""

from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document

from disclosures.documents.document import read_document
from disclosures.documents.html_tables import grids_of
from disclosures.documents.pdf.bounded import MOST_CONTENT, MOST_OBJECTS
from disclosures.documents.pdf.read import MOST_PAGES, PdfDocument, read_pdf
from disclosures.documents.refusal import Refusal
from disclosures.documents.word import read_word
from tests.documents.pdf import raw
from tests.documents.workbook.made import changed

MAIN = "word/document.xml"
PAGE = raw.pages([raw.stream(raw.WORDS)])
ROWS = "<table><tr><td>科目</td><td>合计</td></tr><tr>{}</tr></table>"


def document() -> bytes:
    made = Document()
    made.add_paragraph("某局2026年部门预算公开")
    table = made.add_table(2, 2)
    for at, text in enumerate(("科目", "合计", "行政运行", "12.50")):
        table.cell(at // 2, at % 2).text = text
    file = BytesIO()
    made.save(file)
    return file.getvalue()


WORD = document()


def in_word(before: bytes, after: bytes) -> bytes:
    return changed(WORD, {MAIN: lambda xml: xml.replace(before, after, 1)})


def called(times: int, depth: int) -> dict[int, bytes]:
    """Forms that each call the next many times over."""
    last = {99 + depth: raw.stream(raw.WORDS, raw.FORM)}
    return last | {
        number: raw.stream(b"/X%d Do " % (number + 1) * times, raw.FORM)
        for number in range(100, 99 + depth)
    }


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "a user's password": (lambda: raw.encrypted(b"secret", b"owner"), "encrypted"),
    "cut in the middle": (lambda: PAGE[: len(PAGE) // 2], "broken"),
    "without any page": (lambda: PAGE.replace(b"/Type/Page/", b"/Type/Leaf/"), "broken"),
    "a page without size": (lambda: raw.pages([raw.stream(b" ")], box=b"[0 0 0 0]"), "broken"),
    "its only page damaged": (
        lambda: raw.pages([b"<</Length 9/Filter/FlateDecode>>\nstream\nxxxxxxxxx\nendstream"]),
        "broken",
    ),
    "too many pages": (lambda: raw.pages([raw.stream(b" ")] * (MOST_PAGES + 1)), "too_large"),
    "too many characters": (
        lambda: raw.pages([raw.stream(b"BT /F1 9 Tf (" + b"a" * (MOST_OBJECTS + 1) + b") Tj ET")]),
        "too_large",
    ),
    "instructions without end": (
        lambda: raw.pages([raw.stream(b" " * (MOST_CONTENT + 1))]),
        "too_large",
    ),
    "a stream that swells": (
        lambda: raw.pages([raw.stream(raw.WORDS)], forms={50: raw.stream(bytes(70 * 1024 * 1024))}),
        "too_large",
    ),
    "a web page nested without end": (lambda: b"<html><p>" + b"<div>" * 9999 + b"x", "too_large"),
    "a table without end": (
        lambda: b"<html><table>" + b"<tr><td>1<td>2<td>3" * 40_000, "too_large",
    ),
    "cells merged over everything": (
        lambda: ROWS.format("<td rowspan=9999 colspan=9999>1</td>" * 30 + "<tr>" * 999).encode(),
        "too_large",
    ),
    "a cell over a thousand million columns": (
        lambda: in_word(b"<w:tcPr>", b'<w:tcPr><w:gridSpan w:val="1000000000"/>'),
        "too_large",
    ),
    "a row that begins nowhere": (
        lambda: in_word(b"<w:tr>", b'<w:tr><w:trPr><w:gridBefore w:val="1000000000"/></w:trPr>'),
        "too_large",
    ),
    "a zip that swells": (
        lambda: in_word(b"<w:sectPr", b"<w:p>" + b" " * 40_000_000 + b"</w:p><w:sectPr"),
        "too_large",
    ),
    "no main part": (lambda: changed(WORD, {MAIN: lambda _: b""}), "broken"),
    "another main part": (lambda: changed(WORD, {MAIN: lambda _: b"<a/>"}), "broken"),
    "a main part cut short": (lambda: changed(WORD, {MAIN: lambda xml: xml[:-200]}), "broken"),
    "no list of its parts": (lambda: changed(WORD, {"_rels/.rels": lambda _: b""}), "broken"),
    "a part that is missing": (
        lambda: WORD.replace(b"word/styles.xml", b"word/stiles.xml"),
        "broken",
    ),
    "the strict form of Word": (
        lambda: in_word(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
        "old_document",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("made", "code"), REFUSED.values(), ids=REFUSED)
def test_it_is_refused_with_the_reason_and_the_remedy(made: Callable[[], bytes], code: str) -> None:
    refusal = read_document(made(), "公开")
    assert isinstance(refusal, Refusal)
    assert refusal.code == code
    assert "请" in refusal.reason


def test_a_refusal_of_word_speaks_of_word() -> None:
    refusal = read_document(changed(WORD, {MAIN: lambda _: b""}), "公开.docx")
    assert isinstance(refusal, Refusal)
    assert "Word" in refusal.reason
    assert "xlsx" not in refusal.reason


def read(data: bytes) -> PdfDocument:
    found = read_pdf(data, "x.pdf")
    assert isinstance(found, PdfDocument), found
    return found


@pytest.mark.parametrize(
    "data",
    [
        raw.encrypted(b"", b"owner"),
        PAGE.replace(b"xref\n0", b"xxxx\n0"),
        PAGE.replace(b"startxref\n", b"startxref\n99"),
        raw.pages([raw.stream(raw.WORDS)], box=b"[0 0 100000000 100000000]"),
    ],
    ids=["an owner's password", "no xref", "xref elsewhere", "a page of many miles"],
)
def test_what_can_be_read_in_full_is_read(data: bytes) -> None:
    assert "publishes" in read(data).text
    assert read(data).problems == ()


def test_forms_that_call_forms_are_run_within_bounds() -> None:
    refusal = read_pdf(raw.pages([raw.stream(b"/X100 Do")], forms=called(20, 6)), "x.pdf")
    assert isinstance(refusal, Refusal)
    assert refusal.code == "too_large"


def test_pages_that_are_missing_are_said() -> None:
    (problem,) = read(raw.pages([raw.stream(raw.WORDS)], count=7)).problems
    assert "本应有7页，只读到1页" in problem.message


def test_a_page_of_too_many_lines_is_a_drawing_and_said() -> None:
    rules = b"".join(
        b"%d %d m %d %d l S " % (x, y, x + a, y + b)
        for x in range(0, 590, 12)
        for y in range(0, 840, 5)
        for a, b in ((5, 0), (0, 1), (0, 4), (1, 0))
    )
    found = read(raw.pages([raw.stream(raw.WORDS), raw.stream(raw.WORDS + rules)]))
    (problem,) = found.problems
    assert problem.where == {"page": 2}
    assert "图形" in problem.message


def test_a_damaged_page_is_said_and_read_as_far_as_it_goes() -> None:
    lines = b"".join(b"BT /F1 9 Tf 50 %d Td (line %d) Tj ET " % (9 * n, 97 * n) for n in range(90))
    packed = raw.stream(lines)
    cut = packed.replace(packed[-120:-90], b"\xff" * 30)
    found = read(raw.pages([raw.stream(raw.WORDS), cut]))
    (problem,) = found.problems
    assert problem.where == {"page": 2}
    assert "损坏" in problem.message
    assert "line97" in found.text


def test_a_rowspan_beyond_the_table_ends_with_it() -> None:
    (grid,) = grids_of(ROWS.format("<td rowspan=999999999>行政运行</td><td>12.50</td>"))
    assert [(each.text, each.rows) for each in grid.row(1)] == [("行政运行", 1), ("12.50", 1)]


INSIDE = {
    "a smart tag": b"<w:smartTag>{}</w:smartTag>",
    "an insertion": b"<w:ins>{}</w:ins>",
    "a content control": b"<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "a field": b"<w:fldSimple>{}</w:fldSimple>",
}


@pytest.mark.parametrize("around", INSIDE.values(), ids=INSIDE)
def test_words_inside_other_things_are_words(around: bytes) -> None:
    run = b"<w:r><w:t>12.50</w:t></w:r>"
    deleted = b"<w:del><w:r><w:delText>99.99</w:delText></w:r></w:del>"
    data = in_word(run, around.replace(b"{}", run) + deleted)
    _, (grid,) = read_word(data)
    assert "12.50" in [each.text for each in grid.places]


def test_rows_in_a_content_control_are_rows() -> None:
    def wrapped(xml: bytes) -> bytes:
        begin, end = xml.rindex(b"<w:tr>"), xml.rindex(b"</w:tr>") + len(b"</w:tr>")
        row = b"<w:sdt><w:sdtContent>" + xml[begin:end] + b"</w:sdtContent></w:sdt>"
        return xml[:begin] + row + xml[end:]

    _, (grid,) = read_word(changed(WORD, {MAIN: wrapped}))
    assert grid.height == 2
    assert [each.text for each in grid.row(1)] == ["行政运行", "12.50"]


def test_a_span_below_nothing_is_one_column() -> None:
    _, (grid,) = read_word(in_word(b"<w:tcPr>", b'<w:tcPr><w:gridSpan w:val="-5"/>'))
    assert [each.column for each in grid.row(0)] == [0, 1]


def test_tables_in_tables_are_all_read() -> None:
    inner = b"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>"
    deep = inner * 50 + b"<w:p><w:r><w:t>34.50</w:t></w:r></w:p>" + b"</w:tc></w:tr></w:tbl>" * 50
    _, grids = read_word(in_word(b"<w:sectPr", deep + b"<w:p/><w:sectPr"))
    assert [each.text for each in grids[-1].places] == ["34.50"]


def test_entities_of_a_web_page_stay_words() -> None:
    markup = '<!DOCTYPE html [<!ENTITY a "99">]>' + ROWS.format("<td>&a;&#99999999;</td><td>1</td>")
    (grid,) = grids_of(markup)
    assert next(grid.row(1)).text != "99"
