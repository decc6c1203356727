"""Section 五: the kinds of transfer to districts, each said to be none or listed."""

import re

from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.narrative.parts import parts_of

TOPICS = {
    "transfer.item1": r"[^\n]{0,4}与中央配套(?:事项)?",
    "transfer.item2": r"[^\n]{0,4}与省(?:级?|[、/和]?市级?)配套(?:事项)?",
    "transfer.item3": r"[^\n]{0,4}按?既定政策标准(?:测算)?(?:补助)?(?:事项)?",
    "transfer.item4": r"[^\n]{0,4}经济社会(?:事业)?发展(?:事项)?",
}
NONE = r"(?<![有全])无(?![法增变论锡偿障])|没有|不涉及|不存在"
# A section of one word: 无。
ALONE = rf"[ \n]*(?:(?:我|本)(?:部门|单位|局|校|院)|20\d\d年度?|[,:]){{0,4}}(?:{NONE})[ \n。]*"
AMOUNT = r"\d[ ]*(?:万元|元)"


def read_transfers(page: Page) -> None:
    """五: what each kind of transfer is said to be; a section that says nothing states nothing."""
    span = page.span(5)
    if span is None:
        return
    parts = parts_of(page, span, TOPICS)
    for key, part in parts.items():
        _item(page, key, part.body)
    if parts:
        return
    absent = re.compile(ALONE).fullmatch(page.folded, *span) or page.search(
        rf"(?:{NONE})[^。\n]{{0,24}}转移支付|转移支付[^。\n]{{0,12}}(?:{NONE})", span
    )
    if absent and page.search(AMOUNT, span) is None:
        word = re.compile(NONE).search(page.folded, *absent.span())
        where = word.span() if word else absent.span()
        page.state("transfer.none", "无", where, page.label(5))


def _item(page: Page, key: str, body: Span) -> None:
    absent = page.search(NONE, body)
    if absent and page.search(AMOUNT, body) is None:
        page.state(key, "无", absent.span(), page.label(5))
        return
    text = page.text[slice(*body)]
    start = body[0] + len(text) - len(text.lstrip(" \n　:：。"))
    text = page.text[start : body[1]].rstrip()
    if text:
        items = [line.strip() for line in text.split("\n") if line.strip()]
        page.state(key, text, (start, start + len(text)), page.label(5), items=items)
