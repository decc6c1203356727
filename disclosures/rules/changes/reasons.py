"""E05-E06: a change comes with a reason, and the reason fits the numbers."""

import re
from collections.abc import Iterator
from decimal import Decimal

from disclosures.classification.changes import CHANGES, Change
from disclosures.rules.amount import Amount
from disclosures.rules.declaration import Check, Checked
from disclosures.rules.finding import Finding
from disclosures.rules.subject import Subject
from disclosures.rules.verdict import fails, holds, not_checked, not_disclosed
from disclosures.rules.wording import listed, plain, told

STEADY = re.compile(
    r"持平|无变化|无增减|没有变化|未发生|不变|一致|相同|[未不]安排|无此项|无.{0,8}(?:预算|支出|安排)"
)
ROSE = re.compile(r"增加|增长|上升|上涨")
FELL = re.compile(r"减少|下降|降低|压减|压缩")
# A reason that has any of these beside the opposite word explains the change after all.
MAY_RISE = re.compile(r"增|升|涨|提高|扩大|追加|结转|购置|更新|补|调整|上年")
MAY_FALL = re.compile(
    r"减|降|缩|控|节约|紧日子|取消|退|调离|调出|调整|不再|一次性|完成|到期|结束|上年|去年"
)
MOVED = re.compile(
    r"(?P<number>\d+|[一二两三四五六七八九十])(?:名|个|人)(?:在职|在编)?(?:工作|公务|工勤|编制)?(?:人员|职工|员工)?"
    r"(?P<verb>调离|调出|退休|离职|辞职|减少|调入|新增|增加|招录|招聘|划入|划出|转出|转入)"
)
# A paragraph ends with a sentence and its line, unless the next line gives the reason.
PARAGRAPH_END = re.compile(
    r"(?<=[。；;])[ \t]*\n(?!\s*(?:(?:增加|减少|增减|变动|变化)的?)?(?:主要)?原因)|\n\s*\n"
)
PARAGRAPH = 400  # characters a paragraph may go on after a change
LEAVING = {"调离", "调出", "退休", "离职", "辞职", "减少", "划出", "转出"}
CHINESE = {each: number for number, each in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}


def reasons(subject: Subject) -> Iterator[Finding]:
    """E05: one finding for all reasons that fit, one for each that is missing or contradicts."""
    if not subject.context.has_own_form:
        yield not_checked("E05", "没有该地区编制说明的格式，原因未逐条读取")
        return
    stated = [(each, delta) for each in CHANGES if (delta := subject.amount(each.delta))]
    if not stated:
        yield not_disclosed("E05", ["增减额"])
        return
    faults = [(delta, fault) for each, delta in stated if (fault := _fault(subject, each, delta))]
    for delta, fault in faults:
        yield fails("E05", f"{told(delta, subject.unit)}，{fault}。", (delta,))
    if not faults:
        message = f"{len(stated)}处增减均有相符的说明或与上年持平。"
        yield holds("E05", message, [delta for _, delta in stated])


def staff_moves(subject: Subject) -> Iterator[Finding]:
    """E06: `1名人员调离` means one fewer on post than last year's disclosure said."""
    moves = _moves(subject)
    now = subject.amount("staff.on_post")
    before = (subject.context.last_year or {}).get("staff.on_post")
    if not moves:
        yield not_checked("E06", "增减原因没有提到人员增减的人数")
    elif now is None or before is None:
        missing = "在职实有人数" if now is None else "上年公开的在职实有人数"
        yield not_checked("E06", f"没有{missing}")
    else:
        yield _staff(now, before, moves)


def _fault(subject: Subject, change: Change, delta: Amount) -> str:
    """What is wrong with the reasons given for a change, empty when nothing is."""
    own = subject.words(change.reason)
    if not delta.value:
        return _unsteady(own)
    if not own:
        return "" if _reason_stands_elsewhere(subject, change) else "没有说明原因"
    if STEADY.search(own) and not MAY_RISE.search(own) and not MAY_FALL.search(own):
        return f"而原因为“{own}”"
    return _opposite(own, rising=delta.value > 0)


def _reason_stands_elsewhere(subject: Subject, change: Change) -> bool:
    """Whether its whole or its parts have a reason, or its own paragraph speaks of one."""
    if any(subject.words(key) for key in change.elsewhere):
        return True
    stated = subject.narrative.statement(change.delta)
    return stated is not None and "原因" in _paragraph(subject.narrative.text, stated.end)


def _paragraph(text: str, at: int) -> str:
    """What follows a place in its paragraph, whose lines may be cut at a width."""
    end = PARAGRAPH_END.search(text, at, at + PARAGRAPH)
    return text[at : end.start() if end else at + PARAGRAPH]


def _unsteady(reason: str) -> str:
    changed = ROSE.search(reason) or FELL.search(reason)
    return f"而原因为“{reason}”" if changed and not STEADY.search(reason) else ""


def _opposite(reason: str, *, rising: bool) -> str:
    """Only a reason that speaks of the other direction alone contradicts; most speak of both."""
    against, along = (FELL, MAY_RISE) if rising else (ROSE, MAY_FALL)
    contrary = against.search(reason) and not along.search(reason)
    return f"原因所说的方向相反：“{reason}”" if contrary else ""


def _moves(subject: Subject) -> dict[str, int]:
    """The staff moves that reasons speak of, each once however often it is repeated."""
    texts = {subject.words(change.reason) for change in CHANGES if change.reason}
    found = {match.group(): match for text in texts for match in MOVED.finditer(text)}
    return {said: _signed(match) for said, match in found.items()}


def _signed(match: re.Match[str]) -> int:
    number = match["number"]
    count = CHINESE[number] if number in CHINESE else int(number)
    return -count if match["verb"] in LEAVING else count


def _staff(now: Amount, before: Decimal, moves: dict[str, int]) -> Finding:
    change, expected = now.value - before, Decimal(sum(moves.values()))
    said = (
        f"原因说“{listed(moves)}”，在职实有由{plain(before)}人变为{plain(now.value)}人"
        f"（{plain(change)}人）"
    )
    if change == expected:
        return holds("E06", f"{said}，相互一致。", (now,))
    return fails("E06", f"{said}，不一致。", (now,), expected=expected, actual=change, unit="人")


CHECKS: tuple[Check, ...] = (Checked("E05", reasons), Checked("E06", staff_moves))
