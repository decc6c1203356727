"""What each disclosure says under one key: a figure, a code or line, or a column of a total row."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from disclosures.classification.figures import Kind, figure_of
from disclosures.pages.addresses import address
from disclosures.pages.listing import EMPTY_TABLE, NOT_APPLICABLE, NOT_DISCLOSED
from disclosures.queries import comparing
from disclosures.records.disclosure import Revision
from disclosures.records.printed_table import PrintedTable, TableState
from disclosures.records.table_figure import TableFigure
from disclosures.tables import matching
from disclosures.tables.lines import Line as BalanceLine
from disclosures.tables.lines import Side
from disclosures.tables.matching import Key, Met, Printed
from disclosures.tables.quoted import table_of
from disclosures.tables.spec import TableSpec

NO_TABLE, NO_ROW = "没有此表", "没有此行"
WITH_ROWS = (TableState.FILLED, TableState.FROM_NARRATIVE)
NUMBER = re.compile(r"^[（(]?[一二三四五六七八九十]+[）)、.．]\s*")


@dataclass(frozen=True)
class Told:
    """What one disclosure says in a line: an amount of 元, a count, or why there is neither."""

    value: Decimal | None = None
    why: str = ""
    url: str = ""
    rows: int = 1
    name: str = ""


@dataclass(frozen=True)
class Line:
    """What all of them say under one key, by revision.

    `depth` is how far below its class a code stands; `is_ours` tells a label of ours from
    a document's.
    """

    label: str
    told: Mapping[int, Told]
    code: str = ""
    depth: int = 0
    unit: str = ""
    is_ours: bool = True

    @property
    def is_money(self) -> bool:
        """Whether it may be divided by staff and put in other prices."""
        return not self.unit

    @property
    def other_names(self) -> list[str]:
        """What else the code is called, where that is more than a matter of print."""
        names = {bare(each.name): each.name for each in self.told.values() if each.name}
        return [each for same, each in names.items() if same != bare(self.label)] * bool(self.code)


def bare(name: str) -> str:
    """A name without what forms print or leave out at will."""
    return NUMBER.sub("", "".join(name.split())).removesuffix("支出")


def of_figures(keys: Iterable[str], revisions: Sequence[Revision]) -> Iterator[Line]:
    """A line for each figure; two queries."""
    found = comparing.figures(revisions, keys)
    for key in keys:
        figure = figure_of(key)
        told = {each.pk: _quoted(each, key, found.get(each.pk, {}).get(key)) for each in revisions}
        yield Line(figure.label, told, unit="" if figure.kind is Kind.MONEY else figure.unit)


def _quoted(revision: Revision, key: str, said: comparing.Figure | None) -> Told:
    if said is None:
        table = table_of(key)
        if table in comparing.empty_tables(revision):
            return Told(why=EMPTY_TABLE, url=address(revision, "table", table=table))
        return Told(why=NOT_DISCLOSED)
    if isinstance(said, TableFigure):
        url = address(revision, "cell", table=said.table, row=said.row, column=said.column)
        return Told(said.yuan, "" if said.yuan is not None else NOT_APPLICABLE, url)
    value = said.yuan if figure_of(key).kind is Kind.MONEY else said.value
    url = address(revision, "figure", key=key)
    return Told(value, "" if value is not None else NOT_DISCLOSED, url)


@dataclass(frozen=True)
class Tables:
    """One official table of several disclosures, and the column of it that is compared."""

    spec: TableSpec
    column: str
    printed: Mapping[int, PrintedTable]
    rows: Mapping[int, list[Printed]]

    @property
    def is_coded(self) -> bool:
        """Whether rows are told by codes; else the total row's columns are compared."""
        return bool(matching.key_columns(self.spec))

    def left_out(self, revision: Revision) -> int:
        """How many rows of a disclosure have no code to be told by."""
        return matching.unmatched(self.spec, self.rows.get(revision.pk, ()))


def tables(spec: TableSpec, column: str, revisions: Sequence[Revision]) -> Tables:
    """A table of several disclosures; two queries."""
    columns = (column,) if matching.key_columns(spec) else spec.money
    printed = comparing.printed_tables(revisions, spec.name)
    return Tables(spec, column, printed, comparing.printed_rows(revisions, spec, columns))


def of_tables(
    found: Tables, chosen: Sequence[Revision], others: Sequence[Revision]
) -> Iterator[Line]:
    """A line for each key that one of the chosen prints."""
    spec = found.spec
    met = {pk: matching.matched(spec, rows, found.column) for pk, rows in found.rows.items()}
    names = {
        pk: {row.key: row.name.strip() for row in reversed(rows) if row.name}
        for pk, rows in found.rows.items()
    }
    for key in sorted({key for each in chosen for key in met.get(each.pk, ())}, key=_order(found)):
        told = {
            each.pk: _printed(found, each, key, met.get(each.pk, {}).get(key), names)
            for each in (*chosen, *others)
        }
        code = _code(found, key)
        depth = max(len(code.split(" ")[-1]) - 3, 0) // 2
        is_total = found.is_coded and key == matching.TOTAL
        yield Line(_label(found, key, told.values()), told, code, depth, is_ours=is_total)


def _order(found: Tables) -> Callable[[Key], Any]:
    return matching.order if found.is_coded else lambda key: found.spec.money.index(key[0])


def _code(found: Tables, key: Key) -> str:
    codes = key[2:] if key[0] in Side.values else key
    return " ".join(filter(None, codes)) if found.is_coded else ""


def _label(found: Tables, key: Key, told: Iterable[Told]) -> str:
    if not found.is_coded:
        return found.spec.label(key[0])
    if key == matching.TOTAL:
        return "合计"
    if key[0] in Side.values and key[1] != BalanceLine.FUNCTION:
        return str(BalanceLine(key[1]).label)
    return next((NUMBER.sub("", each.name) for each in told if each.name), "")


def _printed(
    found: Tables,
    revision: Revision,
    key: Key,
    met: Met | None,
    names: Mapping[int, Mapping[Key, str]],
) -> Told:
    table = found.printed.get(revision.pk)
    if table is None:
        return Told(why=NO_TABLE)
    if table.state not in WITH_ROWS:
        return Told(why=str(TableState(table.state).label))
    if met is None:
        return Told(why=NO_ROW)
    url = ""
    if met.position is not None and met.why != matching.Why.NOT_PRINTED:
        column = found.column if found.is_coded else key[0]
        url = address(revision, "cell", table=found.spec.name, row=met.position, column=column)
    return Told(
        met.value, str(met.why or ""), url, met.rows, names.get(revision.pk, {}).get(key, "")
    )
