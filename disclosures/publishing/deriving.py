"""What is reckoned from a revision's rows at the moment of its publication: sums by code.

So is which headline figures its tables say 不适用 of, for drafts of before that was told.

As with search entries, what was published before, or by an earlier edition of this file, is made up
for after a migration, by the role that owns the tables; nobody else can.
"""

from collections.abc import Iterator
from typing import Any

from django.db import models, transaction
from django.db.models.signals import post_migrate
from django.dispatch import receiver

from disclosures.documents.headline import beside
from disclosures.publishing.progress import told
from disclosures.publishing.seal import stepping_past
from disclosures.publishing.writing import table_figure
from disclosures.records.code_sum import WHOLE, CodeSum
from disclosures.records.derivation import Derivation
from disclosures.records.disclosure import Revision, State
from disclosures.records.table_figure import TableFigure
from disclosures.rules.coded import coded
from disclosures.tables.book import Book, Sheet
from disclosures.tables.matching import main_column
from disclosures.tables.registry import TABLES
from disclosures.tables.stored import book_of
from disclosures.tables.sums import CODES

EDITION = 1  # raised when something is reckoned in another way: it is then made anew
MADE = (CodeSum, Derivation)  # anew; headline figures are only ever added to


def derive(revision: Revision) -> None:
    """Write what is reckoned of a revision that is about to be published, anew."""
    for model in MADE:
        model._default_manager.filter(revision=revision).delete()
    book = book_of(revision)
    sums = list(code_sums(revision, book))
    for position, each in enumerate(sums):
        each.position, each.digits = position, len(each.code)
    CodeSum.objects.bulk_create(sums, batch_size=500)
    TableFigure.objects.bulk_create(_not_applicable(revision, book))
    Derivation.objects.create(revision=revision, edition=EDITION)


def code_sums(revision: Revision, book: Book) -> Iterator[CodeSum]:
    """The unsaved sums by code of every table that prints codes and amounts, in no place yet."""
    for sheet in book:
        spec = TABLES.get(sheet.table)
        if spec is None or not spec.money:
            continue
        for column in (each.field for each in spec.columns if each.field in CODES):
            yield from _by_code(revision, sheet, column, main_column(spec))


def _by_code(revision: Revision, sheet: Sheet, column: str, amount: str) -> Iterator[CodeSum]:
    rows = coded(sheet, column, amount)
    of = {"revision": revision, "table": sheet.table, "column": column}
    if not rows.places:
        return
    total = None if rows.printed is None else sheet.rows[rows.printed].money(amount)
    whole = rows.refusal(WHOLE)
    yield CodeSum(
        **of,
        code=WHOLE,
        yuan=rows.whole,
        printed=total,  # type: ignore[misc]  # MoneyField is always nullable
        refusal=whole or "",
    )
    for code in rows.places:
        yield CodeSum(**of, code=code, yuan=rows.total([code]), refusal=rows.refusal(code) or "")
    for code, yuan in rows.unprinted.items():
        yield CodeSum(**of, code=code, yuan=yuan, refusal=whole or "")


def _not_applicable(revision: Revision, book: Book) -> Iterator[TableFigure]:
    told = set(revision.tablefigure_set.values_list("key", flat=True))
    stated = revision.quotedfigure_set.exclude(value=None).values_list("key", flat=True)
    for key, place in beside({*told, *stated}, book).items():
        if place.yuan is None:
            yield table_figure(revision, key, place)


def make_up(using: str = "default") -> int:
    """Derive what is sealed and not of this edition; returns how many revisions."""
    current = Derivation.objects.filter(revision=models.OuterRef("pk"), edition=EDITION)
    readable = (State.PUBLISHED, State.SUPERSEDED)
    missing = Revision.objects.filter(~models.Exists(current), state__in=readable)
    revisions = list(missing.defer("text"))
    if not revisions:
        return 0
    with transaction.atomic(using=using), stepping_past([*MADE, TableFigure], using):
        for revision in told(revisions, "derive"):
            derive(revision)
    return len(revisions)


@receiver(post_migrate, dispatch_uid="derive")
def derive_after_migration(sender: Any, using: str, **_: Any) -> None:
    """Make up for what is not of this edition when this application has been migrated."""
    if sender.label == "disclosures":
        make_up(using)
