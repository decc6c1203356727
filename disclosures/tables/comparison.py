"""What changed between two books: tables, rows and cells, told by each table's own key."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from disclosures.records.printed_table import TableState
from disclosures.tables.book import Book, Cell, Row, RowKind, Sheet
from disclosures.tables.changes import CellChange, Deed, RowChange, kept_rows
from disclosures.tables.registry import TABLES
from disclosures.tables.spec import TableSpec
from disclosures.tables.titles import folded_title

Key = tuple[str, ...]
WHOLE = "整张表"


@dataclass(frozen=True)
class TableChange:
    """One table that is not as it was; `rows` in the order of print, removed ones last.

    `heads` are its title, unit and the sentence below it, as far as they are other than before.
    """

    table: str
    title: str
    before: TableState | None
    after: TableState | None
    rows: tuple[RowChange, ...] = ()
    heads: tuple[CellChange, ...] = ()
    kept_changed: bool = False

    @property
    def lines(self) -> tuple[RowChange, ...]:
        """All that is to be shown line by line: what is said of the whole table, then its rows."""
        whole = (RowChange(Deed.CHANGED, WHOLE, self.heads),) if self.heads else ()
        return (*whole, *self.rows)

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
    old, new = _named(before), _named(after)
    names = [*new, *(name for name in old if name not in new)]
    changes = (_table(old.get(name), new.get(name)) for name in names)
    return tuple(each for each in changes if each)


def is_reordered(before: Book, after: Book) -> bool:
    """Whether tables that both print follow each other otherwise."""
    old, new = _named(before), _named(after)
    return [name for name in old if name in new] != [name for name in new if name in old]


def _named(book: Book) -> dict[Key, Sheet]:
    """Tables by name; those that no form knows, whose names only number them, by their titles."""
    met: Counter[Key] = Counter()
    named = {}
    for sheet in book:
        key = ("", folded_title(sheet.title)) if sheet.is_unknown else (sheet.table,)
        met[key] += 1
        named[(*key, str(met[key]))] = sheet
    return named


def _table(before: Sheet | None, after: Sheet | None) -> TableChange | None:
    kept = after or before
    if kept is None or before == after:
        return None
    spec = TABLES.get(kept.table)
    old, new = (each.rows if each else () for each in (before, after))
    rows = _rows(spec, old, new) if spec and (old or new) else kept_rows(before, after)
    change = TableChange(
        table=kept.table,
        title=kept.title,
        before=before.state if before else None,
        after=after.state if after else None,
        rows=tuple(rows),
        heads=tuple(_heads(before, after)),
        kept_changed=_kept(before) != _kept(after),
    )
    same = change.before == change.after and not change.kept_changed
    return None if same and not change.lines else change


def _heads(before: Sheet | None, after: Sheet | None) -> Iterator[CellChange]:
    """What is said of a table as a whole; a unit says nothing where there is no amount."""
    told = [
        (
            "statement",
            "表下说明",
            before.statement if before else "",
            after.statement if after else "",
        )
    ]
    if before and after:
        told.insert(0, ("title", "表名", before.title, after.title))
        if all(each.rows or each.kept for each in (before, after)):
            told.append(("unit", "金额单位", before.unit, after.unit))
    for name, label, old, new in told:
        if old.split() != new.split():
            yield CellChange(name, label, _text(old), _text(new))


def _text(said: str) -> Cell | None:
    return Cell(None, said) if said else None


def _kept(sheet: Sheet | None) -> list[tuple[str, int, int, int, int]]:
    """What stands where, and how wide, in a table kept as printed."""
    cells = sheet.kept if sheet else ()
    return [(each.text, each.row, each.column, each.rows, each.columns) for each in cells]


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
