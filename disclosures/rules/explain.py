"""What a rule means, for the page that shows its findings and for the generated docs."""

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from disclosures.records.finding import Outcome, Severity
from disclosures.rules.catalogue import Group, Rule, catalogue, rule

TOLERANCE = (
    "以元为单位的数字必须完全相等；以万元为单位（两位小数）的数字允许四舍五入造成的尾差，"
    "印出的每个数字（相加得来的，按所加的各个数字计）0.005万元，与精确的数字相比再加0.005万元"
    "（可能是截去而不是舍入的），合计最多0.05万元，尾差只作提示。"
)
EXACT = "数量、次序与文字必须完全相符。"
BAND = "与本平台设定的区间比较，仅供参考。"
PERCENT = "与原文印出的小数位数相同；末位相差1或由四舍五入造成的差异只作提示。"
OWN_TOLERANCE = {"D27": BAND, "E03": PERCENT}
COUNTED = frozenset({"D19", "D20", "D21", "D22", "D23", "D24", "D25", "D28", "D29"})
WORDED = frozenset({"A20", "B13", "B16", "B18", "B21", "C08", "C11", "E02", "E05", "E06", "D26"})

WHY = {
    Group.IN_TABLE: "一张表的合计应当等于它的各部分。不相等，说明有一个数印错、漏印或重复，"
    "读者无从知道哪一个是对的。",
    Group.ACROSS_TABLES: "同一笔钱出现在几张表里，数应当相同。不相同，说明几张表不是同一次编制的，"
    "或有一张没有随修改更新。",
    Group.NARRATIVE_AND_TABLES: "编制说明用文字重复表中的数。不相同，说明文字或表有一处没有更新，"
    "引用其中任何一处都可能出错。",
    Group.NARRATIVE: "编制说明里的数彼此有关。关系不成立，说明有一个数写错，或两句话说的口径不同。",
    Group.YEAR_ON_YEAR: "增减额、增减幅度和方向应当与两年的数一致，有变化应当说明原因，"
    "否则读者无法判断变化是否真实。",
    Group.STRUCTURE: "公开的内容和格式有统一要求。缺少一部分，或编号、日期、科目不规范，"
    "文件就难以查找、比较和核实。",
}
EXAMPLES = Path(__file__).resolve().parents[2] / "fixtures" / "rule_examples.csv"

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
    why: str
    example: "Example"


@dataclass(frozen=True)
class Example:
    """What a rule says of a made-up disclosure where it holds, and where it fails; "" for none."""

    holds: str = ""
    fails: str = ""


@lru_cache(maxsize=1)
def examples() -> dict[str, Example]:
    """Examples by rule, as `python -m tests.golden` wrote them."""
    with EXAMPLES.open(encoding="utf-8", newline="") as file:
        return {row["code"]: Example(row["holds"], row["fails"]) for row in csv.DictReader(file)}


def explain(code: str) -> Explanation:
    """The explanation of a rule. Raises KeyError when the catalogue has none of that code."""
    found = rule(code)
    return Explanation(
        rule=found,
        group=found.group.label,
        severity=SEVERITY_MEANING[found.severity],
        tolerance=_tolerance(found),
        why=WHY[found.group],
        example=examples().get(code, Example()),
    )


def explanations() -> tuple[Explanation, ...]:
    """Every rule explained, in the catalogue's order."""
    return tuple(explain(code) for code in catalogue())


def _tolerance(found: Rule) -> str:
    if found.code in OWN_TOLERANCE:
        return OWN_TOLERANCE[found.code]
    exact = found.group is Group.STRUCTURE or found.code in COUNTED | WORDED
    return EXACT if exact else TOLERANCE
