"""Bytes of any kind of file to what it prints: its text and its tables, or why it is not taken."""

from dataclasses import dataclass, replace

from disclosures.documents.decoding import decoded
from disclosures.documents.grids.grid import Grid
from disclosures.documents.grids.problem import Problem
from disclosures.documents.html import is_html, text_of
from disclosures.documents.html_tables import grids_of
from disclosures.documents.pdf.paragraphs import TextLine
from disclosures.documents.pdf.read import PdfDocument, is_pdf, read_pdf
from disclosures.documents.refusal import Refusal, RefusedError
from disclosures.documents.word import is_word, read_word, refuse_unread_documents
from disclosures.documents.workbook.container import is_archive, is_compound
from disclosures.documents.workbook.read import Workbook, read_workbook
from disclosures.tables.book import Sheet

PDF, HTML, TEXT = "application/pdf", "text/html", "text/plain"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Printed:
    """What a file prints. `lines` say where the lines of a PDF's text stand on its pages; `kept`

    are the tables that a workbook of ours holds as they were printed.
    """

    text: str
    media: str
    grids: tuple[Grid, ...] = ()
    problems: tuple[Problem, ...] = ()
    lines: tuple[TextLine, ...] = ()
    pages: int | None = None
    kept: tuple[Sheet, ...] = ()


def printed_in(data: bytes, filename: str) -> Printed:
    """What a PDF, Word document, workbook, web page or text prints; told by its content.

    Raises RefusedError.
    """
    if is_pdf(data):
        pdf = _taken(read_pdf(data, filename))
        return Printed(pdf.text, PDF, pdf.grids, pdf.problems, pdf.lines, pdf.pages)
    if is_word(data):
        text, grids = read_word(data)
        return Printed(text, WORD, grids)
    refuse_unread_documents(data)
    if is_archive(data) or is_compound(data):
        workbook = _workbook(read_workbook(data, filename))
        printed = Printed("", workbook.media, workbook.grids, workbook.problems)
        return replace(printed, kept=workbook.kept)
    text = decoded(data)
    if is_html(text):
        return Printed(text_of(text), HTML, grids_of(text))
    return Printed(text, TEXT)


def _taken(read: PdfDocument | Refusal) -> PdfDocument:
    if isinstance(read, Refusal):
        raise RefusedError(read.code, read.reason)
    return read


def _workbook(read: Workbook | Refusal) -> Workbook:
    if isinstance(read, Refusal):
        raise RefusedError(read.code, read.reason)
    return read
