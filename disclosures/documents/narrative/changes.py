"""Changes against last year, their percentages and their reasons."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from disclosures.classification.figures import figure_of
from disclosures.classification.money import parse_number
from disclosures.documents.narrative.amounts import AMOUNT, amount_of, state_money
from disclosures.documents.narrative.clauses import COMPARED, clause, is_own
from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.narrative.reasons import before_reason
from disclosures.documents.narrative.wording import (
    DOWN,
    FLAT,
    NEARLY,
    NUMBER,
    UP,
    is_down,
)

CHANGE = re.compile(
    rf"(?P<direction>{UP}|{DOWN})(?:了|额|数|金额|资金|预算|为|[ \n])*{AMOUNT}"
    r"|(?P<both>增加?(?:\(减少?\)|/减少?|或减少?|减)(?:变化|变动|了|额|数|金额|为|[: ])*)"
    rf"(?P<any>-?{NUMBER})[ ]*(?P<any_unit>万元|元)?(?![ ]*%)"
    rf"|(?P<flat>{FLAT})"
)
PERCENT = re.compile(
    rf"(?P<direction>{UP}|{DOWN})(?:幅度|比例|幅|率|了|为|约|[ \n])*(?P<number>-?{NUMBER})[ ]*"
    r"(?:%|(?P<points>个?百分点))"
)
# Nothing but these may stand between a change and its percentage.
ADJOINING = re.compile(
    r"[,、;() \n]*(?:同比|(?:较|比|与)(?:上年|去年)度?(?:相比|对比)?)?[,、;() \n]*(?:金额|数额)?"
)
OTHER_BASE = re.compile(r"执行|决算|完成数")
MOST = 200  # changes that a span may tell


def change(
    page: Page,
    key: str,
    percent_key: str,
    span: Span,
    section: str,
    *,
    own: str = "",
    others: str = "",
) -> int | None:
    """State the change against last year printed in a span; its end, or None without one.

    `own` are the words of this figure's label and `others` those of other figures: a change said
    of one of those, or of any other sum, is not this one's.
    """
    whole = _with_stop(page, span)
    span = (whole[0], before_reason(page, whole))
    first = min((each.start() for each in _said(page, span)), default=None)
    if first is None and (late := _after_reason(page, (span[1], whole[1]))) is not None:
        span, first = late, late[0]
    if first is None:
        _lost(page, key, span)
        return None
    if others and page.search(others, (span[0], first)):
        page.doubt(
            f"与上年的对比先说的是其中一项，没有读出“{figure_of(key).label}”", span[0], first
        )
        return None
    match = _chosen(page, key, span, own)
    percent = _percent(page, span, match, own)
    done = _state(page, key, match, section, span) if match else None
    if match is None:
        _unread(page, key, (span[0], percent.start() if percent else span[1]), first)
    if percent and percent_key:
        _state_percent(page, percent_key, percent, section)
        _doubt_contradiction(page, key, percent_key, percent.span())
        done = max(done or 0, percent.end())
    return done


def _said(page: Page, span: Span) -> Iterator[re.Match[str]]:
    """Every change and percentage of a span."""
    yield from CHANGE.finditer(page.folded, *span)
    yield from PERCENT.finditer(page.folded, *span)


def tells_change(page: Page, span: Span) -> bool:
    """Whether a span tells any change, by an amount or by a percentage alone."""
    return next(_said(page, span), None) is not None


def _chosen(page: Page, key: str, span: Span, own: str) -> re.Match[str] | None:
    """The change that is the figure's own; one against last year's budget before any other."""
    found = [
        each
        for each in islice(CHANGE.finditer(page.folded, *span), MOST)
        if is_own(page, each, span[0], own)
    ]
    if not found:
        return None
    against = [each for each in found[1:] if COMPARED.search(clause(page, each, span[0]))]
    if OTHER_BASE.search(clause(page, found[0], span[0])) and against:
        page.doubt(
            f"“{figure_of(key).label}”与几个基数作了对比", found[0].start(), against[0].end()
        )
        return next(
            (each for each in against if not OTHER_BASE.search(clause(page, each, span[0]))),
            found[0],
        )
    return found[0]


def _percent(page: Page, span: Span, match: re.Match[str] | None, own: str) -> re.Match[str] | None:
    """The percentage of a change, or where only a percentage is told, the figure's own."""
    return next(
        (
            each
            for each in islice(PERCENT.finditer(page.folded, *span), MOST)
            if (_adjoin(page, match, each) if match else is_own(page, each, span[0], own))
        ),
        None,
    )


