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
    r"(?:[局委办厅部处院所站队校馆社团]|委员会|办公室|中心|支队|大队|总队|学校|医院|公司|街道|本级|机关)"
    r"(?:[（(][^）)]{1,8}[）)])?$"
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
    heads = [index for index in at if _names_a_unit(rows[index])]
    if not heads or heads[0] != at[0] or not issubclass(spec.model, FundedProject):
        return list(rows)
    blocks = list(_blocks(at, heads))
    if not all(_is_sum(rows[head], [rows[each] for each in below]) for head, below in blocks):
        return list(rows)
    return [
        replace(row, kind=RowKind.SUBTOTAL) if index in heads else row
        for index, row in enumerate(rows)
    ]


def _names_a_unit(row: Row) -> bool:
    cell = next((row.cells[each] for each in NAMES if row.cells.get(each, BLANK).printed), None)
    coded = any(row.cells[code].printed.strip() for code in CODES if code in row.cells)
    return bool(cell and not coded and UNIT.search("".join(cell.printed.split())))


def _blocks(at: Sequence[int], heads: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """Each unit's row with the rows below it, before the next unit's."""
    for head, end in zip(heads, [*heads[1:], at[-1] + 1], strict=True):
        yield head, [each for each in at if head < each < end]


def _is_sum(head: Row, below: Sequence[Row]) -> bool:
    """Whether the unit's total is that of its rows, counted once or with the classes above them."""
    whole = head.money("total")
    parts = [amount for each in below if (amount := each.money("total")) is not None]
    if whole is None or not parts:
        return False
    return any(abs(sum(parts) - whole * times) <= abs(whole * NEAR) for times in (1, 2))
