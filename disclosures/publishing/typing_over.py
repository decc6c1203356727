"""A table of a draft typed over: stored whole or not at all, never over a newer save."""

from dataclasses import dataclass
from typing import Any

from django.db import DataError, IntegrityError, transaction

from disclosures.classification.codes import code_lists
from disclosures.classification.money import Unit
from disclosures.documents.document import form_of
from disclosures.documents.grids.problem import Problem
from disclosures.documents.grids.typed import TypedTable, read_typed
from disclosures.publishing.book_writing import write_sheet
from disclosures.publishing.bounds import may_here
from disclosures.publishing.refused import ActionError
from disclosures.publishing.surroundings import narrative_of_revision, surroundings_of
from disclosures.publishing.writing import write_findings, write_table_figures
from disclosures.records.disclosure import EDITABLE, Revision
from disclosures.records.event import Event
from disclosures.rules.check import check
from disclosures.rules.finding import Finding
from disclosures.tables.book import Book, Sheet
from disclosures.tables.comparison import TableChange, compare
from disclosures.tables.registry import table
from disclosures.tables.stamp import stamp_of
from disclosures.tables.stored import book_of

VERB = "type_table"


class NewerSaveError(ActionError):
    """Somebody saved the table meanwhile: `sheet` is theirs, `change` what yours would do to it."""

    def __init__(self, sheet: Sheet, change: TableChange | None) -> None:
        super().__init__("别人刚刚保存过这张表，您的改动没有保存。请对照差异后决定。")
        self.sheet = sheet
        self.change = change


@dataclass(frozen=True)
class Saved:
    """What came of a save. With errors among `problems` nothing was stored."""

    sheet: Sheet
    stamp: str
    problems: tuple[Problem, ...]
    findings: tuple[Finding, ...]
    is_stored: bool


@transaction.atomic
def save_typed_table(
    *, revision: Revision, name: str, typed: TypedTable, stamp: str, by: Any
) -> Saved:
    """Store a typed table of a draft and check the draft anew.

    Raises ActionError when the revision is no draft, the form lacks the table, the person may not
    or a value cannot be held; NewerSaveError when the table is not as `stamp` says any more.
    """
    held = Revision.objects.select_for_update(of=("self",)).get(pk=revision.pk)
    if held.state not in EDITABLE:
        raise ActionError(f"“{held.get_state_display()}”的版本不能填写。")
    if not may_here(by, "change_revision", held):
        raise ActionError("您没有更改这个部门草稿的权限。")
    book = book_of(held)
    before = book.sheet(name)
    if before is None or before.is_unknown:
        raise ActionError("这份公开的表式中没有这张表。")
    reading = read_typed(table(name), before, typed, held.disclosure.fiscal_year_id)
    now = stamp_of([before])
    if stamp != now:
        changes = compare(Book((before,)), Book((reading.sheet,)))
        raise NewerSaveError(before, next(iter(changes), None))
    if reading.errors:
        return Saved(before, now, reading.problems, (), is_stored=False)
    findings = _store(held, book, reading.sheet, by)
    stored = book_of(held).sheet(name)
    assert stored is not None
    return Saved(stored, stamp_of([stored]), reading.problems, findings, is_stored=True)


def unit_of(revision: Revision) -> Unit:
    """The unit in which a table without one is typed: the document's own."""
    return Unit(revision.printed_unit) if revision.printed_unit else Unit.WAN_YUAN


def _store(held: Revision, book: Book, sheet: Sheet, by: Any) -> tuple[Finding, ...]:
    try:
        with transaction.atomic():
            write_sheet(held, sheet)
    except (DataError, IntegrityError, ValueError) as error:
        raise ActionError(
            "有一处内容超出可以保存的范围，没有保存。请核对过长的文字与过大的数字。"
        ) from error
    after = Book(tuple(sheet if each.table == sheet.table else each for each in book))
    narrative = narrative_of_revision(held)
    context = surroundings_of(held, narrative, form_of(narrative))
    findings = check(narrative, after, code_lists(), context)
    write_table_figures(held, narrative, after)
    write_findings(held, findings)
    _say(held, sheet, by)
    return findings


def _say(held: Revision, sheet: Sheet, by: Any) -> None:
    """One event a sitting: saves of the same table by the same person follow each other."""
    last = held.events.order_by("-pk").first()
    if last is None or (last.verb, last.note, last.by_id) != (VERB, sheet.title, by.pk):
        Event.objects.create(revision=held, verb=VERB, note=sheet.title, by=by)
