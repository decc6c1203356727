"""F09: words of the template that should have been filled in or deleted."""

import re
from collections.abc import Iterator

from disclosures.classification.money import halfwidth
from disclosures.records.finding import Severity
from disclosures.rules.declaration import Check, Checked
from disclosures.rules.finding import Finding, Input
from disclosures.rules.structure.sections import numeral_of
from disclosures.rules.subject import Subject
from disclosures.rules.verdict import fails, holds

BRACKETED = r"\((?:{})[^()\n]*\)"

# What each pattern means, tried on half-width text. An ordinary ellipsis inside a sentence is no
# left-over, nor is a lone × in a measure; a line of dots and a doubled XX are.
OPEN_SLOT = re.compile(r"【待填[:][^】\n]*】")
LEFTOVERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("未填写的占位符", re.compile(r"(?<![A-Za-z])(?:[Xx]{2,}|[×✕╳]{2,}|[○〇]{3,})(?![A-Za-z])")),
    ("未填写的横线", re.compile(r"_{3,}")),
    (
        "只有省略号的一行",
        re.compile(r"(?m)^[ \t]*[(\d一二三四五六七八九十).、]*[ \t]*(?:…+|\.{3,})[ \t。]*$"),
    ),
    (
        "填写说明",
        re.compile(
            BRACKETED.format("应说明|请说明|需说明|请填写|应列明|如有请|若有请|请根据|此处填")
        ),
    ),
    ("填写说明", re.compile(r"\((?:按|参照)[^()\n]*填[写列报][^()\n]*\)")),
    ("应删除的注释", re.compile(r"\(注[::][^()\n]*(?:删除|删掉)[^()\n]*\)")),
    (
        "未选择的方向词",
        re.compile(
            r"(?:增加|增长|减少|下降)(?:\((?:增加|增长|减少|下降)\)|/(?:增加|增长|减少|下降))"
        ),
    ),
    ("没有数字的金额", re.compile(r"(?:收入|支出|增加|减少|合计|总额|预算|经费)(?:为)?万元")),
    ("重复的名称", re.compile(r"([\u4e00-\u9fff]{4,24}[局委办院部厅会署])\1")),
    ("重复的标点", re.compile(r"([。,;、])[ \t]*\1")),
    ("没有写出的原因", re.compile(r"原因(?:是|为)[::]?[ \t]*[。;]")),
)
SHOWN = 30


def leftovers(subject: Subject) -> Iterator[Finding]:
    """F09: one finding for each left-over, with its place."""
    text = halfwidth(subject.narrative.text)
    found = sorted(
        {
            (match.start(), match.end(), meaning)
            for meaning, pattern in LEFTOVERS
            for match in pattern.finditer(text)
        }
    )
    for start, end, meaning in found:
        said = subject.narrative.text[start:end].strip()[:SHOWN]
        message = f"{meaning}：“{said}”。"
        yield fails("F09", message, [_quoted(subject, (start, end), meaning)])
    slots = [each.span() for each in OPEN_SLOT.finditer(text)]
    if slots:
        # What the portal itself left open must be filled in; no reason excuses it.
        message = f"起草时留下{len(slots)}处待填，须全部填写。"
        quoted = [_quoted(subject, each, "待填之处") for each in slots]
        yield fails("F09", message, quoted, severity=Severity.ERROR)
    if not found and not slots:
        yield holds("F09", "没有发现模板残留文字。")


def _quoted(subject: Subject, span: tuple[int, int], meaning: str) -> Input:
    start, end = span
    said = subject.narrative.text[start:end].strip()[:SHOWN]
    where = {"section": _section_at(subject, start), "start": start, "end": end}
    return Input(meaning, said, "", where)


def _section_at(subject: Subject, position: int) -> str:
    inside = (each for each in subject.narrative.sections if each.start <= position < each.end)
    return numeral_of(next((each.number for each in inside), 0))


CHECKS: tuple[Check, ...] = (Checked("F09", leftovers),)
