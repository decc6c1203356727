"""A Word document (.docx) to its text and its tables."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import XMLSyntaxError

from disclosures.documents.decoding import check_size
from disclosures.documents.grids.grid import Grid, Place
from disclosures.documents.grids.several import in_one, spaced
from disclosures.documents.refusal import RefusedError
from disclosures.documents.workbook.archive import broken, open_archive
from disclosures.documents.workbook.compound import open_compound
from disclosures.documents.workbook.container import is_archive, is_compound

MAIN = "word/document.xml"
CONTINUED = "continue"  # of a cell that is merged with the one above it
ABOVE = 6  # lines of text before a table that may name it
BEGINNING = 4096
MHTML = re.compile(rb"^Content-Type:\s*multipart/related", re.I | re.M)
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
BROKEN = (PackageNotFoundError, BadZipFile, KeyError, ValueError, XMLSyntaxError)


def is_word(data: bytes) -> bool:
    """Whether a file is a .docx."""
    if not is_archive(data):
        return False
    try:
        with ZipFile(BytesIO(data)) as archive:
            return MAIN in archive.namelist()
    except BadZipFile:
        return False


def read_word(data: bytes) -> tuple[str, tuple[Grid, ...]]:
    """The paragraphs as text, a line each, and the tables as grids.

    Raises RefusedError for a file that is damaged, encrypted, swollen or carries macros.
    """
    check_size(len(data))
    open_archive(data)
    try:
        document = Document(BytesIO(data))
        return _read(document)
    except BROKEN as error:
        raise broken() from error


def refuse_unread_documents(data: bytes) -> None:
    """Raise RefusedError for a document of another kind than .docx: an old Word or WPS file, RTF,
    or a web page saved with its pictures in one file; it says what to save it as.
    """
    if data.lstrip()[:5] == b"{\\rtf":
        raise _not_read("RTF 文档")
    if MHTML.search(data[:BEGINNING]):
        raise RefusedError(
            "web_archive",
            "这是单个文件网页（.mht）。请在浏览器里另存为“网页，仅 HTML”，或打印为 PDF 后上传。"
            "This is a web archive (.mht).",
        )
    if is_compound(data) and "WordDocument" in open_compound(data).names:
        raise _not_read("旧版 Word 或 WPS 文档（.doc、.wps）")


def _not_read(what: str) -> RefusedError:
    return RefusedError(
        "old_document",
        f"这是{what}，读不出其中的表格。请用 Word 或 WPS 打开，另存为 .docx 或导出 PDF 后上传。"
        "This is an old document format; save it as .docx or PDF.",
    )


def _read(document: WordDocument) -> tuple[str, tuple[Grid, ...]]:
    lines: list[str] = []
    above: list[str] = []
    grids: list[Grid] = []
    for block in _blocks(document.element.body, document._body):
        if isinstance(block, Paragraph):
            text = block.text.strip()
            if text:
                lines.append(text)
                above.append(text)
        elif not _is_layout(block):
            grids.append(_grid(block, len(grids) + 1, tuple(above[-ABOVE:])))
            above = []
    if not lines and not grids:
        raise RefusedError(
            "no_content", "文档里没有文字。请检查后重新上传。The document holds no text."
        )
    return "\n".join([*lines, ""]), tuple(grids)


def _blocks(element: Any, parent: Any) -> Iterator[Paragraph | Table]:
    """Paragraphs and tables in the order of print: those in content controls, text boxes and
    cells of other tables too. What a text box repeats for older programs is left out.
    """
    for child in element.iterchildren():
        if child.tag == qn("w:p"):
            yield Paragraph(child, parent)
            for box in child.iter(qn("w:txbxContent")):
                if next(box.iterancestors(FALLBACK), None) is None:
                    yield from _blocks(box, parent)
        elif child.tag == qn("w:tbl"):
            table = Table(child, parent)
            yield table
            yield from _inside(table, parent)
        elif child.tag == qn("w:sdt"):
            for content in child.iterchildren(qn("w:sdtContent")):
                yield from _blocks(content, parent)


def _inside(table: Table, parent: Any) -> Iterator[Paragraph | Table]:
    """The tables in a table's cells; where it only lays out the page, the paragraphs too."""
    is_layout = _is_layout(table)
    for cell in table._tbl.iter_tcs():
        for block in _blocks(cell, parent):
            if is_layout or isinstance(block, Table):
                yield block


def _is_layout(table: Table) -> bool:
    """Whether a table only holds others in place: most of its cells hold a table or nothing."""
    cells = list(table._tbl.iter_tcs())
    held = [each for each in cells if each.tbl_lst]
    said = [each for each in cells if not each.tbl_lst and "".join(each.itertext()).strip()]
    return bool(held) and len(said) <= len(held)


def _grid(table: Table, number: int, above: tuple[str, ...]) -> Grid:
    name = f"第{number}个表"
    places = tuple(_places(table, name))
    return Grid(
        places=places,
        height=len(table.rows),
        width=max((place.column + place.columns for place in places), default=0),
        lines=above,
        where={"sheet": name},
    )


def _text(cell: Any) -> str:
    """The text of a cell: its paragraphs and lines without spaces, but between whole numbers."""
    lines = (line for each in cell.p_lst for line in each.text.splitlines())
    return in_one([spaced(line.strip(), "".join(line.split())) for line in lines])


def _places(table: Table, name: str) -> Iterator[Place]:
    """Every cell once: a merged one at its top left, with its span."""
    made: list[Place] = []
    begun: dict[int, int] = {}  # by column: the cell in `made` that may go on below
    for row, line in enumerate(table._tbl.tr_lst):
        column = line.grid_before
        for cell in line.tc_lst:
            at = begun.get(column) if cell.vMerge == CONTINUED else None
            if at is not None:
                made[at] = replace(made[at], rows=row - made[at].row + 1)
            else:
                begun[column] = len(made)
                where = {"sheet": name, "cell": f"第{row + 1}行第{column + 1}列"}
                text = _text(cell)
                made.append(Place(text, row, column, 1, cell.grid_span, where))
            column += cell.grid_span
    return (each for each in made if each.text or each.rows > 1 or each.columns > 1)
