"""Last year's published figures in grey beside the empty cells, in the unit of this year's form."""

from decimal import Decimal

from xlsxwriter.worksheet import Worksheet

from disclosures.classification.money import Unit
from disclosures.documents.workbook.reference import REFERENCE
from disclosures.exports.workbook.sheet import TOP, span, write_header, write_text
from disclosures.exports.workbook.styles import Styles
from disclosures.tables.book import Cell, Sheet
from disclosures.tables.layout import layout
from disclosures.tables.spec import TableSpec

GAP = 1  # empty columns between the table and the reference
FEN = Decimal("0.01")


def write_last_year(
    made: Worksheet, styles: Styles, spec: TableSpec, sheet: Sheet, unit: Unit, left: int
) -> None:
    """Write last year's table from column `left` on; one without rows writes nothing."""
    if not sheet.rows:
        return
    laid = layout(spec, sheet)
    width = sum(cell.colspan for cell in laid.header[0])
    left += GAP
    span(
        made, styles.grey, (TOP - 1, left, TOP - 1, left + width - 1), f"{REFERENCE}　单位：{unit}"
    )
    write_header(made, styles.grey, laid.header, left)
    for row, line in enumerate(laid.body, start=TOP + len(laid.header)):
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
