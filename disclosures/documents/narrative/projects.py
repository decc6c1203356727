"""Section 八: the key projects with their amounts and goals."""

import re
from dataclasses import dataclass
from itertools import chain

from disclosures.documents.narrative.amounts import AMOUNT, amount_of, state_money
from disclosures.documents.narrative.grammar import ELSEWHERE, YEAR, lead
from disclosures.documents.narrative.page import Page, Span

GOAL = re.compile(
    r"(?:(?:年度|总体|预算|项目|设置的|支出)?绩效(?:总体)?(?:目标|情况)(?:如下)?"
    r"|(?:年度|总体)目标)[ ]*(?::|为:?|是:?)[ \n]*"
)
AMOUNT_WORD = (
    r"(?:年初)?(?:预算|安排|资金|投入|金额|经费|下达)(?:预算|安排|资金|金额|总额|数额|数|共计?|合计|为|是"
    r"|财政拨款|\((?:单位)?[:]?(?:万元|元)?\)|[: \n])*"
)
# The ways a project may begin, by kind; the kind that holds most goals is the document's.
STYLES = (
    re.compile(r"^[ ]*(?:\(?[一二三四五六七八九十\d]{1,3}[)、.．][ ]*)?(?=项目名称[ ]*:)", re.M),
    re.compile(r"^[ ]*\([一二三四五六七八九十]{1,3}\)[、. ]*", re.M),
    re.compile(r"^[ ]*[一二三四五六七八九十]{1,3}[、.][ ]*", re.M),
    re.compile(r"^[ ]*\d{1,2}[.、．](?!\d)[ ]*", re.M),
    re.compile(r"^[ ]*\(\d{1,2}\)[ ]*", re.M),
    re.compile(r"^[ ]*[一二三四五六七八九十]{1,3}是[ ]*", re.M),
    re.compile(r"^[ ]*(?:重点)?项目[一二三四五六七八九十\d]{1,2}[:、.][ ]*", re.M),
)
NAME = re.compile(r"(?:项目名称[ ]*:[ ]*)?(?P<quote>[\"《]?)(?P<name>[^\n,。;:\"》]{2,80})[\"》]?")
NAMED = re.compile(
    r"重点项目(?:预算)?(?:共\d个,)?(?:名称)?(?:为|是|:|有)[: ]*"
    r"[\"《](?P<name>[^\"《》\n]{2,60})[\"》]"
)
NO_NAME = re.compile(
    r"^(?:年初|预算|绩效|项目(?:概况|名称|内容|预算|绩效|目标)|\d|立项|实施|指标)|情况(?:说明)?$"
)
OTHER = r"(?m)^[ ]*\([一二三四五六]\)[^\n]{0,12}(?:名词解释|机关运行经费|委托业务费|国有资产|空表)"
NEAR = 1500  # characters from a project's name to its goal or amount


@dataclass(frozen=True)
class _Project:
    """Where a project's name stands, and the span that its description takes."""

    name: Span
    end: int
    has_goal: bool


def read_projects(page: Page) -> None:
    """八: each key project; indicators inside a goal are no amounts."""
    span = page.span(8)
    if span is None:
        return
    # Where the heading of 九 is missing its subsections would pass for projects.
    other = page.search(OTHER, span)
    span = (span[0], other.start() if other else span[1])
    found = _projects(page, span)
    for number, project in enumerate(found, start=1):
        _state(page, number, project, page.label(8))
    if not found:
        _single(page, span, page.label(8))


def _projects(page: Page, span: Span) -> list[_Project]:
    """The projects of the style of numbering that fits best; an earlier style wins a draw."""
    candidates = [_of_style(page, style, span) for style in STYLES]
    return max(candidates, key=lambda found: (sum(each.has_goal for each in found), len(found)))


def _of_style(page: Page, style: re.Pattern[str], span: Span) -> list[_Project]:
    heads = [
        match for match, _ in zip(style.finditer(page.folded, *span), range(300), strict=False)
    ]
    kept: list[tuple[int, Span]] = []
    for head, following in zip(heads, [*heads[1:], None], strict=False):
        end = following.start() if following else span[1]
        name = NAME.match(page.folded, head.end(), end)
        if name is None or NO_NAME.match(name["name"]):
            continue
        if _describes(page, (name.end(), min(end, name.end() + NEAR))):
            kept.append((head.start(), _trimmed(page, name)))
    stops = [*(start for start, _ in kept[1:]), span[1]]
    return [
        _Project(name, stop, GOAL.search(page.folded, name[1], stop) is not None)
        for (_, name), stop in zip(kept, stops, strict=False)
    ]


def _describes(page: Page, span: Span) -> bool:
    """Whether a goal, or an amount of budget, is told right after a name."""
    if GOAL.search(page.folded, *span):
        return True
    stop = page.stop(*span)
    return page.search(rf"{AMOUNT_WORD}{AMOUNT}", (span[0], stop)) is not None


def _trimmed(page: Page, name: re.Match[str]) -> Span:
    """A name without the amount that may follow it with no comma between."""
    start, end = name.span("name")
    tail = re.search(
        r"[ ]*(?:年初预算|预算安排|安排预算|预算|安排)?\d[\d.]*[ ]*"
        r"(?:(?:万元|元)?$|(?:万元|元)\(.*)"
        r"|[ ]+$",
        name["name"],
    )
    return (start, start + tail.start()) if tail and tail.start() else (start, end)


def _state(page: Page, number: int, project: _Project, section: str) -> None:
    start, end = project.name
    page.state(f"project{number}.name", page.text[start:end], (start, end), section)
    goal = GOAL.search(page.folded, end, project.end)
    _amount(page, number, (end, goal.start() if goal else project.end), section)
    if goal:
        _goal(page, number, (goal.end(), project.end), section)


def _amount(page: Page, number: int, span: Span, section: str) -> None:
    """The first amount of budget told between a name and its goal."""
    adjoining = re.compile(rf"[ ]*{AMOUNT}").match(page.folded, *span)
    named = page.all(rf"(?:{AMOUNT_WORD}|(?<=[,:\n])[ ]*){AMOUNT}", span)
    for match in chain([adjoining] if adjoining else [], named):
        before = lead(page, match.start(), span[0])
        years = set(YEAR.findall(before + match.group()))
        if ELSEWHERE.search(before) or (years and str(page.year) not in years):
            continue
        amount = amount_of(match)
        if amount.unit or amount.value == 0 or match.start() != match.start("number"):
            state_money(page, f"project{number}.amount", amount, section, scope=span)
            return


def _goal(page: Page, number: int, span: Span, section: str) -> None:
    text = page.text[slice(*span)].rstrip()
    if text:
        where = (span[0], span[0] + len(text))
        page.state(f"project{number}.goal", text, where, section)


def _single(page: Page, span: Span, section: str) -> None:
    """One project told in running text: 重点项目为“…”, 绩效目标为：…"""
    named, goal = NAMED.search(page.folded, *span), GOAL.search(page.folded, *span)
    if named:
        start, end = named.span("name")
        page.state("project1.name", page.text[start:end], (start, end), section)
        _amount(page, 1, (end, goal.start() if goal else span[1]), section)
    if goal:
        if not named:
            page.doubt("有绩效目标，但没有认出项目名称", *goal.span())
        _goal(page, 1, (goal.end(), span[1]), section)
