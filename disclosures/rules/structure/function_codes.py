"""F07: the 功能科目 codes of section 四 exist that year and are called what they are."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from disclosures.classification.codes import folded
from disclosures.records.finding import Severity
from disclosures.records.narrative import FunctionLine
from disclosures.rules.declaration import Check, Checked
from disclosures.rules.finding import Finding, Input
from disclosures.rules.subject import Subject
from disclosures.rules.verdict import fails, holds, not_checked, not_disclosed
from disclosures.rules.wording import listed

ALIKE = 0.6  # below this two names are different words, not drifts of one


def function_codes(subject: Subject) -> Iterator[Finding]:
    """F07: one finding for the lines that fit, one for each that does not.

    The code lists are not quite complete: a code that is merely not listed is told as information.
    Names drift: one that is alike is a warning. Code and names that the list knows as two different
    things are an error.
    """
    lines = subject.narrative.functions
    if not lines:
        yield not_disclosed("F07", ["功能科目"])
        return
    findings = [found for line in lines if (found := _fault(subject, line)) is not None]
    yield from findings
    nameless = [listed(line.names) for line in lines if line.code is None]
    if nameless:
        reason = f"{'；'.join(nameless)}没有编码，按名称不能唯一确定"
        yield not_checked("F07", reason, [_input(line) for line in lines if line.code is None])
    fitting = len(lines) - len(findings) - len(nameless)
    if fitting and not findings:
        message = f"{fitting}个功能科目的编码在该年度有效，类、款、项名称相符。"
        yield holds("F07", message, [_input(line) for line in lines if line.code])


def _fault(subject: Subject, line: FunctionLine) -> Finding | None:
    if line.code is None:
        return None
    functions, year = subject.codes.functions, subject.narrative.year
    by_name = functions.match(line.names, year) if line.names else None
    path = functions.path(line.code, year)
    if by_name and by_name != line.code:
        message = f"编码{line.code}与名称不符：“{_named(line)}”的编码应为{by_name}。"
        return _failed(line, message, by_name, None)
    if not path:
        message = f"编码{line.code}不在{year}年的科目表中。"
        known_class = functions.get(line.code[:3], year) is not None
        return _failed(line, message, "", Severity.INFO if known_class else None)
    wrong = [
        (step.name, name)
        for step, name in zip(path, line.names, strict=False)
        if len(path) == len(line.names) and not step.is_named(name)
    ]
    if not wrong:
        return None
    expected = "-".join(step.name for step in path)
    message = f"编码{line.code}的名称应为“{expected}”，原文为“{_named(line)}”。"
    return _failed(line, message, expected, Severity.WARNING if all(map(_alike, wrong)) else None)


def _failed(line: FunctionLine, message: str, expected: str, severity: Severity | None) -> Finding:
    return fails(
        "F07",
        message,
        [_input(line)],
        severity=severity,
        expected=expected or None,
        actual=f"{line.code} {_named(line)}",
    )


def _alike(names: tuple[str, str]) -> bool:
    listed_name, printed = map(folded, names)
    return SequenceMatcher(None, listed_name, printed).ratio() >= ALIKE


def _named(line: FunctionLine) -> str:
    return "-".join(line.names)


def _input(line: FunctionLine) -> Input:
    where = {"section": "四", "start": line.start, "end": line.end}
    return Input("功能科目", f"{line.code or ''} {_named(line)}".strip(), line.key, where)


CHECKS: tuple[Check, ...] = (Checked("F07", function_codes),)
