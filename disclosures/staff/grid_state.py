"""A table as the grid's script takes it: header, lines, stamp and sums."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import count
from typing import Any

from django.db import models

from disclosures.classification.money import Unit
from disclosures.documents.grids.typed import TypedLine, lines_to_type, statement_to_type
from disclosures.tables.book import Sheet
from disclosures.tables.columns import Column, Group, Header, shown
from disclosures.tables.layout import printed_fields
from disclosures.tables.spec import TableSpec
from disclosures.tables.stamp import stamp_of
from disclosures.tables.sums import leaf_sums


def state_of(spec: TableSpec, sheet: Sheet) -> dict[str, Any]:
    """What of a sheet changes with each save."""
    return {
        "lines": _lines(lines_to_type(spec, sheet)),
        "statement": statement_to_type(sheet),
        "stamp": stamp_of([sheet]),
        "sums": sums_of(spec, sheet),
    }


def _lines(lines: Iterable[TypedLine]) -> list[dict[str, Any]]:
    return [{"source": each.source, "texts": each.texts} for each in lines]


def columns_of(spec: TableSpec, sheet: Sheet, headings: tuple[str, ...]) -> list[dict[str, Any]]:
    """The header as the grid takes it: leaves named by their place, groups above them."""
    numbers = count()
    headers = [half.header for half in spec.halves] or [spec.header]
    seen = [tuple(shown(each, printed_fields(sheet.rows))) for each in headers]
    columns = [part for header in seen for part in _parts(spec, header, numbers)]
    if spec.spread and headings:
        below = [
            {
                "title": each,
                "field": f"c{next(numbers)}",
                "money": True,
                "number": True,
                "column": each,
            }
            for each in headings
        ]
        columns.append({"title": spec.spread.printed, "columns": below})
    return columns


def _parts(spec: TableSpec, header: Header, numbers: Iterator[int]) -> Iterator[dict[str, Any]]:
    for part in header:
        if isinstance(part, Group):
            yield {"title": part.printed, "columns": list(_parts(spec, part.columns, numbers))}
        else:
            yield _leaf(spec, part, next(numbers))


def _leaf(spec: TableSpec, column: Column, number: int) -> dict[str, Any]:
    return {
        "title": spec.printed(column),
        "tooltip": spec.label(column.field),
        "field": f"c{number}",
        "column": column.field,
        "money": spec.is_money(column.field),
        "number": isinstance(spec.field(column.field), models.DecimalField),
    }


def sums_of(spec: TableSpec, sheet: Sheet) -> dict[str, str]:
    """The sums of the lines that are no sums, in the table's own unit, by column."""
    unit = Unit(sheet.unit) if sheet.unit else Unit.YUAN
    if spec.halves:
        return {}
    return {column: _printed(total, unit) for column, total in leaf_sums(spec, sheet.rows).items()}


def _printed(amount: Decimal, unit: Unit) -> str:
    return f"{(amount / unit.yuan).normalize():,f}"
