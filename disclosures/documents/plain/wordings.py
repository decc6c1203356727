"""The wordings that are said otherwise: several figures in one breath, or words in between.

Each rule finds its wording in the folded words and gives the edits that say it plainly.
"""

import re
from collections.abc import Callable, Iterator

from disclosures.documents.narrative.page import Span
from disclosures.documents.narrative.wording import NUMBER
from disclosures.documents.plain.edits import Edit
from disclosures.documents.plain.labels import CAR, END, ITEM, LABEL, LIST, SHORT

Rule = Callable[[str], Iterator[Edit]]
MONEY = rf"(?<!\d[ \n]){NUMBER}(?:亿元|千元|万?元|万)"
ZERO = r"0(?:\.0{1,6})?(?:万?元)?(?![\d.%]|,\d)"
STOP = r"(?=[,;。、)\n]|$)"
# 三项均为0万元, 各安排5万元.
JOINT = re.compile(
    rf"(?P<list>{LIST})(?:[两二三四五六]项)?{END}(?:均|都|皆|各)(?:安排|预算|编列)?(?:为|是)?"
    rf"(?P<amount>{ZERO}|{MONEY})"
)
APART = re.compile(
    rf"(?P<list>{LIST}){END}分别(?:安排|预算)?(?:为|是)?(?P<amounts>{MONEY}(?:(?:、|,?和|,){MONEY}){{1,6}})"
)
ONE = re.compile(rf"{ITEM}")
AMOUNT = re.compile(MONEY)
# 收入预算980万元，全部为一般公共预算拨款收入。
WHOLLY = re.compile(
    rf"(?P<amount>{MONEY}),?(?:\(|收入|资金来源|资金)?"
    rf"(?:(?:全部?|均)(?:为|是|来源于|来自|系)|为(?=(?:政府采购)?(?:货物|工程|服务)))"
    rf"(?P<label>(?:财政拨款中的)?(?:{LABEL}|{SHORT})(?:采购|拨款|支出|收入)?){STOP}"
)
# 由140万元增加到150万元.
FROM = re.compile(
    rf"(?:由|从)(?:上年度?|去年|20\d\d年度?)?(?:预算数?|安排|的|年初)*{MONEY}"
    rf"(?:增加|增长|提高|上升|减少|下降|降低|压减|调整|调增|调减)(?:到|至|为)(?={NUMBER})"
)
# 基本支出占63.11%，为1480.66万元.
SHARE = re.compile(
    rf"(?<=[支出费入款])[,(]?占[^,。;()\d]{{0,16}}{NUMBER}%[,)]?(?:为|计|即)?(?={NUMBER}万?元)"
)
SOURCE = r"(?:一般公共预算|财政)(?:当年)?(?:财政)?(?:拨款|资金)?"
BETWEEN = re.compile(
    rf"(?<=经费)(?:预算|支出)?{SOURCE}(?=(?:安排|支出|预算)?(?:为|数)?{NUMBER}万?元)"
)
NOTED = re.compile(
    rf"(?<=[费支出款入算])\((?!上年|去年|其中|含|包括)(?:(?!结转|预留|中小)[^()\d]){{1,20}}\)(?=为?{NUMBER}万?元)"
)
NOUGHT = re.compile(r"(?<=为)零(?:万?元)?(?=[,;。、)\n])")
BARE_PURCHASE = re.compile(rf"{CAR}(?P<what>购置|运行维护|运行)(?={ZERO}|{MONEY})")
MARK = re.compile(
    r"(?:(?<=[\n;。:])|^)(?:\d{1,2}[.、](?!\d)|\(\d{1,2}\)|[①-⑳])(?=(?:基本|项目)支出)", re.M
)
# What was spent is told before its share of the budget and its parts: 决算8万元，完成80%.
RESULT = re.compile(rf"(?P<said>(?:决算数?|费用?支出)(?:为|是)?{MONEY}),(?=完成|其中|占)")
# The list of income names its sources alone: 其中：一般公共预算1800万元；政府性基金预算20万元.
INCOME = re.compile(r"收入(?:总?预算|总计|合计|总额)?[^。\n;]{0,40}?\d|收入(?:包括|来源|情况)")
INCOME_END = re.compile(r"支出|\n[一二三四五六七八九十]{1,3}、|\n第|上年结转|上年一般")
BARE_SOURCE = re.compile(
    rf"(?<=[,;:。\n(、.)是])(?:本年|当年)?(?:一般公共预算|政府性基金(?:预算)?|国有资本经营预算)(?:资金)?(?={NUMBER}万?元)"
)
# 基金预算收入50万元: the fund without its first word.
SHORT_FUND = re.compile(
    rf"(?<=[,;、])基金预算(?:拨款)?(?P<income>收入)?(?=(?:为|预算)?{NUMBER}万?元)"
)
ZONE = 600  # characters that a list of income may run to


