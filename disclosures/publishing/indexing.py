"""The search entries of a revision, made from its rows at the moment of its publication.

They are sealed with it. What was published before there were any, or by an earlier edition of this
file, is made up for after a migration, by the role that owns the tables; nobody else can.
"""

import re
from collections.abc import Iterator
from typing import Any

from django.db import models, transaction
from django.db.models.signals import post_migrate
from django.dispatch import receiver

from disclosures.classification.folding import asked, folded, grams
from disclosures.publishing.progress import told
from disclosures.publishing.seal import stepping_past
from disclosures.records.disclosure import Revision, State
from disclosures.records.search_entry import (
    JOINED,
    LONGEST_TITLE,
    EntryKind,
    SearchEntry,
    mark_of,
)
from disclosures.tables.basic_expenditure import BasicExpenditure
from disclosures.tables.book import Cell, Origin, Row, RowKind, Sheet
from disclosures.tables.procurement import Procurement
from disclosures.tables.purchased_services import PurchasedService
from disclosures.tables.registry import TABLES
from disclosures.tables.shapes import Balance, PerformanceTarget
from disclosures.tables.spec import TableSpec
from disclosures.tables.stored import book_of

EDITION = 3  # raised when entries are made in another way: those of before are then made anew
SENTENCE = re.compile(r"[^。；！？\n]{1,400}[。；！？]?")
PROJECT_NAME = re.compile(r"project(\d+)\.name")
PROJECT_GOAL = re.compile(r"project\d+\.goal")
AMOUNTS = ("total", "amount", "first_year")
COVER = 0  # the number of the part before the sections: titles and contents, found last
SHORTEST = 4  # characters of a sentence that says something


def index_revision(revision: Revision) -> int:
    """Write the entries of a revision that is about to be published; returns how many.

    Those that an earlier edition has left with it go: it copied them into corrections.
    """
    SearchEntry.objects.filter(revision=revision).delete()
    entries = list(entries_of(revision))
    SearchEntry.objects.bulk_create(entries, batch_size=500)
    return len(entries)


def entries_of(revision: Revision) -> Iterator[SearchEntry]:
    """The unsaved entries: terms, key projects and goals, rows of tables, sentences."""
    disclosure = revision.disclosure
    of = {
        "revision": revision,
        "year": disclosure.fiscal_year_id,
        "region_id": disclosure.department.region_id,
        "edition": EDITION,
    }
    for made in (_terms, _projects, _rows, _sentences):
        for words in made(revision):
            compared = folded(words["text"])
            if asked(compared):
                vector = _vector(compared, words["kind"])
                yield SearchEntry(**of, **words, folded=compared, grams=vector)


def _vector(compared: str, kind: str) -> str:
    """Grams as PostgreSQL reads a tsvector, the kind's mark first; the others are letters."""
    return " ".join(f"'{gram}'" for gram in (mark_of(kind), *sorted(grams(compared))))


def _terms(revision: Revision) -> Iterator[dict[str, Any]]:
    for each in revision.glossaryterm_set.order_by("position"):
        key = folded(each.term)[:LONGEST_TITLE]
        # The reader takes a quote off either end: “三公”经费 has lost its first.
        name = f"“{each.term}" if each.term.count("”") > each.term.count("“") else each.term
        if key:
            yield {
                "kind": EntryKind.TERM,
                "title": name[:LONGEST_TITLE],
                "text": f"{name}{JOINED}{each.definition}",
                "key": key,
                "start": each.start,
                "end": each.end,
            }


def _projects(revision: Revision) -> Iterator[dict[str, Any]]:
    figures = {each.key: each for each in revision.quotedfigure_set.order_by("position")}
    for key, figure in figures.items():
        named = PROJECT_NAME.fullmatch(key)
        if named or PROJECT_GOAL.fullmatch(key):
            amount = figures.get(f"project{named[1]}.amount") if named else None
            yield {
                "kind": EntryKind.PROJECT if named else EntryKind.GOAL,
                "title": figure.label,
                "text": figure.words,
                "amount": amount.printed[:80] if amount else "",
                "key": key,
            }


