"""An officer's own workbook with a comment in each cell that was not understood or does not hold.

An .xlsx comes back as it was, formats and formulas included. Other formats come back as an .xlsx of
the same sheets, cells and texts.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from disclosures.documents.grids.grid import Grid
from disclosures.documents.refusal import RefusedError
from disclosures.documents.workbook.container import Media

AUTHOR = "部门预算公开平台"
MARK = PatternFill("solid", fgColor="FFF2CC")
WIDTH, LINE = 320, 18  # of a comment's box, in pixels
MOST = 2000  # comments of one workbook; Excel slows down beyond

# Sheet and cell to what is said there.
Notes = Mapping[tuple[str, str], Sequence[str]]


def notes_of(said: Iterable[tuple[str, str, str]]) -> dict[tuple[str, str], list[str]]:
    """Texts by sheet and cell, each once, the first `MOST` cells."""
    notes: dict[tuple[str, str], list[str]] = defaultdict(list)
    for sheet, cell, text in said:
        if text not in notes[sheet, cell]:
            notes[sheet, cell].append(text)
    return dict(list(notes.items())[:MOST])


def commented(data: bytes, media: str, grids: Sequence[Grid], notes: Notes) -> bytes:
    """The workbook with the notes as comments.

    Raises RefusedError when it can be read but not written back.
    """
    book = _opened(data) if media == Media.XLSX.value else _copied(grids)
    for (sheet, place), texts in notes.items():
        if sheet in book.sheetnames:
            _comment(book[sheet], place, texts)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _opened(data: bytes) -> Workbook:
    try:
        return load_workbook(BytesIO(data))
    except (BadZipFile, InvalidFileException, KeyError, TypeError, ValueError) as error:
        raise RefusedError(
            "cannot_comment", "这个工作簿无法写回批注，请按预览页的清单逐处更正。"
        ) from error


def _copied(grids: Sequence[Grid]) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    for grid in grids:
        sheet = book.create_sheet(grid.name or "表")
        for place in grid.places:
            cell = str((place.where or {}).get("cell", ""))
            if cell:
                sheet[cell].value = place.text
                sheet[cell].data_type = "s"
    return book


def _comment(sheet: Worksheet, place: str, texts: Sequence[str]) -> None:
    cell = sheet[place]
    if isinstance(cell, MergedCell):
        area = next(each for each in sheet.merged_cells.ranges if place in each)
        cell = sheet.cell(area.min_row, area.min_col)
    text = "\n".join(texts)
    comment = Comment(text, AUTHOR)
    comment.width = WIDTH
    comment.height = LINE * (2 + sum(1 + len(each) // 22 for each in texts))
    cell.comment = comment
    cell.fill = MARK
