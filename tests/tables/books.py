"""Books made up for the tests, and the hypothesis strategies that make up more."""

from decimal import Decimal

from django.db import models
from hypothesis import strategies as st

from disclosures.documents.grids.cells import CODES as CODE_FIELDS
from disclosures.records.printed_table import TableState
from disclosures.tables.basis import Basis
from disclosures.tables.book import Book, Cell, Origin, Row, RowKind, Sheet, Value
from disclosures.tables.lines import Line, Side
from disclosures.tables.registry import TABLES
from disclosures.tables.spec import TableSpec

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40)
PLACES = st.none() | st.fixed_dictionaries(
    {"section": st.sampled_from("四六七八"), "start": st.integers(0, 99), "end": st.integers(99)}
) | st.fixed_dictionaries({"sheet": WORDS, "cell": st.just("B7")})  # fmt: skip
CODES = st.from_regex(r"[1-9][0-9]{2}([0-9]{2}){0,2}", fullmatch=True)
LISTED = {"side": Side.values, "line": Line.values, "basis": Basis.values}
NOTHING_PRINTED = st.sampled_from(["", " ", "不适用", "—", "无"])


def values(field: models.Field) -> st.SearchStrategy[Value]:
    """What a printed cell of this column may hold."""
    if isinstance(field, models.DecimalField):
        return st.decimals(-(10**13), 10**13, places=min(field.decimal_places, 4))
    if field.name in LISTED:
        return st.sampled_from(LISTED[field.name])
    if field.name in CODE_FIELDS:
        return CODES
    return st.text(
        st.characters(codec="utf-8", exclude_characters="\0"),
        min_size=1,
        max_size=field.max_length or 300,
    )


def cells(field: models.Field) -> st.SearchStrategy[Cell]:
    """A cell with a value and any text, or with nothing and a text that says which nothing."""
    printed = st.builds(Cell, values(field), WORDS, PLACES)
    if field.name in ("side", "district"):
        return printed
    return printed | st.builds(Cell, st.none(), NOTHING_PRINTED, PLACES)


@st.composite
def rows(draw: st.DrawFn, spec: TableSpec) -> Row:
    """A row in which any column may be missing: the form did not print it."""
    names = [each.field for each in spec.columns]
    printed = draw(st.sets(st.sampled_from(names)))
    children = draw(st.lists(shares(spec), max_size=3)) if spec.spread else []
    return Row(
        {
            name: draw(cells(spec.field(name)))
            for name in names
            if name in printed or name == "side"
        },
        draw(st.sampled_from(RowKind)),
        draw(st.sampled_from(Origin)),
        draw(PLACES),
        tuple(children),
    )


@st.composite
def shares(draw: st.DrawFn, spec: TableSpec) -> Row:
    """A child row of a table that spreads its columns."""
    assert spec.spread is not None
    fields = [spec.spread.model._meta.get_field(name) for name in spec.spread.fields]
    return Row({field.name: draw(cells(field)) for field in fields})


@st.composite
def sheets(draw: st.DrawFn, spec: TableSpec, position: int) -> Sheet:
    """A sheet in any state; only the states that have rows have them."""
    state = draw(st.sampled_from(TableState))
    filled = state in (TableState.FILLED, TableState.FROM_NARRATIVE)
    return Sheet(
        table=spec.name,
        title=draw(WORDS),
        position=position,
        state=state,
        unit=draw(st.sampled_from(["", "元", "万元"])),
        rows=tuple(draw(st.lists(rows(spec), min_size=1, max_size=3))) if filled else (),
        statement=draw(WORDS),
        where=draw(PLACES) or {},
    )


@st.composite
def books(draw: st.DrawFn) -> Book:
    """A book of some tables in some order."""
    names = draw(st.permutations(sorted(TABLES)))[: draw(st.integers(0, 4))]
    return Book(tuple(draw(sheets(TABLES[name], n)) for n, name in enumerate(names, start=1)))


def row(kind: RowKind = RowKind.DETAIL, **cells: Value) -> Row:
    """A row of values, each printed as its own text."""
    return Row({name: Cell(value, str(value)) for name, value in cells.items()}, kind)


def sheet(table: str, *rows: Row, state: TableState = TableState.FILLED) -> Sheet:
    """A filled sheet of a table."""
    return Sheet(table, TABLES[table].title, 1, state, "元", rows)


def money(text: str) -> Decimal:
    """An exact amount in 元."""
    return Decimal(text)
