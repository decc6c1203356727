"""The tables that a narrative tells and those that are attached to it, as one book."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from disclosures.documents.forms.form import Form
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Book, Row, RowKind, Sheet, Value, unknown
from disclosures.tables.titles import folded_title

# Our own words below a table that the document does not print and its narrative tells.
FROM_NARRATIVE = "原文件未附此表，数据取自编制说明。"


def one_book(stated: Book, attached: Book, form: Form) -> Book:
    """Each table as attached; where it is not, as the narrative tells it.

    A form by meaning keeps the attached titles and its own order, any other those of the contents
    list.
    """
    left = list(attached)
    sheets = []
    for each in stated:
        found = next((other for other in left if name_of(other) == name_of(each)), None)
        if found is not None:
            left.remove(found)
        sheets.append(_better(each, found, form.by_meaning))
    sheets += left
    if form.by_meaning:
        sheets.sort(key=lambda each: form.place_of(each.table))
    return Book(tuple(numbered(sheets)))


def numbered(sheets: Iterable[Sheet]) -> Iterator[Sheet]:
    """The sheets by their place; an unknown table's name is its place."""
    for position, sheet in enumerate(sheets, start=1):
        table = unknown(position) if sheet.is_unknown else sheet.table
        yield replace(sheet, table=table, position=position)


def name_of(sheet: Sheet) -> str:
    """What tells a table from others: its registry name, else its title."""
    return folded_title(sheet.title) if sheet.is_unknown else sheet.table


def _say_the_same(one: Sheet, other: Sheet) -> bool:
    """Whether two sheets hold the same values, row by row."""
    return [*map(_values, one.rows)] == [*map(_values, other.rows)]


def _values(row: Row) -> dict[str, Value]:
    """What a row says, its spaces aside; the words of a total are ours where it has none."""
    told = {name: _bare(each.value) for name, each in row.cells.items() if each.value is not None}
    if row.kind is not RowKind.TOTAL:
        return told
    return {name: value for name, value in told.items() if not isinstance(value, str)}


def _bare(value: Value) -> Value:
    return "".join(value.split()) if isinstance(value, str) else value


def _better(stated: Sheet, attached: Sheet | None, by_meaning: bool) -> Sheet:
    if attached is None or attached.state is TableState.NOT_ATTACHED:
        return stated
    if attached.statement == FROM_NARRATIVE and _say_the_same(attached, stated):
        return stated
    title = attached.title if by_meaning else stated.title
    both_empty = attached.state is stated.state is TableState.DECLARED_EMPTY
    if both_empty and not attached.statement:
        return replace(attached, title=title, statement=stated.statement)
    return replace(attached, title=title)
