"""Sections 三 and 四: income and expenditure with their changes and reasons."""

import re

from disclosures.documents.narrative.grammar import (
    BETWEEN,
    CHANGE,
    Label,
    change,
    labelled,
    reason,
)
from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.narrative.wording import MONEY

SUB = r"^[ ]*\([一二三四五六]\)"
INCOME = (
    Label("income.total", r"总收入|收入总计|收入预算总额|收入合计"),
    Label("income.general", r"一般公共预算"),
    Label("income.fund", r"政府性基金"),
    Label("income.capital", r"国有资本经营"),
    Label("income.special_account", r"财政专户(?:管理)?(?:的)?"),
    Label("income.business", r"(?<!单位)事业收入"),
    Label("income.operating", r"(?:事业)?单位经营收入|经营收入"),
    Label("income.superior", r"上级补助收入"),
    Label("income.subordinate", r"附属单位上缴收入"),
    Label("income.other", r"其他收入"),
)
FISCAL = (
    Label("fiscal.total", r"财政拨款收入"),
    Label("fiscal.this_year", r"本年收入"),
    Label("fiscal.carry", r"上年结转(?:结余)?"),
)
FISCAL_PARTS = (
    Label("fiscal.general", r"一般公共预算"),
    Label("fiscal.fund", r"政府性基金"),
    Label("fiscal.capital", r"国有资本经营"),
)


def read_income(page: Page) -> None:
    """三: all income with its nine sources, then fiscal appropriations."""
    span = page.span(3)
    if span is None:
        return
    split = [m.start() for m in re.compile(SUB, re.M).finditer(page.folded, *span)]
    second = split[1] if len(split) > 1 else _fiscal_paragraph(page, span)
    _block(page, INCOME, "income", (span[0], second), "三(一)")
    if second < span[1]:
        _fiscal(page, (second, span[1]))


def _fiscal_paragraph(page: Page, span: Span) -> int:
    """Without subsections, where the paragraph on fiscal appropriations begins."""
    first = page.search(r"总收入", span)
    after = first.end() if first else span[0]
    found = page.search(r"(?m)^[^\n]*财政拨款收入", (page.folded.find("\n", after) + 1, span[1]))
    return found.start() if found and found.start() > after else span[1]


def _block(page: Page, labels: tuple[Label, ...], prefix: str, span: Span, section: str) -> None:
    listed = (span[0], _stop(page, span))
    labelled(page, labels, listed, section)
    _change_after(page, prefix, (listed[1], span[1]), section)


def _fiscal(page: Page, span: Span) -> None:
    _block(page, FISCAL, "fiscal", span, "三(二)")
    parts = page.search(r"本年收入中", span)
    if parts:
        labelled(
            page, FISCAL_PARTS, (parts.end(), _sentence_end(page, parts.end(), span[1])), "三(二)"
        )


def _stop(page: Page, span: Span) -> int:
    """The end of the sentence that lists the sources."""
    first = page.search(r"总收入|财政拨款收入[^\n]*?\d", span)
    at = page.folded.find("。", first.end() if first else span[0], span[1])
    return at + 1 if at >= 0 else span[1]


def _change_after(page: Page, prefix: str, span: Span, section: str) -> None:
    """The sentence that compares with last year; only its first change is the total's."""
    anchor = page.search(r"(?:与|较|比)[^。\n]{0,24}?(?:上年|去年|20\d\d年)", span)
    if anchor is None:
        return
    end = page.folded.find("。", anchor.end(), span[1])
    end = span[1] if end < 0 else end
    if _speaks_of_a_part(page, anchor.end(), end):
        page.doubt("与上年的对比先说的是其中一项，没有读出总额的增减", anchor.start(), end)
        return
    done = change(page, f"{prefix}.delta", f"{prefix}.delta_pct", (anchor.end(), end), section)
    if done is not None:
        nearby = re.compile(r"其中").search(page.folded, done, end)
        reason(
            page, f"{prefix}.delta_reason", (done, nearby.start() if nearby else end + 1), section
        )


PART = r"一般公共预算|政府性基金|国有资本|财政专户|事业收入|经营收入|补助收入|上缴收入|其他收入"


def _speaks_of_a_part(page: Page, start: int, end: int) -> bool:
    """Whether a source is named before the first change: then that change is not the total's."""
    direction = page.search(CHANGE.pattern, (start, end))
    return direction is not None and page.search(PART, (start, direction.start())) is not None


def _sentence_end(page: Page, at: int, stop: int) -> int:
    """The next full stop; a line may break inside a sentence, so its end says nothing."""
    end = page.folded.find("。", at, stop)
    return stop if end < 0 else end


SPENDING = (("exp.basic", r"基本支出"), ("exp.project", r"项目支出"))


def read_spending(page: Page) -> None:
    """四: total, fiscal, basic and project expenditure, each with its change."""
    span = page.span(4)
    if span is None:
        return
    functions = page.search(r"按功能(?:科目)?分类", span)
    span = (span[0], functions.start() if functions else span[1])
    labelled(page, (Label("exp.total", r"总支出|支出总计"),), span, "四")
    labelled(page, (Label("exp.fiscal", r"财政拨款(?:安排)?(?:的)?支出"),), span, "四")
    found = [(key, page.search(rf"{words}{BETWEEN}{MONEY}", span)) for key, words in SPENDING]
    marks = [(key, match) for key, match in found if match]
    for key, match in marks:
        page.number(key, match, "四")
        later = [other.start() for _, other in marks if other.start() > match.start()]
        end = min([*later, _sentence_end(page, match.end(), span[1])])
        done = change(page, f"{key}_delta", f"{key}_delta_pct", (match.end(), end), "四")
        if done is not None:
            reason(page, f"{key}_reason", (done, end), "四")
