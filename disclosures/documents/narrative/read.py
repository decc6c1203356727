"""From the text of a narrative to everything it states."""

from collections import Counter

from disclosures.classification.codes import CodeLists, code_lists
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
from disclosures.records.narrative import FunctionLine, Narrative

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
    functions: tuple[FunctionLine, ...] = ()
    for read in READERS:
        read(page)
    functions = read_functions(page, (codes or code_lists()).functions)
    terms = read_terms(page)
    empty_reasons = read_empty_reasons(page)
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
