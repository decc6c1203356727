"""Section 七: the three public expenses, their changes, counts and reasons."""

import re

from disclosures.documents.narrative.amounts import AMOUNT, amount_of
from disclosures.documents.narrative.changes import change, tells_change
from disclosures.documents.narrative.clauses import after_brackets, closing
from disclosures.documents.narrative.grammar import (
    ELSEWHERE,
    YEAR,
    Label,
    Mention,
    lead,
    mentions,
    missing,
    state_count,
    state_mention,
)
from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.narrative.parts import Part, parts_of
from disclosures.documents.narrative.reasons import reason
from disclosures.documents.narrative.wording import NUMBER, VERSUS

CAR = r"(?:公务用车|公务车|公车|车辆)"
BOTH = rf"{CAR}购置(?:费用?)?(?:及|和|与|、)(?:{CAR})?运行(?:和)?(?:维护)?(?:费用?|经费)?"
ABROAD = r"因公出[国境](?:\(境\)|境)?(?:费用?|经费)?(?!团组)"
# What is spent on foreign guests, or on others beside them, is a part.
RECEPTION = r"(?<!外宾)(?<!外事)(?<!其中:国内)(?:公务|(?<!其中:)国内)?接待(?:费用?|经费)"
LABELS = (
    Label("sangong.total", r'三公"?经费'),
    Label("sangong.abroad", ABROAD),
    Label("sangong.reception", RECEPTION),
    Label("sangong.vehicle", BOTH),
    Label("sangong.vehicle_purchase", rf"{CAR}购置(?:费用?|经费|支出)(?![及和与、])"),
    Label(
        "sangong.vehicle_run",
        rf"(?<![及和与、]){CAR}运行(?:及|和)?(?:维护)?(?:费用?|经费|支出)",
    ),
)
# Under the heading of vehicles their parts may go without the vehicles.
SHORT = (
    Label("sangong.vehicle_purchase", r"(?:(?<=其中)|(?<=[,;、:(]))购置费用?"),
    Label("sangong.vehicle_run", r"(?:(?<=其中)|(?<=[,;、:(]))运行(?:维护)?费用?"),
)
OWN = {each.key: each.words for each in LABELS}
TOPICS = {"abroad": ABROAD, "reception": RECEPTION, "vehicle": rf"{BOTH}|{CAR}(?:购置|运行)"}
OTHERS = r"出国|接待|购置|运行|会议费|培训费"
UNLABELLED = rf"(?:预算|安排|预算数|费用)(?:安排|为|数|是|[:, ])*{AMOUNT}"
COMPARING = re.compile(rf"[。 \n]{{1,4}}(?:{VERSUS}|总体)")
N = rf"(?P<number>{NUMBER})[ ]*"
AS = r"(?:数量?|共计?|合计|预计|计划|安排|约|为|[ ])*"
COUNTS = (
    ("sangong.abroad_groups", rf"团组{AS}{N}[个批]"),
    ("sangong.abroad_groups", rf"{N}个(?:因公)?(?:出国)?(?:\(境\))?团组"),
    ("sangong.abroad_persons", rf"出国(?:\(境\)|境)?(?:人员|人数|人次)?{AS}{N}人"),
    (
        "sangong.abroad_persons",
        rf"团组[^。;]{{0,12}}[,、 ](?:人员|人次|出国|累计|\(境\))*{AS}{N}人",
    ),
    ("sangong.reception_batches", rf"(?<!外事)(?<!外宾)接待(?:批次|批数){AS}{N}[次批个]"),
    ("sangong.reception_batches", rf"(?<!外事)(?<!外宾)接待{AS}{N}(?:批|次(?!人))"),
    ("sangong.reception_persons", rf"(?<!外事)(?<!外宾)接待(?:人次|人数|人员)?{AS}{N}人"),
    ("sangong.reception_persons", rf"接待批?次?[^。;]{{0,16}}[,、 ](?:共计?|合计|接待)*{N}人"),
    (
        "sangong.reception_persons",
        rf"(?<!外事)(?<!外宾)接待(?:批次)?{AS}\d[\d,]{{0,8}}[ ]*[批次个]{{1,2}}[,、 ]*"
        rf"(?:共计?|合计|累计|接待|人次|[: ])*{N}人",
    ),
    ("sangong.vehicle_bought", rf"购置(?:{CAR}|执法执勤用车){AS}{N}[辆台]"),
    ("sangong.vehicle_bought", rf"{CAR}购置{AS}{N}[辆台]"),
    ("sangong.vehicle_holding", rf"保有量?(?:{CAR})?{AS}{N}[辆台]"),
)


