"""The header of an official table: its leaves and groups, and the two odd layouts."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from disclosures.tables.shapes import TableRow


@dataclass(frozen=True)
class Column:
    """A leaf of the header: a model field, and the header text when it is not the verbose name.

    `also` are other words that forms print for it; a column that `is_optional` is printed by some
    forms alone, and shown where one of the rows prints it.
    """

    field: str
    printed: str = ""
    also: tuple[str, ...] = ()
    is_optional: bool = False


@dataclass(frozen=True)
class Group:
    """A header cell spanning several columns."""

    printed: str
    columns: tuple["Column | Group", ...]


Header = tuple[Column | Group, ...]


@dataclass(frozen=True)
class Half:
    """One list of a table that prints two side by side: the rows of `side`, under `header`."""

    side: str
    header: Header


@dataclass(frozen=True)
class Spread:
    """Columns that are data, such as one a district: each is a child row in `model`.

    `parent` names the foreign key to the printed row, `heading` the field that the form prints as
    the column's header, `amount` the field printed below it, `printed` the header above them all.
    """

    model: type[TableRow]
    parent: str
    heading: str
    amount: str
    printed: str

    @property
    def fields(self) -> tuple[str, str]:
        """The two fields that a child row prints."""
        return self.heading, self.amount


def shown(header: Iterable[Column | Group], printed: Container[str]) -> Iterator[Column | Group]:
    """The header without the optional columns that are not among the `printed` fields."""
    for part in header:
        if isinstance(part, Group):
            if below := tuple(shown(part.columns, printed)):
                yield Group(part.printed, below)
        elif not part.is_optional or part.field in printed:
            yield part


def leaves(header: Iterable[Column | Group]) -> Iterator[Column]:
    """The columns of a header, left to right."""
    for part in header:
        if isinstance(part, Group):
            yield from leaves(part.columns)
        else:
            yield part
