"""Totals that a narrative prints more than once: every mention is compared with the first."""

from disclosures.documents.narrative.grammar import Label, mentions, state_mention
from disclosures.documents.narrative.page import Page

# What names the same figure wherever it stands; part sums and last year's figures never match.
TOTALS = (
    Label("income.total", r"财务总收入"),
    Label("exp.total", r"预算总支出"),
    Label("fiscal.total", r"(?:部门|单位|(?<![上去])年)财政拨款收入"),
    Label("exp.fiscal", r"财政拨款安排支出(?!按)"),
    Label("proc.total", r"采购预算总额"),
    Label("asset.total", r"资产总额"),
)


def read_mentions(page: Page) -> None:
    """Record further mentions of totals as repeats; a different amount is doubted."""
    body = [each for each in page.sections if 1 <= each.number <= 9]
    if not body:
        return
    span = (body[0].start, body[-1].end)
    for mention in mentions(page, TOTALS, span):
        first = page.statements.get(mention.key)
        if first is not None and mention.amount.start != first.start:
            state_mention(page, mention, page.label_at(mention.begin), span)
