"""Disclosures for the tests: what the real reader and writer make of a document, published."""

from collections.abc import Iterable
from datetime import UTC, datetime

from disclosures.publishing.writing import write_contents
from disclosures.records.disclosure import Disclosure, FiscalYear, Kind, Revision, State
from disclosures.records.places import Department, Region
from disclosures.records.printed_table import PrintedTable
from disclosures.records.upload import Upload, Verdict
from disclosures.tables.book import Sheet
from disclosures.tables.stored import printed_table, store
from tests.readings import reading_of
from tests.states import put

PUBLISHED_AT = datetime(2022, 2, 18, 1, 2, 3, tzinfo=UTC)
CODES = {"kunming": "530100", "jiangcheng": "990100"}


def place(region: str = "kunming", slug: str = "wanggezhongxin") -> Department:
    """A department, made when missing."""
    found, _ = Region.objects.get_or_create(
        slug=region, defaults={"code": CODES[region], "name": f"{region}市"}
    )
    return Department.objects.get_or_create(
        region=found, slug=slug, defaults={"name": f"{region}市{slug}", "sort_key": slug}
    )[0]


def new_revision(
    department: Department, year: int = 2022, kind: Kind = Kind.BUDGET, text: str = ""
) -> Revision:
    """The next draft of a disclosure."""
    FiscalYear.objects.get_or_create(year=year)
    disclosure, _ = Disclosure.objects.get_or_create(
        department=department, fiscal_year_id=year, kind=kind
    )
    number = disclosure.revisions.count() + 1
    return Revision.objects.create(disclosure=disclosure, number=number, text=text)


def fill(revision: Revision, data: bytes) -> Revision:
    """Hang all that is read from a document on a draft."""
    document = reading_of(data)
    assert document.narrative is not None
    revision.upload, _ = Upload.objects.get_or_create(
        sha256=document.sha256,
        defaults={
            "name": "公开.txt",
            "size": document.size,
            "stored": document.sha256,
            "verdict": Verdict.RECOGNISED,
        },
    )
    revision.text = document.narrative.text
    revision.printed_unit = document.narrative.printed_unit
    revision.save()
    write_contents(revision, document)
    return revision


def keep(revision: Revision, sheets: Iterable[Sheet]) -> Revision:
    """Hang tables on a draft."""
    for sheet in sheets:
        PrintedTable.objects.bulk_create([printed_table(revision, sheet)])
        for records in store(revision, sheet):
            type(records[0])._default_manager.bulk_create(records)
    return revision


def publish(revision: Revision, state: State = State.PUBLISHED) -> Revision:
    """Make it public, as the last step: what is published takes no more rows."""
    put(revision, state, PUBLISHED_AT)
    revision.refresh_from_db()
    return revision
