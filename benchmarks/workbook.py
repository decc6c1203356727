"""A workbook of 16 sheets and 2,000 rows, from upload to preview: how long, and how much memory.

`DATABASE_URL=... python -m benchmarks.workbook` works on a migrated database of its own, inside a
transaction that is undone; without DATABASE_URL it starts a throw-away PostgreSQL. Wanted: under
5 seconds and 300 MB.
"""

import os
import resource
import sys
import time
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime

import django

from budget_portal.postgres import throwaway

ROWS = 2000
SECONDS, MEGABYTES = 5.0, 300.0
STACK = ExitStack()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "budget_portal.settings")
os.environ.setdefault("SECRET_KEY", "a measurement signs nothing")
if "DATABASE_URL" not in os.environ:
    os.environ["DATABASE_URL"] = STACK.enter_context(throwaway())
django.setup()

from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import transaction

from disclosures.documents.forms.form import FormTable
from disclosures.documents.forms.registry import FORMS
from disclosures.exports.statutory import Statutory
from disclosures.exports.workbook.write import workbook
from disclosures.publishing.demo import SEED
from disclosures.publishing.intake import take_in_document
from disclosures.publishing.places import load_regions
from disclosures.publishing.workbooks import DryRun, hold_workbook, preview_workbook
from disclosures.records.disclosure import Revision
from disclosures.tables.book import Book, Row, RowKind, Sheet
from tests.rules.example_tables import good_book

FORM = FORMS["kunming-2022"]


def large_workbook() -> bytes:
    """Every table of the form; those of detail made long, to the wanted number of rows."""
    sheets = [_sheet(position, each) for position, each in enumerate(FORM, start=1)]
    long = [each for each in sheets if len(each.rows) > 2 and "line" not in each.rows[0].cells]
    share = (ROWS - sum(len(each.rows) for each in sheets)) // len(long) + 1
    book = Book(tuple(_longer(each, share) if each in long else each for each in sheets))
    when = datetime(2022, 2, 20, tzinfo=UTC)
    name = "昆明市网格化综合监督指挥中心"
    return workbook(Statutory("2022年部门预算公开", name, "", when, (), (), tuple(book), 2022))


def _sheet(position: int, table: FormTable) -> Sheet:
    """A table of the made-up book; the second table of goals is as the first."""
    found = good_book().sheet(table.table) or good_book().sheet("project-performance")
    assert found is not None
    return replace(found, table=table.table, title=table.title, position=position)


def _longer(sheet: Sheet, more: int) -> Sheet:
    details: list[Row] = [each for each in sheet.rows if each.kind is RowKind.DETAIL]
    added = [details[number % len(details)] for number in range(more)]
    return replace(sheet, rows=(*added, *sheet.rows))


def previewed(revision: Revision, data: bytes, person: User) -> DryRun:
    """What happens between the click on 上传 and the page of the preview."""
    upload = hold_workbook(data=data, filename="表.xlsx", by=person)
    with upload.stored.open("rb") as file:
        return preview_workbook(revision=revision, data=file.read(), filename=upload.name)


def main() -> int:
    """Measure once, print the figures, and fail where they are not good enough."""
    call_command("migrate", verbosity=0)
    data = large_workbook()
    with transaction.atomic():
        load_regions()
        person = User.objects.create_superuser("measurer")
        draft = take_in_document(data=SEED.read_bytes(), filename=SEED.name, by=person).revision
        before = _peak()
        started, worked = time.perf_counter(), time.process_time()
        run = previewed(draft, data, person)
        seconds, work = time.perf_counter() - started, time.process_time() - worked
        transaction.set_rollback(True)
    rows = sum(len(sheet.rows) for sheet in run.book)
    print(f"{len(run.taken)} tables, {rows} rows, {len(data) / 1024:.0f} kB")
    print(
        f"{seconds:.2f} s from upload to preview, {work:.2f} s of them work (wanted: {SECONDS} s)"
    )
    print(
        f"{_peak():.0f} MB at the most, {before:.0f} MB before (wanted: under {MEGABYTES:.0f} MB)"
    )
    return 0 if seconds < SECONDS and _peak() < MEGABYTES else 1


def _peak() -> float:
    scale = 1024 if sys.platform == "darwin" else 1
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / scale


if __name__ == "__main__":
    with STACK:
        sys.exit(main())
