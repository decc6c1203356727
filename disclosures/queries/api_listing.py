"""A listing: public rows in a stable order, their columns, and how to go on after a page."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django.db.models import Model, Q, QuerySet

from disclosures.queries.api_addresses import revision_key
from disclosures.queries.api_columns import Column

Row = dict[str, Any]
Mark = list[str | int]


class Order(Protocol):
    """A total order of a listing's rows, and the mark of a row in it."""

    @property
    def fields(self) -> tuple[str, ...]:
        """Columns to sort by, ascending; together they are unique."""

    def mark(self, row: Row) -> Mark:
        """What names a row's place in the order, from the row as the public sees it."""

    def after(self, rows: QuerySet, mark: Mark) -> QuerySet | None:
        """The rows behind a mark, or None when the mark names no place."""


@dataclass(frozen=True)
class ByColumns:
    """The order of columns that together are unique; `names` are their names in the answer.

    A null counts as `last`, as the database expressions behind `fields` must have it.
    """

    names: tuple[str, ...]
    fields: tuple[str, ...]
    last: int = 0

    def mark(self, row: Row) -> Mark:
        """The row's own values."""
        return [self.last if row[name] is None else row[name] for name in self.names]

    def after(self, rows: QuerySet, mark: Mark) -> QuerySet | None:
        """Rows that are greater in the first column that differs."""
        if len(mark) != len(self.fields):
            return None
        return rows.filter(_greater(self.fields, mark))


@dataclass(frozen=True)
class ByRevision:
    """The order of taking in, and of print within a revision.

    The mark names the revision by its disclosure and number: no row number leaves the house.
    `position` is the field that counts within a revision and its name in the answer.
    """

    position: tuple[str, str] | None = ("position", "position")
    revision: str = "revision_id"

    @property
    def fields(self) -> tuple[str, ...]:
        """Columns to sort by."""
        return (self.revision, self.position[0]) if self.position else (self.revision,)

    def mark(self, row: Row) -> Mark:
        """Disclosure, revision and position."""
        mark: Mark = [row["disclosure"], row["revision"]]
        return [*mark, row[self.position[1]]] if self.position else mark

    def after(self, rows: QuerySet, mark: Mark) -> QuerySet | None:
        """Later rows of the same revision, and all rows of later ones."""
        if len(mark) != len(self.fields) + 1:
            return None
        key = revision_key(str(mark[0]), int(mark[1]))
        if key is None:
            return None
        # The first condition is implied by the second; the index can only use the first.
        rows = rows.filter(**{f"{self.revision}__gte": key})
        return rows.filter(_greater(self.fields, [key, *mark[2:]]))


def _greater(fields: Sequence[str], values: Sequence[str | int]) -> Q:
    condition = Q(**{f"{fields[-1]}__gt": values[-1]})
    for field, value in zip(reversed(fields[:-1]), reversed(values[:-1]), strict=True):
        condition = Q(**{f"{field}__gt": value}) | (Q(**{field: value}) & condition)
    return condition


def as_printed(row: Row) -> Row:
    """The shape of a row whose columns are its answer."""
    return row


@dataclass(frozen=True)
class Listing:
    """What an endpoint lists. `name` is its address below the API's root.

    `rows` is always the public's part of `model`. JSON selects `columns` and what `shape` gathers
    besides; CSV writes `csv_columns`.
    """

    name: str
    title: str
    model: type[Model]
    rows: Callable[[], QuerySet]
    columns: tuple[Column, ...]
    order: Order
    gathered: tuple[Column, ...] = ()
    csv_only: tuple[Column, ...] | None = None
    shape: Callable[[Row], Row] = as_printed

    @property
    def csv_columns(self) -> tuple[Column, ...]:
        """The columns of the CSV file."""
        return self.columns if self.csv_only is None else self.csv_only

    def ordered(self, rows: QuerySet) -> QuerySet:
        """The rows in the listing's own order."""
        return rows.order_by(*self.order.fields)

    def fetch(self, rows: QuerySet) -> list[Row]:
        """The selected columns of the rows: one query."""
        return select(rows, (*self.columns, *self.gathered))


def select(rows: QuerySet, columns: Iterable[Column]) -> list[Row]:
    """The named columns of the rows, one query."""
    chosen = tuple(columns)
    names = [each.name for each in chosen]
    found = rows.values_list(*(each.expression for each in chosen))
    return [dict(zip(names, values, strict=True)) for values in found]
