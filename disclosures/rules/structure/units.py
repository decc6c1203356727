"""F08, F11: one money unit a document, and amounts that can be."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from disclosures.classification.changes import ASSET_CHANGES, CHANGES
from disclosures.classification.money import Unit
from disclosures.rules.amount import EXACT_PLACES, Amount
from disclosures.rules.declaration import Check, Checked
from disclosures.rules.finding import Finding
from disclosures.rules.subject import Subject
from disclosures.rules.verdict import fails, holds, not_disclosed
from disclosures.rules.wording import money, told

MOST = Decimal(10) ** 12  # 元: one trillion is more than any city spends
PLACES = 2
SIGNED = frozenset(each.delta for each in (*CHANGES, *ASSET_CHANGES))


def one_unit(subject: Subject) -> Iterator[Finding]:
    """F08: the narrative states all money in one unit; those in another are named."""
    stated = subject.stated_money
    if not stated:
        yield not_disclosed("F08", ["金额"])
        return
    counted = Counter(each.unit for each in stated)
    usual = subject.narrative.printed_unit or counted.most_common(1)[0][0]
    # 0元 among 万元 is the same nothing in either unit.
    others = [each for each in stated if each.unit != usual and each.value]
    if others:
        message = f"编制说明以{usual}为单位，但有{len(others)}处不同：{_in_own_unit(others)}。"
        yield fails("F08", message, others, expected=usual, actual=others[0].unit)
        return
    yield holds("F08", f"编制说明的{len(stated)}处金额均以{usual}为单位。")


def plausible_amounts(subject: Subject) -> Iterator[Finding]:
    """F11: no amount is negative, too finely printed, or beyond any city; nor is last year's."""
    stated = subject.stated_money
    if not stated:
        yield not_disclosed("F11", ["金额"])
        return
    faults = [(each, fault) for each in stated if (fault := _fault(each))]
    faults += _negative_last_year(subject)
    for amount, fault in faults:
        yield fails("F11", f"{told(amount, subject.unit)}，{fault}。", (amount,))
    if not faults:
        yield holds("F11", f"编制说明的{len(stated)}处金额不为负，小数位与数量级合理。")


def _fault(amount: Amount) -> str:
    if amount.value < 0 and amount.key not in SIGNED:
        return "金额为负数"
    if abs(amount.value) > MOST:
        return f"超过{money(MOST, Unit.WAN_YUAN)}，疑为金额单位（元、万元）误写"
    exact = amount.unit == Unit.WAN_YUAN and amount.places == EXACT_PLACES
    if amount.places > PLACES and not exact:
        return f"以{amount.unit}为单位却有{amount.places}位小数"
    return ""


def _negative_last_year(subject: Subject) -> list[tuple[Amount, str]]:
    """A rise larger than the figure itself leaves last year below zero."""
    found = []
    for change in (*CHANGES, *ASSET_CHANGES):
        figure, delta = subject.amount(change.figure), subject.amount(change.delta)
        if figure and delta and figure.value < delta.value:
            found.append(
                (figure, f"少于其增加额{money(delta.value, subject.unit)}，上年数不可能为负")
            )
    return found


def _in_own_unit(amounts: list[Amount]) -> str:
    return "、".join(told(each, Unit(each.unit)) for each in amounts)


CHECKS: tuple[Check, ...] = (Checked("F08", one_unit), Checked("F11", plausible_amounts))
