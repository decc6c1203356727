"""待改写: the sentences of a draft that a changed figure made stale, and their rewriting."""

import hashlib
import json
from collections.abc import Collection, Sequence
from typing import Any

from django.db import transaction

from disclosures.documents.drafting.families import family_of
from disclosures.documents.forms.registry import NATIONAL, form_named
from disclosures.documents.rewriting.replacement import StaleSentence
from disclosures.documents.rewriting.rewritten import Rewriting, rewritten
from disclosures.documents.rewriting.stale import stale_sentences
from disclosures.publishing.narrative_text import held_for_writing, store_text
from disclosures.publishing.refused import ActionError
from disclosures.publishing.surroundings import last_year, narrative_of_revision
from disclosures.records.disclosure import Revision
from disclosures.records.narrative import Narrative
from disclosures.tables.book import Book
from disclosures.tables.stored import book_of

VERB = "rewrite"


def stale_in(revision: Revision) -> tuple[StaleSentence, ...]:
    """The sentences of a draft that say another figure than its tables or last year's do."""
    return stale_beside(revision, narrative_of_revision(revision), book_of(revision))


def stale_beside(revision: Revision, narrative: Narrative, book: Book) -> tuple[StaleSentence, ...]:
    """The sentences of a revision's narrative that say another figure than this book would."""
    if not narrative.statements:
        return ()
    family = family_of(form_named(revision.form) or NATIONAL, revision.disclosure.kind)
    return stale_sentences(narrative, book, family, last_year(revision))


def stamp_of_proposals(revision: Revision, sentences: Sequence[StaleSentence]) -> str:
    """SHA-256 of the text and all that is proposed: what is confirmed is what was seen."""
    said = [revision.text, [[each.start, each.after] for each in sentences]]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


@transaction.atomic
def rewrite_sentences(
    *, revision: Revision, stamp: str, by: Any, starts: Collection[int] | None = None
) -> Rewriting:
    """Rewrite the proposed sentences, or those that begin at `starts`; says which are left.

    Raises ActionError when the revision is no draft, the person may not, or the text or what is
    proposed is another than `stamp` says.
    """
    held = held_for_writing(revision, by)
    proposed = stale_in(held)
    if stamp_of_proposals(held, proposed) != stamp:
        raise ActionError("表格或编制说明有了新的改动，没有改写。请刷新页面，核对后再改写。")
    chosen = [each for each in proposed if starts is None or each.start in starts]
    made = rewritten(narrative_of_revision(held), chosen)
    if made.done:
        parts = sorted(
            (part for each in made.done for part in each.replacements), key=lambda part: part.start
        )
        edits = [(part.start, part.end, len(part.becomes)) for part in parts]
        labels = dict.fromkeys(part.label for part in parts)
        note = f"{len(made.done)} 句：{'、'.join(labels)}"
        store_text(held, made.text, edits, verb=VERB, note=note, by=by)
    return made
