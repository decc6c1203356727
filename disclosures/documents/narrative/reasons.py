"""The reasons of a change, and where they begin."""

import re

from disclosures.documents.narrative.page import Page, Span

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


def before_reason(page: Page, span: Span) -> int:
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
    if text[-1:] in ")）" and not set(text) & set("(（"):
        text = text[:-1]  # the bracket opened before the reason
    page.state(key, text, (start, start + len(text)), section)
