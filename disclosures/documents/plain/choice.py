"""Of two readings of a figure the one that adds up, where only one does. It stays doubted."""

from dataclasses import replace

from disclosures.classification.figures import HEADLINE
from disclosures.documents.national.flow import Flow
from disclosures.documents.national.sections import label_of
from disclosures.documents.plausibility.read import implausible
from disclosures.records.narrative import Narrative, Statement
from disclosures.tables.book import Book


def placed_in(narrative: Narrative, found: Statement, plain: Flow) -> Statement:
    """A statement of the plainer words at its place in the document; nothing printed: no place."""
    start, end = plain.span(found.start, found.end)
    return replace(
        found,
        start=start,
        end=end,
        printed=narrative.text[start:end],
        section=label_of(narrative.sections, start),
        sentence=plain.span(*found.sentence),
    )


def likelier(narrative: Narrative, told: Narrative, plain: Flow) -> Narrative:
    """The narrative with each figure read otherwise in the plainer words that alone adds up."""
    for key in HEADLINE.values():
        first, second = narrative.statement(key), told.statement(key)
        if first is None or second is None or first.yuan == second.yuan:
            continue
        placed = placed_in(narrative, second, plain)
        others = tuple(placed if each is first else each for each in narrative.statements)
        other = replace(narrative, statements=others)
        if placed.printed and _contradictions(other) < _contradictions(narrative):
            narrative = other
    return narrative


def _contradictions(narrative: Narrative) -> int:
    return len(implausible(narrative, Book()))
