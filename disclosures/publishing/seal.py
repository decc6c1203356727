"""The seal: PostgreSQL itself refuses to change what is published.

Attached after every migration to each table that hangs on a revision, so that a new table is
sealed without anyone remembering. Row triggers read OLD and NEW; TRUNCATE has its own. A row
trigger holds its revision FOR SHARE, so that publishing waits for an edit that is under way
(in a materialised CTE: a condition pushed into the subquery would leave drafts unlocked).
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db import connections, models
from django.db.models.signals import post_migrate
from django.dispatch import receiver

from disclosures.publishing.transitions import MOVES
from disclosures.records.audit import AuditEntry
from disclosures.records.disclosure import SEALED, Disclosure, Revision, State
from disclosures.records.event import Event
from disclosures.records.ledger import LedgerEntry
from disclosures.records.places import Department, Region
from disclosures.records.upload import Upload

# What a revision stands on, with the column of revisions that says so.
SOURCES: tuple[tuple[type[models.Model], str], ...] = (
    (Upload, "upload_id"),
    (Disclosure, "disclosure_id"),
)
# What is only ever added to, whatever becomes of the revision.
APPEND_ONLY: tuple[type[models.Model], ...] = (AuditEntry, Event, LedgerEntry)
MOVES_ALLOWED = ", ".join(f"('{before}', '{after}')" for before, after in MOVES)
# What permanent addresses and the ledger's contents are made of.
NAMES: tuple[tuple[type[models.Model], str, *tuple[str, ...]], ...] = (
    (Department, "department", "name", "slug", "region_id"),
    (Region, "region", "slug", "code"),
)
STATES = ", ".join(f"'{state}'" for state in SEALED)
SEAL_OF = "SELECT 1 FROM pg_trigger WHERE tgname = 'seal' AND tgrelid = %s::regclass"
CHECK_NOW = "SET CONSTRAINTS ALL IMMEDIATE"  # no table is altered while keys wait for it
FUNCTIONS = f"""
CREATE OR REPLACE FUNCTION budget_is_sealed(revision bigint)
RETURNS boolean LANGUAGE sql VOLATILE AS $$
    WITH held AS MATERIALIZED (
        SELECT state FROM disclosures_revision WHERE id = revision FOR SHARE
    )
    SELECT EXISTS (SELECT 1 FROM held WHERE state IN ({STATES}))
$$;
CREATE OR REPLACE FUNCTION budget_refuse_row() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE before bigint; after bigint;
BEGIN
    IF TG_OP <> 'INSERT' THEN before := (to_jsonb(OLD) ->> TG_ARGV[0])::bigint; END IF;
    IF TG_OP <> 'DELETE' THEN after := (to_jsonb(NEW) ->> TG_ARGV[0])::bigint; END IF;
    IF budget_is_sealed(before) OR budget_is_sealed(after) THEN
        RAISE EXCEPTION '已公开的版本不能更改 (%.%)', TG_TABLE_NAME, TG_OP
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN COALESCE(NEW, OLD);
END $$;
CREATE OR REPLACE FUNCTION budget_refuse_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.state <> '{State.DRAFT}' THEN
            RAISE EXCEPTION '版本须从草稿开始，经审核后公开' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.state <> OLD.state
       AND (OLD.state, NEW.state) NOT IN ({MOVES_ALLOWED}) THEN
        RAISE EXCEPTION '版本不能由 % 变为 %', OLD.state, NEW.state
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.state IN ('{State.APPROVED}', {STATES})
       AND (NEW.submitted_by_id IS NULL OR NEW.approved_by_id IS NULL) THEN
        RAISE EXCEPTION '版本须由两人提交、审核' USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.state NOT IN ({STATES}) THEN RETURN COALESCE(NEW, OLD); END IF;
    IF TG_OP = 'UPDATE' AND OLD.state = '{State.PUBLISHED}'
       AND NEW.state IN ('{State.SUPERSEDED}', '{State.WITHDRAWN}')
       AND to_jsonb(NEW) - 'state' = to_jsonb(OLD) - 'state' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '已公开的版本不能更改 (%)', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE OR REPLACE FUNCTION budget_refuse_stranger() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE mine bigint; theirs bigint;
