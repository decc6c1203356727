"""Goods, works and services of procurement where no total is told before them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from disclosures.documents.narrative.amounts import AMOUNT, amount_of
from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.national.clauses import Mention, Subject, mentions, state
from disclosures.documents.national.flow import Flow
from disclosures.documents.national.placing import narrative_of
from disclosures.documents.national.procurement import KINDS, NEAR, STOP
from disclosures.records.narrative import Narrative

TOTAL = "proc.total"
KEYS = tuple(each.key for each in KINDS)
OPENING = re.compile(r"政府采购")
SUM = rf"[,;、](?:以上)?(?:合计|共计|总计){AMOUNT}"
TOLD = Subject(TOTAL, "合计")
FEWEST = 2  # one kind alone may be a part of something else


def kinds_of(narrative: Narrative, flow: Flow) -> Narrative:
    """The narrative with the kinds of procurement that it lists without their total before."""
    if any(narrative.statement(key) is not None for key in (TOTAL, *KEYS)):
        return narrative
    page = Page(flow.text, unit=narrative.printed_unit, year=narrative.year)
    for opening in OPENING.finditer(page.folded):
        zone = _zone(page, opening.end())
        found = mentions(page, KINDS, zone, narrative.kind)
        if len({each.subject.key for each in found}) == len(found) >= FEWEST:
            state(page, [*found, *_sum_of(page, found, zone)])
            break
    told = narrative_of(narrative.text, flow, page, department="", kind=narrative.kind, terms=())
    whole = (*narrative.statements, *told.statements)
    return replace(
        narrative,
        statements=tuple(sorted(whole, key=lambda each: (each.start, each.end))),
        doubts=(*narrative.doubts, *told.doubts),
    )


def _zone(page: Page, start: int) -> Span:
    end = min(len(page.folded), start + NEAR)
    stop = page.search(STOP, (start, end))
    return start, stop.start() if stop else end


def _sum_of(page: Page, found: Sequence[Mention], zone: Span) -> list[Mention]:
    """The total told after the kinds, where it is their sum."""
    end = max(each.amount.end for each in found)
    match = re.compile(SUM).match(page.folded, end, zone[1])
    units = {each.amount.unit for each in found}
    if match is None or len(units) != 1:
        return []
    total, added = amount_of(match), sum((each.amount.value for each in found), Decimal(0))
    is_sum = (total.value, total.unit) == (added, units.pop())
    return [Mention(TOLD, match.start(), total)] if is_sum else []
