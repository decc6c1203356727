"""What a rule means, for the page that shows its findings and for the generated docs."""

from dataclasses import dataclass

from disclosures.records.finding import Outcome, Severity
from disclosures.rules.catalogue import Group, Rule, catalogue, rule

TOLERANCE = (
    "以元为单位的数字必须完全相等；以万元为单位（两位小数）的数字允许四舍五入造成的尾差，"
    "每个数字0.005万元，合计最多0.05万元，尾差只作提示。"
)
EXACT = "数量、次序与文字必须完全相符。"
BAND = "与本平台设定的区间比较，仅供参考。"
PERCENT = "与原文印出的小数位数相同；末位相差1或由四舍五入造成的差异只作提示。"
OWN_TOLERANCE = {"D27": BAND, "E03": PERCENT}
COUNTED = frozenset({"D19", "D20", "D21", "D22", "D23", "D24", "D25", "D28", "D29"})
WORDED = frozenset({"A20", "B13", "B16", "B18", "B21", "C08", "C11", "E02", "E05", "E06", "D26"})

SEVERITY_MEANING = {
    Severity.ERROR: "错误：提交审核前应更正或说明",
    Severity.WARNING: "提醒：应说明原因",
    Severity.INFO: "提示：供参考",
}
OUTCOME_MEANING = {
    Outcome.HOLDS: "参与核对的数字相符",
    Outcome.ROUNDING: "有差额，但在四舍五入容差以内",
    Outcome.FAILS: "不相符，原文照登，不作更改",
    Outcome.NOT_CHECKED: "缺少参与核对的数据，不推定为0",
}


@dataclass(frozen=True)
class Explanation:
    """A rule in words: everything that a citizen needs beside a finding."""

    rule: Rule
    group: str
    severity: str
    tolerance: str


def explain(code: str) -> Explanation:
    """The explanation of a rule. Raises KeyError when the catalogue has none of that code."""
    found = rule(code)
    return Explanation(
        rule=found,
        group=found.group.label,
        severity=SEVERITY_MEANING[found.severity],
        tolerance=_tolerance(found),
    )


def explanations() -> tuple[Explanation, ...]:
    """Every rule explained, in the catalogue's order."""
    return tuple(explain(code) for code in catalogue())


def _tolerance(found: Rule) -> str:
    if found.code in OWN_TOLERANCE:
        return OWN_TOLERANCE[found.code]
    exact = found.group is Group.STRUCTURE or found.code in COUNTED | WORDED
    return EXACT if exact else TOLERANCE
