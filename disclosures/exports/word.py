"""A disclosure as a Word document; the same revision always gives the same bytes."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from disclosures.exports.statutory import PrintedTable, Statutory
from disclosures.exports.word_table import printable, table_element

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
            document.add_heading(printable(each.text), level=1)
        else:
            document.add_paragraph(printable(each.text))
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
    """The title alone is the heading: what else is said of a table stands in the line below it."""
    document.add_heading(printable(table.title), level=1)
    line = document.add_paragraph(f"部门：{department}　第{number}张表")
    if table.sheet_code:
        line.add_run(f"　　表号：{table.sheet_code}")
    if table.unit:
        line.add_run(f"　　单位：{table.unit}")
    if table.layout.header:
        document.element.body.insert_element_before(table_element(table), "w:sectPr")
    for each in table.beside:
        document.add_paragraph(printable(each))


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
