"""Rows of a table without lines that lost their code to a neighbour, or have a code alone."""

from collections.abc import Iterator, Sequence

from disclosures.documents.grids.cells import CODES
from disclosures.documents.grids.problem import Problem
from disclosures.tables.book import Row, RowKind
from disclosures.tables.spec import TableSpec

MOSTLY = 0.8  # of a list's rows that have codes: then every row should


def uncoded(spec: TableSpec, rows: Sequence[Row]) -> Iterator[Problem]:
    """A doubt for each row without a code in a list of codes, and for each without an amount."""
    code = next((each for each in CODES if each in {c.field for c in spec.columns}), None)
    details = [row for row in rows if row.kind is RowKind.DETAIL]
    coded = [row for row in details if code and row.value(code) is not None]
    if code is None or len(coded) < MOSTLY * len(details):
        return
    for row in details:
        has_amount = any(row.money(each) is not None for each in spec.money)
        if has_amount != (row.value(code) is not None):
            printed = "".join(cell.printed for cell in row.cells.values())
            yield Problem(
                "这里没有框线，这一行缺科目编码或金额，可能与上下行分错了。请对照原页核对。",
                dict(row.where or {}),
                printed[:60],
            )
