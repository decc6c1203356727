"""The start-up contracts hold, and each of them can be broken."""

from dataclasses import replace
from typing import Any

import pytest
from django.core.management import call_command
from django.db import models

from disclosures.checks import faults_of, faults_together, tables_keep_their_contracts
from disclosures.tables.identity import AtMost, LineSum, RowSum, SpreadSum, TreeSum
from disclosures.tables.registry import TABLES, table
from disclosures.tables.shapes import TableRow
from disclosures.tables.spec import Column, Group, Half, TableSpec

THREE_PUBLIC = table("three-public")
BALANCE = table("financial-balance")


class Careless(TableRow):
    """A model with everything wrong that a model can have wrong."""

    total = models.DecimalField("小计", max_digits=18, decimal_places=2)
    amount = models.DecimalField("小计", max_digits=18, decimal_places=2)
    english = models.CharField("english")

    class Meta(TableRow.Meta):
        app_label = "careless"


CARELESS = TableSpec(
    "careless", 99, "小表", Careless, (Column("total"), Column("amount"), Column("english"))
)


def messages(spec: TableSpec) -> list[str]:
    """What is found wrong with a spec."""
    return [str(each.msg) for each in faults_of(spec)]


def test_the_tables_of_the_house_are_sound() -> None:
    assert tables_keep_their_contracts(None) == []
    call_command("check")


BROKEN: list[tuple[TableSpec, dict[str, Any], str]] = [
    (THREE_PUBLIC, {"header": (*THREE_PUBLIC.header, Column("lunch"))}, "no column lunch"),
    (THREE_PUBLIC, {"header": THREE_PUBLIC.header[1:]}, "leaves out unit_name"),
    (THREE_PUBLIC, {"header": (*THREE_PUBLIC.header, Column("total"))}, "total twice"),
    (THREE_PUBLIC, {"key": ("lunch",)}, "no column lunch"),
    (THREE_PUBLIC, {"filters": ("total",)}, "total filters and has no index"),
    (THREE_PUBLIC, {"code_lists": (("lunch", "functions"),)}, "no column lunch"),
    (THREE_PUBLIC, {"identities": (RowSum("A12", "total", ("lunch",)),)}, "A12 names lunch"),
    (THREE_PUBLIC, {"identities": (AtMost("A12", "position", "total"),)}, "A12 names position"),
    (
        THREE_PUBLIC,
        {"identities": (TreeSum("A09", "function_code", ("total",)),)},
        "names function_code",
    ),
    (
        THREE_PUBLIC,
        {"identities": (SpreadSum("A18", "total", "amount"),)},
        "the table does not spread",
    ),
    (BALANCE, {"identities": (LineSum("A01", "income_total", ("lunch",)),)}, "the line lunch"),
    (
        table("new-assets"),
        {"identities": (LineSum("A01", "income_total", ()),)},
        "the line income_total, which no balance has",
    ),
    (
        BALANCE,
        {"halves": (Half("income", (Group("收入", (Column("lunch"),)),)),)},
        "no column lunch",
    ),
    (
        table("transfer-to-district"),
        {"spread": replace(table("transfer-to-district").spread, heading="county")},  # type: ignore[type-var]
        "spread has no column county",
    ),
]


@pytest.mark.parametrize(("spec", "changes", "said"), BROKEN)
def test_a_broken_contract_is_told(spec: TableSpec, changes: dict[str, Any], said: str) -> None:
    found = messages(replace(spec, **changes))
    assert [each for each in found if said in each and each.startswith(spec.name)]


def test_a_careless_model_is_told() -> None:
    found = messages(CARELESS)
    assert "careless: two columns are called 小计" in found
    assert "careless: english is called english, which is not its full Chinese meaning" in found
    assert "careless: total holds money and is no MoneyField" in found
    assert sum("not its full Chinese meaning" in each for each in found) == 3


@pytest.mark.parametrize("what", ["name", "number", "model"])
def test_two_tables_share_nothing(what: str) -> None:
    twin = replace(CARELESS, **{what: getattr(THREE_PUBLIC, what)})
    (fault,) = faults_together((*TABLES.values(), twin))
    assert f"2 tables have the {what}" in fault.msg
