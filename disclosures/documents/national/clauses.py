"""The grammar of a statement: a subject, words that may follow it, one amount of this year.

All places are places of the flow. A subject that stands in a clause of last year, of a part, or
of another topic states nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from disclosures.classification.figures import figure_of
from disclosures.documents.narrative.amounts import AMOUNT, Amount, amount_of, state_money
from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.national.years import REASON, of_this_year

# Between a subject and its amount only these may stand; anything else is another figure.
FILLER = (
    r"财政拨款|拨款|预算|年初|当年|本年度?|全年|资金|收入|支出|经费|费用|总额|总金额|总计|合计|总数"
    r"|共计|金额|数额|安排|批复|编制|核定|预计|决算|数|共有|共|总|均|为|是|有|20\d\d年度?"
    r'|\((?:含|不含|包括|以)[^()\d\n]{1,24}\)|[:"\n ]'
)
BETWEEN = rf"(?>{FILLER}){{0,10}}"
CLAUSE = re.compile(r"[;。:\n、()]|,(?!\d{3}(?!\d))")
SENTENCE = re.compile(r"[。\n]")
SOMEWHERE = "文中"  # until the flow is led back to the document and its sections
REACH = 80
# A clause with these speaks of another year, another base, or of a share of the figure.
ELSEWHERE = {
    "budget": (
        r"上年(?!度?结转|度?结余)|去年|往年|以前年度|上一年|执行数|决算|完成数|中小企业|小微|小型|微型|预留"
        r"|(?:较|比|与|同)[^,]{0,6}20\d\d|涉及|绩效|每[人辆年]|人均|调整(?:后|预算)|追加|减少|增加"
    ),
    "final": (
        r"上年(?!度?结转|度?结余)|去年|往年|以前年度|上一年|中小企业|小微|年初预算|全年预算|预算数"
        r"|(?:较|比|与|同)[^,]{0,6}20\d\d|涉及|绩效|完成|减少|增加"
    ),
}
# An amount in a reason is what moved, not what there is.
IN_REASON = re.compile(rf"(?:{REASON}|主要是|由于)[^;。]*$")
# 出国费、接待费、用车费合计12万元: the amount is not the last one's own.
LISTED = re.compile(r"(?![一二三四五六七八九十元万年度])[\u4e00-\u9fff][、和及与]$")
BOUND = re.compile(r"以[内下上]|左右|的?标准|/")  # a limit or a rate is no amount
OUTSIDE = re.compile(r"[,(](?:均|都)?[不未](?:纳入|计入|列入|包含|含在)")
# What is to be reached is no budget; which money the goals cover is told only of appropriations.
GOALS = re.compile(r"绩效(?:总体|年度)?(?:目标|指标)[:为是]")
BUDGET_NAMES = re.compile(r"(?:公共|基金|经营)预算")
BUDGET_NOT_FINAL = re.compile(r"预算")


@dataclass(frozen=True)
class Subject:
    """A key with the wordings of its subject; the lowest rank that is met states the figure.

    `unless` is what the words of the same clause before the subject must not hold, `after` what
    they must end with.
    """

    key: str
    words: str
    rank: int = 1
    unless: str = ""
    after: str = ""


@dataclass(frozen=True)
class Mention:
    """A subject with its amount, both as places of the flow."""

    subject: Subject
    begin: int
    amount: Amount


def lead(page: Page, at: int) -> str:
    """The words of the same clause before a place."""
    text = page.folded[max(0, at - REACH) : at]
    return text[max((found.end() for found in CLAUSE.finditer(text)), default=0) :]


def before(page: Page, at: int) -> str:
    """The words of the same sentence before a place."""
    text = page.folded[max(0, at - 4 * REACH) : at]
    return text[max((found.end() for found in SENTENCE.finditer(text)), default=0) :]


def mentions(
    page: Page, subjects: Sequence[Subject], span: Span, kind: str, gap: str = ""
) -> list[Mention]:
    """Every amount of a subject that is this year's, in the order printed.

    `gap` may stand once between subject and amount, beside the words that always may.
    """
    between = rf"{BETWEEN}(?:{gap})?{BETWEEN}" if gap else BETWEEN
    found = (
        Mention(subject, match.start(), amount)
        for subject in subjects
        for match in page.all(rf"(?:{subject.words}){between}{AMOUNT}", span, 400)
        if (amount := _own(page, subject, match, kind)) is not None
    )
    return sorted(found, key=lambda each: (each.begin, each.amount.start))


def _own(page: Page, subject: Subject, match: re.Match[str], kind: str) -> Amount | None:
    """The amount of a subject, or this year's that stands right after last year's."""
    if _is_own(page, subject, match, kind):
        return amount_of(match)
    said = page.folded[match.start() : match.start("number")]
    if page.year is None or f"{page.year - 1}年" not in said:
        return None
    if subject.unless and re.search(subject.unless, lead(page, match.start())):
        return None
    this = re.compile(rf"[,;、]{page.year}年度?{BETWEEN}{AMOUNT}")
    following = this.match(page.folded, amount_of(match).end)
    return amount_of(following) if following else None


def _is_own(page: Page, subject: Subject, match: re.Match[str], kind: str) -> bool:
    clause = lead(page, match.start())
    if match["unit"] is None and page.folded[match.end() : match.end() + 1] not in tuple(",;。)"):
        return False  # a cell of a table
    if re.search(ELSEWHERE[kind], clause):
        return False
    ahead = before(page, match.start())
    if IN_REASON.search(ahead) or LISTED.search(ahead):
        return False
    if GOALS.search(ahead) and not subject.key.startswith("fiscal."):
        return False
    if BOUND.match(page.folded, match.end()) or OUTSIDE.match(page.folded, match.end()):
        return False
    if subject.unless and re.search(subject.unless, clause):
        return False
    if subject.after and not re.search(rf"(?:{subject.after})$", clause):
        return False
    said = page.folded[match.start() : match.start("number")]
    if (
        kind == "final"
        and "决算" not in said
        and BUDGET_NOT_FINAL.search(BUDGET_NAMES.sub("", said))
    ):
        return False
    if kind == "budget" and "决算" in said:
        return False
    return of_this_year(page.year, ahead, said)


def best(found: Sequence[Mention]) -> list[Mention]:
    """The mentions of the lowest rank of each key."""
    ranks: dict[str, int] = {}
    for each in found:
        key = each.subject.key
        ranks[key] = min(ranks.get(key, each.subject.rank), each.subject.rank)
    return [each for each in found if each.subject.rank == ranks[each.subject.key]]


def state(page: Page, found: Sequence[Mention]) -> None:
    """State mentions; a second, different amount of a key is kept as a repeat and doubted."""
    for each in found:
        sentence = page.sentence(each.amount.start, each.amount.end)
        state_money(page, each.subject.key, each.amount, SOMEWHERE, scope=sentence)


def doubt_others(page: Page, every: Sequence[Mention]) -> None:
    """Doubt mentions in a lesser wording that tell another amount than the stated one."""
    repeated = {each.start for each in page.repeats}
    for each in every:
        stated = page.statements.get(each.subject.key)
        if (
            stated is None
            or each.amount.start in repeated
            or each.amount.unit != stated.unit
            or each.amount.value == stated.value
        ):
            continue
        label, said = figure_of(each.subject.key).label, each.amount
        page.doubt(
            f"“{label}”另有一处为 {page.text[said.start : said.end]}，采用了 {stated.printed}",
            stated.start,
            stated.end,
        )


def doubt_carried_over(page: Page, found: Sequence[Mention], *keys: str) -> None:
    """Doubt totals of a final account that may hold what was carried over into the year.

    The year's own figures have the first rank; where only a lesser wording told the total, what it
    holds is not said.
    """
    for each in found:
        stated = page.statements.get(each.subject.key)
        if each.subject.key not in keys or each.subject.rank == 1 or stated is None:
            continue
        if stated.start == each.amount.start:
            label = figure_of(each.subject.key).label
            page.doubt(
                f"“{label}”采用了总计{stated.printed}，可能含有年初结转，没有读出本年数",
                stated.start,
                stated.end,
            )


def doubt_parts(page: Page, wholes: dict[str, tuple[str, ...]]) -> None:
    """Doubt the parts of a whole that is told with several amounts: whose they are is not sure."""
    torn = {
        each.key
        for each in page.repeats
        if (first := page.statements[each.key]).yuan is not None and first.yuan != each.yuan
    }
    for whole, keys in wholes.items():
        for key in keys if whole in torn else ():
            part = page.statements.get(key)
            if part is not None:
                label, said = part.figure.label, figure_of(whole).label
                page.doubt(
                    f"“{said}”有几处不同，“{label}”{part.printed}不知属于哪一处",
                    part.start,
                    part.end,
                )
