"""A city's size out of the demonstration: its revisions cloned, row for row, in SQL.

Each new revision has the narrative of the demonstration's own disclosure and the tables of one of
its other cities', amounts scaled so that no two departments are alike (their printed text is not).
Only for a throw-away database: the seal is lifted while it is filled, and the ledger's entries are
not a chain.
"""

from collections.abc import Iterable
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db import connection, models, transaction

from disclosures.publishing.seal import attach_seal
from disclosures.queries.gate import is_public, published_revisions
from disclosures.records.code_sum import CodeSum
from disclosures.records.derivation import Derivation
from disclosures.records.disclosure import Revision
from disclosures.records.doubt import Doubt
from disclosures.records.fields import MoneyField
from disclosures.records.finding import Finding
from disclosures.records.narration import GlossaryTerm, NarrativeSection, QuotedFigure
from disclosures.records.places import Department, Region
from disclosures.records.printed_table import PrintedTable
from disclosures.records.resources import Staffing, StateAssets, Vehicles
from disclosures.records.search_entry import SearchEntry
from disclosures.records.table_figure import TableFigure
from disclosures.tables.registry import TABLES

NAMED = "cloned-"
OF_NARRATIVE: tuple[type[models.Model], ...] = (
    NarrativeSection,
    QuotedFigure,
    GlossaryTerm,
    Staffing,
    Vehicles,
    StateAssets,
    Doubt,
    Finding,
)
OF_TABLES: tuple[type[models.Model], ...] = (PrintedTable, TableFigure, CodeSum, Derivation)
REVISIONS = """
CREATE TEMPORARY TABLE made ON COMMIT DROP AS
WITH departments AS (
    INSERT INTO disclosures_department
        (region_id, name, short_names, code, unit_code, slug, sort_key)
    SELECT %(region)s, '第' || n || '局', '[]', '', '', '{named}' || n, 'di ' || n || ' ju'
    FROM generate_series(1, %(departments)s) AS n RETURNING id, slug
), years AS (
    INSERT INTO disclosures_fiscalyear
    SELECT generate_series(%(first)s, %(last)s) ON CONFLICT DO NOTHING
), told AS (
    INSERT INTO disclosures_disclosure (department_id, fiscal_year_id, kind)
    SELECT id, year, 'budget' FROM departments, generate_series(%(first)s, %(last)s) AS year
    RETURNING id, fiscal_year_id, department_id
), revisions AS (
    INSERT INTO disclosures_revision
        (disclosure_id, number, state, reason, is_history, upload_id, form, printed_unit,
         index_start, index_end, printed_date, text, created_at, published_at)
    SELECT told.id, 1, 'published', '', false, upload_id, form, printed_unit, index_start,
           index_end, printed_date, text, now(), now() - told.id * interval '1 minute'
    FROM told, disclosures_revision AS seed WHERE seed.id = %(narrative)s
    RETURNING id, disclosure_id
)
SELECT revisions.id AS revision, told.fiscal_year_id AS year, %(narrative)s::bigint AS narrative,
       (%(tables)s::bigint[])[1 + told.department_id %% %(kinds)s] AS tables,
       1 + (told.department_id * 7 + told.fiscal_year_id * 3) %% 101 / 100.0 AS factor
FROM revisions JOIN told ON told.id = disclosure_id
"""
LEDGER = """
INSERT INTO disclosures_ledgerentry
    (number, verb, revision_id, name, content, previous, seal, at, by, reason)
SELECT last + n, 'publish', revision, 'cloned-' || n, encode(sha256(n::text::bytea), 'hex'),
       encode(sha256(('before ' || n)::bytea), 'hex'), encode(sha256(('of ' || n)::bytea), 'hex'),
       now(), '', ''
FROM (SELECT revision, row_number() OVER (ORDER BY revision) AS n FROM made) AS numbered,
     (SELECT coalesce(max(number), 0) AS last FROM disclosures_ledgerentry) AS before
"""


