"""A sheet of our own export that holds a table as it was printed: read back as it stands.

No form knows such a table, or not all of its columns. The export says so in the third row, below
the title and the line of department and unit; the printed cells follow, then the texts below them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from disclosures.classification.money import halfwidth
from disclosures.documents.forms.form import Form
from disclosures.documents.grids.book import BookReading
from disclosures.documents.grids.problem import Problem
from disclosures.documents.one_book import numbered
from disclosures.documents.workbook.archive import too_large
from disclosures.documents.workbook.cells import Held, problem_of, text_of
from disclosures.documents.workbook.sheet import (
    MOST_COLUMNS,
    MOST_ROWS,
    Area,
    Found,
    cell_name,
)
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Book, KeptCell, Sheet, unknown

KEPT = "按原样保留的表（各格为原文，不参与核对与统计）"
BESIDE = "原表（连同没有对应栏目的列；各格为原文，不参与核对与统计）"
BELOW = "以下为表下文字"
MARKED = 2  # the row of the mark, from 0
STATE = re.compile(r"状态：(\S+)")
UNIT = re.compile(r"^单位[:：]\s*(万元|元)$")


def is_kept(found: Found) -> bool:
    """Whether a sheet is a table kept as printed, as our export writes one."""
    return _mark(found).startswith((KEPT, BESIDE))


def kept_sheet(found: Found) -> tuple[Sheet, list[Problem]]:
    """The table, its printed cells in their places, and what of them cannot be kept as it stands.

    One that is printed beside what was read of it has the state of a table that is filled. Raises
    RefusedError where a cell stands beyond any table.
    """
    mark = _mark(found)
    said = STATE.search(mark)
    state = TableState.FILLED if mark.startswith(BESIDE) else TableState.AS_PRINTED
    states = {each.label: each for each in TableState}
    state = states.get(said[1], state) if said else state
    ends = (each.row for each in found.cells if not each.column and each.text == BELOW)
    end = max(ends, default=MOST_ROWS)
    below = sorted(each for each in found.cells if each.row > end)
    cells = [each for each in sorted(found.cells) if MARKED < each.row < end]
    if any(each.row > MOST_ROWS or each.column > MOST_COLUMNS for each in cells):
        raise too_large(f"的“{found.name}”有内容的单元格离表格太远")
    merged = {(each.top, each.left): each for each in found.merged}
    kept = tuple(_cell(found, each, merged.get(each[:2])) for each in cells if text_of(each))
    problems = (problem_of(each, _where(found, each)) for each in cells)
    sheet = Sheet(
        unknown(0),
        "".join(text_of(each) for each in found.cells if each.row == 0),
        0,
        state,
        next(_units(found), ""),
        statement="\n".join(text_of(each) for each in below),
        where={"sheet": found.name},
        kept=kept,
    )
    return sheet, [each for each in problems if each]


def with_kept(reading: BookReading, kept: Sequence[Sheet], form: Form) -> BookReading:
    """A reading with the tables of the same workbook that are kept as printed.

    One that the form knows stands in its place, where the workbook has it not otherwise; what is
    printed beside a table that was read becomes a part of it.
    """
    if not kept:
        return reading
    sheets = list(reading.book)
    for each in kept:
        table = form.table_titled(each.title) or form.table_meant(each.title)
        name = table.table if table else ""
        at = next((n for n, sheet in enumerate(sheets) if sheet.table == name), None)
        if each.state is TableState.FILLED:
            if at is not None and sheets[at].rows and not sheets[at].kept:
                sheets[at] = replace(sheets[at], kept=each.kept)
        elif at is not None and sheets[at].state is TableState.NOT_ATTACHED:
            sheets[at] = replace(each, table=name, title=sheets[at].title)
        else:
            is_new = table is not None and at is None
            sheets.append(replace(each, table=name) if is_new else each)
    return replace(reading, book=Book(tuple(numbered(sheets))))


def _mark(found: Found) -> str:
    marks: Iterable[Held] = (each for each in found.cells if each[:2] == (MARKED, 0))
    return next((each.text for each in marks), "")


def _units(found: Found) -> Iterator[str]:
    for each in found.cells:
        if each.row == MARKED - 1 and (said := UNIT.match(halfwidth(each.text))):
            yield said[1]


def _cell(found: Found, held: Held, area: Area | None) -> KeptCell:
    down = area.bottom - area.top + 1 if area else 1
    right = area.right - area.left + 1 if area else 1
    row = held.row - MARKED - 1
    return KeptCell(text_of(held), row, held.column, down, right, _where(found, held))


def _where(found: Found, held: Held) -> dict[str, str]:
    return {"sheet": found.name, "cell": cell_name(held.row, held.column)}
