"""机关运行经费: what it takes to keep the offices running."""

from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.national.clauses import Mention, Subject, mentions, state

SUBJECTS = (
    Subject(
        "running.amount",
        r"(?<!事业单位)(?:(?:机关)?运行经费|机关运行费)\)?(?:财政拨款)?(?:预算)?(?:支出|安排)?",
        unless=r"三公|事业单位$|涉及|绩效|其中",
    ),
)
# The money it comes from may be named between: 运行经费当年一般公共预算拨款203万元.
FROM = r"(?:当年|本年)?一般公共预算"


def read_running(page: Page, span: Span, kind: str) -> list[Mention]:
    """State the amount."""
    found = mentions(page, SUBJECTS, span, kind, FROM)
    state(page, found)
    return found
