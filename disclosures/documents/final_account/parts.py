"""Where an account speaks of what: its headings in the document, its parts in the flow."""

import re

from disclosures.documents.narrative.page import Span
from disclosures.documents.narrative.wording import NUMERALS, folded
from disclosures.documents.national.flow import Flow

HEADING = re.compile(
    rf"^[ ]*(?:[{NUMERALS}]{{1,3}}[ ]*[、.][ ]*(?P<title>[^\n。;:]{{2,60}}?)"
    rf"|第[ ]*[{NUMERALS}][ ]*部分[^\n。;]{{0,60}}?)[ ]*$",
    re.M,
)
TABLE = re.compile(r"表[ ]*(?:[.…·]+[ ]*\d*)?$")
# A heading of the contents list ends in dots and a page's number.
LISTED = re.compile(r"[.…·]{2,}[ ]*\d*$")
TOPICS = {
    "organisation": r"(?:部门|单位)基本情况",
    "income": r"^[^、]{0,16}(?<!支)收入决算情况",
    "spending": r"^(?:本年)?支出决算情况",
    "general_budget": r"一般公共预算财政拨款支出决算情况",
    "three_public": r'三公"?经费[^、]{0,8}情况',
    "running": r"机关运行经费[^、]{0,8}情况",
    "assets": r"国有资产[^、]{0,8}情况",
    "procurement": r"政府采购[^、]{0,8}情况",
}
# Elsewhere an account opens with a section on income and expenditure together.
ELSEWHERE = r"收入支出决算总体情况"
NEEDED = ("income", "spending", "general_budget", "three_public")
MOST = 600


def parts_of_account(text: str) -> dict[str, Span]:
    """What each topic's heading is followed by, as places of the document.

    Headings stand in the contents list, too: the last of each topic is the one over its text.
    """
    plain = folded(text)
    headings = [
        each
        for each, _ in zip(HEADING.finditer(plain), range(MOST), strict=False)
        if not TABLE.search(each.group()) and not LISTED.search(each.group())
    ]
    found: dict[str, Span] = {}
    for heading, following in zip(headings, [*headings[1:], None], strict=False):
        title = "".join((heading["title"] or "").split())
        end = following.start() if following else len(plain)
        topic = next((name for name, words in TOPICS.items() if re.search(words, title)), None)
        if topic and plain[heading.end() : end].strip():
            found[topic] = (heading.end(), end)
    return found


def is_account(text: str) -> bool:
    """Whether a text has the headings of Yunnan's final account, and not those of others."""
    found = parts_of_account(text)
    if any(topic not in found for topic in NEEDED):
        return False
    return re.search(ELSEWHERE, "".join(text.split())) is None


def in_flow(span: Span, flow: Flow) -> Span:
    """A span of the document as one of the flow."""
    return flow.at(span[0]), flow.at(span[1])
