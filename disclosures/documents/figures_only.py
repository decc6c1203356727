"""A disclosure as figures without prose: codes, names and amounts, in a JSON file of our own.

It is how the demonstration's cities come with the portal, and what anybody may hand on without the
words of the document. `{"format": …, "department", "year", "kind", "unit", "figures": [[key, value,
unit, printed]], "tables": [{"table", "title", "unit", "state", "statement", "columns", "rows":
[[kind, cell, …]]}]}`; a cell is its printed text, or [value, printed] where the value is another
text than what was printed.
"""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

import orjson
from django.db import models

from disclosures.classification.figures import NUMERIC, figure_of
from disclosures.classification.money import Unit
from disclosures.documents.grids.cells import read_cell
from disclosures.documents.grids.grid import Place
from disclosures.documents.refusal import RefusedError
from disclosures.records.disclosure import Kind
from disclosures.records.narrative import Narrative, Section, Statement
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Book, Cell, Origin, Row, RowKind, Sheet
from disclosures.tables.registry import TABLES
from disclosures.tables.shapes import PerformanceTarget

FORMAT = "budget-figures/1"
Json = dict[str, Any]
UNREADABLE = (KeyError, ValueError, TypeError, AttributeError, InvalidOperation)


def is_figures(data: bytes) -> bool:
    """Whether a file is one of ours."""
    return data.lstrip()[:1] == b"{" and FORMAT.encode() in data[:200]


def read_figures(data: bytes) -> tuple[Narrative, Book]:
    """The figures as a narrative of lines `label：printed`, and the tables.

    Raises RefusedError for a file that does not keep the format.
    """
    try:
        told = orjson.loads(data)
        return _narrative(told), Book(tuple(_sheets(told)))
    except UNREADABLE as error:
        raise RefusedError(
            "figures",
            f"数据文件的格式有误：{error}。请用 extract_figures 命令重新生成。"
            "The file of figures is broken.",
        ) from error


def figures_of(narrative: Narrative, book: Book) -> bytes:
    """A disclosure's figures as a file: its numbers and tables, none of its sentences.

    Targets are left out whole, and so is each column that is there for a text.
    """
    numbers = [each for each in narrative.statements if each.figure.kind in NUMERIC]
    return orjson.dumps(
        {
            "format": FORMAT,
            "department": narrative.department,
            "year": narrative.year,
            "kind": narrative.kind,
            "unit": narrative.printed_unit,
            "figures": [[s.key, str(s.value), s.unit, s.printed] for s in numbers],
            "tables": [_told(sheet) for sheet in book if _is_of_figures(sheet)],
        }
    )


def _narrative(told: Json) -> Narrative:
    text = f"{told['department']}{told['year']}年部门{Kind(told['kind']).label}\n"
    statements = []
    for key, value, unit, printed in told["figures"]:
        figure = figure_of(key)
        line = f"{figure.label}：{printed}\n"
        start = len(text) + len(figure.label) + 1
        span = (len(text), len(text) + len(line) - 1)
        text += line
        statements.append(
            Statement(
                key=key,
                value=Decimal(value),
                unit=unit,
                printed=printed,
                section="0",
                start=start,
                end=start + len(printed),
                sentence=span,
            )
        )
    return Narrative(
        text=text,
        department=told["department"],
        year=int(told["year"]),
        kind=Kind(told["kind"]),
        printed_unit=Unit(told["unit"]),
        sections=(Section(0, "", 0, len(text)),),
        statements=tuple(statements),
    )


def _sheets(told: Json) -> Iterator[Sheet]:
    for position, table in enumerate(told["tables"], start=1):
        yield Sheet(
            table=TABLES[table["table"]].name,
            title=table["title"],
            position=position,
            state=TableState(table["state"]),
            unit=table["unit"],
            rows=tuple(_row(table, row) for row in table["rows"]),
            statement=table["statement"],
        )


def _row(table: Json, row: list[Any]) -> Row:
    kind, *told = row
    pairs = zip(table["columns"], told, strict=True)
    cells = {name: _cell(table, name, cell) for name, cell in pairs if cell is not None}
    return Row(cells, RowKind(kind))


def _cell(table: Json, name: str, told: Any) -> Cell:
    if isinstance(told, list):
        value, printed = told
        is_number = isinstance(TABLES[table["table"]].field(name), models.DecimalField)
        return Cell(Decimal(value) if is_number and value is not None else value, printed)
    cell, problem = read_cell(TABLES[table["table"]], name, Place(told, 0, 0), Unit(table["unit"]))
    if problem:
        raise ValueError(str(problem))
    return cell


def _is_of_figures(sheet: Sheet) -> bool:
    """Whether a table was printed as one and holds figures; what a sentence told is told there."""
    is_attached = bool(sheet.rows) and all(r.origin is not Origin.NARRATIVE for r in sheet.rows)
    return is_attached and not issubclass(TABLES[sheet.table].model, PerformanceTarget)


def _is_text(sheet: Sheet, name: str) -> bool:
    return isinstance(TABLES[sheet.table].field(name), models.TextField)


def _told(sheet: Sheet) -> Json:
    printed = dict.fromkeys(name for row in sheet.rows for name in row.cells)
    columns = [name for name in printed if not _is_text(sheet, name)]
    return {
        "table": sheet.table,
        "title": sheet.title,
        "state": sheet.state,
        "unit": sheet.unit or Unit.WAN_YUAN,
        "statement": "",
        "columns": columns,
        "rows": [
            [row.kind, *(_told_cell(sheet, name, row.cells.get(name)) for name in columns)]
            for row in sheet.rows
        ],
    }


def _told_cell(sheet: Sheet, name: str, cell: Cell | None) -> Any:
    """The printed text alone where it says the value; else both."""
    if cell is None:
        return None
    unit = Unit(sheet.unit or Unit.WAN_YUAN)
    again, problem = read_cell(TABLES[sheet.table], name, Place(cell.printed, 0, 0), unit)
    if problem is None and again.value == cell.value:
        return cell.printed
    value = None if cell.value is None else str(cell.value)
    return [value, cell.printed]