def read_three_public(page: Page) -> None:
    """七: the total, then each part with its own change and reason, in whichever order."""
    span = page.span(7)
    if span is None:
        return
    section = page.label(7)
    parts = parts_of(page, span, TOPICS)
    first = min((part.title for part in parts.values()), default=span[1])
    _block(page, (span[0], first), "", section)
    for name, part in sorted(parts.items(), key=lambda item: item[1].title):
        _block(page, part.whole, name, section)
        reason(page, f"sangong.{name}_reason", (part.start, _own_end(page, name, part)), section)
    missing(page, LABELS, span)
    read_counts(page, span, section)


def read_counts(page: Page, span: Span, section: str) -> None:
    """Groups, guests and vehicles: the first count of each kind."""
    for key, pattern in COUNTS:
        if key not in page.statements and (found := page.search(pattern, span)):
            state_count(page, key, found, section)


def _own_end(page: Page, name: str, part: Part) -> int:
    """Where a part begins to speak of another, when the other's heading is missing."""
    family = f"sangong.{name}"
    others = (each for each in mentions(page, LABELS, part.whole) if family not in each.key)
    return next((each.begin for each in others), part.end)


def _block(page: Page, block: Span, name: str, section: str) -> None:
    """The amounts of one part, each with the change told before the next amount."""
    found = mentions(page, LABELS, block)
    if name == "vehicle":
        named = {each.key for each in found}
        short = [label for label in SHORT if label.key not in named]
        found = sorted([*found, *mentions(page, short, block)], key=lambda each: each.begin)
    if name and not found:
        found = _unlabelled(page, f"sangong.{name}", block)
    for each in found:
        state_mention(page, each, section, block)
    for each, following in zip(found, [*found[1:], None], strict=False):
        end = following.begin if following else block[1]
        end = closing(page, each.amount.end, end)
        _changed(page, each, (each.amount.end, end), found, section)
        beyond = after_brackets(page, each.amount.end, block[1])
        if beyond is not None:  # its parts stand in brackets, its change after them
            later = [other.begin for other in found if other.begin >= beyond]
            _changed(page, each, (beyond, min([*later, block[1]])), [each], section)
    total = next((each for each in found if each.key == "sangong.total"), None)
    if total and "sangong.total_delta" in page.statements:
        later = [each.begin for each in found if each.begin > total.begin]
        reason(page, "sangong.total_reason", (total.amount.end, min([*later, block[1]])), section)


def _unlabelled(page: Page, key: str, block: Span) -> list[Mention]:
    """Under its own heading an amount may go without its name: 2023年预算5万元."""
    for match in page.all(UNLABELLED, block):
        said = lead(page, match.start(), block[0]) + match.group()
        years = set(YEAR.findall(said))
        before = page.folded[block[0] : match.start()]
        if ELSEWHERE.search(said) or (years and str(page.year) not in years):
            continue
        if str(page.year) not in years and re.search(r"\d[ ]*(?:万元|元)|其中", before):
            return []
        return [Mention(key, match.start(), amount_of(match))]
    return []


def _changed(page: Page, mention: Mention, zone: Span, found: list[Mention], section: str) -> None:
    """The change told between an amount and the next, in its sentence or in one of its own."""
    key = mention.key
    delta = f"{key}_delta"
    stop = page.stop(*zone)
    own = tells_change(page, (zone[0], stop))
    if not own and (following := COMPARING.match(page.folded, stop, zone[1])):
        stop = page.stop(following.end(), zone[1])
    zone = (zone[0], stop)
    if delta in page.statements or not tells_change(page, zone):
        return
    if _may_be_all(page, mention, found, own):
        page.doubt("没有说清是哪一项的增减，未读出", *zone)
        return
    percent = "sangong.total_pct" if key == "sangong.total" else f"{key}_pct"
    change(page, delta, percent, zone, section, own=OWN[key], others=OTHERS)


def _may_be_all(page: Page, mention: Mention, found: list[Mention], own: bool) -> bool:
    """A change after the last of several amounts may be the sum's or that amount's."""
    before = [each for each in found if each.amount.start < mention.amount.start]
    if not before or mention is not found[-1]:
        return False
    return not own or not any(f"{each.key}_delta" in page.statements for each in before)
