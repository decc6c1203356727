"""One official table on a sheet: title, 表号, department and unit, header tree, rows, statement."""

import re
from decimal import Decimal
from typing import Any

from xlsxwriter.worksheet import Worksheet

from disclosures.classification.money import Unit, parse_number, to_yuan
from disclosures.exports.as_read import is_unnamed_total, text_in_unit, unit_of
from disclosures.exports.workbook.styles import Styles
from disclosures.records.disclosure import Kind
from disclosures.tables.account import table_of_kind
from disclosures.tables.book import Cell, RowKind, Sheet
from disclosures.tables.layout import Area, HeaderCell, Layout, layout, spans
from disclosures.tables.spec import TableSpec

LONGEST_NAME = 31  # of a sheet, to Excel
FORBIDDEN = re.compile(r"[\[\]:*?/\\'“”（）()]")
TOP = 2  # rows above the header: the title, and the line of department and unit
LONGEST_TEXT = 32_767  # characters of a cell, to Excel
CUT_OFF = "……（超出单元格上限，全文见网页或 PDF）"
EXACT = 15  # digits that Excel keeps of a number
AMOUNT_WIDTH, TEXT_WIDTH = 15, 22


def sheet_name(position: int, title: str) -> str:
    """A name that Excel takes: the table's number and as much of its title as fits."""
    return f"{position} {FORBIDDEN.sub('', title)}"[:LONGEST_NAME].strip()


def owner_line(department: str, year: int | None) -> str:
    """Whose tables these are, and of which year: printed above each."""
    return f"部门：{department}" + (f"　年度：{year}年" if year else "")


def write_sheet(
    made: Worksheet, styles: Styles, sheet: Sheet, owner: str, kind: str = Kind.BUDGET
) -> None:
    """Write a table; without rows its header and the sentence that says why."""
    spec = table_of_kind(sheet.table, kind)
    laid = layout(spec, sheet)
    unit = unit_of(spec, sheet)
    width = write_head(made, styles, spec, sheet.title, owner, unit, laid)
    row = TOP + len(laid.header)
    for line in laid.body:
        for column, body in enumerate(line):
            _write_cell(made, styles, (row, column), spec, body.column, body.cell, unit)
        if line and is_unnamed_total(line):
            made.write_string(row, 0, RowKind.TOTAL.label, styles.text)
        row += 1
    for line_below in sheet.statement.splitlines():
        span(made, styles.note, (row, 0, row, width - 1), line_below)
        row += 1


def write_head(
    made: Worksheet,
    styles: Styles,
    spec: TableSpec,
    title: str,
    owner: str,
    unit: Unit,
    laid: Layout,
) -> int:
    """Write what stands above the rows; returns how many columns the table has."""
    width = sum(cell.colspan for cell in laid.header[0])
    span(made, styles.title, (0, 0, 0, width - 1), title)
    code = f"　表号：{spec.sheet_code}" if spec.sheet_code else ""
    made.write_string(1, 0, f"{owner}{code}", styles.note)
    made.write_string(1, width - 1, f"单位：{unit}", styles.unit)
    write_header(made, styles.header, laid.header)
    made.set_column(0, width - 1, AMOUNT_WIDTH)
    made.set_column(0, 1, TEXT_WIDTH)
    made.freeze_panes(TOP + len(laid.header), 0)
    made.set_landscape()
    made.set_paper(9)
    made.fit_to_pages(1, 0)
    made.repeat_rows(0, TOP + len(laid.header) - 1)
    return width


def write_header(
    made: Worksheet, style: Any, header: tuple[tuple[HeaderCell, ...], ...], left: int = 0
) -> None:
    """Write a header tree as merged cells, from column `left` on."""
    for (top, first, down, last), cell in spans(header):
        span(made, style, (TOP + top, left + first, TOP + down, left + last), cell.text)


def span(made: Worksheet, style: Any, area: Area, text: str) -> None:
    """Write a text over a merged area, or into a single cell."""
    row, column, down, right = area
    if (row, column) != (down, right):
        made.merge_range(*area, "", style)
    write_text(made, style, (row, column), text)


def _write_cell(
    made: Worksheet,
    styles: Styles,
    at: tuple[int, int],
    spec: TableSpec,
    column: str,
    cell: Cell | None,
    unit: Unit,
) -> None:
    """A number where Excel shows and keeps just what was printed, else the text as it is."""
    if cell is None or not cell.printed:
        made.write_blank(*at, None, styles.text)
        return
    number = _number(spec, column, cell, unit)
    if number is None:
        write_text(made, styles.text, at, text_in_unit(spec, column, cell, unit))
        return
    places = max(0, -int(number.as_tuple().exponent))
    style = styles.number(places, is_grouped="," in cell.printed)
    made.write_number(*at, float(number), style)


def write_text(made: Worksheet, style: Any, at: tuple[int, int], text: str) -> None:
    """Write a text; what is longer than a cell can hold is cut off, and says so."""
    if len(text) > LONGEST_TEXT:
        text = text[: LONGEST_TEXT - len(CUT_OFF)] + CUT_OFF
    made.write_string(*at, text, style)


def _number(spec: TableSpec, column: str, cell: Cell, unit: Unit) -> Decimal | None:
    """The printed number of a cell; None where Excel would not show and keep just that."""
    if not isinstance(cell.value, Decimal | int):
        return None
    try:
        number = parse_number(cell.printed)
        value = to_yuan(number, unit) if spec.is_money(column) else number
    except ValueError:
        return None
    is_kept = number != 0 or not number.is_signed()
    is_shown = cell.printed in (f"{number:f}", f"{number:,f}")
    is_exact = len(number.as_tuple().digits) <= EXACT
    return number if value == cell.value and is_kept and is_shown and is_exact else None
