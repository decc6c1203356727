"""From the text of any city's narrative to everything it states."""

from disclosures.documents.narrative.page import Page
from disclosures.documents.national.clauses import doubt_parts
from disclosures.documents.national.comparisons import read_changes
from disclosures.documents.national.cover import read_cover
from disclosures.documents.national.flow import flow_of
from disclosures.documents.national.fund import read_fund
from disclosures.documents.national.glossary import state_terms, terms_of
from disclosures.documents.national.placing import narrative_of, usual_unit
from disclosures.documents.national.procurement import read_procurement
from disclosures.documents.national.running import read_running
from disclosures.documents.national.staffing import read_staffing
from disclosures.documents.national.three_public import read_three_public
from disclosures.documents.national.totals import read_totals
from disclosures.records.narrative import Narrative

# Wholes whose parts are told with them; where a document tells several, of which is not said.
PARTS = {
    "exp.total": ("exp.basic", "exp.project"),
    "fiscal.total": ("fiscal.general", "fiscal.fund", "fiscal.capital"),
    "sangong.total": (
        "sangong.abroad",
        "sangong.reception",
        "sangong.vehicle",
        "sangong.vehicle_purchase",
        "sangong.vehicle_run",
    ),
    "proc.total": ("proc.goods", "proc.services", "proc.works"),
}
READERS = (read_totals, read_fund, read_three_public, read_procurement, read_running)


def read_national(text: str) -> Narrative:
    """Read a narrative; what it does not state is not there."""
    flow = flow_of(text)
    page = Page(flow.text)
    page.unit = usual_unit(page)
    department, kind = read_cover(page, text)
    span = (0, len(flow.text))
    found = [mention for read in READERS for mention in read(page, span, kind)]
    read_changes(page, found, kind)
    read_staffing(page)
    terms = terms_of(text)
    state_terms(page, terms, (flow.at(terms[0].start), flow.at(terms[-1].end)) if terms else (0, 0))
    _doubt_repeated(page)
    doubt_parts(page, PARTS)
    return narrative_of(text, flow, page, department=department, kind=kind, terms=terms)


def _doubt_repeated(page: Page) -> None:
    """Doubt a stated figure over its own span where it is told again with another amount."""
    for again in page.repeats:
        first = page.statements[again.key]
        told = (again.value, first.value) if first.yuan is None else (again.yuan, first.yuan)
        if told[0] == told[1]:
            continue
        page.doubt(f"“{first.figure.label}”另有一处为 {again.printed}", first.start, first.end)
