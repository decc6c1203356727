"""The registry finds every table, and a table is one file."""

from pathlib import Path

import pytest

from disclosures import tables
from disclosures.rules.catalogue import Group, rule
from disclosures.tables.registry import MACHINERY, TABLES, table
from disclosures.tables.titles import folded_title

SIXTEEN = [
    "financial-balance",
    "department-income",
    "department-expenditure",
    "fiscal-balance",
    "general-budget-by-function",
    "three-public",
    "basic-expenditure",
    "project-expenditure",
    "project-performance",
    "project-performance-issued-separately",
    "government-fund-expenditure",
    "procurement",
    "purchased-services",
    "transfer-to-district",
    "transfer-performance",
    "new-assets",
]


NATIONAL = [
    "expenditure-summary",
    "state-capital-expenditure",
    "general-budget-basic-by-economic",
    "general-budget-by-economic",
    "income-by-function",
    "fiscal-by-function",
    "fiscal-basic-by-economic",
    "project-by-economic",
    "operating-by-economic",
    "general-budget-basic-by-function",
    "department-performance",
    "project-self-evaluation",
]


def test_the_sixteen_of_kunming_2022_two_later_ones_and_the_national() -> None:
    assert [*TABLES] == [*SIXTEEN, "superior-subsidy-projects", "medium-term-plan", *NATIONAL]
    assert [each.number for each in TABLES.values()] == [*range(1, 31)]


def test_a_table_is_the_file_of_its_name() -> None:
    files = {each.stem for each in Path(*tables.__path__).iterdir() if each.suffix == ".py"}
    named = {name.replace("-", "_") for name in TABLES}
    assert files - MACHINERY - {"__init__"} == named
    assert all(each.model.__module__.endswith(n.replace("-", "_")) for n, each in TABLES.items())


def test_an_unknown_table_is_refused() -> None:
    with pytest.raises(KeyError):
        table("no-such-table")


def test_titles_tell_tables_apart() -> None:
    assert len({folded_title(each.title) for each in TABLES.values()}) == len(TABLES)


def test_every_in_table_rule_but_the_targets_is_declared() -> None:
    declared = {identity.rule for spec in TABLES.values() for identity in spec.identities}
    assert declared == {f"A{number:02}" for number in range(1, 20)}
    assert {rule(code).group for code in declared} == {Group.IN_TABLE}


def test_labels_are_full_meanings_whatever_is_printed() -> None:
    spec = table("general-budget-by-function")
    printed = {each.field: spec.printed(each) for each in spec.columns}
    assert (printed["basic"], spec.label("basic")) == ("小计", "基本支出小计")
    assert printed["project"] == spec.label("project")


def test_money_columns_are_the_amounts_alone() -> None:
    assert table("new-assets").money == ("unit_price", "amount")
    assert table("transfer-performance").money == ()
