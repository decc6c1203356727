"""Fiscal appropriations: the total, and the three budgets they come from."""

from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.national.clauses import (
    Mention,
    Subject,
    best,
    doubt_others,
    mentions,
    state,
)

OTHER = r"结转|结余|三公|采购|运行经费|会议费|培训费|涉及|绩效|委托|单位资金"
PLAIN = OTHER + r"|公共预算|公共$|基金|资本|专户|专项"
GENERAL = r"一般公共预算(?:财政)?"
FUND = r"政府性基金(?:预算)?(?:财政)?"
CAPITAL = r"国有资本经营(?:预算|收益)?(?:财政)?"
INCOME_END = r"(?:拨款)?收入(?:预算)?|拨款(?!支出|基本|项目|安排|三公)"
SUBJECTS = (
    Subject(
        "fiscal.total", r"财政拨款收(?:入)?(?:、|及|和|与)?支(?:出)?(?:总预算|总计|预算)", 1, PLAIN
    ),
    Subject("fiscal.total", r"(?<!本年)(?<!当年)财政拨款收入(?:预算)?(?:总计|合计)?", 2, PLAIN),
    Subject("fiscal.general", rf"{GENERAL}(?:{INCOME_END})", 1, OTHER),
    Subject("fiscal.fund", rf"{FUND}(?:{INCOME_END})", 1, OTHER),
    Subject("fiscal.capital", rf"{CAPITAL}(?:{INCOME_END})", 1, OTHER),
)
SPENT = (
    Subject("fiscal.general", rf"{GENERAL}(?:拨款)?支出", 1, OTHER),
    Subject("fiscal.fund", rf"{FUND}(?:拨款)?支出", 1, OTHER),
    Subject("fiscal.capital", rf"{CAPITAL}(?:拨款)?支出", 1, OTHER),
)


def read_fund(page: Page, span: Span, kind: str) -> list[Mention]:
    """State the appropriations as income; spent ones stand for them where they add up to it."""
    every = mentions(page, SUBJECTS, span, kind)
    found = best(every)
    state(page, found)
    doubt_others(page, every)
    total = page.statements.get("fiscal.total")
    spent = mentions(page, SPENT, span, kind)
    first: dict[str, Mention] = {}
    for each in spent:
        first.setdefault(each.subject.key, each)
    if (
        total is not None
        and first
        and sum(each.amount.value for each in first.values()) == total.value
    ):
        state(page, [each for each in spent if each.subject.key not in page.statements])
    return found + spent
