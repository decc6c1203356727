"""The audit trail: no write escapes it, by whatever road, and nobody rewrites it."""

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from disclosures.models import AuditEntry, Department, Revision
from disclosures.publishing.audit import NOT_AUDITED, audited_models
from disclosures.tables.three_public import ThreePublic
from tests.publishing.conftest import People

BACKEND = "django.contrib.auth.backends.ModelBackend"


def trail(model: type, **more: object) -> list[AuditEntry]:
    found = AuditEntry.objects.filter(relation=model._meta.db_table, **more)  # type: ignore[attr-defined]
    return list(found.order_by("pk"))


def test_every_table_people_can_change_is_covered(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text, count(*) FROM pg_trigger"
            " WHERE tgname LIKE 'audit_%' AND tgenabled = 'A' GROUP BY 1"
        )
        found = dict(cursor.fetchall())
    assert found == {model._meta.db_table: 3 for model, _ in audited_models()}
    with connection.cursor() as cursor:
        ours = {t for t in connection.introspection.table_names(cursor) if "disclosures_" in t}
    assert ours - set(found) == {model._meta.db_table for model in NOT_AUDITED}


def test_bulk_and_raw_writes_are_in_it(people: People, draft: Revision) -> None:
    row = ThreePublic.objects.get(revision=draft)
    (taken,) = trail(ThreePublic)
    assert (taken.deed, taken.key, taken.revision, taken.before) == (
        "insert",
        row.pk,
        draft.pk,
        None,
    )
    assert taken.after is not None
    ThreePublic.objects.filter(revision=draft).update(total=1)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE disclosures_threepublic SET total = 2, abroad = abroad")
        cursor.execute("UPDATE disclosures_threepublic SET total = total")
        cursor.execute("DELETE FROM disclosures_threepublic")
    _, bulk, raw, gone = trail(ThreePublic)
    assert bulk.before == {"total": float(row.total)}
    assert (raw.deed, raw.before, raw.after) == ("update", {"total": 1.0}, {"total": 2.0})
    assert (gone.deed, gone.after) == ("delete", None)
    assert gone.who


@pytest.mark.parametrize("statement", ["UPDATE {} SET who = 'x'", "DELETE FROM {}", "TRUNCATE {}"])
def test_nobody_rewrites_it(people: People, draft: Revision, statement: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(statement.format(AuditEntry._meta.db_table))


def test_a_password_never_enters_it(db: None) -> None:
    user = User.objects.create_user("x", password="Secret-Word-1")
    user.set_password("Another-Word-2")
    user.save()
    User.objects.filter(pk=user.pk).update(email="x@example.org")
    told = trail(User)
    assert [each.deed for each in told] == ["insert", "update", "update"]
    assert told[1].before == told[1].after == {"password": "（不记录）"}
    assert told[2].after == {"email": "x@example.org"}
    user.refresh_from_db()
    kept = "".join(f"{each.before}{each.after}" for each in told)
    assert user.password not in kept
    assert "pbkdf2" not in kept


def test_it_names_the_person_and_the_address(client: Client, people: People) -> None:
    client.force_login(people.administrator, backend=BACKEND)
    region = Department._meta.get_field("region").related_model._default_manager.first()  # type: ignore[union-attr]
    answer = client.post(
        reverse("admin:disclosures_department_add"),
        {"region": region.pk, "name": "新局", "slug": "xin-ju", "short_names": "[]"},
        REMOTE_ADDR="192.0.2.7",
    )
    assert answer.status_code == 302, answer.content.decode()[:2000]
    (told,) = trail(Department)
    assert (told.who, told.whence) == ("a", "192.0.2.7")
    Department.objects.update(slug="xin-ju-2")
    assert trail(Department)[-1].who != "a"


def test_a_bound_person_does_not_read_it(client: Client, people: People, draft: Revision) -> None:
    people.officer.duties.update(department=draft.disclosure.department)
    client.force_login(people.officer, backend=BACKEND)
    page = client.get(reverse("admin:disclosures_auditentry_changelist"))
    assert page.status_code == 200
    assert AuditEntry.objects.exists()
    assert "0 审计记录" in " ".join(page.content.decode().split())
