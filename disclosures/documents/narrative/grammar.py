"""The small grammar that all sections share: a label, words that may follow it, one number."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from disclosures.classification.figures import Kind, figure_of
from disclosures.classification.money import parse_number
from disclosures.documents.narrative.amounts import (
    AMOUNT,
    BROKEN,
    NO_NUMBER,
    Amount,
    amount_of,
    state_money,
)
from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.narrative.wording import NUMBER

# Between a label and its number only these words may stand; anything else is another figure.
WORDS = (
    r"财政拨款|拨款|预算|资金|收入|支出|收益|经费|费用|总额|总计|年初|数额|数|安排|合计|共计|金额"
    r"|共|为|是|(?P<said_year>20\d\d)[ ]?年(?:度)?|[:,]|\((?:含|不含|包括)[^()\d\n]{1,24}\)"
    r'|"|(?>[ \n]{1,12})'
)
PLAIN = WORDS.replace("(?P<said_year>", "(?:")
BETWEEN = rf"(?:{PLAIN}){{0,10}}"
YEAR = re.compile(r"(20\d\d)[ ]?年")
# A clause that opens with these speaks of something else than this year's budget.
ELSEWHERE = re.compile(
    r"上年(?!度?结转)|去年|往年|以前年度|上一年|执行数|决算|完成数|中小企业|小微"
    r"|[较比与同][^,]{0,4}20\d\d"
)
AMONG = re.compile(
    r"[(,](?:含|包括|包含)[^,()]{0,6}$"
)  # 含参公编制3人 is a part of what stands before
# 压减接待费1万元 is what moved, not what there is.
MOVED = re.compile(r"(?:增加|新增|追加|调增|减少|压减|压缩|核减|调减|节约)了?$")
MOST = 10**9  # no count or area of a department reaches this
CLAUSE = re.compile(r"[,;。:\n、()]")


@dataclass(frozen=True)
class Label:
    """A key and the wordings of its label."""

    key: str
    words: str


@dataclass(frozen=True)
class Mention:
    """A labelled amount; `begin` is where its label starts."""

    key: str
    begin: int
    amount: Amount
    other_year: bool = False


def lead(page: Page, at: int, floor: int) -> str:
    """The words of the same clause before a place."""
    text = page.folded[max(floor, at - 60) : at]
    cut = max((found.end() for found in CLAUSE.finditer(text)), default=0)
    return text[cut:]


def mentions(page: Page, labels: Sequence[Label], span: Span) -> list[Mention]:
    """Every labelled amount of a span that is this year's, in the order printed.

    A clause of another year is left out unless its sentence names no other: then it is a slip.
    """
    found = [
        made
        for label in labels
        for match in page.all(rf"(?:{label.words}){BETWEEN}{AMOUNT}", span)
        if (made := _mention(page, label, match, span)) is not None
    ]
    sure = {each.key for each in found if not each.other_year}
    kept = [each for each in found if not each.other_year or each.key not in sure]
    return sorted(kept, key=lambda each: (each.begin, each.amount.start))


def _mention(page: Page, label: Label, match: re.Match[str], span: Span) -> Mention | None:
    """The amount of a label, or after last year's the one that this year's date stands before."""
    other = _other_year(page, match, span[0])
    if other is not None:
        return Mention(label.key, match.start(), amount_of(match), other)
    this = rf"[,;、][ ]*(?:{page.year}[ ]?年度?|本年度?|今年)(?:预算|安排|为|是|数|[: ]){{0,4}}"
    following = re.compile(this + AMOUNT).match(page.folded, amount_of(match).end, span[1])
    return Mention(label.key, match.start(), amount_of(following)) if following else None


def _other_year(page: Page, match: re.Match[str], floor: int) -> bool | None:
    """Whether the amount is said of another year only; None when it is no figure of this kind."""
    before = lead(page, match.start(), floor)
    if ELSEWHERE.search(before) or MOVED.search(before):
        return None
    years = set(YEAR.findall(before + page.folded[match.start() : match.start("number")]))
    this = str(page.year)
    if page.year is None or not years or this in years:
        return False
    sentence = page.sentence(match.start(), match.end())
    named = set(YEAR.findall(page.folded, sentence[0], sentence[1]))
    return None if this in named or len(named) > 1 else True


def state_mention(page: Page, mention: Mention, section: str, scope: Span) -> bool:
    """State a mention, doubting one that names another year."""
    if mention.other_year:
        label = figure_of(mention.key).label
        page.doubt(f"“{label}”所写年份与本文件不符", mention.begin, mention.amount.end)
    return state_money(page, mention.key, mention.amount, section, scope=scope)


def labelled(page: Page, labels: Sequence[Label], span: Span, section: str) -> list[Mention]:
    """State each labelled amount of a span, and doubt each label whose number is missing."""
    found = mentions(page, labels, span)
    for each in found:
        state_mention(page, each, section, span)
    missing(page, labels, span)
    return found


def missing(page: Page, labels: Sequence[Label], span: Span) -> None:
    """Doubt the labels of a span that were printed without a number, or with a broken one."""
    for label in labels:
        if label.key in page.statements:
            continue
        what = figure_of(label.key).label
        match = page.search(rf"(?:{label.words}){BETWEEN}(?:{NO_NUMBER}|{BROKEN})", span)
        if match is None or ELSEWHERE.search(lead(page, match.start(), span[0])):
            continue
        if not match["broken"] or not re.fullmatch(NUMBER, match["broken"].strip()):
            said = "数字书写有误，没有采用" if match["broken"] else "没有印出数字"
            page.doubt(f"“{what}”{said}", match.start(), match.end())


def counted(page: Page, labels: Sequence[Label], span: Span, section: str, unit: str) -> None:
    """State each labelled count of a span; `unit` is its counting word, such as 人 or 辆."""
    for label in labels:
        pattern = rf"(?:{label.words}){BETWEEN}(?P<number>{NUMBER})[ ]*(?:{unit})"
        found = [
            each
            for each in page.all(pattern, span)
            if not AMONG.search(page.folded, max(span[0], each.start() - 8), each.start())
        ]
        for match in found:  # a second, different count is kept as a repeat and doubted
            state_count(page, label.key, match, section)
        if found:
            continue
        blank = page.search(rf"(?:{label.words}){BETWEEN}[XxＸ×*_ ]{{0,8}}(?:{unit})(?!员)", span)
        if blank:
            page.doubt(f"“{figure_of(label.key).label}”没有印出数字", *blank.span())


def state_count(page: Page, key: str, match: re.Match[str], section: str) -> None:
    """State the number of a match, which must be of a size that can be counted."""
    span = match.span("number")
    value, figure = parse_number(match["number"]), figure_of(key)
    whole = figure.kind is not Kind.COUNT or value == value.to_integral_value()
    if value >= MOST or not whole:
        page.doubt(f"“{figure.label}”印作 {match['number']}，不可能，没有采用", *span)
        return
    page.state(key, value, span, section)
