"""E02: the word before a change (增加, 减少, 持平) says the same as its sign."""

import re
from collections.abc import Iterator

from disclosures.classification.changes import ASSET_CHANGES, CHANGES
from disclosures.classification.money import halfwidth
from disclosures.records.narrative import Statement
from disclosures.rules.amount import where_of
from disclosures.rules.declaration import Check, Checked
from disclosures.rules.finding import Finding, Input
from disclosures.rules.subject import Subject
from disclosures.rules.verdict import fails, holds, not_disclosed

WORDS = {
    **dict.fromkeys(("增加", "增长", "上升", "增幅", "提高", "上涨"), 1),
    **dict.fromkeys(("减少", "下降", "降低", "减幅", "降幅", "减低", "缩减"), -1),
    **dict.fromkeys(("持平", "无增减", "无变化", "相同", "不变"), 0),
}
DIRECTION = re.compile("|".join(WORDS))
MINUS = re.compile(r"-\d[\d,.]*(?![\d,.]|\s*-)")  # -3- between lines is a page's number
BEFORE = 14  # how far before a number its own direction word may stand


def directions(subject: Subject) -> Iterator[Finding]:
    """E02: one finding for all that agree, one for each change that does not."""
    stated = [each for key in _keys() if (each := subject.narrative.statement(key)) is not None]
    if not stated:
        yield not_disclosed("E02", ["增减额", "增减幅度"])
        return
    broken = [(each, fault) for each in stated if (fault := _fault(subject, each))]
    broken += _contrary(subject)
    for statement, fault in broken:
        message = f"{statement.figure.label}原文“{_window(subject, statement)}”：{fault}。"
        yield fails("E02", message, [_quoted(statement)], where=where_of(statement))
    if not broken:
        message = f"{len(stated)}处增减额与增减幅度，方向与数字一致。"
        yield holds("E02", message, map(_quoted, stated))


def _fault(subject: Subject, statement: Statement) -> str:
    """What is wrong between the word and the number, empty when nothing is."""
    words = [WORDS[found] for found in DIRECTION.findall(_window(subject, statement))]
    sign = _sign(statement)
    if MINUS.search(halfwidth(statement.printed)) and words:
        return "已有方向词，数字又带负号"
    return "" if not words or not sign or sign in words else "方向词与数字不符"


def _contrary(subject: Subject) -> list[tuple[Statement, str]]:
    """Percentages that go the other way than their amounts."""
    found = []
    for change in CHANGES:
        delta = subject.narrative.statement(change.delta)
        percentage = subject.narrative.statement(change.percentage)
        if delta and percentage and _sign(delta) * _sign(percentage) < 0:
            found.append((percentage, "增减幅度与增减额方向相反"))
    return found


def _window(subject: Subject, statement: Statement) -> str:
    """The number with the words right before it, within its own clause."""
    text = subject.narrative.text
    before = text[max(0, statement.start - BEFORE) : statement.start]
    clause = re.split(r"[，,。；;：:（(）)]", before)[-1]
    return (clause + text[statement.start : statement.end]).strip()


def _sign(statement: Statement) -> int:
    value = statement.value
    return 0 if isinstance(value, str) or not value else (1 if value > 0 else -1)


def _quoted(statement: Statement) -> Input:
    figure = statement.figure
    return Input(figure.label, statement.printed, statement.key, where_of(statement))


def _keys() -> list[str]:
    pairs = (*CHANGES, *ASSET_CHANGES)
    return [key for each in pairs for key in (each.delta, each.percentage) if key]


CHECKS: tuple[Check, ...] = (Checked("E02", directions),)
