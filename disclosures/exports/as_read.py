"""How a sheet must be printed so that it is read back as what it is, on paper and in a workbook.

The printed text is kept wherever it says the same in the unit above the table; where it would then
be read as another amount, the amount is printed in that unit.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from disclosures.classification.money import Unit, parse_number, to_yuan
from disclosures.tables.book import Cell, RowKind, Sheet
from disclosures.tables.layout import BodyCell
from disclosures.tables.spec import TableSpec


def unit_of(spec: TableSpec, sheet: Sheet) -> Unit:
    """The unit that a sheet prints; where it prints none, the one in which its figures read so."""
    if sheet.unit:
        return Unit(sheet.unit)
    amounts = [
        (row.cells[each].printed, row.cells[each].value)
        for row in sheet.rows
        for each in spec.money
        if each in row.cells
    ]
    fits = (unit for unit in Unit if all(_in_unit(each, unit) in (None, v) for each, v in amounts))
    return next(fits, Unit.WAN_YUAN)


def text_in_unit(spec: TableSpec, column: str, cell: Cell, unit: Unit) -> str:
    """What is printed; an amount that would then be read as another one, in the table's unit."""
    if not spec.is_money(column) or not isinstance(cell.value, Decimal):
        return cell.printed
    same = _in_unit(cell.printed, unit) in (None, cell.value)
    return cell.printed if same else f"{cell.value / unit.yuan:f}"


def is_unnamed_total(line: Sequence[BodyCell]) -> bool:
    """Whether a total row says nowhere in words that it is one, and has room to."""
    first = line[0]
    is_total = first.row is not None and first.row.kind is RowKind.TOTAL
    texts = (each.cell.value for each in line if each.cell and isinstance(each.cell.value, str))
    return is_total and not any(texts) and (first.cell is None or not first.cell.printed)


def line_as_read(spec: TableSpec, line: Sequence[BodyCell], unit: Unit) -> tuple[BodyCell, ...]:
    """A line of a layout with each text as it must be printed; a total without words is named."""
    made = [_as_read(spec, each, unit) for each in line]
    if made and is_unnamed_total(line):
        made[0] = made[0]._replace(cell=Cell(None, RowKind.TOTAL.label))
    return tuple(made)


def _as_read(spec: TableSpec, body: BodyCell, unit: Unit) -> BodyCell:
    if body.cell is None:
        return body
    text = text_in_unit(spec, body.column, body.cell, unit)
    return body._replace(cell=replace(body.cell, printed=text))


def _in_unit(printed: str, unit: Unit) -> Decimal | None:
    """A bare printed number in 元; None for any other text."""
    try:
        return to_yuan(parse_number(printed), unit)
    except ValueError:
        return None
