"""Section 三: all income with its sources, and what of it is fiscal appropriation."""

import re

from disclosures.documents.narrative.changes import CHANGE, change
from disclosures.documents.narrative.grammar import Label, Mention, labelled
from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.narrative.parts import parts_of, sublabel
from disclosures.documents.narrative.reasons import reason
from disclosures.documents.narrative.wording import VERSUS

TOTAL = (
    r"财务总收入|(?<![款业他助缴营金])(?:总收入|收入(?:预算)?(?:总额|总计|合计|总数))|预算总收入"
)
SOURCES = (
    Label("income.total", TOTAL),
    Label("income.general", r"一般公共预算"),
    Label("income.fund", r"政府性基金"),
    Label("income.capital", r"国有资本经营"),
    Label("income.special_account", r"财政专户(?:管理)?(?:的)?"),
    Label("income.business", r"事业收入"),
    Label("income.operating", r"(?:事业)?单位经营收入|(?<!单位)经营收入"),
    Label("income.superior", r"上级补助收入"),
    Label("income.subordinate", r"附属单位(?:上缴|缴款)收入"),
    Label("income.other", r"其他收入"),
)
PART = (
    r"一般公共预算|政府性基金|国有资本|财政专户|单位资金"
    r"|事业收入|经营收入|补助收入|上缴收入|其他收入"
)
FISCAL = (
    Label("fiscal.total", r"财政拨款收入"),
    Label("fiscal.this_year", r"(?:本年|当年)(?:财政拨款)?收入"),
    Label("fiscal.carry", r"上年(?:财政拨款)?结转(?:和)?(?:结余)?"),
)
BUDGETS = (
    Label("fiscal.general", r"一般公共预算"),
    Label("fiscal.fund", r"政府性基金"),
    Label("fiscal.capital", r"国有资本经营"),
)
OWN = {"income": TOTAL, "fiscal": r"财政拨款收入"}
# Of all appropriations; the part of one budget opens no paragraph.
PARAGRAPH = r"(?m)^[^\n:,]{0,40}(?<!公共预算)(?<!基金预算)(?<!政府性基金)(?<!经营预算)财政拨款收入"
FISCAL_PART = r"一般公共预算|政府性基金|国有资本|本年收入|上年结转"
TOPICS = {"income": r"[^\n]{0,6}财务收入|(?:部门|单位)收入", "fiscal": r"[^\n]{0,6}财政拨款收入"}
# A line that opens so gives the reason of the total, whatever parts were told before it.
REASON_LINE = r"(?m)^[ ]*(?:(?:增加|减少|增减|变动|变化)(?:变化)?的?)?(?:主要)?原因"
PART_CHANGES = (
    ("income.general", r"一般公共预算(?:财政拨款)?(?:收入)?"),
    ("income.other", r"其他收入"),
)


def read_income(page: Page) -> None:
    """三: all income, then fiscal appropriations."""
    span = page.span(3)
    if span is None:
        return
    number = page.label(3)
    parts = parts_of(page, span, TOPICS)
    if "income" in parts or "fiscal" in parts:
        for name, read in (("income", _income), ("fiscal", _fiscal)):
            if name in parts:
                body = parts[name].whole
                # One heading without the other: its text may hold both paragraphs.
                second = _fiscal_paragraph(page, body) if len(parts) == 1 else body[1]
                read(page, (body[0], second), sublabel(number, parts[name].numeral))
                if name == "income" and second < body[1]:
                    _fiscal(page, (second, body[1]), number)
        return
    second = _fiscal_paragraph(page, span)
    _income(page, (span[0], second), number)
    _fiscal(page, (second, span[1]), number)


