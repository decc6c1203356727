"""Fiscal appropriations: the total, and the three budgets they come from."""

import re
from decimal import Decimal

from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.narrative.wording import NUMERALS
from disclosures.documents.national.clauses import (
    Mention,
    Subject,
    before,
    best,
    doubt_carried_over,
    doubt_others,
    mentions,
    state,
)
from disclosures.records.disclosure import Kind

ROUNDED = Decimal("0.05")
CARRIED = re.compile(
    r"结(?:转|余)(?:资金|收入|的)?[:(]?(?:其中)?:?(?:一般公共|政府性基金|国有资本)(?![^。]*(?:本年|当年))"
)
GOALS = re.compile(r"绩效")
OTHER = r"结转|结余|三公|采购|运行经费|会议费|培训费|涉及|绩效|委托|单位资金"
PLAIN = OTHER + r"|公共预算|公共$|基金|资本|专户|专项"
GENERAL = r"一般公共预算(?:财政)?"
FUND = r"政府性基金(?:预算)?(?:财政)?"
CAPITAL = r"国有资本经营(?:预算|收益)?(?:财政)?"
INCOME_END = r"(?:拨款)?收入(?:预算)?|拨款(?!支出|基本|项目|安排|三公)"
BOTH = r"财政拨款收(?:入)?(?:、|及|和|与)?支(?:出)?"
TOTALS = (
    Subject("fiscal.total", rf"{BOTH}(?:总预算|(?:决算)?总计|预算)", 1, PLAIN),
    Subject("fiscal.total", r"(?<!本年)(?<!当年)财政拨款收入(?:预算)?(?:总计|合计)?", 2, PLAIN),
)
# A final account's totals hold what was carried over; income of the year is told beside them.
TOTALS_OF_FINAL = (
    Subject("fiscal.total", r"财政拨款收入(?!(?:决算)?(?:总计|合计))", 1, PLAIN),
    Subject("fiscal.total", rf"{BOTH}(?:决算)?总计|财政拨款收入(?:决算)?(?:总计|合计)", 2, PLAIN),
)
BUDGETS = (
    Subject("fiscal.general", rf"{GENERAL}(?:{INCOME_END})", 1, OTHER),
    Subject("fiscal.fund", rf"{FUND}(?:{INCOME_END})", 1, OTHER),
    Subject("fiscal.capital", rf"{CAPITAL}(?:{INCOME_END})", 1, OTHER),
)
SPENT = (
    Subject("fiscal.general", rf"{GENERAL}(?:拨款)?支出", 1, OTHER),
    Subject("fiscal.fund", rf"{FUND}(?:拨款)?支出", 1, OTHER),
    Subject("fiscal.capital", rf"{CAPITAL}(?:拨款)?支出", 1, OTHER),
)
# What the three budgets of the year come to, where last year's are told apart.
OF_THE_YEAR = (
    Subject(
        "fiscal.this_year", r"(?:本年|当年)(?:财政拨款)?收入(?:合计)?", unless=r"事业|单位资金"
    ),
)

HEADED = {"fiscal.general": GENERAL, "fiscal.fund": FUND, "fiscal.capital": CAPITAL}
NUMBER = (
    rf"(?:第[{NUMERALS}]{{1,3}}部分|[{NUMERALS}]{{1,3}}、|\([{NUMERALS}]{{1,3}}\)|\d{{1,2}}[.、])"
)
# A line that names one budget and nothing else: 八、2026年政府性基金预算收支情况说明
HEADING = (
    rf"(?m)^[ ]*{NUMBER}[^\n。,;\d]{{0,24}}(?:20\d\d年度?)?[^\n。,;\d]{{0,12}}(?:WORDS)"
    r"(?:拨款)?(?:收支|收入支出|收入)(?:预算|决算)?(?:总体)?(?:情况|说明|安排|的){0,4}[ ]*$"
)
NEXT_HEADING = re.compile(rf"(?m)^[ ]*{NUMBER}")
UNDER = 400  # characters below a heading within which its budget's income is told
OF_THE_BUDGET = r"^|年度?|预算|本年|当年|部门|单位|[局委办院校厅所]"


def read_fund(page: Page, span: Span, kind: str) -> list[Mention]:
    """State the appropriations as income; spent ones stand for them where they add up to it."""
    is_final = kind == Kind.FINAL
    subjects = (*(TOTALS_OF_FINAL if is_final else TOTALS), *BUDGETS)
    every = [each for each in mentions(page, subjects, span, kind) if not _is_carried(page, each)]
    found = best(every)
    state(page, found)
    doubt_others(page, every)
    _doubt_goals(page, found)
    if is_final:
        doubt_carried_over(page, found, "fiscal.total")
    else:
        _doubt_more_than_the_years(page, mentions(page, OF_THE_YEAR, span, kind))
    found += _under_headings(page, span, kind)
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


def _under_headings(page: Page, span: Span, kind: str) -> list[Mention]:
    """The budgets that are told by a bare 本年收入 under a heading that names them, stated."""
    stated: list[Mention] = []
    for key, words in HEADED.items():
        if key in page.statements:
            continue
        told = [
            mention
            for heading in page.all(HEADING.replace("WORDS", words), span, 20)
            for mention in mentions(page, _income(key), _under(page, heading.end(), span), kind)
        ]
        found = best(told)
        state(page, found)
        doubt_others(page, told)
        stated += found
    return stated


def _income(key: str) -> tuple[Subject, ...]:
    """Bare words for what a budget received this year, and lesser ones that may hold more."""
    return (
        Subject(key, r"(?:本年|当年)(?:预算)?收入", 1, OTHER),
        Subject(key, r"(?<!支出)收入(?:总?预算|总计|合计)?", 2, OTHER, OF_THE_BUDGET),
    )


def _under(page: Page, begin: int, span: Span) -> Span:
    """From a heading to the next, or as far as its first words reach."""
    end = min(begin + UNDER, span[1])
    following = NEXT_HEADING.search(page.folded, begin, end)
    return begin, following.start() if following else end


def _is_carried(page: Page, mention: Mention) -> bool:
    """Whether it stands in a list of carry-over: 上年结转一般公共预算5万元，政府性基金3万元."""
    said = before(page, mention.begin) + page.folded[mention.begin : mention.amount.start]
    return CARRIED.search(said) is not None


def _doubt_more_than_the_years(page: Page, told: list[Mention]) -> None:
    """Doubt budgets that come to more than the year's appropriations: they hold last year's too."""
    keys = ("fiscal.general", "fiscal.fund", "fiscal.capital")
    stated = [page.statements[key] for key in keys if key in page.statements]
    units = {each.unit for each in stated} | {each.amount.unit for each in told}
    if not stated or not told or len(units) != 1:
        return
    most = max(each.amount.value for each in told)
    if sum(Decimal(each.value) for each in stated) > most + ROUNDED:
        first = stated[0]
        page.doubt(
            f"“{first.figure.label}”{first.printed}可能含有上年结转，超过本年收入",
            first.start,
            first.end,
        )


def _doubt_goals(page: Page, found: list[Mention]) -> None:
    """Doubt money that only a sentence on performance goals tells: they may not cover all."""
    for each in found:
        stated = page.statements.get(each.subject.key)
        if stated is None or stated.start != each.amount.start or not stated.value:
            continue
        if GOALS.search(before(page, each.begin)):
            label = stated.figure.label
            page.doubt(f"“{label}”取自绩效目标所涉及的金额", stated.start, stated.end)