def _joint(words: str) -> Iterator[Edit]:
    """Each of the listed with the one amount."""
    for found in JOINT.finditer(words):
        amount = found.span("amount")
        yield _said(found, [(label, amount) for label in _labels(found)])


def _apart(words: str) -> Iterator[Edit]:
    """Each of the listed with its own amount, where there are as many."""
    for found in APART.finditer(words):
        labels = _labels(found)
        amounts = [each.span() for each in AMOUNT.finditer(words, *found.span("amounts"))]
        if len(labels) == len(amounts):
            yield _said(found, list(zip(labels, amounts, strict=True)))


def _labels(found: re.Match[str]) -> list[Span]:
    return [each.span() for each in ONE.finditer(found.string, *found.span("list"))]


def _said(found: re.Match[str], pairs: list[tuple[Span, Span]]) -> Edit:
    pieces: list[Span | str] = []
    for label, amount in pairs:
        pieces += [*([","] if pieces else []), label, amount]
    return Edit(found.span(), tuple(pieces))


def _wholly(words: str) -> Iterator[Edit]:
    """The one part that an amount wholly is, with that amount."""
    for found in WHOLLY.finditer(words):
        pieces = (found.span("amount"), ",其中:", found.span("label"), found.span("amount"))
        yield Edit(found.span(), pieces)


def _left_out(pattern: re.Pattern[str]) -> Rule:
    """Words between a figure's name and its amount that say nothing of it."""

    def rule(words: str) -> Iterator[Edit]:
        return (Edit(found.span(), ()) for found in pattern.finditer(words))

    return rule


def _nought(words: str) -> Iterator[Edit]:
    """A zero in words."""
    return (Edit(found.span(), ("0",)) for found in NOUGHT.finditer(words))


def _ended(words: str) -> Iterator[Edit]:
    """A sentence of its own for what was spent."""
    for found in RESULT.finditer(words):
        yield Edit(found.span(), (found.span("said"), "。"))


def _fee(words: str) -> Iterator[Edit]:
    """公务用车购置0万元: the fee's name without its last word."""
    return (Edit(found.span(), (found.span(), "费")) for found in BARE_PURCHASE.finditer(words))


def _sources(words: str) -> Iterator[Edit]:
    """The sources that a list of income names without saying that they are income."""
    at = 0
    while (head := INCOME.search(words, at)) is not None:
        roof = min(len(words), head.end() + ZONE)
        stop = INCOME_END.search(words, head.end(), roof)
        at = stop.start() if stop else roof
        for found in BARE_SOURCE.finditer(words, head.end(), at):
            yield Edit(found.span(), (found.span(), "拨款收入"))
        for found in SHORT_FUND.finditer(words, head.end(), at):
            ending = () if found["income"] else ("拨款收入",)
            yield Edit(found.span(), ("政府性", found.span(), *ending))
        at = max(at, head.end())


RULES: tuple[Rule, ...] = (
    _nought,
    _joint,
    _apart,
    _wholly,
    *(_left_out(each) for each in (FROM, SHARE, BETWEEN, NOTED, MARK)),
    _ended,
    _fee,
    _sources,
)
