"""Procurement: the total with goods, works and services."""

from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.national.clauses import Mention, Subject, best, mentions, state

PART = r"(?:其中|拨款|基金|资金)$|货物|工程|服务类|面向|授予"
TOTALS = (
    Subject(
        "proc.total",
        r"政府(?:集中)?采购(?:预算|计划)?(?:项目)?(?:预算|安排|支出|资金|总额|金额)?",
        1,
        PART,
    ),
    Subject("proc.total", r"(?<!政府)(?<![类物程务中])采购预算(?:总额|金额)?", 2, PART),
)
# 物业服务 is no kind of procurement.
KIND = r"^|采购|购买|其中|包括|和|及|与|为|\)|是"
KINDS = (
    Subject("proc.goods", r"货物类?(?:采购)?(?:预算|项目|支出|类)?", 1, after=KIND),
    Subject("proc.works", r"工程类?(?:采购)?(?:预算|项目|支出|类)?", 1, after=KIND),
    Subject("proc.services", r"(?<!政府购买)服务类?(?:采购)?(?:预算|项目|支出|类)?", 1, after=KIND),
)
# What follows splits a part of the total, or is another topic.
STOP = (
    r"其中:?(?:一般公共|财政拨款|政府性基金|面向|授予)|中小企业|小微企业|小型|国有资产|绩效"
    r"|\n(?:第?[一二三四五六七八九十]{1,3}(?:、|部分)|\([一二三四五六七八九十]{1,3}\))"
)
NEAR = 400  # characters after the total within which its kinds stand


def read_procurement(page: Page, span: Span, kind: str) -> list[Mention]:
    """State the total, and the kinds told right after it."""
    totals = best(mentions(page, TOTALS, span, kind))
    state(page, totals)
    found = list(totals)
    for total in totals[:1]:
        start = total.amount.end
        zone = (start, min(span[1], start + NEAR))
        if stop := page.search(STOP, zone):
            zone = (start, stop.start())
        kinds = mentions(page, KINDS, zone, kind)
        state(page, kinds)
        found += kinds
    return found
