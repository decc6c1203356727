"""A Word document (.docx) to its text and its tables."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import XMLSyntaxError

from disclosures.documents.decoding import check_size
from disclosures.documents.grids.grid import Grid, Place
from disclosures.documents.refusal import RefusedError
from disclosures.documents.workbook.archive import broken, open_archive
from disclosures.documents.workbook.container import is_archive

MAIN = "word/document.xml"
ABOVE = 6  # lines of text before a table that may name it
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


def _read(document: WordDocument) -> tuple[str, tuple[Grid, ...]]:
    lines: list[str] = []
    above: list[str] = []
    grids: list[Grid] = []
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            text = block.text.strip()
            if text:
                lines.append(text)
                above.append(text)
        elif isinstance(block, Table):
            grids.append(_grid(block, len(grids) + 1, tuple(above[-ABOVE:])))
            above = []
    if not lines and not grids:
        raise RefusedError(
            "no_content", "文档里没有文字。请检查后重新上传。The document holds no text."
        )
    return "\n".join([*lines, ""]), tuple(grids)


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


def _places(table: Table, name: str) -> Iterator[Place]:
    """Every cell once: a merged one at its top left, with its span."""
    spans: dict[int, list[tuple[int, int]]] = {}
    cells: dict[int, object] = {}
    for row_number, row in enumerate(table.rows):
        column = row.grid_cols_before
        for cell in row.cells:
            key = id(cell._tc)
            spans.setdefault(key, []).append((row_number, column))
            cells[key] = cell
            column += 1
    for key, covered in spans.items():
        row, column = min(covered)
        text = "".join(str(getattr(cells[key], "text", "")).split())
        down = max(each[0] for each in covered) - row + 1
        right = max(each[1] for each in covered) - column + 1
        where = {"sheet": name, "cell": f"第{row + 1}行第{column + 1}列"}
        if text or down > 1 or right > 1:
            yield Place(text, row, column, down, right, where)
