"""The audit trail, written by PostgreSQL: statement triggers that no road past the ORM avoids.

Attached after every migration, as the seal is, to all that people can change. Not to what the
portal works out anew from it (findings, headline figures, search entries, sums by code), nor to
what is append-only already.
An update keeps the columns that changed. Of a password the trail knows that it changed, no more.
"""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import connections, models
from django.db.models.signals import post_migrate
from django.dispatch import receiver

from disclosures.records.audit import AuditEntry
from disclosures.records.code_sum import CodeSum
from disclosures.records.derivation import Derivation
from disclosures.records.event import Event
from disclosures.records.finding import Finding
from disclosures.records.ledger import LedgerEntry
from disclosures.records.search_entry import SearchEntry
from disclosures.records.table_figure import TableFigure

NOT_AUDITED = (
    AuditEntry,
    Event,
    LedgerEntry,
    Finding,
    SearchEntry,
    TableFigure,
    CodeSum,
    Derivation,
)
WHO, WHENCE = "portal.who", "portal.whence"
TRAIL = AuditEntry._meta.db_table
SECRET = "ARRAY['password', 'last_login']"
HIDDEN = "to_jsonb('（不记录）'::text)"
FUNCTION = f"""
CREATE OR REPLACE FUNCTION budget_audit() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    speaker text := COALESCE(NULLIF(current_setting('{WHO}', true), ''), session_user);
    place text := COALESCE(current_setting('{WHENCE}', true), '');
    link text := NULLIF(TG_ARGV[0], '');
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO {TRAIL} (at, who, whence, deed, relation, key, revision, before, after)
        SELECT clock_timestamp(), speaker, place, 'insert', TG_TABLE_NAME,
               (a.it ->> 'id')::bigint, (a.it ->> link)::bigint, NULL, a.it - {SECRET}
        FROM (SELECT to_jsonb(added) AS it FROM added) AS a;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO {TRAIL} (at, who, whence, deed, relation, key, revision, before, after)
        SELECT clock_timestamp(), speaker, place, 'delete', TG_TABLE_NAME,
               (r.it ->> 'id')::bigint, (r.it ->> link)::bigint, r.it - {SECRET}, NULL
        FROM (SELECT to_jsonb(removed) AS it FROM removed) AS r;
    ELSE
        INSERT INTO {TRAIL} (at, who, whence, deed, relation, key, revision, before, after)
        SELECT clock_timestamp(), speaker, place, 'update', TG_TABLE_NAME,
               (a.it ->> 'id')::bigint, (a.it ->> link)::bigint, d.was, d.becomes
        FROM (SELECT to_jsonb(removed) AS it FROM removed) AS r
        JOIN (SELECT to_jsonb(added) AS it FROM added) AS a ON a.it -> 'id' = r.it -> 'id'
        CROSS JOIN LATERAL (
            SELECT
                jsonb_object_agg(k, CASE k WHEN 'password' THEN {HIDDEN} ELSE r.it -> k END) AS was,
                jsonb_object_agg(k, CASE k WHEN 'password' THEN {HIDDEN} ELSE a.it -> k END)
                    AS becomes
            FROM jsonb_object_keys(a.it - 'last_login') AS k
            WHERE a.it -> k IS DISTINCT FROM r.it -> k
        ) AS d
        WHERE d.was IS NOT NULL;
    END IF;
    RETURN NULL;
END $$;
DO $$
DECLARE holder text;
BEGIN
    FOR holder IN
        SELECT DISTINCT grantee FROM information_schema.role_table_grants
        WHERE table_name = '{TRAIL}' AND grantee <> current_user
          AND privilege_type IN ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE')
    LOOP
        EXECUTE format('REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON {TRAIL} FROM %I', holder);
    END LOOP;
END $$;
"""
TRANSITIONS = {
    "insert": "REFERENCING NEW TABLE AS added",
    "update": "REFERENCING OLD TABLE AS removed NEW TABLE AS added",
    "delete": "REFERENCING OLD TABLE AS removed",
}


def audited_models() -> Iterator[tuple[type[models.Model], str]]:
    """What the trail covers, each with its column that names a revision, or an empty text."""
    ours = apps.get_app_config("disclosures").get_models(include_auto_created=True)
    people = (get_user_model(), get_user_model().groups.through, Group.permissions.through)
    for model in (*ours, *people):
        if model not in NOT_AUDITED:
            columns = {str(field.column) for field in model._meta.concrete_fields}
            own = "id" if model._meta.model_name == "revision" else ""
            yield model, "revision_id" if "revision_id" in columns else own


def attach_audit(using: str = "default") -> None:
    """Create the function and the triggers, all of them, as they should be now."""
    quote = connections[using].ops.quote_name
    statements = [FUNCTION]
    for model, column in audited_models():
        statements += _triggers(quote(model._meta.db_table), column)
    with connections[using].cursor() as cursor:
        cursor.execute("\n".join(statements))


@receiver(post_migrate, dispatch_uid="audit")
def audit_after_migration(sender: Any, using: str, **_: Any) -> None:
    """Attach the trail when this application has been migrated."""
    if sender.label == "disclosures":
        attach_audit(using=using)


def _triggers(table: str, column: str) -> Iterator[str]:
    for deed, transition in TRANSITIONS.items():
        yield f"""
        DROP TRIGGER IF EXISTS audit_{deed} ON {table};
        CREATE TRIGGER audit_{deed} AFTER {deed.upper()} ON {table} {transition}
            FOR EACH STATEMENT EXECUTE FUNCTION budget_audit('{column}');
        ALTER TABLE {table} ENABLE ALWAYS TRIGGER audit_{deed};"""
