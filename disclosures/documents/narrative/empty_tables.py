"""空表说明: which tables are empty, and why."""

import re

from disclosures.documents.narrative.other_parts import other_parts
from disclosures.documents.narrative.page import Page
from disclosures.records.narrative import EmptyReason

SENTENCE = re.compile(r"[^\n。]*(?:空表|无数据|没有数据|无内容)[^\n。]*。?")
TITLE = re.compile(
    r"[《\"]?(?P<title>[\u4e00-\u9fa5\"()]{3,40}?表(?:\([^()\n]{2,30}\))?)[》\"]?"
    r"(?=公开|为|是|均|都|和|及|与|、|,|无|没有|》|\"|$|。)"
)
LINK = re.compile(r"^(?:以及|和|及|与|所以|因此|故|其中|我部门|我单位|本部门|本单位)+")


def read_empty_reasons(page: Page) -> tuple[EmptyReason, ...]:
    """空表说明: sentences that say which tables are empty and why."""
    part = other_parts(page).get("empty")
    if part is None:
        return ()
    _, span = part
    made = []
    for found in page.all(SENTENCE.pattern, span):
        line = page.folded[found.start() : found.end()]
        # The reason comes first and may itself name a table's subject; the tables come last.
        cut = max(line.rfind("所以"), line.rfind("故"), line.rfind("因此"), -1)
        offset = found.start() + max(cut, 0)
        titles = tuple(
            page.text[offset + start : offset + end] for start, end in _titles(line[max(cut, 0) :])
        )
        text = page.text[found.start() : found.end()].strip()
        made.append(EmptyReason(titles, text, found.start(), found.end()))
    return tuple(made)


def _titles(line: str) -> list[tuple[int, int]]:
    spans = []
    for found in TITLE.finditer(line):
        start, end = found.span("title")
        if found["title"].endswith("空表"):
            continue
        link = LINK.match(line[start:end])
        start += link.end() if link else 0
        spans.append((start, end))
    return spans