def _fiscal_paragraph(page: Page, span: Span) -> int:
    """Without subsections, where the paragraph on fiscal appropriations begins."""
    first = page.search(TOTAL, span)
    after = page.folded.find("\n", first.end(), span[1]) if first else -1
    if after < 0:
        return span[1]
    found = page.search(
        r"(?m)^[^\n:,]{0,40}(?<!公共预算)(?<!基金预算)(?<!政府性基金)(?<!经营预算)财政拨款收入",
        (after + 1, span[1]),
    )
    return found.start() if found else span[1]


def _income(page: Page, span: Span, section: str) -> None:
    found = labelled(page, SOURCES, span, section)
    _total_change(page, "income", found, PART, span, section)
    _part_changes(page, span, section)


def _fiscal(page: Page, span: Span, section: str) -> None:
    found = labelled(page, FISCAL, span, section)
    parts = page.search(r"(?:本年|当年)(?:财政拨款)?收入中", span)
    start = parts.end() if parts else _after_amount(found, span)
    carried = page.search(r"上年结转(?:收入|结余)*中", (start, span[1]))
    compared = page.search(rf"{VERSUS}", (start, span[1]))
    end = min(each.start() if each else span[1] for each in (carried, compared))
    found += labelled(page, BUDGETS, (start, end), section)
    _total_change(page, "fiscal", found, FISCAL_PART, span, section)


def _after_amount(found: list[Mention], span: Span) -> int:
    """After this year's amount where the three budgets are its parts, else after the total."""
    ends = {each.key: each.amount.end for each in reversed(found)}
    return ends.get("fiscal.this_year", ends.get("fiscal.total", span[0]))


def _total_change(
    page: Page, prefix: str, found: list[Mention], part: str, span: Span, section: str
) -> None:
    """The change of a total: right after its amount, or in the sentence that compares."""
    total = next((each for each in found if each.key == f"{prefix}.total"), None)
    if total is None:
        return
    after = [each.begin for each in found if each.begin >= total.amount.end]
    zone = (total.amount.end, min([*after, page.stop(total.amount.end, span[1])]))
    if not _states_change(page, zone):
        stop = page.stop(total.amount.end, span[1])
        # A list line by line has no stops; its comparison is one of its lines.
        zone = _comparison(page, (total.amount.end if stop == span[1] else stop, span[1]))
    done = change(
        page, f"{prefix}.delta", f"{prefix}.delta_pct", zone, section, own=OWN[prefix], others=part
    )
    if done is None:
        return
    # The parts have reasons of their own.
    inner = page.search(rf"其中|(?:{part})[^,。;\n]{{0,12}}(?:较|比|与|增|减)", (done, span[1]))
    before = inner.start() if inner else None
    key = f"{prefix}.delta_reason"
    reason(page, key, (done, span[1]), section, before)
    if key not in page.statements and (own := page.search(REASON_LINE, (done, span[1]))):
        reason(page, key, (own.start(), span[1]), section)


def _states_change(page: Page, zone: Span) -> bool:
    return CHANGE.search(page.folded, *zone) is not None


def _comparison(page: Page, span: Span) -> Span:
    """The sentence that compares with last year, from its first word on."""
    found = page.search(rf"{VERSUS}|(?m:^)[^\n]{{0,30}}无增减变化", span)
    if found is None:
        return (span[1], span[1])
    start = max(page.sentence(found.start(), found.start())[0], span[0])
    return start, page.stop(found.end(), span[1])


def _part_changes(page: Page, span: Span, section: str) -> None:
    """其中：一般公共预算较上年增加…，主要原因是…；其他收入较上年减少…。"""
    for key, words in PART_CHANGES:
        head = page.search(
            rf"(?:{words})[,]?(?:{VERSUS})[^,。;\n\d]{{0,10}}(?=[增减下上降提])", span
        )
        if head is None:
            continue
        following = re.compile(rf"[;。]|,(?={PART})").search(page.folded, head.end(), span[1])
        end = following.start() if following else span[1]
        done = change(page, f"{key}_delta", "", (head.end(), end), section)
        if done is not None:
            reason(page, f"{key}_reason", (done, end), section)
