"""A disclosure as a Word document; the same revision always gives the same bytes."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table

from disclosures.exports.statutory import PrintedTable, Statutory, printed
from disclosures.tables.layout import Layout

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EARLIEST = (1980, 1, 1, 0, 0, 0)  # what a zip archive can say at the earliest
BODY, HEADING = "宋体", "黑体"


def word_document(content: Statutory) -> bytes:
    """The bytes of a .docx."""
    document = Document()
    _styles(document)
    _properties(document, content)
    document.add_heading(content.title, level=0)
    for each in content.paragraphs:
        if each.is_heading:
            document.add_heading(each.text, level=1)
        else:
            document.add_paragraph(each.text)
    _landscape(document)
    for number, table in enumerate(content.tables, start=1):
        _add_table(document, number, content.department, table)
    document.add_paragraph(content.imprint)
    return _with_fixed_dates(document)


def _styles(document: WordDocument) -> None:
    for name, font, size in (
        ("Normal", BODY, 12),
        ("Heading 1", HEADING, 15),
        ("Title", HEADING, 20),
    ):
        style = document.styles[name]
        style.font.name = font
        style.font.size = Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:eastAsia"), font)


def _properties(document: WordDocument, content: Statutory) -> None:
    properties = document.core_properties
    properties.title = content.title[:255]
    properties.author = content.department[:255]
    properties.comments = content.imprint[:255]
    properties.created = properties.modified = content.made_at.replace(microsecond=0, tzinfo=None)
    properties.revision = 1


def _landscape(document: WordDocument) -> None:
    section = document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)


def _add_table(document: WordDocument, number: int, department: str, table: PrintedTable) -> None:
    document.add_heading(f"{number}. {table.title}", level=1)
    line = document.add_paragraph(f"部门：{department}")
    if table.sheet_code:
        line.add_run(f"　　表号：{table.sheet_code}")
    if table.unit:
        line.add_run(f"　　单位：{table.unit}")
    if table.layout and table.layout.header:
        _fill(document, table.layout)
    if table.statement:
        document.add_paragraph(table.statement)


def _fill(document: WordDocument, layout: Layout) -> None:
    width = sum(cell.colspan for cell in layout.header[0])
    made = document.add_table(rows=len(layout.header) + len(layout.body), cols=width)
    made.style = "Table Grid"
    _fill_header(made, layout)
    for number, line in enumerate(layout.body, start=len(layout.header)):
        for cell, body in zip(made.rows[number].cells, line, strict=True):
            _write(cell.paragraphs[0], printed(body.cell))


def _fill_header(made: Table, layout: Layout) -> None:
    taken: set[tuple[int, int]] = set()
    for depth, cells in enumerate(layout.header):
        column = 0
        for cell in cells:
            while (depth, column) in taken:
                column += 1
            last = (depth + cell.rowspan - 1, column + cell.colspan - 1)
            taken |= {
                (down, right)
                for down in range(depth, last[0] + 1)
                for right in range(column, last[1] + 1)
            }
            merged = made.cell(depth, column).merge(made.cell(*last))
            _write(merged.paragraphs[0], cell.text)
            merged.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER


def _write(paragraph, text: str) -> None:  # type: ignore[no-untyped-def]
    paragraph.add_run(text).font.size = Pt(8)


def _with_fixed_dates(document: WordDocument) -> bytes:
    """The archive with every member's date fixed: a zip says when it was written otherwise."""
    drafted, fixed = BytesIO(), BytesIO()
    document.save(drafted)
    with ZipFile(drafted) as source, ZipFile(fixed, "w", ZIP_DEFLATED) as target:
        for member in source.infolist():
            info = ZipInfo(member.filename, EARLIEST)
            info.compress_type = ZIP_DEFLATED
            target.writestr(info, source.read(member))
    return fixed.getvalue()
