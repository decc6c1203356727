"""From the text of a narrative to everything it states."""

from collections import Counter

from disclosures.classification.codes import CodeList, CodeLists, code_lists
from disclosures.documents.narrative.amounts import UNIT_OF
from disclosures.documents.narrative.assets import read_assets
from disclosures.documents.narrative.cover import read_cover
from disclosures.documents.narrative.empty_tables import read_empty_reasons
from disclosures.documents.narrative.expenditure import read_spending
from disclosures.documents.narrative.functions import read_functions
from disclosures.documents.narrative.glossary import read_terms
from disclosures.documents.narrative.income import read_income
from disclosures.documents.narrative.mentions import read_mentions
from disclosures.documents.narrative.organisation import read_organisation
from disclosures.documents.narrative.page import Page
from disclosures.documents.narrative.procurement import read_procurement
from disclosures.documents.narrative.projects import read_projects
from disclosures.documents.narrative.running import read_running
from disclosures.documents.narrative.sections import contents_of, sections_of
from disclosures.documents.narrative.staffing import read_units
from disclosures.documents.narrative.three_public import read_three_public
from disclosures.documents.narrative.transfers import read_transfers
from disclosures.documents.narrative.wording import UNIT
from disclosures.documents.narrative.wrapped import is_wrapped, joined, placed, take_over
from disclosures.records.narrative import EmptyReason, FunctionLine, Narrative

READERS = (
    read_organisation,
    read_units,
    read_income,
    read_spending,
    read_transfers,
    read_procurement,
    read_three_public,
    read_projects,
    read_running,
    read_assets,
    read_mentions,
)


def read_narrative(text: str, codes: CodeLists | None = None) -> Narrative:
    """Read a narrative; what it does not state is not there."""
    page = Page(text, sections_of(text))
    page.unit = _unit(page)
    department, kind = read_cover(page)
    functions, empty_reasons = _read_figures(page, (codes or code_lists()).functions)
    terms = read_terms(page)
    return Narrative(
        text=text,
        department=department,
        year=page.year,
        kind=kind,
        printed_unit=page.unit,
        sections=page.sections,
        statements=tuple(sorted(page.statements.values(), key=lambda s: (s.start, s.end))),
        functions=functions,
        terms=terms,
        contents=contents_of(text, page.sections),
        empty_reasons=empty_reasons,
        doubts=tuple(sorted(page.doubts, key=lambda each: (each.start, each.end))),
        repeats=tuple(page.repeats),
    )


def _read_figures(
    page: Page, codes: CodeList
) -> tuple[tuple[FunctionLine, ...], tuple[EmptyReason, ...]]:
    """State the figures, in the joined flow where the lines were cut at a width."""
    if not is_wrapped(page.text):
        return _read_all(page, codes)
    figures, flow = joined(page)
    lines, reasons = _read_all(figures, codes)
    take_over(page, figures, flow)
    return placed(lines, flow), placed(reasons, flow)


def _read_all(
    page: Page, codes: CodeList
) -> tuple[tuple[FunctionLine, ...], tuple[EmptyReason, ...]]:
    for read in READERS:
        read(page)
    return read_functions(page, codes), read_empty_reasons(page)


def _unit(page: Page) -> str:
    """The unit that most amounts of sections 三, 四 and 七 are printed in, or of all."""
    spans = [span for number in (3, 4, 7) if (span := page.span(number))]
    for each in (spans, [(0, len(page.text))]):
        counts = Counter(
            UNIT_OF[unit]
            for span in each
            for match in page.all(rf"\d[ ]*(?P<unit>{UNIT})", span, 5000)
            if (unit := match["unit"].replace(" ", "")) in UNIT_OF
        )
        if counts:
            return counts.most_common(1)[0][0]
    return ""
