"""A table typed over: untouched cells stay what they were, typed ones are read as any print is."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disclosures.classification.money import Unit
from disclosures.documents.grids.typed import TypedLine, TypedTable, read_typed, typed_of
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Cell, Origin, Row, RowKind, Sheet
from disclosures.tables.columns import leaves, shown
from disclosures.tables.registry import TABLES
from tests.rules.example_tables import good_book
from tests.tables.books import sheets

GOOD = [each for each in good_book() if each.rows]


@pytest.mark.parametrize("sheet", GOOD, ids=lambda sheet: sheet.table)
def test_what_nobody_touched_stays(sheet: Sheet) -> None:
    spec = TABLES[sheet.table]
    placed = replace(sheet, rows=tuple(replace(each, where={"cell": "A1"}) for each in sheet.rows))
    reading = read_typed(spec, placed, typed_of(spec, placed, Unit.WAN_YUAN), 2022)
    assert reading.problems == ()
    assert reading.sheet.rows == placed.rows
    assert reading.sheet.unit == placed.unit


@settings(max_examples=200, suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data())
def test_saving_untouched_loses_no_row_and_invents_none(data: st.DataObject) -> None:
    """Whatever a reader left in a draft, cells that print nothing readable among it."""
    spec = TABLES[data.draw(st.sampled_from(sorted(TABLES)))]
    sheet = data.draw(sheets(spec, 1))
    reading = read_typed(spec, sheet, typed_of(spec, sheet, Unit.YUAN), 2022)
    assert set(map(id, reading.sheet.rows)) <= set(map(id, sheet.rows)) or all(
        each.origin is Origin.TYPED for each in reading.sheet.rows if each not in sheet.rows
    )


THREE = TABLES["three-public"]
FIELDS = [each.field for each in leaves(shown(THREE.header, ()))]
ROW = Row(
    {
        name: Cell(Decimal(10000), "1.00", {"page": 1, "box": [n, 0, 1, 1]})
        for n, name in enumerate(FIELDS)
    },
    where={"page": 1, "box": [0, 0, 1, 1]},
)
SHEET = Sheet("three-public", THREE.title, 1, TableState.FILLED, "万元", (ROW,))
WIDTH = len(FIELDS)


def typed(*lines: TypedLine, unit: Unit = Unit.WAN_YUAN, statement: str = "") -> TypedTable:
    return TypedTable(unit, lines, statement)


def line(*texts: str, source: int | None = 0) -> TypedLine:
    return TypedLine(texts, source)


def test_a_typed_cell_says_so_and_its_neighbours_keep_their_place() -> None:
    reading = read_typed(THREE, SHEET, typed(line("2.5", *["1.00"] * (WIDTH - 1))))
    (row,) = reading.sheet.rows
    first, second = (row.cells[name] for name in FIELDS[:2])
    assert row.origin is Origin.TYPED
    assert (first.value, first.printed, first.where) == (Decimal(25000), "2.5", None)
    assert second.where == {"page": 1, "box": [1, 0, 1, 1]}


def test_another_unit_is_another_amount() -> None:
    reading = read_typed(THREE, SHEET, typed(line(*["1.00"] * WIDTH), unit=Unit.YUAN))
    (row,) = reading.sheet.rows
    assert reading.sheet.unit == "元"
    assert {each.value for each in row.cells.values()} == {Decimal(1)}
    assert row.origin is Origin.TYPED


@pytest.mark.parametrize(
    ("text", "value"),
    [("0", Decimal(0)), ("", None), ("不适用", None), ("１２", Decimal(120000))],
)
def test_four_kinds_of_nothing_stay_apart(text: str, value: Decimal | None) -> None:
    reading = read_typed(THREE, SHEET, typed(line(text, *["3"] * (WIDTH - 1))))
    assert reading.errors == ()
    cell = reading.sheet.rows[0].cells[FIELDS[0]]
    assert (cell.value, cell.printed) == (value, text)


@pytest.mark.parametrize("text", ["十二", "1.2.3", "NaN", "1e5", "=1+1", "0.0000001"])
def test_no_number_is_named_with_its_cell(text: str) -> None:
    reading = read_typed(THREE, SHEET, typed(line("1.00", text, *["1.00"] * (WIDTH - 2))))
    (problem,) = reading.errors
    assert problem.where == {"line": 0, "column": 1}
    assert text in problem.message


def test_an_emptied_table_asks_why() -> None:
    reading = read_typed(THREE, SHEET, typed())
    assert "空表说明" in reading.errors[0].message
    reading = read_typed(THREE, SHEET, typed(statement="本部门无三公经费，故公开空表。"))
    assert reading.errors == ()
    assert reading.sheet.state is TableState.DECLARED_EMPTY
    assert reading.sheet.statement == "本部门无三公经费，故公开空表。"


def test_a_moved_line_keeps_its_row_and_a_new_one_is_typed() -> None:
    second = replace(ROW, cells={n: replace(c, printed="2.00") for n, c in ROW.cells.items()})
    sheet = replace(SHEET, rows=(ROW, second))
    new = line(*["7"] * WIDTH, source=None)
    moved = typed(line(*["2.00"] * WIDTH, source=1), new, line(*["1.00"] * WIDTH))
    rows = read_typed(THREE, sheet, moved).sheet.rows
    assert (rows[0], rows[2]) == (second, ROW)
    assert rows[1].origin is Origin.TYPED


def test_a_total_is_told_by_its_word() -> None:
    spec = TABLES["general-budget-by-function"]
    names = [column.field for column in leaves(shown(spec.header, ()))]
    texts = ["" if spec.is_money(each) else "合计" * (at == 0) for at, each in enumerate(names)]
    texts[-1] = "5"
    empty = Sheet(spec.name, spec.title, 1, TableState.NOT_ATTACHED)
    (row,) = read_typed(spec, empty, typed(line(*texts, source=None))).sheet.rows
    assert row.kind is RowKind.TOTAL
