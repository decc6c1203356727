"""From the text of Yunnan's final account to everything it states."""

from collections.abc import Callable

from disclosures.documents.final_account.parts import in_flow, parts_of_account
from disclosures.documents.final_account.results import results, state_result
from disclosures.documents.final_account.staffing import read_staffing
from disclosures.documents.final_account.three_public import read_three_public
from disclosures.documents.final_account.totals import read_income, read_spending
from disclosures.documents.narrative.assets import read_assets_of
from disclosures.documents.narrative.changes import change
from disclosures.documents.narrative.cover import read_indexes
from disclosures.documents.narrative.grammar import Label
from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.narrative.procurement import read_procurement_of
from disclosures.documents.narrative.reasons import reason
from disclosures.documents.national.cover import read_cover
from disclosures.documents.national.flow import flow_of
from disclosures.documents.national.glossary import state_terms, terms_of
from disclosures.documents.national.placing import narrative_of, usual_unit
from disclosures.records.disclosure import Kind
from disclosures.records.narrative import Narrative

GENERAL_BUDGET = Label("fiscal.general", r"一般公共预算财政拨款(?=支出)")
RUNNING = Label("running.amount", r"(?<!事业)(?<!单位)(?:机关)?运行经费")
TABLE = r"\n[^\n。]{0,24}(?:国有资产[^\n。]{0,12}表|单位:|编制单位|项目\n|序号|栏次|行次)"


def read_account(text: str) -> Narrative:
    """Read a final account; what it does not state is not there."""
    flow = flow_of(text)
    page = Page(flow.text)
    page.unit = usual_unit(page)
    department, _ = read_cover(page, text)
    read_indexes(page)
    for topic, span in parts_of_account(text).items():
        if read := READERS.get(topic):
            read(page, in_flow(span, flow))
    terms = terms_of(text)
    state_terms(page, terms, (flow.at(terms[0].start), flow.at(terms[-1].end)) if terms else (0, 0))
    return narrative_of(text, flow, page, department=department, kind=Kind.FINAL.value, terms=terms)


def _general_budget(page: Page, span: Span) -> None:
    """What the general budget appropriated, where it is told to be all that was appropriated.

    Only what was spent of it is told; that is what was received where the two are equal.
    """
    total = page.statements.get("fiscal.total")
    for each in results(page, (GENERAL_BUDGET,), span)[:1]:
        if total is not None and each.amount.value == total.value:
            state_result(page, each, span)


def _running(page: Page, span: Span) -> None:
    found = results(page, (RUNNING,), span)
    for each in found:
        state_result(page, each, span)
    if not found:
        return
    zone = (found[0].amount.end, page.stop(found[0].amount.end, span[1]))
    done = change(page, "running.delta", "running.delta_pct", zone, "", own=RUNNING.words)
    reason(page, "running.reason", (done or zone[0], zone[1]), "")


def _assets(page: Page, span: Span) -> None:
    table = page.search(TABLE, span)
    read_assets_of(page, (span[0], table.start() if table else span[1]), "")


def _procurement(page: Page, span: Span) -> None:
    read_procurement_of(page, span, "")


READERS: dict[str, Callable[[Page, Span], None]] = {
    "organisation": read_staffing,
    "income": read_income,
    "spending": read_spending,
    "general_budget": _general_budget,
    "three_public": read_three_public,
    "running": _running,
    "assets": _assets,
    "procurement": _procurement,
}