def _unread(page: Page, key: str, span: Span, first: int) -> None:
    """Doubt changes that are said, but not of this figure."""
    found = CHANGE.search(page.folded, *span)
    if found is None:
        _lost(page, key, span)
        return
    page.doubt(f"与上年的对比说的是其中一项，没有读出“{figure_of(key).label}”", first, found.end())


def _after_reason(page: Page, span: Span) -> Span | None:
    """A comparison told after its reasons, in a clause of its own: …，较上年减少20万元。"""
    for found in islice(COMPARED.finditer(page.folded, *span), MOST):
        if page.folded[found.start() - 1] not in ",;。\n":
            continue
        end = page.stop(found.end(), span[1])
        cut = before_reason(page, (found.start(), end))
        if next(_said(page, (found.start(), cut)), None) is not None:
            return found.start(), cut
    return None


def _adjoin(page: Page, match: re.Match[str], percent: re.Match[str]) -> bool:
    """Whether a percentage is the change's own: right after it or right before it."""
    first, second = sorted((match.span(), percent.span()))
    return ADJOINING.fullmatch(page.folded, first[1], second[0]) is not None


def _state(page: Page, key: str, match: re.Match[str], section: str, span: Span) -> int | None:
    """State the change of a match: an amount with its direction, or words for none."""
    if match["flat"]:
        if NEARLY.search(match["flat"]) or _basically(page, match.start()):
            page.doubt(f"“{figure_of(key).label}”说是基本持平，没有印出增减", *match.span())
        elif page.unit:
            page.state(key, Decimal(0), match.span(), section, unit=page.unit)
        return match.end()
    if match["both"]:
        return _both(page, key, match, section)
    amount = amount_of(match)
    sign = -1 if is_down(match["direction"]) and amount.value else 1  # 减少0万元 is 0, not -0
    if not state_money(page, key, amount, section, scope=span, sign=sign, start=match.start()):
        return None
    return amount.end


def _basically(page: Page, at: int) -> bool:
    return page.folded[max(0, at - 3) : at].endswith(("基本", "大致", "大体"))


def _both(page: Page, key: str, match: re.Match[str], section: str) -> int:
    """增加（减少）0 is no change; with any other number the direction is unknown."""
    value = parse_number(match["any"])
    if value == 0 and page.unit:
        page.state(key, Decimal(0), match.span(), section, unit=page.unit)
    else:
        page.doubt(f"“{figure_of(key).label}”没有说明是增加还是减少", *match.span())
    return match.end()


def _state_percent(page: Page, key: str, match: re.Match[str], section: str) -> None:
    value = parse_number(match["number"])
    if value < 0:
        page.doubt(f"“{figure_of(key).label}”既有方向又有负号", *match.span())
    if abs(value) >= 10**9:
        page.doubt(f"“{figure_of(key).label}”不可能：{match['number']}%", *match.span())
        return
    if match["points"]:
        page.doubt(f"“{figure_of(key).label}”印作百分点", *match.span())
    sign = -1 if is_down(match["direction"]) and value > 0 else 1
    page.state(key, value * sign, match.span(), section)


def _doubt_contradiction(page: Page, key: str, percent_key: str, span: Span) -> None:
    delta, percent = page.statements.get(key), page.statements.get(percent_key)
    if delta is None or percent is None or percent.start != span[0]:
        return
    if Decimal(delta.value) * Decimal(percent.value) < 0:
        said = f"{delta.printed}，{percent.printed}"
        page.doubt(f"“{figure_of(key).label}”增减方向前后不一：{said}", *span)


def _lost(page: Page, key: str, span: Span) -> None:
    """Doubt a comparison with last year that says a number but neither up nor down."""
    compared = COMPARED.search(page.folded, *span)
    if compared is None:
        return
    end = page.stop(compared.end(), span[1])
    if re.compile(r"\d[\d,.]*[ ]?(?:万元|元)").search(page.folded, compared.end(), end):
        page.doubt(f"与上年作了对比，但没有读出“{figure_of(key).label}”", compared.start(), end)


def _with_stop(page: Page, span: Span) -> Span:
    """The span with the stop that ends it, by which a number without a unit is known to end."""
    stopped = page.folded[span[1] : span[1] + 1] in ("。", ";", "\n")
    return (span[0], span[1] + 1) if stopped else span
