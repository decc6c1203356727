"""An amount that was spent: told as 决算, perhaps after the budget, or without either word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from disclosures.documents.narrative.amounts import AMOUNT, Amount, amount_of, state_money
from disclosures.documents.narrative.grammar import MOVED, YEAR, Label, lead
from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.narrative.wording import NUMBER

MONEY = rf"{NUMBER}[ ]*(?:万?元)?"
BUDGET = rf"(?:年初|全年|调整)?预算(?:数|金额)?(?:安排)?(?:为|是|:)?{MONEY}[,;]"
RESULT = rf"(?:支出)?(?:{BUDGET})?(?:实际)?(?:支出)?决算(?:数|金额)?(?:支出)?(?:为|是|:)?{AMOUNT}"
SPENT = rf"(?:支出|共计|合计|总额|为|是|[: ]){{0,4}}{AMOUNT}"
BEFORE = re.compile(r"上年|去年|年初(?!结转)|占|人均|每[人辆批]")
REASON = re.compile(r"(?:原因|主要用于|主要是|由于)[^。;]*$")
SENTENCE = 160


@dataclass(frozen=True)
class Result:
    """A labelled amount of the account; `lead` are the words of its clause before the label."""

    key: str
    begin: int
    lead: str
    amount: Amount


def results(page: Page, labels: Sequence[Label], span: Span) -> list[Result]:
    """Every result of a span, those told as 决算 first; the budget's amounts are none."""
    return [
        made
        for tail in (RESULT, SPENT)
        for label in labels
        for match in page.all(rf"(?:{label.words}){tail}", span)
        if (made := _result(page, label, match, span)) is not None
    ]


def state_result(page: Page, result: Result, scope: Span) -> None:
    """State a result; another amount of the same key is kept as a repeat and doubted."""
    state_money(page, result.key, result.amount, "", scope=scope)


def _result(page: Page, label: Label, match: re.Match[str], span: Span) -> Result | None:
    before = lead(page, match.start(), span[0])
    said = before + page.folded[match.start() : match.start("number")]
    years = set(YEAR.findall(said))
    other_year = bool(years) and str(page.year) not in years
    sentence = page.folded[max(span[0], match.start() - SENTENCE) : match.start()]
    sentence = sentence[sentence.rfind("。") + 1 :]
    if other_year or BEFORE.search(before) or MOVED.search(before) or REASON.search(sentence):
        return None
    return Result(label.key, match.start(), before, amount_of(match))
