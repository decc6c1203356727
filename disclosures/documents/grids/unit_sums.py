"""The row of a whole unit in a list of its projects: it is their sum, and no project.

Some places print a unit's name where a project's stands, in one column, and no code: 支出项目类别.
"""

import re
from collections.abc import Iterator, Sequence
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
    at = [index for index, row in enumerate(rows) if row.kind is RowKind.DETAIL]
    if not issubclass(spec.model, FundedProject):
        return list(rows)
    heads = _heads([rows[index] for index in at])
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
        end = next(_ends(details, begin), None) if _names_a_unit(details[begin]) else None
        if end is None:
            return []
        heads.append(begin)
        begin = end
    return heads


def _ends(details: Sequence[Row], head: int) -> Iterator[int]:
    """Where the rows of a unit may end: they are its sum, and the next names another or is none."""
    for end in range(head + 2, len(details) + 1):
        is_last = end == len(details) or _names_a_unit(details[end])
        if is_last and _is_sum(details[head], details[head + 1 : end]):
            yield end


def _names_a_unit(row: Row) -> bool:
    cell = next((row.cells[each] for each in NAMES if row.cells.get(each, BLANK).printed), None)
    coded = any(row.cells[code].printed.strip() for code in CODES if code in row.cells)
    return bool(cell and not coded and UNIT.search("".join(cell.printed.split())))


def _is_sum(head: Row, below: Sequence[Row]) -> bool:
    """Whether the unit's total is that of its rows, counted once or with the classes above them."""
    whole = head.money("total")
    parts = [amount for each in below if (amount := each.money("total")) is not None]
    if whole is None or not parts:
        return False
    return any(abs(sum(parts) - whole * times) <= abs(whole * NEAR) for times in (1, 2))
