"""The sections of any disclosure, by their headings, numbered in the order printed."""

import re

from disclosures.documents.narrative.wording import NUMERALS, folded
from disclosures.records.narrative import Section

HEADING = re.compile(
    rf"^[ ]*(?P<n>第[{NUMERALS}]{{1,3}}部分|[{NUMERALS}]{{1,3}}[ ]*[、.])[ ]*[^\n。;]{{0,60}}$",
    re.M,
)
CONTENTS_LINE = re.compile(r"(?:[.…·]{3,}|[.…·]{2,}[ ]*\d+|[ ]\d{1,3})[ ]*$")
NUMERAL = re.compile(rf"[ ]*(?:第([{NUMERALS}]{{1,3}})部分|([{NUMERALS}]{{1,3}})[ ]*[、.])")
MOST = 300


def sections_of(text: str) -> tuple[Section, ...]:
    """The cover, then each section; a heading of the contents list is none."""
    plain = folded(text)
    found = [each for each in HEADING.finditer(plain) if not CONTENTS_LINE.search(each.group())]
    kept = []
    for heading, following in zip(found, [*found[1:], None], strict=False):
        stop = following.start() if following else len(plain)
        if plain[heading.end() : stop].strip() or heading["n"].startswith("第"):
            kept.append(heading)
    kept = kept[:MOST]
    starts = [each.start() for each in kept]
    made = [Section(0, "", 0, starts[0] if starts else len(text))]
    for number, (heading, stop) in enumerate(zip(kept, [*starts[1:], len(text)], strict=False), 1):
        title = text[heading.start() : heading.end()].strip()
        made.append(Section(number, title, heading.start(), stop))
    return tuple(made)


def label_of(sections: tuple[Section, ...], at: int) -> str:
    """The numeral of the section a place stands in, with its part: 二·三; 0 for the cover."""
    part = ""
    for section in sections:
        if section.start > at:
            break
        printed = NUMERAL.match(section.heading)
        if printed is None:
            continue
        if printed[1]:
            part, label = printed[1], printed[1]
        else:
            label = f"{part}·{printed[2]}" if part else printed[2]
        if section.start <= at < section.end:
            return label
    return "0"
