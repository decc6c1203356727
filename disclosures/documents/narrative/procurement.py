"""Section 六: number of items, total, goods, services and works of procurement."""

from disclosures.documents.narrative.grammar import Label, labelled, state_count
from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.narrative.wording import NUMBER

COUNT = r"\d{1,6}[ ]*[个项]"  # of items, told between the kind and its amount
LABELS = (
    Label(
        "proc.total",
        rf"(?<![类物务程中散])采购(?:预算)?(?:项目)?(?:(?:数量?|共计?|为|[ ])*{COUNT},?(?:采购)?)?"
        r"(?:预算|总资金|资金|总额|总金额|金额|支出)+",
    ),
    Label("proc.goods", rf"货物(?:类)?(?:采购)?(?:项目[ ]*{COUNT},?)?"),
    Label("proc.services", rf"(?<!购买)服务(?:类)?(?:采购)?(?:项目[ ]*{COUNT},?)?"),
    Label("proc.works", rf"工程(?:类)?(?:采购)?(?:项目[ ]*{COUNT},?)?"),
)
ITEMS = (
    rf"采购(?:预算)?项目(?:数量?|共计?|为|[ ])*(?P<number>{NUMBER})[ ]*[个项]",
    rf"(?P<number>{NUMBER})[ ]*[个项](?:政府)?采购项目",
)


def read_procurement(page: Page) -> None:
    """六: the totals; shares reserved for small firms are no totals."""
    span = page.span(6)
    if span is not None:
        read_procurement_of(page, span, page.label(6))


def read_procurement_of(page: Page, span: Span, section: str) -> None:
    """The text on procurement that stands in a span."""
    for pattern in ITEMS:
        found = page.search(pattern, span)
        if found:
            state_count(page, "proc.items", found, section)
            break
    labelled(page, LABELS, span, section)
