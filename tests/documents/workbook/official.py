"""An official table as an officer's workbook prints it: title, unit, header tree, rows."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from disclosures.documents.forms.registry import FORMS
from disclosures.tables.layout import layout, spans
from disclosures.tables.registry import TABLES

KUNMING = FORMS["kunming-2022"]
TOP = 3  # the row where the header begins


def workbook(**tables: Sequence[Sequence[object]]) -> bytes:
    """A workbook of Kunming's form: `three_public=[(3.36, 0, …)]`, a sheet a table."""
    made = Workbook()
    made.remove(made.active)
    for name, rows in tables.items():
        print_table(made.create_sheet(name), name.replace("_", "-"), rows)
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def print_table(sheet: Worksheet, name: str, rows: Iterable[Sequence[object]]) -> None:
    """One table on a sheet."""
    header = layout(TABLES[name]).header
    width = sum(cell.colspan for cell in header[0])
    found = KUNMING.table(name)
    assert found is not None
    sheet["A1"] = found.title
    sheet.cell(2, width, "单位：万元")
    for (top, left, down, right), cell in spans(header):
        sheet.cell(TOP + top, left + 1, cell.text)
        if cell.rowspan * cell.colspan > 1:
            sheet.merge_cells(
                start_row=TOP + top,
                end_row=TOP + down,
                start_column=left + 1,
                end_column=right + 1,
            )
    for row in rows:
        sheet.append(list(row))
