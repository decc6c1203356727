"""E05: the reason of a fall is no rise, nor that of a rise a fall, where it says nothing else."""

import re
from collections.abc import Iterator

from disclosures.rules.declaration import Check, Checked
from disclosures.rules.finding import Finding, Input
from disclosures.rules.prose import DIRECTION, IS_DOWN, NUMBER, Line
from disclosures.rules.subject import Subject
from disclosures.rules.verdict import fails

# A bare 经费增加 says which way the money went; 人员退休增加 does not.
BARE = r"[^,。;、\n]{0,24}?(?:经费|支出|预算|费用|缴费|资金)(?:有所|相应)?"
GIVEN = re.compile(
    rf"(?P<turn>{DIRECTION})(?:{NUMBER})(?:%|万元|元)[,。;](?:增加|减少)?的?主要原因(?:是|为)?[:,]?"
    rf"(?P<reason>{BARE}(?P<why>{DIRECTION}))[。;\n]"
)


def reasons(subject: Subject) -> Iterator[Finding]:
    """E05: one finding for each reason that says the contrary of its change."""
    for line, match in subject.prose.matches(GIVEN):
        if bool(IS_DOWN.fullmatch(match["turn"])) is not bool(IS_DOWN.fullmatch(match["why"])):
            yield _fault(line, match)


def _fault(line: Line, match: re.Match[str]) -> Finding:
    said = f"“{match.group().rstrip('。;')}”：增减与所说的原因方向相反。"
    return fails("E05", said, [Input("增减原因", match["reason"], "", line.where(match))])


CHECKS: tuple[Check, ...] = (Checked("E05", reasons),)
