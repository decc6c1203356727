"""Sheets of an .xls or .et, read with python-calamine, with what its records say beside."""

from io import BytesIO
from itertools import zip_longest

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from disclosures.documents.workbook.archive import broken
from disclosures.documents.workbook.biff import Beside, look_over
from disclosures.documents.workbook.cells import held_value
from disclosures.documents.workbook.compound import Compound
from disclosures.documents.workbook.sheet import Area, Found

PANIC = "PanicException"  # of a reader written in Rust; it is no Exception, and has no module


def read_xls(data: bytes, compound: Compound) -> tuple[list[Found], list[str]]:
    """Every sheet in the order of the workbook, and what is to be noted of the whole.

    Raises RefusedError for a damaged or encrypted file and beyond the bounds.
    """
    stream = compound.read("Workbook" if "Workbook" in compound.names else "Book")
    beside = look_over(stream)
    try:
        return _read(data, beside), []
    except (CalamineError, ValueError, IndexError) as error:
        raise broken() from error
    except BaseException as error:
        if type(error).__name__ != PANIC:
            raise
        raise broken() from error


def _read(data: bytes, beside: list[Beside]) -> list[Found]:
    with CalamineWorkbook.from_filelike(BytesIO(data)) as book:
        found = []
        for number, (meta, known) in enumerate(zip_longest(book.sheets_metadata, beside)):
            if meta is None or known is None:
                raise broken()
            sheet = Found(meta.name, meta.visible is not SheetVisibleEnum.Visible)
            sheet.hidden_rows = known.hidden_rows
            sheet.hidden_columns = known.hidden_columns
            _gather(sheet, book.get_sheet_by_index(number), known)
            found.append(sheet)
        return found


def _gather(sheet: Found, values: CalamineSheet, known: Beside) -> None:
    errors = {(each.row, each.column) for each in known.errors}
    for each in known.errors:
        sheet.add(each)
    top, left = values.start or (0, 0)
    for row, line in enumerate(values.to_python(skip_empty_area=True), start=top):
        for column, value in enumerate(line, start=left):
            held = held_value(row, column, value)
            if held and (row, column) not in errors:
                sheet.add(held)
    for (above, before), (below, after) in values.merged_cell_ranges or ():
        sheet.merge(Area(above, before, below, after))
