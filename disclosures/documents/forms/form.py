"""A form: which tables a place prints in a year, in what order and under what titles."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from disclosures.classification.money import Unit
from disclosures.documents.forms.meaning import table_meant, unnumbered
from disclosures.records.disclosure import Kind
from disclosures.tables.titles import folded_title


@dataclass(frozen=True)
class FormTable:
    """A table of a form: its registry name, the title printed, and other titles met for it."""

    table: str
    title: str
    aliases: tuple[str, ...] = ()

    def is_titled(self, title: str) -> bool:
        """Whether a printed title is this table's."""
        return folded_title(title) in self._folded

    @cached_property
    def _folded(self) -> frozenset[str]:
        return frozenset(map(folded_title, (self.title, *self.aliases)))


@dataclass(frozen=True)
class Form:
    """The tables of one place for some years, in the order of print.

    `region_code` is a GB/T 2260 division; `level` the place's word for 对下; `unit` what amounts
    are printed in unless the document says otherwise. `others` are tables that the place prints
    in other years: known when a document lists them, though not expected. A form
    `by_meaning` knows a title that nobody has listed by what it says.
    """

    name: str
    label: str
    region_code: str
    year_from: int
    year_to: int
    level: str
    unit: Unit
    tables: tuple[FormTable, ...]
    others: tuple[FormTable, ...] = ()
    kind: Kind = Kind.BUDGET
    by_meaning: bool = False

    def __iter__(self) -> Iterator[FormTable]:
        return iter(self.tables)

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles that the form prints, in order."""
        return tuple(each.title for each in self.tables)

    def titles_as_listed(self, listed: Sequence[str]) -> tuple[str, ...]:
        """The form's titles, each in a document's own words where the document lists that table."""
        own = {table.table: title for title in listed if (table := self.table_titled(title))}
        return tuple(own.get(each.table, each.title) for each in self.tables)

    def covers(self, year: int) -> bool:
        """Whether the form is that year's own."""
        return self.year_from <= year <= self.year_to

    def years_from(self, year: int) -> int:
        """How many years lie between the form's own years and that one."""
        return max(self.year_from - year, year - self.year_to, 0)

    def table_titled(self, title: str) -> FormTable | None:
        """The table that a printed title names, or None; the form's own tables come first.

        A form by meaning leaves number and year aside: 预算02表收入总表, 2022年收入总表.
        """
        tables = (*self.tables, *self.others)
        said = (title, unnumbered(title)) if self.by_meaning else (title,)
        return next((each for text in said for each in tables if each.is_titled(text)), None)

    def table_meant(self, title: str) -> FormTable | None:
        """The table that an unlisted title means, for a form that reads by meaning."""
        meant = table_meant(title) if self.by_meaning else None
        return self.table(meant) if meant else None

    def place_of(self, name: str) -> int:
        """Where a table stands in the order of print; what the place never prints is last."""
        names = [each.table for each in (*self.tables, *self.others)]
        return names.index(name) if name in names else len(names)

    def table(self, name: str) -> FormTable | None:
        """A table by its registry name, or None when the place never prints it."""
        return next((each for each in (*self.tables, *self.others) if each.table == name), None)
