"""A revision as plain data: JSON with its narrative and tables, CSV with a line for each cell.

Values are exact text, amounts in 元, beside what was printed; a cell without a value says which
kind of nothing it is. The same revision gives the same bytes.
"""

import csv
import io
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import orjson

from disclosures.exports.csv import BYTE_ORDER_MARK
from disclosures.exports.statutory import Statutory
from disclosures.tables.book import Cell, Row, Sheet
from disclosures.tables.registry import TABLES

CSV_TYPE, JSON_TYPE = "text/csv; charset=utf-8", "application/json"
COLUMNS = (
    "table",
    "title",
    "row",
    "row_kind",
    "column",
    "label",
    "value",
    "printed",
    "nothing",
    "unit",
)
# What a spreadsheet would run: as `exports.csv.Harmless` has it for PostgreSQL.
NUMBER = re.compile(r"[-+]?[0-9][0-9,]*(?:\.[0-9]+)?%?")
RUN = tuple("=+-@\t\r\n＝＋－＠")


def json_document(content: Statutory) -> bytes:
    """The revision as one JSON object."""
    made = {
        "title": content.title,
        "department": content.department,
        "year": content.year,
        "revision": content.imprint,
        "narrative": [
            {"text": each.text, "is_heading": each.is_heading} for each in content.paragraphs
        ],
        "tables": [_table(each) for each in content.sheets],
    }
    return orjson.dumps(made, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def csv_document(content: Statutory) -> bytes:
    """Every cell of every table, one a line; tables without rows are told by their statement."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for sheet in content.sheets:
        writer.writerows([_harmless(each) for each in line] for line in _lines(sheet))
    return BYTE_ORDER_MARK + file.getvalue().encode()


def _lines(sheet: Sheet) -> Iterator[tuple[str, ...]]:
    lead = (sheet.table, sheet.title)
    if not sheet.rows and not sheet.kept:
        said = sheet.statement or sheet.state.label
        yield (*lead, "", "", "", "", "", said, sheet.state.value, sheet.unit)
    for kept in sheet.kept:
        yield (
            *lead,
            str(kept.row + 1),
            "",
            str(kept.column + 1),
            "",
            "",
            kept.text,
            "",
            sheet.unit,
        )
    for number, row in enumerate(sheet.rows, 1):
        for line in (row, *row.children):
            for column, cell in line.cells.items():
                label = TABLES[sheet.table].label(column)
                told = (_value(cell), cell.printed, _nothing(cell), sheet.unit)
                yield (*lead, str(number), line.kind.value, column, label, *told)


def _table(sheet: Sheet) -> dict[str, Any]:
    return {
        "table": sheet.table,
        "title": sheet.title,
        "state": sheet.state.value,
        "unit": sheet.unit,
        "statement": sheet.statement,
        "rows": [_row(each) for each in sheet.rows],
        "kept": [
            {"row": each.row, "column": each.column, "text": each.text} for each in sheet.kept
        ],
    }


def _row(row: Row) -> dict[str, Any]:
    made: dict[str, Any] = {
        "kind": row.kind.value,
        "cells": {
            name: {"value": _value(cell), "printed": cell.printed, "nothing": _nothing(cell)}
            for name, cell in row.cells.items()
        },
    }
    if row.children:
        made["spread"] = [_row(each) for each in row.children]
    return made


def _value(cell: Cell) -> str:
    value = cell.value
    return f"{value:f}" if isinstance(value, Decimal) else "" if value is None else str(value)


def _nothing(cell: Cell) -> str:
    return "" if cell.nothing is None else cell.nothing.value


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(RUN) and not NUMBER.fullmatch(text) else text
