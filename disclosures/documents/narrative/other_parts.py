"""The subsections of 九, which documents order and number as they like."""

from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.narrative.parts import parts_of, sublabel

TOPICS = {
    "glossary": r"[^\n]{0,8}名词(?:解释|说明)?",
    "running": r"[^\n]{0,12}机关运行经费",
    "entrusted": r"[^\n]{0,12}委托业务费",
    "assets": r"[^\n]{0,12}国有资产",
    "empty": r"[^\n]{0,16}(?:空表|没有数据的表|无数据的表)",
}


def other_parts(page: Page) -> dict[str, tuple[str, Span]]:
    """What each subsection speaks of: its label and text; sections beyond the nine count, too."""
    found: dict[str, tuple[str, Span]] = {}
    span = page.span(9)
    if span is not None:
        for topic, part in parts_of(page, span, TOPICS).items():
            found[topic] = (sublabel(page.label(9), part.numeral), part.body)
    for section in page.sections:
        if section.number <= 10:
            continue
        body = page.span(section.number) or (section.end, section.end)
        for topic, words in TOPICS.items():
            if topic not in found and page.search(words, (section.start, body[0])):
                found[topic] = (page.label(section.number), body)
    return found
