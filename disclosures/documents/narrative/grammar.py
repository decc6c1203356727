"""The small grammar that all sections share: labelled numbers, changes with direction, reasons."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.narrative.wording import DOWN, FLAT, MONEY, NUMBER, UP

# Between a label and its number only these words may stand; anything else is another figure.
BETWEEN = (
    r"(?:财政拨款|拨款|预算|资金|收入|支出|收益|经费|总额|年初|数|安排|合计|共计|共|为|是|约"
    r"|20\d\d年(?:度)?|[:,]|[ \n])*"
)
REASON = re.compile(
    r"(?:(?:主要)?(?:变动)?原因(?:分析|说明)?(?:如下)?(?:是|为|:)+|主要(?:是|为|系))[:,]?"
    r"(?P<reason>[^。;\n]+)"
)
CHANGE = re.compile(
    rf"(?P<direction>{UP}|{DOWN})(?:了)?[ ]*(?P<number>{NUMBER})[ \n]*(?P<unit>万元|元)"
    rf"|(?P<flat>{FLAT})"
)
PERCENT = re.compile(
    rf"(?P<direction>{UP}|{DOWN})(?:幅度|幅)?(?:了|为)?[ ]*(?P<number>\d[\d,]*(?:\.\d+)?)[ ]*%"
)


@dataclass(frozen=True)
class Label:
    """A key and the wordings of its label; `between` widens what may stand before the number."""

    key: str
    words: str


def labelled(page: Page, labels: Sequence[Label], span: Span, section: str, unit: str = "") -> None:
    """State each labelled number found in a span; `unit` is a counting word such as 人 or 辆."""
    for label in labels:
        pattern = rf"(?:{label.words}){BETWEEN}" + (
            rf"(?P<number>{NUMBER})[ ]*(?:{unit})" if unit else MONEY
        )
        match = page.search(pattern, span)
        if match:
            page.number(label.key, match, section)


def change(page: Page, key: str, percent_key: str, span: Span, section: str) -> int | None:
    """State the change against last year printed in a span; its end, or None when there is none."""
    match = CHANGE.search(page.folded, *span)
    if match is None:
        return None
    if match["flat"]:
        page.state(key, Decimal(0), match.span(), section, unit=page.unit)
        return match.end()
    sign = -1 if re.fullmatch(DOWN, match["direction"]) else 1
    page.number(key, match, section, sign=sign, start=match.start())
    after = PERCENT.match(page.folded, _skip(page.folded, match.end()), span[1])
    if after is None:
        return match.end()
    sign = -1 if re.fullmatch(DOWN, after["direction"]) else 1
    value = Decimal(after["number"].replace(",", "")) * sign
    page.state(percent_key, value, after.span(), section)
    return after.end()


def reason(page: Page, key: str, span: Span, section: str) -> None:
    """State the reason printed in a span."""
    match = REASON.search(page.folded, *span)
    if match:
        start, end = match.span("reason")
        page.state(key, page.text[start:end], (start, end), section)


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in ",、; ":
        at += 1
    return at