def fill(departments: int, years: int, last: int) -> None:
    """Publish so many departments for so many years, the last of them `last`; in one transaction.

    Needs the demonstration's disclosures and the ownership of all tables.
    """
    there = published_revisions().annotate(told=models.Count("narrativesection")).order_by("-told")
    seed, *others = there.values_list("pk", flat=True) or [0]
    region = Region.objects.filter(is_public("departments__disclosures__revisions__")).first()
    if region is None or not others:
        raise SystemExit("load the demonstration first: manage.py load_demo")
    asked = {
        "region": region.pk,
        "departments": departments,
        "first": last - years + 1,
        "last": last,
        "narrative": seed,
        "tables": others,
        "kinds": len(others),
    }
    with transaction.atomic(), _unsealed(), connection.cursor() as cursor:
        cursor.execute(REVISIONS.replace("{named}", NAMED), asked)
        for model in OF_NARRATIVE:
            cursor.execute(_cloned(model, "narrative"))
        for model in OF_TABLES:
            cursor.execute(_cloned(model, "tables"))
        for spec in TABLES.values():
            cursor.execute(_cloned(spec.model, "tables"))
            if spec.spread:
                cursor.execute(_spread(spec.spread.model, spec.spread.parent))
        cursor.execute(_entries(region.pk, "narrative", "= ''"))
        cursor.execute(_entries(region.pk, "tables", "<> ''"))
        cursor.execute(LEDGER)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE)")


def is_filled() -> bool:
    """Whether this database was filled before."""
    return Department.objects.filter(slug__startswith=NAMED).exists()


@contextmanager
def _unsealed() -> Any:
    """Step past the triggers that refuse and derive; they are attached again at the end."""
    tables = [model._meta.db_table for model in apps.get_app_config("disclosures").get_models()]
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
    attach_seal()


def _fields(model: type[models.Model], *without: str) -> list[models.Field]:
    return [
        each
        for each in model._meta.concrete_fields
        if not each.primary_key and each.name not in ("revision", *without)
    ]


def _cloned(model: type[models.Model], of: str) -> str:
    """All rows of the revisions that are cloned, amounts scaled: one new revision after another."""
    fields = _fields(model)
    return _copied(model, fields, map(_said, fields), f"t.revision_id = made.{of}")


def _spread(model: type[models.Model], parent: str) -> str:
    """Rows below rows of a table, each below the clone of its own."""
    fields = _fields(model, parent)
    above = model._meta.get_field(parent).related_model._meta.db_table  # type: ignore[union-attr]
    into = ", ".join(("revision_id", f"{parent}_id", *(_quoted(each) for each in fields)))
    said = ", ".join(("made.revision", "new.id", *map(_said, fields)))
    return (
        f"INSERT INTO {model._meta.db_table} ({into}) SELECT {said} FROM made"
        f" JOIN {model._meta.db_table} AS t ON t.revision_id = made.tables"
        f" JOIN {above} AS old ON old.id = t.{parent}_id"
        f" JOIN {above} AS new ON new.revision_id = made.revision AND new.position = old.position"
        f" ORDER BY made.revision, t.id"
    )


def _entries(region: int, of: str, which: str) -> str:
    """What a search finds: the narrative's entries, or the tables'."""
    fields = _fields(SearchEntry)
    own = {"region": str(region), "year": "made.year"}
    said = [own.get(each.name, _said(each)) for each in fields]
    return _copied(SearchEntry, fields, said, f't.revision_id = made.{of} AND t."table" {which}')


def _copied(
    model: type[models.Model], fields: Iterable[Any], said: Iterable[str], joined: str
) -> str:
    into = ", ".join(("revision_id", *(_quoted(each) for each in fields)))
    table = model._meta.db_table
    return (
        f"INSERT INTO {table} ({into}) SELECT {', '.join(('made.revision', *said))}"
        f" FROM made JOIN {table} AS t ON {joined} ORDER BY made.revision, t.id"
    )


def _quoted(field: models.Field) -> str:
    return f'"{field.column}"'


def _said(field: models.Field) -> str:
    """A column of the row that is cloned; an amount by the new revision's own factor."""
    own = f't."{field.column}"'
    return f"round({own} * made.factor, 2)" if isinstance(field, MoneyField) else own


def cloned() -> models.QuerySet[Revision]:
    """The revisions that `fill` made."""
    return published_revisions().filter(disclosure__department__slug__startswith=NAMED)
