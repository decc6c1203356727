"""The header of an official table: its leaves and groups, and the two odd layouts."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from disclosures.tables.lines import Line
from disclosures.tables.shapes import TableRow


@dataclass(frozen=True)
class Column:
    """A leaf of the header: a model field, and the header text when it is not the verbose name.

    `also` are other words that forms print for it; a column that `is_optional` is printed by some
    forms alone, and shown where one of the rows prints it. One that is not `is_printed` is what
    others say, never a column of a page.
    """

    field: str
    printed: str = ""
    also: tuple[str, ...] = ()
    is_optional: bool = False
    is_printed: bool = True


@dataclass(frozen=True)
class Group:
    """A header cell spanning several columns."""

    printed: str
    columns: tuple["Column | Group", ...]


Header = tuple[Column | Group, ...]


@dataclass(frozen=True)
class PrintedLine:
    """A line of a balance as a blank form prints it.

    `label` of the line of function classes stands for one line a class: {0} is its number in
    Chinese, {1} its name.
    """

    label: str
    line: Line


@dataclass(frozen=True)
class Half:
    """One list of a table that prints two side by side: the rows of `side`, under `header`.

    `lines` are those that a blank form prints.
    """

    side: str
    header: Header
    lines: tuple[PrintedLine, ...] = ()


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

    def place(self, child: int) -> str:
        """How the amount of a row's child is named beside the row's own columns, from 0."""
        return f"{self.amount}-{child}"


def shown(header: Iterable[Column | Group], printed: Container[str]) -> Iterator[Column | Group]:
    """The header without the optional columns that are not among the `printed` fields."""
    for part in header:
        if isinstance(part, Group):
            if below := tuple(shown(part.columns, printed)):
                yield Group(part.printed, below)
        elif part.is_printed and (not part.is_optional or part.field in printed):
            yield part


def leaves(header: Iterable[Column | Group]) -> Iterator[Column]:
    """The columns of a header, left to right."""
    for part in header:
        if isinstance(part, Group):
            yield from leaves(part.columns)
        else:
            yield part
