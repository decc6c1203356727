"""Section 一: duties, internal offices, subordinate units, key work."""

import re
from decimal import Decimal

from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.narrative.parts import Part, parts_of
from disclosures.documents.narrative.wording import numeral

TOPICS = {
    "duties": r"[^\n]{0,8}(?:职责|职能)",
    "offices": r"[^\n]{0,4}机构(?:设置|情况|概况)?",
    "work": r"[^\n]{0,12}(?:重点工作|工作(?:重点|概述|任务|目标)|主要工作)",
}
ITEMS = (
    re.compile(r"^[ ]*\d{1,2}[.、．](?!\d)[ ]*\S", re.M),
    re.compile(r"^[ ]*\([一二三四五六七八九十]{1,3}\)[ ]*\S", re.M),
    re.compile(r"^[ ]*\(\d{1,2}\)[ ]*\S", re.M),
    re.compile(r"^[ ]*[一二三四五六七八九十]{1,3}是", re.M),
)
N = r"(?P<n>\d{1,4}|[一二三四五六七八九十两]{1,3})[ ]*"
OFFICE = r"(?:内设)?(?:职能)?(?:机构|科室|处室|部门|处|科)"
OFFICES = (
    rf"{N}个(?:职能)?(?:内设|处室|科室)(?:职能)?{OFFICE}?",
    rf"内设(?:职能)?(?:机构|科室|处室|部门)?(?:数量|共计?|有|为|[:, ])*{N}个",
    rf"设(?:置|立|有)?(?:了)?{N}个(?:职能)?(?:机构|科室|处室|部门|处|科)",
    rf"内设(?:有)?(?P<before>[^\d。;:\n]{{2,160}}?)(?:等)?(?:共计?)?{N}个(?:职能)?(?:机构|科室|处室|部门|处|科)",
)
NAMES = re.compile(
    r"(?:分别(?:是|为)|包括|具体(?:机构|包括)?(?:为|是)?|即|有|名称为|[:])[:,]?[ ]*"
    r"(?P<names>[^。\n;:]*[^。\n;:、,])"
)
BELOW = (
    rf"(?:所属|下属|下设|直属|下辖)(?:预算|事业|二级|独立核算)*(?:单位|机构)"
    rf"(?:数量|共计?|有|为|[: ])*{N}个",
    rf"{N}个(?:所属|下属|直属)(?:预算|事业|二级)*(?:单位|机构)",
    rf"(?:所属|下属|下设|直属|下辖){N}个(?:预算|事业|二级|参公)*(?:单位|机构)",
)
OTHERS = re.compile(r"所属|下属|下设|直属|下辖|派出")  # whose names follow are not the offices
BETWEEN_NAMES = re.compile(r"[、,，](?![^(（)）]*[)）])")  # a comma inside brackets parts no names
NONE_BELOW = r"(?:无|没有)(?:所属|下属|下设|直属)(?:预算|事业|二级|独立核算)*(?:单位|机构)"


def read_organisation(page: Page) -> None:
    """一: duties, internal offices, subordinate units, key work."""
    span = page.span(1)
    if span is None:
        return
    parts = parts_of(page, span, TOPICS)
    for topic, key in (("duties", "org.duties"), ("work", "org.key_work")):
        if topic in parts:
            _items(page, key, parts[topic])
    _offices(page, parts["offices"].whole if "offices" in parts else span)


def _items(page: Page, key: str, part: Part) -> None:
    """The numbered points of a part, or its paragraphs when it has none."""
    line = page.folded.find("\n", part.start, part.end)
    body = (line + 1 if line >= 0 else part.start, part.end)
    found = [[match.start() for match in each.finditer(page.folded, *body)] for each in ITEMS]
    starts = max(found, key=len)
    if not starts:
        paragraph = re.compile(r"^[ ]*\S", re.M)
        starts = [match.start() for match in paragraph.finditer(page.folded, *body)]
    if not starts:
        return
    spans = list(zip(starts, [*starts[1:], body[1]], strict=True))[:300]
    items = [page.text[start:end].strip() for start, end in spans]
    text = page.text[starts[0] : spans[-1][1]].rstrip()
    where = (starts[0], starts[0] + len(text))
    page.state(key, str(len(items)), where, page.label(1), items=items)


def _offices(page: Page, span: Span) -> None:
    head = next((found for each in OFFICES if (found := page.search(each, span))), None)
    if head:
        _count(page, "org.internal_count", head)
        names = _names(page, head, span[1])
        if names:
            printed = page.text[slice(*names)]
            items = [each.strip() for each in BETWEEN_NAMES.split(printed)]
            page.state("org.internal_names", printed, names, page.label(1), items=items)
    below = next((found for each in BELOW if (found := page.search(each, span))), None)
    if below:
        _count(page, "org.subordinate_count", below)
    elif none := page.search(NONE_BELOW, span):
        page.state("org.subordinate_count", Decimal(0), none.span(), page.label(1))


def _names(page: Page, head: re.Match[str], end: int) -> Span | None:
    """Where the offices are named: before their number, or after it and soon."""
    if head.groupdict().get("before"):
        return head.span("before")
    names = NAMES.search(page.folded, head.end(), end)
    if names is None or names.start() - page.stop(head.end(), end) > 12:
        return None
    others = OTHERS.search(page.folded, head.end(), names.start())
    return None if others else names.span("names")


def _count(page: Page, key: str, match: re.Match[str]) -> None:
    page.state(key, Decimal(numeral(match["n"])), match.span("n"), page.label(1))
