"""Totals that a narrative prints more than once: every mention is compared with the first."""

from disclosures.documents.narrative.grammar import BETWEEN
from disclosures.documents.narrative.page import Page
from disclosures.documents.narrative.wording import MONEY

# What names the same figure wherever it stands; part sums and last year's figures never match.
MENTIONS = {
    "income.total": r"财务总收入",
    "exp.total": r"预算总支出",
    "fiscal.total": r"(?:部门|单位|年)财政拨款收入",
    "exp.fiscal": r"财政拨款安排支出(?!按)",
    "proc.total": r"采购预算总额",
    "asset.total": r"资产总额",
}


def read_mentions(page: Page) -> None:
    """Record further mentions of totals as repeats; a different amount is doubted."""
    body = [each for each in page.sections if 1 <= each.number <= 9]
    for key, words in MENTIONS.items():
        first = page.statements.get(key)
        if first is None or not body:
            continue
        for match in page.all(rf"(?:{words}){BETWEEN}{MONEY}", (body[0].start, body[-1].end)):
            if match.start("number") != first.start and match["unit"]:
                page.number(key, match, first.section)
