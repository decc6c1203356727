"""Which cell of a table is looked at, as an address names it, and where it stands in the source."""

from dataclasses import dataclass, field

from django.http import QueryDict

from disclosures.records.disclosure import Revision
from disclosures.tables.book import Book, Sheet, Where
from disclosures.tables.layout import BodyCell, layout
from disclosures.tables.spec import TableSpec
from disclosures.tables.whereabouts import cell_at

LONGEST = 18  # digits of a number in an address


@dataclass(frozen=True)
class Focus:
    """One cell: its place in the printed grid, in the sheet and in the source; all may be unknown.

    `label` is its column's name, `printed` what stands there.
    """

    line: int | None = None
    leaf: int | None = None
    row: int | None = None
    column: str = ""
    label: str = ""
    printed: str = ""
    where: Where = field(default_factory=dict)


def focus_of(revision: Revision, spec: TableSpec, sheet: Sheet, asked: QueryDict) -> Focus:
    """The cell that `?doubt=`, `?row=&column=` or `?line=&leaf=` names, else the table itself."""
    body = layout(spec, sheet).body
    if doubt := _number(asked, "doubt"):
        return _doubted(revision, spec, sheet, doubt)
    line, leaf = _number(asked, "line"), _number(asked, "leaf")
    if line is not None and leaf is not None and line < len(body) and leaf < len(body[line]):
        return _focus(spec, line, leaf, body[line][leaf])
    return _at(spec, sheet, _number(asked, "row"), asked.get("column", ""))


def _doubted(revision: Revision, spec: TableSpec, sheet: Sheet, asked: int) -> Focus:
    doubt = revision.doubt_set.filter(pk=asked).first()
    if doubt is None:
        return Focus(where=sheet.where)
    found = cell_at(Book((sheet,)), doubt.where)
    return _at(spec, sheet, found[1], found[2]) if found else Focus(where=doubt.where)


def _at(spec: TableSpec, sheet: Sheet, row: int | None, column: str) -> Focus:
    for line, cells in enumerate(layout(spec, sheet).body):
        for leaf, cell in enumerate(cells):
            if row is not None and cell.position == row and column in ("", cell.column):
                return _focus(spec, line, leaf, cell)
    return Focus(where=sheet.where)


def _focus(spec: TableSpec, line: int, leaf: int, cell: BodyCell) -> Focus:
    own = cell.cell.where if cell.cell else None
    return Focus(
        line,
        leaf,
        cell.position,
        cell.column,
        cell.heading or spec.label(cell.column),
        cell.cell.printed if cell.cell else "",
        own or (cell.row.where if cell.row else None) or {},
    )


def _number(asked: QueryDict, name: str) -> int | None:
    text = asked.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < LONGEST else None
