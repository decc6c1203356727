"""Sheets to database rows and back, for every table of the registry alike."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from decimal import Decimal
from itertools import count
from typing import cast

from django.core.exceptions import ValidationError
from django.db import models

from disclosures.records.disclosure import Revision
from disclosures.records.printed_table import PrintedTable, TableState
from disclosures.tables.book import Book, Cell, Origin, Row, RowKind, Sheet, Value
from disclosures.tables.columns import Spread
from disclosures.tables.gathering import COMMON, Record, records_of
from disclosures.tables.kept import from_stored, to_stored
from disclosures.tables.registry import TABLES, table
from disclosures.tables.shapes import TableRow
from disclosures.tables.spec import TableSpec

OWN = ""  # the key, among the places of a row's cells, of the row's own place
WITH_ROWS = (TableState.FILLED, TableState.FROM_NARRATIVE)


def printed_table(revision: Revision, sheet: Sheet) -> PrintedTable:
    """The unsaved record of a sheet, rows aside."""
    return PrintedTable(
        revision=revision,
        table=sheet.table,
        position=sheet.position,
        title=sheet.title,
        state=sheet.state,
        printed_unit=sheet.unit,
        statement=sheet.statement,
        where=sheet.where,
        cells=to_stored(sheet.kept),
    )


def store(revision: Revision, sheet: Sheet) -> list[list[TableRow]]:
    """The unsaved rows of a sheet: one list a model, parents first, to be bulk-created in order.

    Raises ValueError when rows and state disagree or a value does not fit its column, and KeyError
    when rows are given for a table that is none of the registry's.
    """
    if bool(sheet.rows) != (sheet.state in WITH_ROWS):
        raise ValueError(f"{sheet.table}: {len(sheet.rows)} rows in state {sheet.state}")
    if not sheet.rows:
        return []
    spec = table(sheet.table)
    fields = [column.field for column in spec.columns]
    own, shares = [], []
    positions = count()
    for position, row in enumerate(sheet.rows):
        record = _record(spec.model, fields, revision, position, row)
        own.append(record)
        for child in row.children:
            shares.append(_share(_spread(spec), revision, next(positions), child, record))
    return [own, shares] if shares else [own]


def book_of(revision: Revision) -> Book:
    """The book as stored: one query for the tables (none where they are prefetched), one for all

    rows, and one more for each table whose columns are data.
    """
    tables = sorted(revision.printedtable_set.all(), key=lambda each: each.position)
    filled = [TABLES[each.table] for each in tables if TableState(each.state) in WITH_ROWS]
    records = records_of(filled, revision.pk)
    rows = {spec.name: _rows(spec, records[spec.name], revision.pk) for spec in filled}
    return Book(tuple(_sheet(each, rows.get(each.table, ())) for each in tables))


def sheet_of(revision: Revision, table: str) -> Sheet | None:
    """One sheet of the book, None where the revision has none of that name; two queries."""
    found = revision.printedtable_set.filter(table=table).first()
    if found is None:
        return None
    is_filled = TableState(found.state) in WITH_ROWS
    return _sheet(found, rows_of(TABLES[table], revision.pk) if is_filled else ())


def _sheet(stored: PrintedTable, rows: tuple[Row, ...]) -> Sheet:
    return Sheet(
        table=stored.table,
        title=stored.title,
        position=stored.position,
        state=TableState(stored.state),
        unit=stored.printed_unit,
        rows=rows,
        statement=stored.statement,
        where=stored.where,
        kept=from_stored(stored.cells),
    )


def rows_of(spec: TableSpec, revision_id: int) -> tuple[Row, ...]:
    """A table's rows of one revision, in the order of print, with the children of each."""
    return _rows(spec, records_of([spec], revision_id)[spec.name], revision_id)


def _rows(spec: TableSpec, records: list[Record], revision_id: int) -> tuple[Row, ...]:
    fields = [column.field for column in spec.columns]
    children = _children(spec.spread, revision_id) if spec.spread else {}
    return tuple(_row(each, fields, tuple(children.get(each["pk"], ()))) for each in records)


def _children(spread: Spread, revision_id: int) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    for each in spread.model._default_manager.filter(revision=revision_id).order_by("position"):
        own = {name: getattr(each, name) for name in (*COMMON, *spread.fields)}
        found[getattr(each, f"{spread.parent}_id")].append(_row(own, spread.fields))
    return found


def _row(record: Record, fields: Iterable[str], children: tuple[Row, ...] = ()) -> Row:
    printed, where = record["printed"], record["where"]
    cells = {
        name: Cell(_value(record[name]), printed[name], where.get(name))
        for name in fields
        if name in printed
    }
    kind, origin = RowKind(record["row_kind"]), Origin(record["origin"])
    return Row(cells, kind, origin, where.get(OWN), children)


def _value(stored: Decimal | str | None) -> Value:
    return None if stored == "" else stored


def _spread(spec: TableSpec) -> Spread:
    if spec.spread is None:
        raise ValueError(f"{spec.name}: a row has children, its table spreads no columns")
    return spec.spread


def _share(
    spread: Spread, revision: Revision, position: int, child: Row, parent: TableRow
) -> TableRow:
    record = _record(spread.model, spread.fields, revision, position, child)
    setattr(record, spread.parent, parent)
    return record


def _record(
    model: type[TableRow], fields: Iterable[str], revision: Revision, position: int, row: Row
) -> TableRow:
    named = set(fields)
    if strange := set(row.cells) - named:
        raise ValueError(f"{model.__name__} has no column {', '.join(sorted(strange))}")
    places = {name: cell.where for name, cell in row.cells.items() if cell.where is not None}
    return model(
        revision=revision,
        position=position,
        row_kind=row.kind,
        origin=row.origin,
        printed={name: cell.printed for name, cell in row.cells.items()},
        where=places | ({OWN: row.where} if row.where is not None else {}),
        **{
            name: cell.value
            for name, cell in row.cells.items()
            if _fitting(model, name, cell).value is not None
        },
    )


def _fitting(model: type[TableRow], name: str, cell: Cell) -> Cell:
    """The cell, if PostgreSQL can hold it in this column exactly. Raises ValueError if not."""
    field = cast(models.Field, model._meta.get_field(name))
    if "\0" in cell.printed or not (cell.value is None or _fits(field, cell.value)):
        raise ValueError(f"{field.verbose_name}（{field.name}）: {cell!r} does not fit")
    return cell


def _fits(field: models.Field, value: Value) -> bool:
    if isinstance(field, models.DecimalField):
        return isinstance(value, Decimal | int) and _is_exact(field, Decimal(value))
    if not isinstance(value, str) or "\0" in value:
        return False
    return all(_passes(validator, value) for validator in field.validators)


def _passes(validator: Callable[[str], None], value: str) -> bool:
    try:
        validator(value)
    except ValidationError:
        return False
    return True


def _is_exact(field: models.DecimalField, value: Decimal) -> bool:
    if not value.is_finite():
        return False
    whole = abs(value).scaleb(field.decimal_places)
    return whole == whole.to_integral_value() and whole < 10**field.max_digits
