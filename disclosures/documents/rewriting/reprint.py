"""A stated figure printed anew in the place and the manner of the old one."""

import re
from dataclasses import replace
from decimal import Decimal

from disclosures.classification.figures import Kind
from disclosures.classification.money import OTHER_UNIT, halfwidth
from disclosures.documents.narrative.wording import DOWN, UP, VERSUS
from disclosures.documents.rewriting.habits import (
    NUMBER,
    Habits,
    digits,
    number_in,
    places_of,
    rounded,
)
from disclosures.records.narrative import Statement

TURNED = {
    "增加": "减少",
    "增长": "下降",
    "上升": "下降",
    "提高": "降低",
    "上涨": "下降",
    "增幅": "降幅",
    "增": "减",
}
BACK = {
    **{down: up for up, down in reversed(TURNED.items())},
    "减低": "提高",
    "减幅": "增幅",
    "压减": "增加",
    "缩减": "增加",
}
DIRECTION = re.compile(rf"{UP}|{DOWN}")
# 与上年对比无增减变化: what is compared, kept before the new change.
COMPARED = re.compile(
    r"(?:与|同|较|比|和)(?:上年度?|去年度?|上一年度?|20\d\d年度?)(?:年初)?(?:预算|执行|决算)?数?"
    r"(?P<how>相比较?|对比|比较)?"
)
# 增加（减少）0万元: a form that nobody has filled in.
EITHER = re.compile(r"增加?(?:[(（]减少?[)）]|/减少?|或减少?)")
STEADY = "无增减变化"


def amount(statement: Statement, value: Decimal, habits: Habits) -> str | None:
    """A plain figure with a new value (money in 元).

    None where no digits are printed, or a unit that no amount is kept in: a person words it.
    """
    old = statement.printed
    found = NUMBER.search(halfwidth(old))
    if found is None or (statement.figure.kind is Kind.MONEY and OTHER_UNIT.search(old)):
        return None
    number = digits(old, rounded(statement, value, habits), places_of(statement, habits), habits)
    return f"{old[: found.start()]}{number}{old[found.end() :]}"


def moved(statement: Statement, value: Decimal, habits: Habits, sample: str) -> str | None:
    """A change or percentage with a new value, its direction word right.

    `sample` is an amount of the document, for the number of a change that was none before.
    """
    if not number_in(statement.printed):
        return _out_of_nothing(statement, value, habits, sample)
    statement = replace(statement, printed=EITHER.sub("增加", statement.printed))
    written = amount(statement, abs(value), habits)
    word = DIRECTION.search(statement.printed)
    if written is None or word is None:
        return None
    turned = _turned(word.group(), value)
    return turned and f"{written[: word.start()]}{turned}{written[word.end() :]}"


def is_steady(statement: Statement) -> bool:
    """Whether a change is told by words alone: 与上年持平."""
    return not number_in(statement.printed)


def steady(text: str, start: int) -> str:
    """The words for no change, after what stands before them."""
    ahead = halfwidth(text[max(0, start - 40) : start])
    said = re.search(rf"(?:{VERSUS})[^,。;\n]{{0,8}}$", ahead)
    return STEADY if said else f"与上年对比{STEADY}"


def _out_of_nothing(
    statement: Statement, value: Decimal, habits: Habits, sample: str
) -> str | None:
    if statement.figure.kind is not Kind.MONEY:
        return None
    versus = COMPARED.match(halfwidth(statement.printed))
    before = ""
    if versus:
        before = versus.group() if versus["how"] or versus.group()[0] in "较比" else "较上年"
    places = len(number_in(sample).partition(".")[2])
    number = digits(sample, rounded(statement, value, habits), places or 2, habits)
    return f"{before}{'减少' if value < 0 else '增加'}{number}{statement.unit}"


def _turned(word: str, value: Decimal) -> str | None:
    """The direction word that a value asks for, in the vocabulary of the old one."""
    is_down = re.fullmatch(DOWN, word) is not None
    if (value < 0) == is_down:
        return word
    return (BACK if is_down else TURNED).get(word)
