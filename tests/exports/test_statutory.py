"""Word and PDF print a revision whole, and the same revision always as the same bytes."""

from io import BytesIO

import pdfplumber
import pytest
from docx import Document

from disclosures.exports.pdf import pdf_document
from disclosures.exports.statutory import Statutory, statutory
from disclosures.exports.word import word_document
from disclosures.models import Revision
from disclosures.tables.stored import book_of
from tests.publishing.conftest import draft, people

__all__ = ["draft", "people"]


@pytest.fixture
def revision(draft: Revision) -> Revision:
    return draft


@pytest.fixture
def content(revision: Revision) -> Statutory:
    return statutory(revision)


def test_the_narrative_is_whole_and_its_sections_are_headings(
    revision: Revision, content: Statutory
) -> None:
    lines = [line.strip() for line in revision.text.splitlines() if line.strip()]
    assert [each.text for each in content.paragraphs] == lines
    headings = [each.text for each in content.paragraphs if each.is_heading]
    stored = revision.narrativesection_set.exclude(heading="").order_by("number")
    assert headings == [each.heading.strip() for each in stored]


def test_word_holds_every_line_and_every_cell(revision: Revision, content: Statutory) -> None:
    document = Document(BytesIO(word_document(content)))
    texts = [each.text for each in document.paragraphs]
    for paragraph in content.paragraphs:
        assert paragraph.text in texts
    for sheet in book_of(revision):
        assert sheet.title in texts
    cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    for sheet in book_of(revision):
        for row in sheet.rows:
            assert {cell.printed for cell in row.cells.values()} <= cells | {""}


def test_pdf_holds_every_table_and_its_sentence(content: Statutory) -> None:
    with pdfplumber.open(BytesIO(pdf_document(content))) as pdf:
        text = "".join((page.extract_text() or "") for page in pdf.pages)
    packed = "".join(text.split())
    for table in content.tables:
        assert "".join(table.title.split()) in packed
    assert "1707.95万元" in packed


@pytest.mark.parametrize("write", [word_document, pdf_document], ids=["word", "pdf"])
def test_the_same_revision_gives_the_same_bytes(revision: Revision, write) -> None:  # type: ignore[no-untyped-def]
    again = Revision.objects.get(pk=revision.pk)
    assert write(statutory(revision)) == write(statutory(again))


def test_markup_in_a_text_is_text(content: Statutory) -> None:
    hostile = '#panic("x") $x$ <w:p/> = 1+1 *粗*'
    made = Statutory(hostile, hostile, hostile, content.made_at, content.paragraphs[:1], ())
    assert hostile in [each.text for each in Document(BytesIO(word_document(made))).paragraphs]
    with pdfplumber.open(BytesIO(pdf_document(made))) as pdf:
        assert "#panic" in (pdf.pages[0].extract_text() or "")
