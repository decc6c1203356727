"""Last year's published figures in grey beside the empty cells, in the unit of this year's form."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from xlsxwriter.worksheet import Worksheet

from disclosures.classification.money import Unit
from disclosures.documents.workbook.reference import REFERENCE
from disclosures.exports.workbook.sheet import TOP, span, write_header, write_text
from disclosures.exports.workbook.styles import Styles
from disclosures.exports.workbook.totals import code_column
from disclosures.tables.book import Cell, Row, RowKind, Sheet
from disclosures.tables.layout import layout
from disclosures.tables.spec import TableSpec

GAP = 1  # empty columns between the table and the reference
FEN = Decimal("0.01")


def lines_again(spec: TableSpec, sheet: Sheet | None) -> tuple[Row, ...]:
    """Last year's lines that this year's table begins with, each to be filled in or cleared.

    Only where a line is a code: projects and purchases are others every year. None where a code
    is printed twice, as by several units, for then a line is more than its code.
    """
    code = code_column(spec)
    if sheet is None or not code:
        return ()
    rows = [each for each in sheet.rows if each.kind is not RowKind.TOTAL]
    codes = Counter(str(each.value(code) or "") for each in rows)
    is_by_code = not codes[""] and all(number == 1 for number in codes.values())
    is_by_code &= len(sheet.rows) - len(rows) <= 1  # of 合计
    return tuple(rows) if is_by_code else ()


def write_last_year(
    made: Worksheet,
    styles: Styles,
    spec: TableSpec,
    sheet: Sheet,
    unit: Unit,
    left: int,
    places: Sequence[int],
) -> None:
    """Write last year's table from column `left` on, each line in the row that `places` gives it.

    One without rows writes nothing.
    """
    if not sheet.rows:
        return
    laid = layout(spec, sheet)
    width = sum(cell.colspan for cell in laid.header[0])
    left += GAP
    span(
        made, styles.grey, (TOP - 1, left, TOP - 1, left + width - 1), f"{REFERENCE}　单位：{unit}"
    )
    write_header(made, styles.grey, laid.header, left)
    for row, line in zip(places, laid.body, strict=False):  # two lists share the lines of one
        for column, body in enumerate(line, start=left):
            _write(
                made, styles, (row, column), body.cell, unit if spec.is_money(body.column) else None
            )
    made.set_column(left, left + width - 1, 13)


def _write(
    made: Worksheet, styles: Styles, at: tuple[int, int], cell: Cell | None, unit: Unit | None
) -> None:
    if cell is None or not isinstance(cell.value, Decimal):
        write_text(made, styles.grey, at, cell.printed if cell else "")
        return
    amount = cell.value / unit.yuan if unit else cell.value
    text = f"{amount.quantize(FEN):,f}" if amount == amount.quantize(FEN) else f"{amount:,f}"
    write_text(made, styles.grey_number, at, text)
