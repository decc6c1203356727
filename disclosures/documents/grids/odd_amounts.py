"""Numbers read as amounts that look like something else: row or column numbers, years, codes, the
rest of a number whose first digits were lost.

A balanced column of row numbers passes every sum, so that this is asked of how numbers are printed.
Each is a doubt: the amount may be meant.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from disclosures.classification.codes import code_lists
from disclosures.classification.money import halfwidth
from disclosures.documents.grids.problem import Problem
from disclosures.tables.book import Cell, Row
from disclosures.tables.spec import TableSpec

FEWEST = 4  # numbers that count 1, 2, 3, 4
BARE = re.compile(r"\d+")
YEAR = re.compile(r"20[0-4]\d年?")
CODE = re.compile(r"[1-5]\d{4}|[1-5]\d{6}")
LED = re.compile(r"[-−]?0[\d,]")  # 03,385,826.00: no number begins so
EXACT = re.compile(r"\.\d{2}")
MOSTLY = 0.6  # of a table's amounts, with decimals: then a bare number among them is odd


def odd_amounts(spec: TableSpec, rows: Sequence[Row]) -> Iterator[Problem]:
    """A doubt for each column, row and cell whose numbers are hardly amounts."""
    amounts = {
        (at, name): cell
        for at, row in enumerate(rows)
        for name, cell in row.cells.items()
        if spec.is_money(name) and isinstance(cell.value, Decimal) and cell.where
    }
    said: set[tuple[int, str]] = set()
    for name in spec.money:
        column = [(at, name) for at in range(len(rows)) if (at, name) in amounts]
        if _counts([amounts[key] for key in column]):
            said |= set(column)
            yield _doubt(f"“{spec.label(name)}”一列的数字逐行加一，像是行次", amounts[column[0]])
    for at in range(len(rows)):
        row = [
            (at, name) for name in spec.money if (at, name) in amounts and (at, name) not in said
        ]
        if _counts([amounts[key] for key in row]):
            said |= set(row)
            yield _doubt("这一行的数字逐列加一，像是栏次", amounts[row[0]])
    for key, cell in amounts.items():
        if key not in said and LED.match(_text(cell)):
            said.add(key)
            yield _doubt(f"“{spec.label(key[1])}”{cell.printed}以0开头，前面可能还有数字", cell)
    if _has_decimals(list(amounts.values())):
        for key, cell in amounts.items():
            if key not in said and (like := _like(cell)):
                yield _doubt(f"“{spec.label(key[1])}”{cell.printed}像是{like}", cell)


def _counts(cells: Sequence[Cell]) -> bool:
    """Whether cells print 1, 2, 3 and so on from any number, without decimals."""
    texts = [_text(each) for each in cells]
    if len(texts) < FEWEST or not all(map(BARE.fullmatch, texts)):
        return False
    numbers = [int(each) for each in texts]
    return all(left + 1 == right for left, right in pairwise(numbers))


def _has_decimals(cells: Sequence[Cell]) -> bool:
    told = [each for each in cells if each.value]
    exact = sum(bool(EXACT.search(_text(each))) for each in told)
    return bool(told) and exact >= MOSTLY * len(told)


def _like(cell: Cell) -> str:
    """What a bare number among amounts with decimals looks like."""
    text = _text(cell)
    if YEAR.fullmatch(text):
        return "年份"
    if not CODE.fullmatch(text):
        return ""
    lists = code_lists()
    known = (lists.functions, lists.department_economic, lists.government_economic)
    return "科目编码" if any(codes.get(text, None) for codes in known) else ""


def _text(cell: Cell) -> str:
    return "".join(halfwidth(cell.printed).split())


def _doubt(what: str, cell: Cell) -> Problem:
    return Problem(f"{what}，不像金额。请对照原页核对。", dict(cell.where or {}), cell.printed)