BEGIN
    mine := (to_jsonb(NEW) ->> TG_ARGV[0])::bigint;
    EXECUTE format('SELECT %I FROM %I WHERE id = $1', TG_ARGV[3], TG_ARGV[2])
        INTO theirs USING (to_jsonb(NEW) ->> TG_ARGV[1])::bigint;
    IF theirs <> mine THEN
        RAISE EXCEPTION '已公开的版本不能更改：所属的行在另一版本 (%.%)', TG_TABLE_NAME, TG_OP
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION budget_refuse_source() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE found boolean;
BEGIN
    EXECUTE format(
        'WITH held AS MATERIALIZED'
        ' (SELECT state FROM disclosures_revision WHERE %I = $1 FOR SHARE)'
        ' SELECT EXISTS (SELECT 1 FROM held WHERE state = ANY ($2))', TG_ARGV[0]
    ) INTO found USING OLD.id, ARRAY[{STATES}];
    IF found THEN
        RAISE EXCEPTION '已公开的版本不能更改 (%.%)', TG_TABLE_NAME, TG_OP
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN COALESCE(NEW, OLD);
END $$;
CREATE OR REPLACE FUNCTION budget_refuse_new_name() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE was jsonb := to_jsonb(OLD); becomes jsonb := to_jsonb(NEW); name text;
BEGIN
    FOREACH name IN ARRAY TG_ARGV[1:] LOOP
        IF was -> name IS DISTINCT FROM becomes -> name AND EXISTS (
            SELECT 1 FROM disclosures_revision AS revision
            JOIN disclosures_disclosure AS disclosure ON disclosure.id = revision.disclosure_id
            JOIN disclosures_department AS department ON department.id = disclosure.department_id
            WHERE revision.state IN ({STATES})
              AND OLD.id = CASE TG_ARGV[0] WHEN 'region' THEN department.region_id
                           ELSE department.id END
        ) THEN
            RAISE EXCEPTION '已有公开内容，名称与网址标识不能更改 (%.%)', TG_TABLE_NAME, name
                USING ERRCODE = 'restrict_violation';
        END IF;
    END LOOP;
    RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION budget_refuse_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM disclosures_revision WHERE state IN ({STATES})) THEN
        RAISE EXCEPTION '有已公开的版本，不能清空 (%)', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION budget_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '操作记录、审计记录与账本只能追加 (%.%)', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation';
