"""What was stated in the flow, led back to the places of the document."""

from collections import Counter
from dataclasses import replace

from disclosures.documents.narrative.amounts import UNIT_OF
from disclosures.documents.narrative.page import Page
from disclosures.documents.narrative.wording import UNIT
from disclosures.documents.national.flow import Flow
from disclosures.documents.national.sections import label_of, sections_of
from disclosures.records.narrative import Doubt, Narrative, Section, Statement, Term


def narrative_of(
    text: str, flow: Flow, page: Page, *, department: str, kind: str, terms: tuple[Term, ...]
) -> Narrative:
    """The narrative of a document whose flow was read on a page."""
    sections = sections_of(text)
    statements = [_placed(each, flow, text, sections) for each in page.statements.values()]
    return Narrative(
        text=text,
        department=department,
        year=page.year,
        kind=kind,
        printed_unit=page.unit,
        sections=sections,
        statements=tuple(sorted(statements, key=lambda each: (each.start, each.end))),
        terms=terms,
        doubts=tuple(Doubt(each.message, *flow.span(each.start, each.end)) for each in page.doubts),
        repeats=tuple(_placed(each, flow, text, sections) for each in page.repeats),
    )


def _placed(made: Statement, flow: Flow, text: str, sections: tuple[Section, ...]) -> Statement:
    """A statement of the flow as one of the document."""
    start, end = flow.span(made.start, made.end)
    return replace(
        made,
        start=start,
        end=end,
        printed=text[start:end],
        section=label_of(sections, start),
        sentence=flow.span(*made.sentence),
    )


def usual_unit(page: Page) -> str:
    """The unit that most amounts are printed in."""
    counts = Counter(
        UNIT_OF[unit]
        for match in page.all(rf"\d(?P<unit>{UNIT})", (0, len(page.text)), 5000)
        if (unit := match["unit"]) in UNIT_OF
    )
    return counts.most_common(1)[0][0] if counts else ""
