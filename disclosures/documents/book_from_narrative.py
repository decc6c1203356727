"""The book of a document whose tables were not attached: what its narrative says of each.

Every table that the document lists becomes a sheet, in its order and under its title. Where the
narrative states rows, they are the sheet's, marked as the narrative's; where it says that there is
nothing, the sheet is declared empty with that sentence; the rest was not attached. The two balances
get no rows: see docs/decisions/0003-rows-from-the-narrative.md.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclosures.classification.figures import Kind
from disclosures.classification.money import halfwidth
from disclosures.documents.forms.form import Form
from disclosures.documents.grids.sheet import MISSING
from disclosures.documents.narrative_rows import rows_from_narrative
from disclosures.documents.one_book import FROM_NARRATIVE, numbered
from disclosures.records.narrative import Narrative, Statement
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Book, Row, Sheet, Where, unknown
from disclosures.tables.registry import TABLES

TRANSFERS = ("transfer-to-district", "transfer-performance")
TRANSFER_ITEMS = "transfer.item"
NONE = "无"
ITEM_HEADING = re.compile(r"^[ \t]*\([一二三四五六]\)", re.M)
NUMERALS = "零一二三四五六七八九"


@dataclass(frozen=True)
class _Listed:
    """A table to be shown: its registry name (None: no form knows it), title and place."""

    table: str | None
    title: str
    where: Where


@dataclass(frozen=True)
class _Emptiness:
    """The sentence by which a table is declared empty."""

    sentence: str
    where: Where


def book_from_narrative(narrative: Narrative, form: Form | None) -> Book:
    """All tables of the document, with what its narrative says of each.

    Without a contents list the tables are the form's; without a form either, those the narrative
    states rows of. A table with rows or an empty-table sentence is kept even where the contents
    list forgets it, after the ones that are listed.
    """
    rows, empty = rows_from_narrative(narrative), _declared_empty(narrative, form)
    listed = [*_listed(narrative, form)]
    named = {each.table for each in listed}
    listed += [
        _Listed(name, _title(name, form), {}) for name in (*rows, *empty) if _is_new(name, named)
    ]
    return Book(
        tuple(
            _sheet(narrative, position, each, rows, empty)
            for position, each in enumerate(listed, start=1)
        )
    )


def blank_book(form: Form) -> Book:
    """All tables of a form, none of them filled."""
    sheets = (Sheet(e.table, e.title, 0, TableState.NOT_ATTACHED, statement=MISSING) for e in form)
    return Book(tuple(numbered(sheets)))


def _is_new(name: str, named: set[str | None]) -> bool:
    if name in named:
        return False
    named.add(name)
    return True


def _listed(narrative: Narrative, form: Form | None) -> Iterator[_Listed]:
    if not narrative.contents:
        is_own = form is not None and not form.by_meaning
        yield from (_Listed(each.table, each.title, {}) for each in form or () if is_own)
        return
    taken: set[str] = set()
    for each in narrative.contents:
        where = {"section": "0", "start": each.start, "end": each.end}
        found = _table_titled(each.title, form)
        table = found if found not in taken else None
        taken |= {table} if table else set()
        yield _Listed(table, each.title, where)


def _sheet(
    narrative: Narrative,
    position: int,
    listed: _Listed,
    rows: dict[str, tuple[Row, ...]],
    empty: dict[str, _Emptiness],
) -> Sheet:
    found = rows.get(listed.table or "", ())
    declared = empty.get(listed.table or "")
    if declared and not _says_something(found):
        state, statement, where = TableState.DECLARED_EMPTY, declared.sentence, declared.where
        found = ()
    elif found:
        state, where = TableState.FROM_NARRATIVE, listed.where
        statement = declared.sentence if declared else FROM_NARRATIVE
    else:
        state, statement, where = TableState.NOT_ATTACHED, MISSING, listed.where
    return Sheet(
        table=listed.table or unknown(position),
        title=listed.title,
        position=position,
        state=state,
        unit=narrative.printed_unit if found else "",
        rows=found,
        statement=statement,
        where=where,
    )


def _says_something(rows: tuple[Row, ...]) -> bool:
    """Whether rows hold anything but zeros: a table of zeros may well be declared empty."""
    amounts = [row.money(column) for row in rows for column in row.cells]
    stated = [each for each in amounts if each is not None]
    return bool(rows) and (not stated or any(stated))


def _declared_empty(narrative: Narrative, form: Form | None) -> dict[str, _Emptiness]:
    """Registry name to sentence, for the tables that the narrative declares empty."""
    found = _no_transfers(narrative)
    for reason in narrative.empty_reasons:
        where = _place(narrative, reason.start, reason.end)
        for title in reason.titles:
            if (name := _table_titled(title, form)) is not None:
                found[name] = _Emptiness(reason.sentence, where)
    return found


def _no_transfers(narrative: Narrative) -> dict[str, _Emptiness]:
    """Both tables of transfers are empty when every item of section 五 is said to be none."""
    items = [each for each in narrative.statements if each.key.startswith(TRANSFER_ITEMS)]
    if not items or not all(map(_is_none, items)) or len(items) < _transfer_headings(narrative):
        return {}
    spans = [each.sentence if any(each.sentence) else (each.start, each.end) for each in items]
    sentences = dict.fromkeys(narrative.text[start:end].strip() for start, end in spans)
    where = {
        "section": items[0].section,
        "start": min(start for start, _ in spans),
        "end": max(end for _, end in spans),
    }
    return dict.fromkeys(TRANSFERS, _Emptiness("".join(sentences), where))


def _transfer_headings(narrative: Narrative) -> int:
    """How many items section 五 has; one that is not said to be none has no statement."""
    section = narrative.section(5)
    text = narrative.text[section.start : section.end] if section else ""
    return len(ITEM_HEADING.findall(halfwidth(text)))


def _is_none(statement: Statement) -> bool:
    return statement.figure.kind is Kind.ABSENCE and statement.value == NONE


def _table_titled(title: str, form: Form | None) -> str | None:
    found = form.table_titled(title) if form else None
    return found.table if found else None


def _title(name: str, form: Form | None) -> str:
    found = form.table(name) if form else None
    return found.title if found else TABLES[name].title


def _place(narrative: Narrative, start: int, end: int) -> Where:
    """A span with its section's numeral, as statements have it; 0 outside the nine sections."""
    inside = (each.number for each in narrative.sections if each.start <= start < each.end)
    number = next(inside, 0)
    section = NUMERALS[number] if 0 < number < len(NUMERALS) else "0"
    return {"section": section, "start": start, "end": end}