END $$;
"""


def sealed_models() -> Iterator[tuple[type[models.Model], str]]:
    """Every model that hangs on a revision, with the column that says on which."""
    for model in apps.get_app_config("disclosures").get_models():
        for field in model._meta.get_fields():
            if not isinstance(field, models.ForeignKey) or model in APPEND_ONLY:
                continue
            if field.related_model is Revision:
                yield model, str(field.column)


def rows_of_rows() -> Iterator[tuple[type[models.Model], str, str, type[models.Model], str]]:
    """Sealed models that belong to a row of another: both must hang on the same revision."""
    sealed = dict(sealed_models())
    for model, column in sealed.items():
        for field in model._meta.concrete_fields:
            parent = field.related_model
            if isinstance(parent, type) and parent in sealed:
                yield model, column, str(field.column), parent, sealed[parent]


def attach_seal(using: str = "default") -> None:
    """Create the functions and triggers, all of them, as they should be now."""
    quote = connections[using].ops.quote_name
    statements = [FUNCTIONS]
    for model, column in sealed_models():
        statements.append(_row(quote(model._meta.db_table), "budget_refuse_row", f"'{column}'"))
    statements.append(_row(quote(Revision._meta.db_table), "budget_refuse_revision", ""))
    for model, column, link, parent, theirs in rows_of_rows():
        arguments = f"'{column}', '{link}', '{parent._meta.db_table}', '{theirs}'"
        statements.append(_same_revision(quote(model._meta.db_table), arguments))
    for model, column in SOURCES:
        statements.append(_source(quote(model._meta.db_table), column))
    statements += [_names(quote(model._meta.db_table), *kept) for model, *kept in NAMES]
    statements += [_append_only(each, quote(each._meta.db_table)) for each in APPEND_ONLY]
    with connections[using].cursor() as cursor:
        cursor.execute("\n".join(statements))


@contextmanager
def stepping_past(models_sealed: Iterable[type[models.Model]], using: str) -> Iterator[None]:
    """Lift the seal of some tables while their owner makes anew what is reckoned from others.

    For a transaction of its own; only the owner of the tables can. What has no seal yet, as a new
    table before its first, needs none lifted.
    """
    tables = [model._meta.db_table for model in models_sealed]
    with connections[using].cursor() as cursor:
        sealed = [each for each in tables if _has_seal(cursor, each)]
        for table in sealed:
            cursor.execute(f"{CHECK_NOW}; ALTER TABLE {table} DISABLE TRIGGER seal")
        yield
        for table in sealed:
            cursor.execute(f"{CHECK_NOW}; ALTER TABLE {table} ENABLE ALWAYS TRIGGER seal")


def _has_seal(cursor: Any, table: str) -> bool:
    cursor.execute(SEAL_OF, [table])
    return cursor.fetchone() is not None


@receiver(post_migrate, dispatch_uid="seal")
def seal_after_migration(sender: Any, using: str, **_: Any) -> None:
    """Attach the seal when this application has been migrated."""
    if sender.label == "disclosures":
        attach_seal(using=using)


def _row(table: str, function: str, argument: str) -> str:
    return f"""
    CREATE OR REPLACE TRIGGER seal BEFORE INSERT OR UPDATE OR DELETE ON {table}
        FOR EACH ROW EXECUTE FUNCTION {function}({argument});
    ALTER TABLE {table} ENABLE ALWAYS TRIGGER seal;
    CREATE OR REPLACE TRIGGER seal_truncate BEFORE TRUNCATE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION budget_refuse_truncate();
    ALTER TABLE {table} ENABLE ALWAYS TRIGGER seal_truncate;"""


def _same_revision(table: str, arguments: str) -> str:
    return f"""
    CREATE OR REPLACE TRIGGER seal_parent BEFORE INSERT OR UPDATE ON {table}
        FOR EACH ROW EXECUTE FUNCTION budget_refuse_stranger({arguments});
    ALTER TABLE {table} ENABLE ALWAYS TRIGGER seal_parent;"""


def _source(table: str, column: str) -> str:
    return f"""
    CREATE OR REPLACE TRIGGER seal BEFORE UPDATE OR DELETE ON {table}
        FOR EACH ROW EXECUTE FUNCTION budget_refuse_source('{column}');
    ALTER TABLE {table} ENABLE ALWAYS TRIGGER seal;"""


def _names(table: str, kind: str, *columns: str) -> str:
    arguments = ", ".join(f"'{each}'" for each in (kind, *columns))
    return f"""
    CREATE OR REPLACE TRIGGER seal_names BEFORE UPDATE ON {table}
        FOR EACH ROW EXECUTE FUNCTION budget_refuse_new_name({arguments});
    ALTER TABLE {table} ENABLE ALWAYS TRIGGER seal_names;"""


def _append_only(model: type[models.Model], table: str) -> str:
    # The trail tells of drafts too, so it is never emptied; the others once something is public.
    emptied = "budget_append_only" if model is AuditEntry else "budget_refuse_truncate"
    return f"""
    CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table}
        FOR EACH ROW EXECUTE FUNCTION budget_append_only();
    ALTER TABLE {table} ENABLE ALWAYS TRIGGER append_only;
    CREATE OR REPLACE TRIGGER seal_truncate BEFORE TRUNCATE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION {emptied}();
    ALTER TABLE {table} ENABLE ALWAYS TRIGGER seal_truncate;"""
