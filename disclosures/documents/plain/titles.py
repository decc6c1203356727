"""Running titles that fell inside sentences, where a page ends."""

import re
from collections import Counter

from disclosures.documents.national.flow import Flow
from disclosures.documents.plain.edits import Edit, edited

TITLE = re.compile(
    r"[^\n。;；:：,，]{0,40}20\d\d年度?[^\n。;；:：,，]{0,24}(?:预算|决算)(?:公开)?(?:文件|说明)?"
)
REPEATED = 2  # once as a title, once between two pages


def without_titles(flow: Flow, text: str) -> Flow:
    """The flow without the titles, printed as lines of their own, that stand inside its lines."""
    lines = Counter("".join(line.split()) for line in text.split("\n"))
    titles = [line for line, count in lines.items() if count >= REPEATED and TITLE.fullmatch(line)]
    for title in titles:
        inside = re.finditer(rf"(?<=[^\n]){re.escape(title)}", flow.text)
        flow = edited(flow, [Edit(found.span(), ()) for found in inside])
    return flow
