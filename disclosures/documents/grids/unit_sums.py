"""The row of a whole unit in a list of its projects: it is their sum, and no project.

Some places print a unit's name where a project's stands, in one column, and no code: 支出项目类别.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from disclosures.documents.grids.body import BLANK
from disclosures.tables.book import Row, RowKind
from disclosures.tables.shapes import FundedProject
from disclosures.tables.spec import TableSpec

UNIT = re.compile(
    r"(?:[局委办厅部处院所站队校馆社团台园署会室庭库场区镇乡府]|中心|公司|街道|本级|机关)"
    r"(?:[（(][^）)]{1,30}[）)])?$"
)
NAMES = ("project_name", "economic_name")
CODES = ("function_code", "economic_code", "project_code")
NEAR = Decimal("0.01")  # a sum that is off by less is a sum, and the difference is a finding


def unit_sums(spec: TableSpec, rows: Sequence[Row]) -> list[Row]:
    """The rows, with those of a whole unit as the subtotals that they are.

    Only where every detail belongs to a unit named above it, and the unit's amount is that of the
    rows below it, each once or each with its parts.
    """
    if not issubclass(spec.model, FundedProject):
        return list(rows)
    at = [index for index, row in enumerate(rows) if row.kind is RowKind.DETAIL]
    details = [rows[index] for index in at]
    heads = _heads(details)
    if not _is_sure(rows, details, heads):
        return list(rows)
    whole = {at[head] for head in heads}
    return [
        replace(row, kind=RowKind.SUBTOTAL) if index in whole else row
        for index, row in enumerate(rows)
    ]


def _heads(details: Sequence[Row]) -> list[int]:
    """Where the rows of units stand, each followed by its own; none where the rest does not fit."""
    heads: list[int] = []
    begin = 0
    while begin < len(details):
        end = _end(details, begin) if _names_a_unit(details[begin]) else None
        if end is None:
            return []
        heads.append(begin)
        begin = end
    return heads


def _end(details: Sequence[Row], head: int) -> int | None:
    """Where the rows of a unit end: they are its sum, and the next names another or is none.

    The sum counts its rows once, or once more with the classes above them.
    """
    whole, told = details[head].money("total"), Decimal(0)
    if whole is None:
        return None
    for end in range(head + 2, len(details) + 1):
        told += details[end - 1].money("total") or 0
        is_last = end == len(details) or _names_a_unit(details[end])
        if is_last and (_is_near(told, whole) or _is_near(told, 2 * whole)):
            return end
    return None


def _is_sure(rows: Sequence[Row], details: Sequence[Row], heads: Sequence[int]) -> bool:
    """Whether the heads are sums and no chance: projects of one amount may be named like units.

    The table's own total says so, being theirs and not that of all rows; where none is printed,
    some unit has several rows, and no row below a unit is named like one.
    """
    apart = {*heads}
    total = next((row.money("total") for row in rows if row.kind is RowKind.TOTAL), None)
    if total is not None:
        everything, units = _sum(details), _sum([details[head] for head in heads])
        return _is_near(units, total) and not _is_near(everything, total)
    return len(details) > 2 * len(heads) and not any(
        _names_a_unit(row) for at, row in enumerate(details) if at not in apart
    )


def _names_a_unit(row: Row) -> bool:
    cell = next((row.cells[each] for each in NAMES if row.cells.get(each, BLANK).printed), None)
    coded = any(row.cells[code].printed.strip() for code in CODES if code in row.cells)
    return bool(cell and not coded and UNIT.search("".join(cell.printed.split())))


def _sum(rows: Sequence[Row]) -> Decimal:
    return sum((row.money("total") or Decimal(0) for row in rows), Decimal(0))


def _is_near(told: Decimal, whole: Decimal) -> bool:
    return abs(told - whole) <= abs(whole * NEAR)
