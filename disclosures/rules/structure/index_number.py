"""F03: the 监督索引号 at the start and at the end.

Seventeen digits for a department: 6 division, 6 department, 2 kind, 3 position (000 first, 111
last); twenty for a unit of one, whose 3 stand before the kind.
"""

import re
from collections.abc import Iterator

from disclosures.rules.amount import where_of
from disclosures.rules.declaration import Check, Checked
from disclosures.rules.finding import Finding, Input
from disclosures.rules.subject import Subject
from disclosures.rules.verdict import fails, holds, not_checked

SHAPE = re.compile(r"\d{17}|\d{20}")
POSITION, DIVISION = 3, 6
START, END = "000", "111"


def index_numbers(subject: Subject) -> Iterator[Finding]:
    """F03: one finding; a document without any index number is not checked."""
    start, end = subject.words("doc.index_start"), subject.words("doc.index_end")
    if not start and not end:
        yield not_checked("F03", "文件没有监督索引号")
        return
    faults = [*_shape(start, "文首", START), *_shape(end, "文末", END)]
    if start and end and start[:-POSITION] != end[:-POSITION]:
        faults.append("文首与文末除尾号外不同")
    faults += _division(subject, start or end)
    inputs = _quoted(subject)
    if faults:
        message = f"监督索引号{'；'.join(faults)}。"
        yield fails("F03", message, inputs, expected=start, actual=end)
    elif not (start and end):
        yield not_checked("F03", f"只有{'文首' if start else '文末'}的监督索引号", inputs)
    else:
        yield holds("F03", f"监督索引号文首{start}与文末{end}除尾号外相同，尾号正确。", inputs)


def _shape(number: str, place: str, tail: str) -> list[str]:
    if not number:
        return []
    if not SHAPE.fullmatch(number):
        return [f"{place}的{number}不是17位或20位数字"]
    return [] if number.endswith(tail) else [f"{place}的{number}尾号应为{tail}"]


def _division(subject: Subject, number: str) -> list[str]:
    division = subject.context.division
    if not division or number.startswith(division):
        return []
    return [f"行政区划{number[:DIVISION]}不是公开单位所在地{division}"]


def _quoted(subject: Subject) -> list[Input]:
    keys = ("doc.index_start", "doc.index_end")
    found = (subject.narrative.statement(key) for key in keys)
    return [
        Input(each.figure.label, each.printed, each.key, where_of(each)) for each in found if each
    ]


CHECKS: tuple[Check, ...] = (Checked("F03", index_numbers),)