def _rows(revision: Revision) -> Iterator[dict[str, Any]]:
    for sheet in book_of(revision):
        spec = TABLES.get(sheet.table)
        kind = _kind_of(spec) if spec else None
        if spec is None or kind is None:
            continue
        for number, row in enumerate(sheet.rows):
            # What the narrative alone says is found as its own figures and sentences.
            is_told = row.origin is Origin.NARRATIVE and kind is not EntryKind.ROW
            text = "" if is_told or row.kind is RowKind.TOTAL else _text(spec, row)
            if text:
                yield {
                    "kind": kind,
                    "title": sheet.title,
                    "text": text,
                    "amount": _amount(sheet, row),
                    "table": sheet.table,
                    "row": number,
                }


def _kind_of(spec: TableSpec) -> EntryKind | None:
    """What the rows of a table are; the lines of a balance are the form's words alone."""
    if issubclass(spec.model, Balance):
        return None
    if issubclass(spec.model, PerformanceTarget):
        return EntryKind.GOAL
    if issubclass(spec.model, Procurement | PurchasedService):
        return EntryKind.PURCHASE
    names = {each.name for each in spec.model._meta.concrete_fields}
    is_pay = issubclass(spec.model, BasicExpenditure)
    return EntryKind.PROJECT if "project_name" in names and not is_pay else EntryKind.ROW


def _text(spec: TableSpec, row: Row) -> str:
    """The words of a row, each once, whose unit it is last; "" for a row of numbers alone."""
    own: list[str] = []
    units: list[str] = []
    for column in spec.columns:
        cell = row.cells.get(column.field)
        if cell is None or cell.nothing or not _is_words(spec, column.field):
            continue
        (units if column.field == "unit_name" else own).append(_said(cell))
    return JOINED.join(dict.fromkeys([*own, *units])) if own else ""


def _is_words(spec: TableSpec, column: str) -> bool:
    return isinstance(spec.field(column), models.CharField | models.TextField)


def _said(cell: Cell) -> str:
    return " ".join(cell.printed.split())


def _amount(sheet: Sheet, row: Row) -> str:
    for column in AMOUNTS:
        cell = row.cells.get(column)
        if cell is not None and cell.value is not None:
            return f"{cell.printed}{sheet.unit}"[:80]
    return ""


def _sentences(revision: Revision) -> Iterator[dict[str, Any]]:
    """Sentences of the narrative but those that explain a term, which is an entry itself."""
    terms = [(each.start, each.end) for each in revision.glossaryterm_set.all()]
    sections = list(revision.narrativesection_set.order_by("number"))
    for section in sorted(sections, key=lambda each: each.number == COVER):
        for match in SENTENCE.finditer(revision.text, section.start, section.end):
            text = match.group().strip()
            start = match.start() + match.group().index(text)
            end = start + len(text)
            if len(text) < SHORTEST or any(a <= start and end <= b for a, b in terms):
                continue
            yield {
                "kind": EntryKind.SENTENCE,
                "title": section.heading,
                "text": text,
                "start": start,
                "end": end,
            }


def make_up(using: str = "default") -> int:
    """Index what is sealed and has no entries of this edition; returns how many revisions.

    Steps past the seal of the entries' own table, which only its owner can.
    """
    current = SearchEntry.objects.filter(revision=models.OuterRef("pk"), edition=EDITION)
    readable = (State.PUBLISHED, State.SUPERSEDED)
    missing = Revision.objects.filter(~models.Exists(current), state__in=readable)
    revisions = list(missing.select_related("disclosure__department"))
    if not revisions:
        return 0
    with transaction.atomic(using=using), stepping_past([SearchEntry], using):
        for revision in told(revisions, "index"):
            index_revision(revision)
    return len(revisions)


@receiver(post_migrate, dispatch_uid="index")
def index_after_migration(sender: Any, using: str, **_: Any) -> None:
    """Make up for what has no entries when this application has been migrated."""
    if sender.label == "disclosures":
        make_up(using)
