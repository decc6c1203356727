"""What a table says that can hardly be meant: codes unknown or repeated, amounts below zero.

None of it is wrong for certain (no list of codes is complete), so it is said and not refused.
"""

from collections.abc import Iterator

from disclosures.classification.codes import CodeList, CodeLists
from disclosures.documents.grids.problem import Problem, Severity
from disclosures.tables.book import Cell, Row, RowKind, Sheet
from disclosures.tables.registry import TABLES
from disclosures.tables.spec import TableSpec


def unlikely(sheet: Sheet, codes: CodeLists, year: int) -> Iterator[Problem]:
    """Notes on the cells of a sheet, row by row."""
    spec = TABLES[sheet.table]
    met: dict[tuple[object, ...], Row] = {}
    for row in sheet.rows:
        yield from _negative(spec, row)
        for column, name in spec.code_lists:
            yield from _unknown(spec, row, column, getattr(codes, name), year)
        key = _key(spec, row)
        if key in met:
            yield _again(sheet, row, met[key])
        elif key:
            met[key] = row


def _negative(spec: TableSpec, row: Row) -> Iterator[Problem]:
    shares = [(spec.label(name), row.cells[name]) for name in spec.money if name in row.cells]
    if spec.spread:
        heading, amount = spec.spread.fields
        shares += [(str(each.value(heading)), each.cells[amount]) for each in row.children]
    for label, cell in shares:
        if not isinstance(cell.value, str | None) and cell.value < 0:
            yield _note(f"“{label}”是负数“{cell.printed}”。请核对；减少额应写在说明里。", cell)


def _unknown(
    spec: TableSpec, row: Row, column: str, codes: CodeList, year: int
) -> Iterator[Problem]:
    cell = row.cells.get(column)
    if cell and cell.where and isinstance(cell.value, str) and codes.get(cell.value, year) is None:
        label = spec.label(column)
        yield _note(
            f"“{label}”{cell.value}不在{year}年的科目表中。请核对，或从模板的列表选择。", cell
        )


def _key(spec: TableSpec, row: Row) -> tuple[object, ...]:
    """What tells a row from all others: its code and unit, in a table with one row a code."""
    column = next((name for name, _ in spec.code_lists if name in spec.key), "")
    if not column or "project_name" in spec.key or row.kind is not RowKind.DETAIL:
        return ()
    code = row.value(column)
    units = [each.field for each in spec.columns if each.field.startswith("unit_")]
    return (code, *(row.value(each) for each in units if not spec.is_money(each))) if code else ()


def _again(sheet: Sheet, row: Row, first: Row) -> Problem:
    name = next(name for name, _ in TABLES[sheet.table].code_lists)
    cell, before = row.cells[name], first.cells[name].where or {}
    earlier = f"{before['cell']}已有" if "cell" in before else "前面已有"
    return _note(f"科目{cell.value}重复：{earlier}同一科目的一行。请合并，或改正编码。", cell)


def _note(message: str, cell: Cell) -> Problem:
    return Problem(message, dict(cell.where or {}), cell.printed, Severity.NOTE)
