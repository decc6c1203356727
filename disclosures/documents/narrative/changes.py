"""Changes against last year, their percentages and their reasons."""

import re
from decimal import Decimal

from disclosures.classification.figures import figure_of
from disclosures.classification.money import parse_number
from disclosures.documents.narrative.amounts import AMOUNT, amount_of, state_money
from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.narrative.wording import (
    DOWN,
    FLAT,
    NEARLY,
    NUMBER,
    UP,
    VERSUS,
    is_down,
)

CHANGE = re.compile(
    rf"(?P<direction>{UP}|{DOWN})(?:了|额|数|金额|资金|预算|为|[ \n])*{AMOUNT}"
    r"|(?P<both>增加?(?:\(减少?\)|/减少?|或减少?|减)(?:了|额|数|[ ])*)"
    rf"(?P<any>{NUMBER})[ ]*(?P<any_unit>万元|元)?"
    rf"|(?P<flat>{FLAT})"
)
PERCENT = re.compile(
    rf"(?P<direction>{UP}|{DOWN})(?:幅度|比例|幅|率|了|为|约|[ \n])*(?P<number>-?{NUMBER})[ ]*%"
)
# Nothing but these may stand between a change and its percentage.
ADJOINING = re.compile(
    r"[,、;() \n]*(?:同比|(?:较|比|与)(?:上年|去年)度?(?:相比|对比)?)?[,、;() \n]*(?:金额|数额)?"
)
REASON_WORD = (
    r"(?:(?:(?:增加|减少|增减|变动|变化)的?)?(?:主要)?原因(?:分析|说明)?[ ]*"
    r"(?:是由于|是因为|是|为|系|在于|:)+|主要(?:是由于|是因为|由于|因|是|为|系))[:,]?[ ]*\n?"
)
REASON = re.compile(rf"{REASON_WORD}[ ]*(?P<reason>[^。;\n]{{2,}})")
# A reason told in several points runs on over semicolons, stops and lines.
FURTHER = re.compile(
    r"[。;\n ]{1,3}(?:[二三四五六七八][是、]|\(?[2-9][).、]|同时|此外|另外|另一方面|其次|再次)"
    r"[^。;\n]*"
)
COMPARED = re.compile(VERSUS)


def change(
    page: Page,
    key: str,
    percent_key: str,
    span: Span,
    section: str,
    *,
    others: str = "",
) -> int | None:
    """State the change against last year printed in a span; its end, or None without one.

    `others` are the labels of other figures: a change said of one of them is not this one's.
    """
    span = (span[0], _before_reason(page, _with_stop(page, span)))
    match = CHANGE.search(page.folded, *span)
    percent = PERCENT.search(page.folded, *span)
    first = min((found.start() for found in (match, percent) if found), default=None)
    if first is None:
        _lost(page, key, span)
        return None
    if others and page.search(others, (span[0], first)):
        page.doubt(
            f"与上年的对比先说的是其中一项，没有读出“{figure_of(key).label}”", span[0], first
        )
        return None
    done = _state(page, key, match, section, span) if match else None
    if match is None:
        _lost(page, key, (span[0], first))
    if percent and percent_key and _adjoin(page, match, percent):
        _state_percent(page, percent_key, percent, section)
        _doubt_contradiction(page, key, percent_key, percent.span())
        done = max(done or 0, percent.end())
    return done


def _adjoin(page: Page, match: re.Match[str] | None, percent: re.Match[str]) -> bool:
    """Whether a percentage is the change's own: right after it, right before it, or alone."""
    if match is None:
        return True
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
    sign = -1 if is_down(match["direction"]) else 1
    amount = amount_of(match)
    if not state_money(page, key, amount, section, scope=span, sign=sign, start=match.start()):
        return None
    return amount.end


def _basically(page: Page, at: int) -> bool:
    return page.folded[max(0, at - 3) : at].endswith(("基本", "大致", "大体"))


def _both(page: Page, key: str, match: re.Match[str], section: str) -> int:
    """增加（减少）0 is no change; with any other number the direction is unknown."""
    if parse_number(match["any"]) == 0 and page.unit:
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


def _before_reason(page: Page, span: Span) -> int:
    """Where the reasons begin: amounts in them are no changes of the figure."""
    found = page.search(REASON_WORD, span)
    return found.start() if found else span[1]


def reason(page: Page, key: str, span: Span, section: str, before: int | None = None) -> None:
    """State the reason printed in a span, with all its points; it must begin before a place."""
    match = REASON.search(page.folded, *span)
    if match is None or (before is not None and match.start() >= before):
        return
    start, end = match.span("reason")
    while further := FURTHER.match(page.folded, end, span[1]):
        end = further.end()
    text = page.text[start:end].rstrip()
    page.state(key, text, (start, start + len(text)), section)
