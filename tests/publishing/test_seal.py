"""What is published cannot be changed: not by the ORM, not by SQL, not by a cascade."""

import pytest
from django.db import DatabaseError, connection, transaction

from disclosures.models import Department, Disclosure, Event, QuotedFigure, Revision
from disclosures.publishing.intake import take_in_document
from disclosures.publishing.seal import sealed_models
from disclosures.records.disclosure import State
from tests.publishing.conftest import People

SEALED = list(sealed_models())


def named(each: object) -> str:
    return getattr(each, "__name__", "")


def refused(sql: str) -> None:
    with (
        pytest.raises(DatabaseError, match=r"已公开|只能追加"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)


@pytest.mark.parametrize(("model", "column"), SEALED, ids=named)
def test_every_table_of_a_revision_carries_the_seal(db: None, model: type, column: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname, tgenabled FROM pg_trigger WHERE tgrelid = %s::regclass "
            "AND NOT tgisinternal AND tgname <> 'seal_parent' ORDER BY 1",
            [model._meta.db_table],
        )
        assert cursor.fetchall() == [("seal", "A"), ("seal_truncate", "A")]


@pytest.mark.parametrize(("model", "column"), SEALED, ids=named)
def test_rows_of_a_published_revision_stay(published: Revision, model: type, column: str) -> None:
    table = model._meta.db_table
    if model._default_manager.filter(revision=published).exists():
        refused(f"UPDATE {table} SET {column} = {column}")
        refused(f"DELETE FROM {table}")
    refused(f"SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE {table} CASCADE")


def test_no_row_is_added(published: Revision) -> None:
    refused(
        'INSERT INTO disclosures_narrativesection (revision_id, number, heading, start, "end") '
        f"VALUES ({published.pk}, 11, '', 0, 0)"
    )


def test_no_row_moves_in(people: People, published: Revision, seed: bytes) -> None:
    other = seed.replace("综合处、指挥处".encode(), "综合科、指挥处".encode())
    draft = take_in_document(data=other, filename="seed.txt", by=people.officer).revision
    QuotedFigure.objects.filter(revision=draft).exclude(key="income.total").delete()
    refused(
        f"UPDATE disclosures_quotedfigure SET revision_id = {published.pk}, key = 'x' "
        f"WHERE revision_id = {draft.pk}"
    )


def test_no_conflict_updates(published: Revision) -> None:
    refused(
        'INSERT INTO disclosures_narrativesection (revision_id, number, heading, start, "end") '
        f"VALUES ({published.pk}, 1, '', 0, 0) "
        "ON CONFLICT (revision_id, number) DO UPDATE SET heading = 'x'"
    )


def test_the_seal_fires_for_replicas_too(published: Revision) -> None:
    """ENABLE ALWAYS: session_replication_role = replica would switch off ordinary triggers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_trigger WHERE tgname = 'seal' AND tgenabled <> 'A'")
        assert cursor.fetchone() == (0,)


@pytest.mark.parametrize("state", [State.DRAFT, State.SUBMITTED, State.APPROVED])
def test_nothing_published_goes_back(published: Revision, state: State) -> None:
    refused(f"UPDATE disclosures_revision SET state = '{state}'")


@pytest.mark.parametrize("column", ["text", "form", "reason", "number", "published_at"])
def test_the_revision_itself_stays(published: Revision, column: str) -> None:
    value = {"number": "7", "published_at": "now()"}.get(column, "'x'")
    refused(f"UPDATE disclosures_revision SET {column} = {value}")


@pytest.mark.parametrize("state", [State.SUPERSEDED, State.WITHDRAWN])
def test_it_may_be_superseded_or_withdrawn(published: Revision, state: State) -> None:
    assert Revision.objects.filter(pk=published.pk).update(state=state) == 1


@pytest.mark.parametrize("model", [Revision, Disclosure, Department])
def test_no_cascade_takes_it_away(published: Revision, model: type) -> None:
    with pytest.raises(Exception, match=r"已公开|protected"), transaction.atomic():
        model._default_manager.all().delete()
    assert Revision.objects.filter(pk=published.pk).exists()


def test_nothing_is_born_published(draft: Revision) -> None:
    with pytest.raises(DatabaseError, match="审核"), transaction.atomic():
        Revision.objects.create(
            disclosure=draft.disclosure,
            number=9,
            state=State.PUBLISHED,
            published_at=draft.created_at,
        )


def test_events_are_only_added(published: Revision) -> None:
    assert Event.objects.filter(revision=published).count() == 4
    refused("UPDATE disclosures_event SET note = 'x'")
    refused("DELETE FROM disclosures_event")


def test_a_draft_may_change(draft: Revision) -> None:
    assert QuotedFigure.objects.filter(revision=draft).update(unit="元") == 138
