"""机关运行经费: what it takes to keep the offices running."""

from disclosures.documents.narrative.amounts import AMOUNT, amount_of
from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.national.clauses import Mention, Subject, mentions, state
from disclosures.records.disclosure import Kind

SUBJECTS = (
    Subject(
        "running.amount",
        r"(?<!事业单位)(?:(?:机关)?运行经费|机关运行费|机关运转经费)\)?(?:\(公用经费\))?(?:财政拨款)?(?:预算)?(?:支出|安排)?",
        unless=r"三公|事业单位$|涉及|绩效|其中",
    ),
)
# The money it comes from may be named between: 运行经费当年一般公共预算拨款203万元.
FROM = r"(?:当年|本年)?一般公共预算"
# A final account may tell the budget first: 支出预算190万元，支出决算180万元.
FROM_OF_FINAL = rf"{FROM}|[^。;\n]{{0,40}}?决算数?"


# 机关运行经费和事业单位公用经费合计360万元: what is told alone after it is a part of that.
WITH_OTHERS = rf"运行经费(?:和|及|与|、)[^。;\n\d]{{2,30}}{AMOUNT}"


def read_running(page: Page, span: Span, kind: str) -> list[Mention]:
    """State the amount; doubt one that stands beside a sum with other units' expenses."""
    found = mentions(page, SUBJECTS, span, kind, FROM_OF_FINAL if kind == Kind.FINAL else FROM)
    state(page, found)
    stated = page.statements.get("running.amount")
    combined = page.search(WITH_OTHERS, span)
    if stated is not None and combined is not None and stated.value != amount_of(combined).value:
        page.doubt(
            f"“{stated.figure.label}”另有合计数{page.text[slice(*combined.span('number'))]}",
            stated.start,
            stated.end,
        )
    return found
