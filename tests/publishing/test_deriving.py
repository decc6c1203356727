"""Sums by code are made with the publication, and made up for by the tables' owner."""

from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction

from disclosures.models import CodeSum, Derivation, Revision
from disclosures.publishing import deriving
from disclosures.publishing.deriving import EDITION, make_up
from disclosures.tables.general_budget_by_function import GeneralBudgetByFunction
from tests.publishing.conftest import People

VALUES = ("table", "column", "code", "yuan", "printed", "refusal", "position")


def test_sums_come_with_the_publication_alone(draft: Revision) -> None:
    assert not CodeSum.objects.exists()
    assert not Derivation.objects.exists()


def test_every_printed_code_has_its_sum(published: Revision) -> None:
    rows = GeneralBudgetByFunction.objects.filter(revision=published).exclude(function_code="")
    table = "general-budget-by-function"
    sums = dict(CodeSum.objects.filter(table=table).values_list("code", "yuan"))
    printed = dict(rows.values_list("function_code", "total"))
    assert {code: sums[code] for code in printed} == printed
    whole = CodeSum.objects.get(table=table, code="")
    assert (whole.yuan, whole.printed, whole.refusal) == (Decimal("17079500.00"), None, "")


def test_what_is_of_another_edition_is_made_anew_and_sealed_again(
    published: Revision, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = list(CodeSum.objects.values_list(*VALUES))
    assert make_up() == 0
    monkeypatch.setattr(deriving, "EDITION", EDITION + 1)
    assert make_up() == 1
    assert list(CodeSum.objects.values_list(*VALUES)) == before
    assert Derivation.objects.get().edition == EDITION + 1
    with pytest.raises(DatabaseError, match="已公开的版本不能更改"), transaction.atomic():
        CodeSum.objects.update(yuan=1)
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgenabled FROM pg_trigger WHERE tgname = 'seal'")
        assert set(cursor.fetchall()) == {("A",)}


def test_the_serving_role_cannot_step_past_the_seal(
    people: People, published: Revision, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deriving, "EDITION", EDITION + 1)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE budget_web")
        with pytest.raises(DatabaseError, match="must be owner"), transaction.atomic():
            make_up()
        cursor.execute("RESET ROLE")
    assert Derivation.objects.get().edition == EDITION
