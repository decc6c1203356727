"""E01, F11: an amount, last year's and what lies between them, told in one sentence."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from disclosures.records.finding import Outcome, Severity
from disclosures.rules.declaration import Check, Checked
from disclosures.rules.finding import Finding
from disclosures.rules.prose import IS_DOWN, Line, half, told_amount, yuan
from disclosures.rules.sentences.comparisons import AFTER, AGAINST, CHANGED
from disclosures.rules.sentences.verdict import quoted
from disclosures.rules.subject import Subject
from disclosures.rules.verdict import equal, fails, holds
from disclosures.rules.wording import money


def bases(subject: Subject) -> Iterator[Finding]:
    """E01: this year's amount less last year's is the change told beside them."""
    prose = subject.prose
    found = [
        _difference(subject, line, match)
        for pattern in (AGAINST, AFTER)
        for line, match in prose.matches(pattern)
        if match["delta"]
    ]
    yield from (each for each in found if each.outcome is not Outcome.HOLDS)
    if held := sum(each.outcome is Outcome.HOLDS for each in found):
        yield holds("E01", f"文中{held}处增减额等于同句所列两年数之差。")


def _difference(subject: Subject, line: Line, match: re.Match[str]) -> Finding:
    now, base = (told_amount(line, match, name, label) for name, label in NAMES)
    delta = told_amount(line, match, "delta", f"“{quoted(match)}”中的增减额")
    expected = now.value - base.value
    if IS_DOWN.fullmatch(match["turn"]):
        expected = -expected
    basis = f"同句两年数{money(now.value, subject.unit)}与{money(base.value, subject.unit)}之差"
    found = equal("E01", delta, expected, basis, (now, base), subject.unit)
    is_error = found.severity is Severity.ERROR
    return replace(found, severity=Severity.WARNING) if is_error else found


NAMES = (("now", "本年数"), ("base", "上年数"))


def impossible(subject: Subject) -> Iterator[Finding]:
    """F11: no amount rose by more than it is."""
    named = {each.start for each in subject.narrative.statements if each.key.endswith("delta")}
    for line, match in subject.prose.matches(CHANGED):
        if line.origin[match.start("turn")] in named or IS_DOWN.fullmatch(match["turn"]):
            continue
        now, delta = yuan(match, "now"), yuan(match, "delta")
        room = half(match, "now") + half(match, "delta")
        if delta - now > room and not _of_more(line, match, delta):
            amount = told_amount(line, match, "now", "本年数")
            said = f"“{quoted(match)}”：少于其增加额，上年数不可能为负。"
            yield fails("F11", said, (amount,))


def _of_more(line: Line, match: re.Match[str], delta: Decimal) -> bool:
    """Whether another amount of the line's own sentence may have risen so much."""
    start = line.text.rfind("。", 0, match.start()) + 1
    start = max(start, line.text.rfind(";", 0, match.start()) + 1)
    return any(each >= delta for each in line.amounts(match.start(), start))


CHECKS: tuple[Check, ...] = (Checked("E01", bases), Checked("F11", impossible))
