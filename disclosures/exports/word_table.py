"""One table as the element of a Word document: its frame, its merged header cells, its rows.

Made as XML at once; the library's own merging of cells looks through the whole table for each.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from docx.oxml.ns import nsmap, qn
from lxml.builder import ElementMaker

from disclosures.exports.statutory import PrintedTable, printed
from disclosures.tables.layout import BodyCell, HeaderCell, spans

W = ElementMaker(namespace=nsmap["w"], nsmap={"w": nsmap["w"]})
SIZE = "16"  # of the letters, in half points
LONG = 400  # characters of a cell that may go on over the page
LINE = {"val": "single", "sz": "4", "space": "0", "color": "auto"}
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
# What XML cannot hold, though a PDF's text may.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True)
class _Cell:
    text: str
    columns: int = 1
    merge: str = ""  # restart: the first of several rows; continue: one below it
    align: str = ""


def printable(text: str) -> str:
    """A text without the control characters that no Word document can hold."""
    return UNPRINTABLE.sub("", text)


def table_element(table: PrintedTable) -> Any:
    """The `w:tbl` of a table that has a header; its head is repeated on every page."""
    layout = table.layout
    width = sum(cell.colspan for cell in layout.header[0])
    body = [[_of(each) for each in line] for line in layout.body]
    below = [[_Cell(each, width)] for each in table.below]
    return W.tbl(
        W.tblPr(
            _with(W.tblW, w="5000", type="pct"),
            W.tblBorders(*(_with(getattr(W, side), **LINE) for side in SIDES)),
        ),
        W.tblGrid(*(W.gridCol() for _ in range(width))),
        *(_row(line, is_head=not table.is_kept) for line in _head(layout.header)),
        *(_row(line) for line in (*body, *below)),
    )


def _of(body: BodyCell) -> _Cell:
    is_number = body.cell is not None and isinstance(body.cell.value, Decimal)
    return _Cell(printed(body.cell), align="right" if is_number else "")


def _head(header: Sequence[Sequence[HeaderCell]]) -> Iterator[list[_Cell]]:
    rows: list[dict[int, _Cell]] = [{} for _ in header]
    for (top, left, down, right), cell in spans(header):
        columns = right - left + 1
        for row in range(top, min(down + 1, len(rows))):
            merge = "" if top == down else "restart" if row == top else "continue"
            rows[row][left] = _Cell(cell.text if row == top else "", columns, merge, "center")
    return ([row[left] for left in sorted(row)] for row in rows)


def _row(cells: Sequence[_Cell], *, is_head: bool = False) -> Any:
    is_whole = all(len(each.text) <= LONG for each in cells)
    marks = [*([W.cantSplit()] if is_whole else []), *([W.tblHeader()] if is_head else [])]
    return W.tr(W.trPr(*marks), *map(_cell, cells))


def _cell(cell: _Cell) -> Any:
    marks = []
    if cell.columns > 1:
        marks.append(_with(W.gridSpan, val=str(cell.columns)))
    if cell.merge:
        marks.append(_with(W.vMerge, val=cell.merge))
    if cell.align == "center":
        marks.append(_with(W.vAlign, val="center"))
    placed = [W.pPr(_with(W.jc, val=cell.align))] if cell.align else []
    return W.tc(W.tcPr(*marks), W.p(*placed, W.r(*_run(cell.text))))


def _run(text: str) -> Iterator[Any]:
    yield W.rPr(_with(W.sz, val=SIZE))
    for number, line in enumerate(printable(text).splitlines()):
        if number:
            yield W.br()
        made = W.t(line)
        made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        yield made


def _with(make: Any, **attributes: str) -> Any:
    made = make()
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made
