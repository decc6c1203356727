"""Every table of a revision against raw SQL: each has a row of a published and of a draft."""

from collections.abc import Iterator

import pytest
from django.db import DatabaseError, connection, models, transaction

from disclosures.models import Department, Disclosure, Event, Revision, Upload
from disclosures.publishing.actions import approve_revision, publish_revision, submit_revision
from disclosures.publishing.doubts import confirm_reading
from disclosures.publishing.seal import SOURCES, sealed_models, stepping_past
from disclosures.records.code_sum import CodeSum
from disclosures.records.derivation import Derivation
from disclosures.records.disclosure import FiscalYear
from disclosures.records.places import Region
from disclosures.records.search_entry import SearchEntry
from disclosures.tables.transfer_to_district import DistrictShare, TransferToDistrict
from tests.publishing.conftest import People
from tests.publishing.rows import plain_row

MODELS = tuple(sealed_models())
RECKONED = (SearchEntry, CodeSum, Derivation)  # made anew by publishing: a draft's rows go then
CHANGED = {Upload: "name", Disclosure: "kind"}
every_table = pytest.mark.parametrize(
    ("model", "column"), MODELS, ids=[model.__name__ for model, _ in MODELS]
)


@pytest.fixture
def two(people: People) -> Iterator[tuple[Revision, Revision]]:
    """Two empty drafts of one disclosure."""
    department = Department.objects.create(
        region=Region.objects.earliest("code"), name="某局", slug="mou-ju"
    )
    year = FiscalYear.objects.create(year=2031)
    disclosure = Disclosure.objects.create(department=department, fiscal_year=year)
    upload = Upload.objects.create(sha256="0" * 64, name="x.txt", size=1, stored="x")
    return tuple(
        Revision.objects.create(disclosure=disclosure, number=n, upload=upload if n == 1 else None)
        for n in (1, 2)
    )


def publish(revision: Revision, people: People) -> None:
    confirm_reading(revision=revision, by=people.officer)
    submit_revision(revision=revision, by=people.officer)
    approve_revision(revision=revision, by=people.reviewer)
    publish_revision(revision=revision, by=people.reviewer)


def refused(sql: str, *values: object, match: str = "已公开的版本不能更改") -> None:
    with (
        pytest.raises(DatabaseError, match=match),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(sql, values)


def test_the_registry_of_the_seal_is_no_empty_list() -> None:
    assert len(MODELS) >= 27
    assert {"DistrictShare", "QuotedFigure", "Finding"} <= {model.__name__ for model, _ in MODELS}


@every_table
def test_no_row_changes_goes_or_comes(
    people: People, two: tuple[Revision, Revision], model: type[models.Model], column: str
) -> None:
    public, draft = two
    free = plain_row(model, draft)
    if model in RECKONED:
        publish(public, people)
        with stepping_past([model], "default"):
            kept = plain_row(model, public)
    else:
        kept = plain_row(model, public)
        publish(public, people)
    table = model._meta.db_table
    refused(f"UPDATE {table} SET {column} = {column} WHERE id = %s", kept.pk)
    refused(f"DELETE FROM {table} WHERE id = %s", kept.pk)
    refused(f"INSERT INTO {table} ({column}) VALUES (%s)", public.pk)
    refused(f"UPDATE {table} SET {column} = %s WHERE id = %s", public.pk, free.pk)
    refused(f"UPDATE {table} SET {column} = %s WHERE id = %s", draft.pk, kept.pk)
    refused(
        f"INSERT INTO {table} SELECT * FROM {table} WHERE id = %s "
        f"ON CONFLICT (id) DO UPDATE SET {column} = excluded.{column}",
        kept.pk,
    )
    refused(f"TRUNCATE {table} CASCADE", match="不能清空")
    assert model._default_manager.filter(pk=kept.pk, **{column: public.pk}).exists()


def test_a_replica_is_refused_too(db: None) -> None:
    """What session_replication_role = replica cannot switch off is enabled ALWAYS: all of it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal "
            "AND tgfoid::regproc::text LIKE 'budget_%' AND tgenabled <> 'A'"
        )
        assert cursor.fetchall() == []


def test_the_portal_may_not_play_the_replica(db: None) -> None:
    with (
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("SET LOCAL session_replication_role = replica")


@pytest.mark.parametrize("as_copy", [False, True], ids=["insert", "update"])
def test_a_share_of_a_draft_joins_no_published_row(
    people: People, two: tuple[Revision, Revision], as_copy: bool
) -> None:
    """A child row names its revision and its parent: they must agree."""
    public, draft = two
    parent = plain_row(TransferToDistrict, public)
    share = plain_row(DistrictShare, draft)
    publish(public, people)
    if as_copy:
        refused(
            "UPDATE disclosures_districtshare SET transfer_id = %s WHERE id = %s",
            parent.pk,
            share.pk,
        )
    else:
        with pytest.raises(DatabaseError, match="另一版本"), transaction.atomic():
            DistrictShare.objects.create(
                revision=draft, transfer=parent, position=1, district="东川区"
            )
    assert parent.shares.count() == 0


@pytest.mark.parametrize(("model", "column"), SOURCES, ids=["upload", "disclosure"])
def test_what_a_published_revision_stands_on_stays(
    people: People, two: tuple[Revision, Revision], model: type[models.Model], column: str
) -> None:
    table = model._meta.db_table
    assert model._default_manager.update(**{CHANGED[model]: models.F(CHANGED[model])}) == 1
    publish(two[0], people)
    refused(f"UPDATE {table} SET id = id")
    refused(f"DELETE FROM {table}")
    assert column in {field.column for field in Revision._meta.concrete_fields}


def test_a_file_of_no_published_revision_may_go(people: People) -> None:
    upload = Upload.objects.create(sha256="1" * 64, name="y.txt", size=1, stored="y")
    assert upload.delete()[0] == 1


def test_the_record_of_deeds_is_not_emptied(people: People, two: tuple[Revision, Revision]) -> None:
    publish(two[0], people)
    refused("TRUNCATE disclosures_event", match="不能清空")
    assert Event.objects.filter(revision=two[0]).count() == 4
