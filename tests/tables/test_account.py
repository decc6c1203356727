"""A final account's tables are headed by what they print: results, not budgets."""

import pytest

from disclosures.records.disclosure import Kind
from disclosures.staff.grid_state import columns_of
from disclosures.tables.account import table_of_kind
from disclosures.tables.book import Sheet
from disclosures.tables.layout import layout
from disclosures.tables.registry import TABLES
from tests.rules.example_tables import sheet

COLUMNS = "side line amount initial_budget adjusted_budget"
LINES = ("income general_budget 300 100 200", "expenditure expenditure_this_year 310 110 210")


def heads(made: Sheet, kind: Kind) -> list[str]:
    laid = layout(table_of_kind(made.table, kind), made)
    return [each.text for line in laid.header for each in line if each.column]


@pytest.mark.parametrize("name", ["financial-balance", "fiscal-balance"])
def test_the_amount_of_a_balance_is_a_result(name: str) -> None:
    made = sheet(name, COLUMNS, LINES)
    half = ["预算数", "年初预算数", "全年预算数"]
    assert [each for each in heads(made, Kind.BUDGET) if each.endswith("数")] == half * 2
    result = ["决算数", *half[1:]]
    assert [each for each in heads(made, Kind.FINAL) if each.endswith("数")] == result * 2
    assert table_of_kind(name, Kind.FINAL).label("amount") == "决算数"
    assert TABLES[name].label("amount") == "预算数"
    grid = columns_of(table_of_kind(name, Kind.FINAL), made, ())
    assert grid[0]["columns"][1] | {"field": ""} == {
        "title": "决算数", "tooltip": "决算数", "field": "", "column": "amount",
        "money": True, "number": True,
    }  # fmt: skip


def test_other_tables_are_headed_alike() -> None:
    differs = [n for n in TABLES if table_of_kind(n, Kind.FINAL).header != TABLES[n].header]
    assert differs == ["financial-balance", "fiscal-balance"]
