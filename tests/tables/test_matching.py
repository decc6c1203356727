"""Rows are the same by code or line, never by place; equal ones are added only if it holds."""

from decimal import Decimal
from typing import Any

import pytest

from disclosures.tables.matching import (
    TOTAL,
    Printed,
    Why,
    comparable,
    key_columns,
    main_column,
    matched,
    name_column,
    order,
    unmatched,
)
from disclosures.tables.registry import TABLES

BY_FUNCTION = TABLES["general-budget-by-function"]
BALANCE = TABLES["financial-balance"]
INCOME = TABLES["department-income"]


def row(at: int, key: tuple[str, ...], value: Any, kind: str = "detail") -> Printed:
    """A row with one amount; a text stands for a cell without a number, None for no cell."""
    cell = (Decimal(value), str(value)) if isinstance(value, int) else (None, value)
    return Printed(at, kind, key, "", {"total": cell, "amount": cell})


def test_every_table_with_amounts_can_be_compared() -> None:
    for name, spec in comparable().items():
        keys = key_columns(spec)
        assert main_column(spec) in spec.money, name
        for column in (*keys, *filter(None, [name_column(spec)])):
            assert spec.model._meta.get_field(column), (name, column)


def test_rows_are_told_by_code_wherever_they_stand() -> None:
    rows = [row(0, ("20505",), 5), row(1, ("201",), 7), row(2, ("",), 12, "total")]
    found = matched(BY_FUNCTION, rows, "total")
    assert {key: met.value for key, met in found.items()} == {("20505",): 5, ("201",): 7, TOTAL: 12}
    assert [met.position for met in found.values()] == [0, 1, 2]
    assert sorted(found, key=order) == [TOTAL, ("201",), ("20505",)]


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("", Why.BLANK),
        ("—", Why.NOT_APPLICABLE),
        (None, Why.NOT_PRINTED),
        ("约三", Why.NOT_A_NUMBER),
    ],
)
def test_nothing_is_no_zero(value: str | None, why: Why) -> None:
    (met,) = matched(BY_FUNCTION, [row(0, ("201",), value)], "total").values()
    assert (met.value, met.why) == (None, why)
    (zero,) = matched(BY_FUNCTION, [row(0, ("201",), 0)], "total").values()
    assert (zero.value, zero.why) == (0, None)


def test_rows_of_one_code_are_added_where_the_table_adds_up() -> None:
    rows = [
        row(0, ("2010101",), 5),
        row(1, ("2010102",), 3),
        row(2, ("2010101",), 2),
        row(3, ("",), 10, "total"),
    ]
    met = matched(BY_FUNCTION, rows, "total")[("2010101",)]
    assert (met.value, met.rows, met.position) == (7, 2, None)


@pytest.mark.parametrize(
    "rows",
    [
        # A department's own row and its unit's, of which the first is the sum.
        [row(0, ("2010101",), 5), row(1, ("2010101",), 5), row(2, ("",), 5, "total")],
        [row(0, ("2010101",), 5), row(1, ("2010101",), 2)],  # no total to hold it against
        [row(0, ("2010101",), ""), row(1, ("2010101",), ""), row(2, ("",), 5, "total")],
        [row(0, ("2010101",), 5), row(1, ("2010101",), 2), *([row(2, ("",), 7, "total")] * 2)],
    ],
)
def test_else_they_are_not(rows: list[Printed]) -> None:
    met = matched(BY_FUNCTION, rows, "total")[("2010101",)]
    assert (met.value, met.why, met.rows) == (None, Why.SEVERAL, 2)


def test_classes_are_not_counted_twice() -> None:
    rows = [
        row(0, ("201",), 4),
        row(1, ("2010101",), 4),
        row(2, ("201",), 6),
        row(3, ("2010101",), 6),
        row(4, ("",), 10, "total"),
    ]
    found = matched(BY_FUNCTION, rows, "total")
    assert (found[("201",)].value, found[("2010101",)].value) == (10, 10)
    rows[2] = row(2, ("201",), 7)  # its class does not come to what is below it
    found = matched(BY_FUNCTION, rows, "total")
    assert (found[("201",)].why, found[("2010101",)].value) == (Why.SEVERAL, 10)


def test_lines_of_a_balance_are_told_by_line_and_class() -> None:
    rows = [
        row(0, ("income", "general_budget", ""), 1),
        row(1, ("expenditure", "function", "201"), 2),
        row(2, ("expenditure", "function", ""), 3),  # a class without its code
        row(3, ("income", "", ""), 4),  # a line that nobody knows
    ]
    found = matched(BALANCE, rows, "amount")
    assert {key[1:]: met.value for key, met in found.items()} == {
        ("general_budget", ""): 1,
        ("function", "201"): 2,
    }
    assert unmatched(BALANCE, rows) == 2
    assert [key[0] for key in sorted(found, key=order)] == ["income", "expenditure"]


def columns(at: int, kind: str, **amounts: int) -> Printed:
    """A row of a table without codes."""
    cells = dict.fromkeys(INCOME.money, (None, None))
    return Printed(at, kind, (), "", cells | {k: (Decimal(v), str(v)) for k, v in amounts.items()})


def test_without_codes_the_total_row_is_compared_by_its_columns() -> None:
    rows = [columns(0, "detail", total=1), columns(1, "total", total=3, general_budget=2)]
    found = matched(INCOME, rows, "total")
    assert {key: met.value for key, met in found.items()} == {("total",): 3, ("general_budget",): 2}
    assert {met.position for met in found.values()} == {1}
    (one,) = matched(INCOME, rows[:1], "total").values()
    assert one.value == 1
    (several,) = matched(INCOME, [rows[0], rows[0]], "total").values()
    assert (several.value, several.why) == (None, Why.SEVERAL)
