"""E03: the stated percentage is the stated change over last year's figure."""

from collections.abc import Iterator
from decimal import Decimal

from disclosures.classification.changes import CHANGES, Change
from disclosures.records.finding import Outcome, Severity
from disclosures.rules.amount import Amount, tolerance
from disclosures.rules.declaration import Check, Checked
from disclosures.rules.finding import Finding
from disclosures.rules.subject import Subject
from disclosures.rules.verdict import fails, holds, not_checked, not_disclosed
from disclosures.rules.wording import plain, told

HUNDRED = Decimal(100)


def percentages(subject: Subject) -> Iterator[Finding]:
    """E03: one finding for each stated percentage."""
    stated = [each for each in CHANGES if subject.amount(each.percentage)]
    if not stated:
        yield not_disclosed("E03", ["增减幅度"])
    for change in stated:
        yield _checked(subject, change)


def _checked(subject: Subject, change: Change) -> Finding:
    keys = (change.figure, change.delta, change.percentage)
    inputs = subject.amounts(keys)
    if len(inputs) < len(keys):
        return not_disclosed("E03", subject.missing(keys))
    current, delta, _ = inputs
    before = current.value - delta.value
    if before == 0:
        return _from_nothing(subject, inputs)
    return _compared(subject, inputs, before)


def _from_nothing(subject: Subject, inputs: list[Amount]) -> Finding:
    """Last year was 0: no change is `0%`, any other change has no percentage."""
    current, delta, stated = inputs
    said = f"{told(current, subject.unit)}，{told(delta, subject.unit)}，推算上年为0"
    if not delta.value and not stated.value:
        return holds("E03", f"{said}，没有增减。", inputs)
    message = f"{said}，没有可比的增减幅度，原文为{plain(stated.value)}%。"
    return fails("E03", message, inputs, actual=stated.value, where=stated.where, unit="%")


def _compared(subject: Subject, inputs: list[Amount], before: Decimal) -> Finding:
    current, delta, stated = inputs
    slack = tolerance((delta,)) + tolerance((current,))
    if abs(before) <= slack:
        return not_checked(
            "E03", f"{current.label}推算的上年数太小，舍入后不能计算增减幅度", inputs
        )
    ratio = HUNDRED * delta.value / before
    step = Decimal(1).scaleb(-stated.places)
    expected = ratio.quantize(step, rounding="ROUND_HALF_UP")
    # Truncated instead of rounded is one step off; rounded 万元 may move the ratio itself.
    allowed = step + abs(HUNDRED * slack / before) * (1 + abs(ratio) / HUNDRED)
    return _verdict(subject, inputs, expected, allowed)


def _verdict(
    subject: Subject, inputs: list[Amount], expected: Decimal, allowed: Decimal
) -> Finding:
    current, delta, stated = inputs
    difference = stated.value - expected
    said = (
        f"{told(current, subject.unit)}，{told(delta, subject.unit)}，"
        f"增减幅度应为{plain(expected)}%，原文为{plain(stated.value)}%"
    )
    if difference == 0:
        return holds("E03", f"{said}，一致。", inputs)
    if abs(difference) > allowed:
        return fails(
            "E03",
            f"{said}，不一致。",
            inputs,
            expected=expected,
            actual=stated.value,
            where=stated.where,
            unit="%",
        )
    return Finding(
        "E03",
        Severity.INFO,
        Outcome.ROUNDING,
        f"{said}，属于舍入差异。",
        expected=expected,
        actual=stated.value,
        difference=difference,
        tolerance=allowed.quantize(Decimal("0.0001")),
        inputs=tuple(each.as_input() for each in inputs),
        where=stated.where or {},
        unit="%",
    )


CHECKS: tuple[Check, ...] = (Checked("E03", percentages),)
