"""The change against last year told right after an amount, and the reason given for it."""

import re
from collections.abc import Sequence

from disclosures.classification.figures import FIGURES, figure_of
from disclosures.documents.narrative.changes import change
from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.narrative.reasons import reason
from disclosures.documents.national.clauses import Mention

# A change follows its amount at once, or opens the next sentence; else it is another figure's.
OPENING = re.compile(
    r"[,;(]?(?=(?:较|比|与|同比|同20|同上|增加|增长|减少|下降|降低|上升|压减|持平|无增减))"
    r"|。(?=(?:较|比|与)(?:上年|去年|20\d\d)[^,。]{0,12}(?:相比|对比|增|减|持平))"
)
INNER = re.compile(r"其中|包括|分别|具体(?:为|是|如下)|\n")
TURN = re.compile(r"增|减|下降|降低|上升|持平|相同|一致|不变")
# 与上年相比收、支预算总计各增加: said of each of the two alike.
BOTH_EACH = r"支(?:出)?(?:预算)?总?(?:计|预算)?各"
OTHER_BASE = re.compile(r"执行|决算|完成")
PARTS = re.compile(r"其中|包括|\(|具体")  # what opens a list of parts
AMOUNT_SAID = re.compile(r"\d万?元")
FARTHEST = 160
TOTALS = ("income.total", "exp.total", "fiscal.total")


def read_changes(page: Page, found: Sequence[Mention], kind: str) -> None:
    """State the change of each stated figure."""
    begins = sorted(each.begin for each in found)
    for each in found:
        stated = page.statements.get(each.subject.key)
        if stated is None or stated.start != each.amount.start:
            continue
        _change(page, each, begins, kind)


def keys_of(key: str) -> tuple[str, str, str]:
    """The keys of a figure's change, percentage and reason; "" for those that none declared."""
    stem = key.removesuffix(".total").removesuffix(".amount")
    head = f"{stem}." if stem in ("income", "exp", "fiscal", "running") else f"{key}_"
    names = (f"{head}delta", f"{head}delta_pct", f"{head}reason")
    if key.startswith("sangong."):
        names = (f"{key}_delta", f"{key}_pct", f"{key}_reason")
    if stem in ("income", "fiscal"):
        names = (names[0], names[1], f"{stem}.delta_reason")
    delta, percent, why = (name if name in FIGURES else "" for name in names)
    return delta, percent, why


def _change(page: Page, mention: Mention, begins: Sequence[int], kind: str) -> None:
    delta, percent, why = keys_of(mention.subject.key)
    start = mention.amount.end
    opening = OPENING.match(page.folded, start)
    if not delta or opening is None or delta in page.statements:
        return
    zone = _zone(page, opening.end(), begins)
    if _may_be_the_wholes(page, mention, begins, opening.group() == "。"):
        page.doubt(f"没有说清是不是“{figure_of(delta).label}”，没有读出", *zone)
        return
    turn = TURN.search(page.folded, *zone)
    base = OTHER_BASE.search(page.folded, zone[0], turn.start()) if turn else None
    if kind == "budget" and base is not None:
        page.doubt(f"“{figure_of(delta).label}”对比的不是上年预算数", zone[0], base.end())
        return
    done = change(page, delta, percent, zone, "", own=f"{mention.subject.words}|{BOTH_EACH}")
    if why and done is not None:
        stop = page.stop(done, min(len(page.folded), done + 2 * FARTHEST))
        told = min([stop, *(at for at in begins if at > done)])
        reason(page, why, (done, told), "")


def _may_be_the_wholes(
    page: Page, mention: Mention, begins: Sequence[int], after_stop: bool
) -> bool:
    """Whether a change after the last of several parts may be told of their sum.

    It is the part's own where each part before it has had its change told.
    """
    if mention.subject.key in TOTALS:
        return False
    floor = page.sentence(mention.begin, mention.begin)[0]
    if after_stop:
        return any(floor <= at < mention.begin for at in begins)
    inner = [each.end() for each in PARTS.finditer(page.folded, floor, mention.begin)]
    start = max([floor, *inner])
    siblings = AMOUNT_SAID.search(page.folded, start, mention.begin)
    return siblings is not None and TURN.search(page.folded, start, mention.begin) is None


def _zone(page: Page, start: int, begins: Sequence[int]) -> Span:
    """From a comparison to the end of its sentence, its own parts or the next figure."""
    roof = min(len(page.folded), start + FARTHEST)
    end = min([page.stop(start, roof), *(at for at in begins if at > start)])
    inner = INNER.search(page.folded, start, end)
    return start, inner.start() if inner else end
