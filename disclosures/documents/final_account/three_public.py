"""The three public expenses of an account: results, not budgets; changes against last year."""

from disclosures.documents.final_account.results import Result, results, state_result
from disclosures.documents.narrative.grammar import Label
from disclosures.documents.narrative.named_changes import named_changes
from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.narrative.three_public import ABROAD, BOTH, CAR, read_counts

TOTAL = r'三公"?经费(?:总)?(?:支出)?(?:合计)?'
PURCHASE = rf"{CAR}购置(?:费用?|经费|支出)(?![及和与、])"
RUN = rf"(?<![及和与、]){CAR}运行(?:及|和)?(?:维护)?(?:费用?|经费|支出)"
RECEPTION = r"公务接待(?:费用?|经费)"
LABELS = (
    Label("sangong.abroad", ABROAD),
    Label("sangong.vehicle", BOTH),
    Label("sangong.vehicle_purchase", PURCHASE),
    Label("sangong.vehicle_run", RUN),
    Label("sangong.reception", RECEPTION),
)
CHANGED = {
    "sangong.total_": TOTAL,
    "sangong.abroad_": rf"{ABROAD}(?:支出)?",
    "sangong.vehicle_": rf"{BOTH}(?:支出)?",
    "sangong.vehicle_purchase_": rf"{PURCHASE}(?:支出)?",
    "sangong.vehicle_run_": rf"{RUN}(?:支出)?",
    "sangong.reception_": rf"{RECEPTION}(?:支出)?",
}


def read_three_public(page: Page, span: Span) -> None:
    """The total of all appropriations, each part, the changes and the counts."""
    for each in _totals(page, span):
        state_result(page, each, span)
    for each in results(page, LABELS, span):
        state_result(page, each, span)
    named_changes(page, CHANGED, span, "", unless="预算")
    read_counts(page, span, "")


def _totals(page: Page, span: Span) -> list[Result]:
    """The totals of all appropriations, or where none is told those of the general budget."""
    found = results(page, (Label("sangong.total", TOTAL),), span)
    found = [each for each in found if "基金" not in each.lead and "国有资本" not in each.lead]
    whole = [each for each in found if "公共预算" not in each.lead]
    return whole or found
