"""What the checks may know beside a revision's own document: last year, and its units."""

from dataclasses import replace
from decimal import Decimal

from disclosures.classification.changes import CHANGES
from disclosures.classification.figures import Kind, figure_of
from disclosures.documents.document import narrative_of
from disclosures.documents.drafting.sentence import label_of
from disclosures.documents.forms.registry import Choice
from disclosures.documents.refusal import Refusal
from disclosures.publishing.reading import context_of
from disclosures.records.disclosure import Revision, State
from disclosures.records.narration import QuotedFigure
from disclosures.records.narrative import Narrative, Section
from disclosures.rules.context import Context
from disclosures.tables.book import Book
from disclosures.tables.stored import book_of

FREE = (Kind.TEXT, Kind.LIST)  # what a department words as it likes
REASONS = frozenset(change.reason for change in CHANGES)


def surroundings_of(revision: Revision, narrative: Narrative, choice: Choice | None) -> Context:
    """The document's own context, with last year's published figures where there are any."""
    own = context_of(narrative, choice)
    return replace(own, last_year=last_year(revision), units=books_of_units(revision))


def narrative_of_revision(revision: Revision) -> Narrative:
    """The narrative of a revision, read anew from its text; one of tables alone states nothing."""
    read = narrative_of(revision.text)
    if not isinstance(read, Refusal):
        return read
    disclosure = revision.disclosure
    return Narrative(
        text=revision.text,
        department=disclosure.department.name,
        year=disclosure.fiscal_year_id,
        kind=disclosure.kind,
        printed_unit=revision.printed_unit,
        sections=(Section(0, "", 0, len(revision.text)),),
        statements=(),
    )


def books_of_units(revision: Revision) -> dict[str, Book]:
    """What the department's budget units published for the same year, by their names."""
    disclosure = revision.disclosure
    found = Revision.objects.filter(
        disclosure__department__parent=disclosure.department_id,
        disclosure__kind=disclosure.kind,
        disclosure__fiscal_year=disclosure.fiscal_year_id,
        state=State.PUBLISHED,
    ).select_related("disclosure__department")
    return {each.disclosure.department.name: book_of(each) for each in found}


def last_year(revision: Revision) -> dict[str, Decimal] | None:
    """Statement key to figure (money in 元) of the same publisher's year before; None if unknown.

    Only what was published counts: a draft may still change.
    """
    disclosure = revision.disclosure
    figures = QuotedFigure.objects.filter(
        revision__disclosure__department=disclosure.department_id,
        revision__disclosure__kind=disclosure.kind,
        revision__disclosure__fiscal_year__year=disclosure.fiscal_year.year - 1,
        revision__state=State.PUBLISHED,
    ).values_list("key", "yuan", "value")
    found = {
        key: yuan if yuan is not None else value
        for key, yuan, value in figures
        if yuan is not None or value is not None
    }
    return found or None


def words_of_last_year(revision: Revision) -> dict[str, str]:
    """What a narrative may ask for, in words, to what the same publisher published there last year.

    Names, duties and lists alone: a figure is another now, and a change has another reason.
    """
    disclosure = revision.disclosure
    quoted = QuotedFigure.objects.filter(
        revision__disclosure__department=disclosure.department_id,
        revision__disclosure__kind=disclosure.kind,
        revision__disclosure__fiscal_year__year=disclosure.fiscal_year.year - 1,
        revision__state=State.PUBLISHED,
    ).values_list("key", "printed")
    return {
        label_of(key): printed
        for key, printed in quoted
        if figure_of(key).kind in FREE and key not in REASONS
    }
