"""The subsections of a section, by what their headings speak of."""

import re
from dataclasses import dataclass
from itertools import chain

from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.narrative.wording import NUMERALS

# At the head of a line, or after a full stop where lines run on.
NUMBERED = rf"(?:\((?P<n>[{NUMERALS}]{{1,3}}|\d{{1,2}})\)|\d{{1,2}}[.、．]|[①-⑨])[ ]*"
SUBHEADING = rf"(?m)(?:^[ ]*|(?<=。)[ ]*(?=\()){NUMBERED}"
FIRST = re.compile(rf"[ ]*{NUMBERED}")  # right after the heading of a section on the same line


@dataclass(frozen=True)
class Part:
    """A subsection: its numeral ("" when none is printed), where its title and its text start."""

    numeral: str
    title: int
    start: int
    end: int

    @property
    def body(self) -> Span:
        """The text after the words of the title."""
        return (self.start, self.end)

    @property
    def whole(self) -> Span:
        """Title and text: some documents run them together."""
        return (self.title, self.end)


def sublabel(section: str, numeral: str) -> str:
    """三 and 一 is 三(一); a subsection without a numeral is its section."""
    return f"{section}({numeral})" if numeral else section


def parts_of(page: Page, span: Span, topics: dict[str, str]) -> dict[str, Part]:
    """The subsections of a span by what their headings speak of, each topic once."""
    heads: dict[str, tuple[str, int, int, int]] = {}
    first = FIRST.match(page.folded, *span)
    for head in chain([first] if first else [], page.all(SUBHEADING, span, 2000)):
        line = page.folded.find("\n", head.end(), span[1])
        title = page.folded[head.end() : min(head.end() + 40, span[1] if line < 0 else line)]
        for topic, words in topics.items():
            matched = re.match(words, title)
            if matched and topic not in heads:
                after = head.end() + matched.end()
                heads[topic] = (head["n"] or "", head.start(), head.end(), after)
                break
    stops = [*(start for _, start, _, _ in [*heads.values()][1:]), span[1]]
    return {
        topic: Part(numeral, title, after, stop)
        for (topic, (numeral, _, title, after)), stop in zip(heads.items(), stops, strict=False)
    }
