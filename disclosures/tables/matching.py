"""Which rows of several disclosures' tables are the same: by code or balance line, never by place.

A table without codes is compared by the columns of its total row. Where a table prints several
rows of one code, they are added only if its lowest rows are shown to add up to its own total.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from disclosures.classification.money import Nothing, nothing_of
from disclosures.tables.book import RowKind
from disclosures.tables.lines import Line, Side
from disclosures.tables.registry import TABLES
from disclosures.tables.shapes import Balance, ByProject
from disclosures.tables.spec import TableSpec

Key = tuple[str, ...]
TOTAL: Key = ("",)  # of the one row of all codes together: it stands before every code
MAIN = ("total", "amount")  # the columns that are compared unless another is asked for


class Why(StrEnum):
    """Why there is no amount to compare; none of these is a zero."""

    BLANK = "空白"
    NOT_APPLICABLE = "不适用"
    NOT_PRINTED = "没有印出"
    NOT_A_NUMBER = "原文不是数"
    SEVERAL = "有多行，不能相加"


@dataclass(frozen=True)
class Printed:
    """One stored row: its place, kind and key, and of each wanted column the value and the text.

    A column that was not printed has the text None.
    """

    position: int
    kind: str
    key: Key
    name: str
    cells: Mapping[str, tuple[Decimal | None, str | None]]


@dataclass(frozen=True)
class Met:
    """What a table says under a key: an amount in 元 or why there is none, and in how many rows."""

    value: Decimal | None
    why: Why | None = None
    position: int | None = None
    rows: int = 1


def comparable() -> dict[str, TableSpec]:
    """The tables that hold amounts."""
    return {name: spec for name, spec in TABLES.items() if spec.money}


def key_columns(spec: TableSpec) -> tuple[str, ...]:
    """The columns that tell a table's rows; none where its total row alone is compared."""
    if issubclass(spec.model, Balance):
        return ("side", "line", "function_code")
    coded = tuple(column for column, _ in spec.code_lists)
    return coded[:2] if issubclass(spec.model, ByProject) else coded[:1]


def name_column(spec: TableSpec) -> str:
    """The column that names a row; "" where rows are told by columns."""
    keys = key_columns(spec)
    if "line" in keys:
        return "label"
    return keys[-1].replace("_code", "_name") if keys else ""


def main_column(spec: TableSpec) -> str:
    """The column that is compared unless another is asked for."""
    return next((name for name in MAIN if name in spec.money), spec.money[0])


def order(key: Key) -> tuple[object, ...]:
    """Where a key stands: the total first, lines in the order of the form, then by code."""
    if key[0] in Side.values:
        line = Line.values.index(key[1])
        return (Side.values.index(key[0]), line, *key[2:])
    return key


def matched(spec: TableSpec, rows: Sequence[Printed], column: str) -> dict[Key, Met]:
    """Key to what the table says in a column; rows without a key are left out."""
    if not key_columns(spec):
        return dict(_by_column(spec, rows))
    found: dict[Key, list[Printed]] = defaultdict(list)
    for row in rows:
        if key := _key(spec, row):
            found[key].append(row)
    return {key: _met(spec, each, column, found) for key, each in found.items()}


def unmatched(spec: TableSpec, rows: Sequence[Printed]) -> int:
    """How many rows have no code to be told by."""
    return sum(not _key(spec, row) for row in rows) if key_columns(spec) else 0


def _key(spec: TableSpec, row: Printed) -> Key | None:
    if issubclass(spec.model, Balance):
        _, line, code = row.key
        return row.key if line and (code or line != Line.FUNCTION) else None
    if row.kind == RowKind.TOTAL:
        return TOTAL
    return row.key if all(row.key) else None


def _by_column(spec: TableSpec, rows: Sequence[Printed]) -> Iterator[tuple[Key, Met]]:
    totals = [row for row in rows if row.kind == RowKind.TOTAL] or list(rows)
    for name in spec.money:
        if any(row.cells[name][1] is not None for row in totals):
            one = _one(totals[0], name) if len(totals) == 1 else None
            yield (name,), one or Met(None, Why.SEVERAL, rows=len(totals))


def _one(row: Printed, column: str) -> Met:
    value, printed = row.cells[column]
    if value is not None:
        return Met(value, position=row.position)
    if printed is None:
        return Met(None, Why.NOT_PRINTED, row.position)
    said = {Nothing.BLANK: Why.BLANK, Nothing.NOT_APPLICABLE: Why.NOT_APPLICABLE}
    nothing = nothing_of(printed)
    return Met(None, said[nothing] if nothing else Why.NOT_A_NUMBER, row.position)


def _met(
    spec: TableSpec, rows: Sequence[Printed], column: str, found: Mapping[Key, list[Printed]]
) -> Met:
    if len(rows) == 1:
        return _one(rows[0], column)
    added = _sum(rows, column)
    is_line = issubclass(spec.model, Balance)
    if added is None or is_line or not _adds_up(rows[0], added, column, found):
        return Met(None, Why.SEVERAL, rows=len(rows))
    return Met(added, rows=len(rows))


def _adds_up(row: Printed, added: Decimal, column: str, found: Mapping[Key, list[Printed]]) -> bool:
    """Whether the lowest rows come to the table's one total, and those under a key to its sum."""
    totals = found.get(TOTAL, [])
    if len(totals) != 1 or row.kind == RowKind.TOTAL:
        return False
    above = {key for each in found for key in _prefixes(each)}
    lowest = [(key, each) for key, rows in found.items() for each in rows
              if key != TOTAL and key not in above]  # fmt: skip
    below = [each for key, each in lowest if key == row.key or row.key in _prefixes(key)]
    return _sum([each for _, each in lowest], column) == totals[0].cells[column][0] and (
        _sum(below, column) == added
    )


def _prefixes(key: Key) -> set[Key]:
    """The keys above a key: its last code cut to 款 and 类."""
    *others, last = key
    return {(*others, last[:length]) for length in (3, 5) if length < len(last)}


def _sum(rows: Iterable[Printed], column: str) -> Decimal | None:
    """The sum of what is printed as numbers; None where none is."""
    values = [value for row in rows if (value := row.cells[column][0]) is not None]
    return sum(values, Decimal(0)) if values else None
