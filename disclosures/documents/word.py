"""A Word document (.docx) to its text and its tables."""

import re
from collections.abc import Iterator, Sequence
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
from disclosures.documents.grids.notes import notes_below
from disclosures.documents.grids.several import in_one
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
BROKEN = (
    PackageNotFoundError,
    BadZipFile,
    KeyError,
    ValueError,
    XMLSyntaxError,
    AttributeError,
    TypeError,
    RecursionError,
)
STRICT = b"purl.oclc.org/ooxml"
WORDS = (
    ("Excel", "Word"),
    ("xlsx", "docx"),
    ("工作簿", "文档"),
    ("公开的表格", "公开的内容"),
    ("workbook", "document"),
)
MOST_COLUMNS = 1000  # of one table; a cell merged over more is no table's
MOST_CELLS = 100_000  # of all tables
# What holds paragraphs, rows, cells or words, and says nothing itself.
HOLDERS = {
    qn(f"w:{name}") for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")
}
DELETED = {qn(f"w:{name}") for name in ("del", "moveFrom")}
ELSEWHERE = {qn("w:txbxContent"), qn("w:tbl"), *DELETED}  # not in the line that they hang on
SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}


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
    try:
        opened = open_archive(data)
        if STRICT in opened.read(MAIN)[:BEGINNING]:
            raise _not_read("“严格开放 XML”格式的 Word 文档")
        return _read(Document(BytesIO(data)))
    except BROKEN as error:
        raise _of_word(broken()) from error
    except RefusedError as error:
        raise _of_word(error) from error


def _of_word(refused: RefusedError) -> RefusedError:
    """A refusal of an archive in the words of Word instead of those of workbooks."""
    reason = refused.refusal.reason
    for workbook, document in WORDS:
        reason = reason.replace(workbook, document)
    return RefusedError(refused.refusal.code, reason)


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
    cells = sum(1 for _ in document.element.body.iter(qn("w:tc")))
    if cells > MOST_CELLS:
        raise RefusedError(
            "too_large",
            f"文档的表格有 {cells} 格，超过 {MOST_CELLS} 格的上限。请只上传本部门的公开文件。"
            "The tables of the document hold too many cells.",
        )
    lines: list[str] = []
    above: list[str] = []
    grids: list[Grid] = []
    heading = ""  # the last one among the lines above
    below: list[str] = []  # what may be a note on the last table
    for block in _blocks(document.element.body, document._body):
        if isinstance(block, Paragraph):
            text = text_of(block._p).strip()
            if text:
                lines.append(text)
                above.append(text)
                heading = text if _is_heading(block) else heading
                below += [] if heading else [text]
        elif not _is_layout(block):
            grids = _noted(grids, below)
            near = tuple(above[-ABOVE:])
            name = heading if heading in near else ""
            grids.append(_grid(block, len(grids) + 1, near, name))
            above, below, heading = [], [], ""
    grids = _noted(grids, below)
    if not lines and not grids:
        raise RefusedError(
            "no_content", "文档里没有文字。请检查后重新上传。The document holds no text."
        )
    return "\n".join([*lines, ""]), tuple(grids)


def _noted(grids: list[Grid], below: Sequence[str]) -> list[Grid]:
    """The tables so far, the last one with its notes."""
    return [*grids[:-1], *(replace(each, notes=notes_below(below)) for each in grids[-1:])]


def _is_heading(paragraph: Paragraph) -> bool:
    """Whether a paragraph has a place in the document's outline."""
    style = paragraph.style
    while style is not None:
        if style.element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}") is not None:
            return True
        style = style.base_style
    return False


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
        elif child.tag in HOLDERS:
            yield from _blocks(child, parent)


def _inside(table: Table, parent: Any) -> Iterator[Paragraph | Table]:
    """The tables in a table's cells; where it only lays out the page, the paragraphs too."""
    is_layout = _is_layout(table)
    for cell in _cells(table):
        for block in _blocks(cell, parent):
            if is_layout or isinstance(block, Table):
                yield block


def _is_layout(table: Table) -> bool:
    """Whether a table only holds others in place: most of its cells hold a table or nothing."""
    cells = _cells(table)
    held = [each for each in cells if each.tbl_lst]
    said = [each for each in cells if not each.tbl_lst and "".join(each.itertext()).strip()]
    return bool(held) and len(said) <= len(held)


def _grid(table: Table, number: int, above: tuple[str, ...], heading: str) -> Grid:
    name = f"第{number}个表"
    places = tuple(_places(table, name))
    return Grid(
        places=places,
        height=len(_held(table._tbl, "w:tr")),
        width=max((place.column + place.columns for place in places), default=0),
        lines=above,
        name=heading,
        where={"sheet": name},
    )


def _cells(table: Table) -> list[Any]:
    return [cell for line in _held(table._tbl, "w:tr") for cell in _held(line, "w:tc")]


def _held(element: Any, tag: str) -> list[Any]:
    """The rows of a table, the cells of a row or the paragraphs of a cell: those in content
    controls too, without those that were deleted.
    """
    found: list[Any] = []
    for child in element.iterchildren():
        if child.tag == qn(tag):
            found += [] if _is_deleted(child) else [child]
        elif child.tag in HOLDERS:
            found += _held(child, tag)
    return found


def _is_deleted(element: Any) -> bool:
    """Whether a row is one that a reader of the final text does not see."""
    properties = element.find(qn("w:trPr"))
    return properties is not None and any(properties.find(each) is not None for each in DELETED)


def text_of(paragraph: Any) -> str:
    """The words of a paragraph: those in content controls, smart tags, fields and insertions too,
    without what was deleted and what stands in a box beside it.
    """
    words: list[str] = []
    stack = [paragraph]
    while stack:
        element = stack.pop()
        if element.tag == qn("w:t"):
            words.append(element.text or "")
        elif element.tag in SIGNS:
            words.append(SIGNS[element.tag])
        elif element.tag not in ELSEWHERE:
            stack += reversed(element)
    return "".join(words)


def _text(cell: Any) -> str:
    """The text of a cell: its paragraphs and lines as one, with the spaces that it prints."""
    lines = (line for each in _held(cell, "w:p") for line in text_of(each).splitlines())
    return in_one([line.strip() for line in lines])


def _check_width(columns: int, name: str) -> None:
    if columns > MOST_COLUMNS:
        raise RefusedError(
            "too_large",
            f"文档{name}有 {columns} 列，合并单元格异常，大得不像表格。"
            "请用 Word 或 WPS 打开并另存后重新上传。A table holds far too many columns.",
        )


def _places(table: Table, name: str) -> Iterator[Place]:
    """Every cell once: a merged one at its top left, with its span."""
    made: list[Place] = []
    begun: dict[int, int] = {}  # by column: the cell in `made` that may go on below
    for row, line in enumerate(_held(table._tbl, "w:tr")):
        column = max(line.grid_before, 0)
        for cell in _held(line, "w:tc"):
            span = max(cell.grid_span, 1)
            _check_width(column + span, name)
            at = begun.get(column) if cell.vMerge == CONTINUED else None
            if at is not None:
                made[at] = replace(made[at], rows=row - made[at].row + 1)
            else:
                begun[column] = len(made)
                where = {"sheet": name, "cell": f"第{row + 1}行第{column + 1}列"}
                text = _text(cell)
                made.append(Place(text, row, column, 1, span, where))
            column += span
    return (each for each in made if each.text or each.rows > 1 or each.columns > 1)
