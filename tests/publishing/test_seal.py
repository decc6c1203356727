"""What is published cannot be changed: not by the ORM, not by SQL, not by a cascade."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models.functions import Now

from disclosures.models import Department, Disclosure, Event, QuotedFigure, Region, Revision
from disclosures.publishing.intake import take_in_document
from disclosures.publishing.seal import sealed_models
from disclosures.publishing.transitions import MOVES
from disclosures.records.disclosure import SEALED, State
from tests.publishing.conftest import People
from tests.states import put

SEALED_MODELS = list(sealed_models())


def named(each: object) -> str:
    return getattr(each, "__name__", "")


def refused(sql: str) -> None:
    with (
        pytest.raises(DatabaseError, match=r"已公开|只能追加|不能由"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)


@pytest.mark.parametrize(("model", "column"), SEALED_MODELS, ids=named)
def test_every_table_of_a_revision_carries_the_seal(db: None, model: type, column: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname, tgenabled FROM pg_trigger WHERE tgrelid = %s::regclass "
            "AND NOT tgisinternal AND tgname IN ('seal', 'seal_truncate') ORDER BY 1",
            [model._meta.db_table],
        )
        assert cursor.fetchall() == [("seal", "A"), ("seal_truncate", "A")]


@pytest.mark.parametrize(("model", "column"), SEALED_MODELS, ids=named)
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


MOVED = [(before, after) for before in State for after in State if before != after]


@pytest.mark.parametrize(("before", "after"), MOVED, ids=str)
def test_postgres_knows_the_moves(draft: Revision, before: State, after: State) -> None:
    put(draft, before)
    row = Revision.objects.filter(pk=draft.pk)
    values: dict[str, object] = {"state": after}
    if after in SEALED and before not in SEALED:
        values["published_at"] = Now()
    if (before, after) in MOVES:
        assert row.update(**values) == 1
    else:
        with pytest.raises(DatabaseError, match=r"不能由|不能更改"), transaction.atomic():
            row.update(**values)


@pytest.mark.parametrize("missing", ["submitted_by", "approved_by"])
def test_two_people_stand_for_it(people: People, draft: Revision, missing: str) -> None:
    put(draft, State.SUBMITTED)
    stand = {"submitted_by": people.officer, "approved_by": people.reviewer, missing: None}
    with pytest.raises(DatabaseError, match="两人"), transaction.atomic():
        Revision.objects.filter(pk=draft.pk).update(state=State.APPROVED, **stand)


@pytest.mark.parametrize("state", [each for each in State if each != State.DRAFT])
def test_a_revision_begins_as_a_draft(draft: Revision, state: State) -> None:
    with pytest.raises(DatabaseError, match="草稿"), transaction.atomic():
        Revision.objects.create(
            disclosure=draft.disclosure,
            number=9,
            state=state,
            published_at=draft.created_at,
        )


@pytest.mark.parametrize("column", ["name", "slug", "region_id"])
def test_a_department_that_published_keeps_its_names(published: Revision, column: str) -> None:
    department = published.disclosure.department
    other = Region.objects.exclude(pk=department.region_id).earliest("code").pk
    value = other if column == "region_id" else "bie-de"
    row = Department.objects.filter(pk=department.pk)
    with pytest.raises(DatabaseError, match="不能更改"), transaction.atomic():
        row.update(**{column: value})
    assert row.update(short_names=["简称"]) == 1


def test_a_department_that_only_drafted_may_be_renamed(draft: Revision) -> None:
    row = Department.objects.filter(pk=draft.disclosure.department_id)
    assert row.update(name="昆明市某某中心", slug="mou-mou") == 1


def test_a_region_that_published_keeps_its_address(published: Revision) -> None:
    row = Region.objects.filter(pk=published.disclosure.department.region_id)
    with pytest.raises(DatabaseError, match="不能更改"), transaction.atomic():
        row.update(slug="bie-de")


def test_events_are_only_added(published: Revision) -> None:
    assert Event.objects.filter(revision=published).count() == 4
    refused("UPDATE disclosures_event SET note = 'x'")
    refused("DELETE FROM disclosures_event")


def test_a_draft_may_change(draft: Revision) -> None:
    assert QuotedFigure.objects.filter(revision=draft).update(unit="元") == 138
