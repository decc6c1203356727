"""Section 四: total, fiscal, basic and project expenditure, each with its change and reason."""

import re

from disclosures.documents.narrative.changes import CHANGE, change
from disclosures.documents.narrative.grammar import (
    Label,
    Mention,
    mentions,
    missing,
    state_mention,
)
from disclosures.documents.narrative.named_changes import named_changes
from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.narrative.reasons import reason
from disclosures.documents.narrative.wording import VERSUS

LABELS = (
    Label(
        "exp.total",
        r"(?<![本目款金])(?:预算)?(?:总支出|支出(?:预算)?(?:总额|总计|合计|总数))",
    ),
    Label("exp.fiscal", r"(?:财政拨款|本级财力)安排(?:的)?(?:支出)?|财政拨款支出"),
    Label("exp.basic", r"基本支出"),
    Label("exp.project", r"项目支出"),
)
OWN = {each.key: each.words for each in LABELS}
BY_CODE = r"按(?:支出)?(?:功能|经济)(?:科目|分类)"
NAMED = {"exp.basic_": OWN["exp.basic"], "exp.project_": OWN["exp.project"]}
CHANGED = {"exp.total": "exp", "exp.basic": "exp.basic", "exp.project": "exp.project"}


def read_spending(page: Page) -> None:
    """四: the totals; function lines are read elsewhere."""
    span = page.span(4)
    if span is None:
        return
    section = page.label(4)
    lines = page.search(BY_CODE, span)
    span = (span[0], lines.start() if lines else span[1])
    found = mentions(page, LABELS, span)
    for each in found:
        state_mention(page, each, section, span)
    missing(page, LABELS, span)
    named_changes(page, NAMED, span, section)
    for each, following in zip(found, [*found[1:], None], strict=False):
        zone = (each.amount.end, following.begin if following else span[1])
        if each.key in CHANGED:
            _changed(page, each, zone, found, section)


def _changed(page: Page, mention: Mention, zone: Span, found: list[Mention], section: str) -> None:
    """The change told between an amount and the next."""
    name = CHANGED[mention.key]
    delta = f"{name}.delta" if name == "exp" else f"{name}_delta"
    if delta in page.statements:
        return
    zone = (zone[0], _own_end(page, zone))
    if mention.key == "exp.project" and _may_be_all(page, zone, found):
        page.doubt("对比可能说的是支出总额，没有读出项目支出的增减", *zone)
        return
    percent = f"{name}.delta_pct" if name == "exp" else f"{name}_delta_pct"
    done = change(page, delta, percent, zone, section, own=OWN[mention.key])
    told = f"{name}.reason" if name == "exp" else f"{name}_reason"
    if done is not None:
        reason(page, told, (done, zone[1]), section)


def _own_end(page: Page, zone: Span) -> int:
    """The end of the sentence, or of the next when that one begins with a comparison."""
    stop = page.stop(*zone)
    following = re.compile(rf"[。 \n]{{1,4}}(?:{VERSUS}|(?:增加|减少|增减|变动)的?(?:主要)?原因)")
    while (found := following.match(page.folded, stop, zone[1])) is not None:
        stop = page.stop(found.end(), zone[1])
    return stop


def _may_be_all(page: Page, zone: Span, found: list[Mention]) -> bool:
    """基本支出A，项目支出B，与上年对比…: when only the last has a change it may be the sum's."""
    if CHANGE.search(page.folded, *zone) is None:
        return False
    basic = [each for each in found if each.key == "exp.basic"]
    return bool(basic) and "exp.basic_delta" not in page.statements
