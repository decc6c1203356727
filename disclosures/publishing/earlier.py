"""What the latest version of a disclosure holds, and a file that came in now does not.

A department publishes narrative and tables on one day, but they need not come in together, and
either may be published anew alone. Taken for the whole, such a file would take the place of the
other, and half of what was told be gone. So its draft keeps what the file lacks, as it is stored:
with what was typed at the desk, and without reading a file again.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Q

from disclosures.classification.codes import code_lists
from disclosures.documents.document import form_of
from disclosures.documents.doubts import Doubt
from disclosures.documents.forms.registry import NATIONAL, form_named
from disclosures.documents.one_book import name_of, one_book
from disclosures.documents.plausibility.read import implausible
from disclosures.publishing.book_writing import write_book
from disclosures.publishing.correcting import copied
from disclosures.publishing.doubting import contradictions
from disclosures.publishing.joining import is_complete, tells
from disclosures.publishing.reading import Reading
from disclosures.publishing.surroundings import narrative_of_revision, surroundings_of
from disclosures.publishing.writing import write_findings, write_table_figures
from disclosures.records.disclosure import SEALED, Disclosure, Revision, State
from disclosures.records.doubt import Doubt as StoredDoubt
from disclosures.records.narrative import Narrative
from disclosures.records.printed_table import TableState
from disclosures.records.source import Source
from disclosures.records.upload import Upload
from disclosures.rules.check import check
from disclosures.tables.book import Book, Origin, Sheet
from disclosures.tables.stored import book_of
from disclosures.tables.whereabouts import table_at

ATTACHED = (TableState.FILLED, TableState.DECLARED_EMPTY, TableState.AS_PRINTED)


@dataclass(frozen=True)
class Earlier:
    """The latest version, held until all is stored, and the tables it has of its own.

    `has_narrative`: the narrative is what it has and the file lacks; else it is the tables.
    """

    revision: Revision
    book: Book
    has_narrative: bool

    @property
    def name(self) -> str:
        """The file that it came in as, or its number."""
        upload = self.revision.upload
        return upload.name if upload else f"第{self.revision.number}版"

    def kept(self, late: Reading) -> tuple[Sheet, ...]:
        """The tables that stay as they were."""
        new = {name_of(each) for each in own_tables(late.book)}
        return tuple(each for each in own_tables(self.book) if name_of(each) not in new)


def earlier_to(disclosure: Disclosure, late: Reading, *, is_history: bool) -> Earlier | None:
    """The latest version, where it has what the file lacks; None where the file stands alone.

    History is published unread: nothing goes with it that is still being written for today.
    """
    if is_complete(late) or not (tells(late) or any(own_tables(late.book))):
        return None
    going = disclosure.revisions.exclude(state=State.WITHDRAWN)
    if is_history:
        going = going.filter(Q(is_history=True) | Q(state__in=SEALED))
    last = going.order_by("-number").select_for_update(of=("self",)).first()
    if last is None:
        return None
    has_narrative = not tells(late)
    book = book_of(last)
    lacks = last.quotedfigure_set.exists() if has_narrative else any(own_tables(book))
    return Earlier(last, book, has_narrative) if lacks else None


def with_tables_of(earlier: Earlier, late: Reading) -> Reading:
    """A narrative that came in alone, with the tables of the version before it."""
    narrative = late.narrative
    assert narrative is not None
    form = late.form.form if late.form else NATIONAL
    kept = earlier.kept(late)
    book = one_book(late.book, Book(kept), form)
    context = surroundings_of(earlier.revision, narrative, late.form)
    findings = check(narrative, book, code_lists(), context)
    together = contradictions(narrative, book, findings)
    told = {_said(each) for each in together}
    told |= {_said(e) for e in implausible(narrative_of_revision(earlier.revision), earlier.book)}
    on = {"", *(each.table for each in kept)}
    of_tables = tuple(
        Doubt(each.message, each.printed, each.where)
        for each in earlier.revision.doubt_set.order_by("position")
        if "start" not in each.where
        and _said(each) not in told
        and table_at(earlier.book, each.where) in on
    )
    new = tuple(each for each in together if each not in late.doubts)
    return replace(late, book=book, findings=findings, doubts=(*late.doubts, *of_tables, *new))


def keep_sources(earlier: Earlier, revision: Revision, late: Reading, after: Book) -> None:
    """Name the files that the tables kept came from, by the names that they have in `after`.

    What was typed came from none.
    """
    now: dict[str, list[str]] = {}
    for each in after:
        now.setdefault(name_of(each), []).append(each.table)
    kept = {each.table: now[name_of(each)].pop(0) for each in earlier.kept(late)}
    typed = {each.table for each in earlier.book if _is_typed(each)}
    left = {table: name for table, name in kept.items() if table not in typed}
    before = earlier.revision
    files = [(each.upload, each.tables) for each in before.source_set.order_by("pk")]
    if before.upload and before.upload != revision.upload:
        files.append((before.upload, [*left]))
    named: dict[Upload, list[str]] = {}
    for upload, tables in files:
        if mine := [left.pop(each) for each in tables if each in left]:
            named.setdefault(upload, []).extend(mine)
    for upload, mine in named.items():
        Source.objects.create(revision=revision, upload=upload, tables=mine)


def tables_anew(
    earlier: Earlier, late: Reading, upload: Upload, *, by: Any, is_history: bool
) -> Revision:
    """A draft with all of the version before, its tables those of a file wherever that has them."""
    draft = copied(earlier.revision, by=by, reason="", is_history=is_history)
    form = form_named(draft.form) or NATIONAL
    after = one_book(Book(tuple(_with_places_for(late.book, earlier.book))), late.book, form)
    write_book(draft, after)
    narrative = narrative_of_revision(draft)
    context = surroundings_of(draft, narrative, form_of(narrative))
    findings = check(narrative, after, code_lists(), context)
    write_table_figures(draft, narrative, after)
    write_findings(draft, findings)
    doubts = contradictions(narrative, after, findings)
    _rewrite_doubts(draft, narrative, earlier.book, late, doubts)
    draft.source_set.all().delete()
    keep_sources(earlier, draft, late, after)
    Source.objects.create(revision=draft, upload=upload, tables=names_in(after, late.book))
    return draft


def _with_places_for(late: Book, before: Book) -> Iterator[Sheet]:
    """The tables of a book, but of those that a file has anew only as many as it has."""
    left = Counter(map(name_of, own_tables(late)))
    anew = {*left}
    for each in before:
        name = name_of(each)
        if name not in anew or left[name] > 0:
            left[name] -= 1
            yield each


def names_in(book: Book, part: Book) -> list[str]:
    """The names that the tables of a part have in the whole book."""
    own = {name_of(each) for each in own_tables(part)}
    return [each.table for each in book if name_of(each) in own]


def own_tables(book: Book) -> Iterator[Sheet]:
    """The tables that a document prints itself, or that were typed; none that its narrative tells.

    One that is declared empty is its own where the table says so, not the narrative.
    """
    for each in book:
        if each.rows:
            is_own = any(row.origin is not Origin.NARRATIVE for row in each.rows)
        else:
            is_own = each.state in ATTACHED and "section" not in each.where
        if is_own:
            yield each


def _is_typed(sheet: Sheet) -> bool:
    return bool(sheet.rows) and all(row.origin is Origin.TYPED for row in sheet.rows)


def _rewrite_doubts(
    draft: Revision,
    narrative: Narrative,
    before: Book,
    late: Reading,
    together: tuple[Doubt, ...],
) -> None:
    """Doubts on what stays, settled or not; then those on the new tables and on both together."""
    new = {name_of(each) for each in own_tables(late.book)}
    replaced = {each.table for each in before if name_of(each) in new}
    gone = {_said(e) for e in implausible(narrative, before)} - {_said(e) for e in together}
    kept = [
        each
        for each in draft.doubt_set.order_by("position")
        if _said(each) not in gone
        and ("start" in each.where or table_at(before, each.where) not in replaced)
    ]
    there = {_said(each) for each in kept}
    fresh = (*late.doubts, *(each for each in together if _said(each) not in there))
    draft.doubt_set.all().delete()
    made = [StoredDoubt(message=e.message, printed=e.printed, where=e.where) for e in fresh]
    for position, each in enumerate([*kept, *made]):
        each.pk, each.revision, each.position = None, draft, position
        each._state.adding = True
    StoredDoubt.objects.bulk_create([*kept, *made])


def _said(doubt: Doubt | StoredDoubt) -> tuple[str, str]:
    return doubt.message, doubt.printed
