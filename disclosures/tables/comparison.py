"""What changed between two books: tables, rows and cells, told by each table's own key."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from disclosures.records.printed_table import TableState
from disclosures.tables.book import Book, Cell, Row, RowKind, Sheet
from disclosures.tables.registry import TABLES
from disclosures.tables.spec import TableSpec

Key = tuple[str, ...]


class Deed(StrEnum):
    """What happened to a row."""

    ADDED = "新增"
    REMOVED = "删去"
    CHANGED = "变动"


@dataclass(frozen=True)
class CellChange:
    """One cell: its column's label, and what it printed before and prints after."""

    column: str
    label: str
    before: Cell | None
    after: Cell | None

    @property
    def is_same_value(self) -> bool:
        """Whether it is only printed otherwise: 2.36万元 and 2.36."""
        if self.before is None or self.after is None or self.before.value is None:
            return False
        return self.before.value == self.after.value


@dataclass(frozen=True)
class RowChange:
    """One row, by the words it is known by."""

    deed: Deed
    name: str
    cells: tuple[CellChange, ...]


@dataclass(frozen=True)
class TableChange:
    """One table that is not as it was; `rows` in the order of print, removed ones last."""

    table: str
    title: str
    before: TableState | None
    after: TableState | None
    rows: tuple[RowChange, ...] = ()
    statement_changed: bool = False
    unit_changed: bool = False
    kept_changed: bool = False

    @property
    def added(self) -> int:
        """How many rows are new."""
        return self._count(Deed.ADDED)

    @property
    def changed(self) -> int:
        """How many rows print something else."""
        return self._count(Deed.CHANGED)

    @property
    def removed(self) -> int:
        """How many rows are gone."""
        return self._count(Deed.REMOVED)

    def _count(self, deed: Deed) -> int:
        return sum(each.deed is deed for each in self.rows)


def compare(before: Book, after: Book) -> tuple[TableChange, ...]:
    """Every table that differs, in the order of the later book."""
    old = {each.table: each for each in before}
    new = {each.table: each for each in after}
    names = [*new, *(name for name in old if name not in new)]
    changes = (_table(old.get(name), new.get(name)) for name in names)
    return tuple(each for each in changes if each)


def _table(before: Sheet | None, after: Sheet | None) -> TableChange | None:
    kept = after or before
    if kept is None or before == after:
        return None
    spec = TABLES.get(kept.table)
    rows = _rows(spec, before.rows if before else (), after.rows if after else ()) if spec else ()
    change = TableChange(
        table=kept.table,
        title=kept.title,
        before=before.state if before else None,
        after=after.state if after else None,
        rows=tuple(rows),
        statement_changed=(before.statement if before else "")
        != (after.statement if after else ""),
        unit_changed=bool(before and after and before.unit and before.unit != after.unit),
        kept_changed=_kept(before) != _kept(after),
    )
    differs = change.statement_changed or change.unit_changed or change.kept_changed
    same = change.before == change.after and not differs
    return None if same and not change.rows else change


def _kept(sheet: Sheet | None) -> list[tuple[str, int, int]]:
    """What stands where in a table kept as printed."""
    return [(each.text, each.row, each.column) for each in sheet.kept] if sheet else []


def _rows(spec: TableSpec, before: Sequence[Row], after: Sequence[Row]) -> Iterator[RowChange]:
    old, new = _keyed(spec, before), _keyed(spec, after)
    for number, (key, row) in enumerate(new.items(), start=1):
        earlier = old.get(key)
        cells = tuple(_cells(spec, earlier, row))
        if cells:
            deed = Deed.CHANGED if earlier else Deed.ADDED
            yield RowChange(deed, _name(spec, row, number), cells)
    for number, (key, row) in enumerate(old.items(), start=1):
        if key not in new:
            cells = tuple(_cells(spec, row, None))
            yield RowChange(Deed.REMOVED, _name(spec, row, number), cells)


def _keyed(spec: TableSpec, rows: Sequence[Row]) -> dict[Key, Row]:
    """Rows by their key; a key met again is told apart by how often it was met."""
    met: Counter[Key] = Counter()
    keyed = {}
    for row in rows:
        key = (row.kind, *(_said(row, column) for column in ("side", *spec.key)))
        met[key] += 1
        keyed[(*key, str(met[key]))] = row
    return keyed


def _cells(spec: TableSpec, before: Row | None, after: Row | None) -> Iterator[CellChange]:
    for column in (each.field for each in spec.columns):
        old = before.cells.get(column) if before else None
        new = after.cells.get(column) if after else None
        if _seen(old) != _seen(new):
            yield CellChange(column, spec.label(column), old, new)
    if spec.spread:
        heading, amount = spec.spread.fields
        olds = {_said(each, heading): each.cells.get(amount) for each in _children(before)}
        news = {_said(each, heading): each.cells.get(amount) for each in _children(after)}
        for name in dict.fromkeys((*olds, *news)):
            if _seen(olds.get(name)) != _seen(news.get(name)):
                yield CellChange(amount, name, olds.get(name), news.get(name))


def _children(row: Row | None) -> tuple[Row, ...]:
    return row.children if row else ()


def _seen(cell: Cell | None) -> tuple[object, str]:
    """What a reader sees; a cell that is blank is as one that was not printed."""
    return (cell.value, cell.printed.strip()) if cell else (None, "")


def _said(row: Row, column: str) -> str:
    cell = row.cells.get(column)
    return "" if cell is None else str(cell.value if cell.value is not None else cell.printed)


def _name(spec: TableSpec, row: Row, number: int) -> str:
    """The words a row is known by; one without any is known by its place."""
    words = " ".join(filter(None, (_said(row, column) for column in spec.key)))
    return words or (f"第{number}行" if row.kind is RowKind.DETAIL else str(row.kind.label))
