"""From the text of a narrative to everything it states."""

from collections import Counter

from disclosures.classification.codes import CodeLists, code_lists
from disclosures.documents.narrative.cover import read_cover
from disclosures.documents.narrative.lists import (
    read_functions,
    read_procurement,
    read_projects,
    read_transfers,
)
from disclosures.documents.narrative.money_sections import read_income, read_spending
from disclosures.documents.narrative.other import (
    read_assets,
    read_empty_reasons,
    read_operating,
    read_terms,
)
from disclosures.documents.narrative.page import Page
from disclosures.documents.narrative.people import read_organisation, read_units
from disclosures.documents.narrative.sections import contents_of, sections_of
from disclosures.documents.narrative.three_public import read_three_public
from disclosures.documents.narrative.totals import read_mentions
from disclosures.records.narrative import Narrative


def read_narrative(text: str, codes: CodeLists | None = None) -> Narrative:
    """Read a narrative; what it does not state is not there."""
    lists = codes or code_lists()
    page = Page(text, sections_of(text))
    page.unit = _unit(page)
    department, kind = read_cover(page)
    read_organisation(page)
    read_units(page)
    read_income(page)
    read_spending(page)
    functions = read_functions(page, lists.functions)
    read_transfers(page)
    read_procurement(page)
    read_three_public(page)
    read_projects(page)
    terms = read_terms(page)
    read_operating(page)
    read_assets(page)
    read_mentions(page)
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
        contents=contents_of(text),
        empty_reasons=read_empty_reasons(page),
        doubts=tuple(page.doubts),
        repeats=tuple(page.repeats),
    )


def _unit(page: Page) -> str:
    """The unit that most amounts of sections 三 and 四 are printed in."""
    counts: Counter[str] = Counter()
    for number in (3, 4, 7):
        span = page.span(number)
        if span:
            counts.update(m["unit"] for m in page.all(r"\d[ ]*(?P<unit>万元|元)", span))
    return counts.most_common(1)[0][0] if counts else ""
