"""D16: the key projects of section 八 are a part of the project expenditure."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from disclosures.records.finding import Severity
from disclosures.records.narrative import Statement
from disclosures.rules.amount import Amount, of_statement, summed, tolerance
from disclosures.rules.declaration import Check, Checked
from disclosures.rules.finding import Finding
from disclosures.rules.subject import Subject
from disclosures.rules.verdict import beyond, equal, fails, holds, not_disclosed
from disclosures.rules.wording import money, told

PROJECT = re.compile(r"project(\d+)\.amount")
WORTH_TELLING = Decimal("0.01")  # a gap below one percent: perhaps a small project, perhaps a slip


def key_projects(subject: Subject) -> list[Amount]:
    """The amounts of the key projects, each labelled with its project's name."""
    return [
        amount
        for each in subject.narrative.statements
        if PROJECT.fullmatch(each.key) and (amount := _labelled(subject, each)) is not None
    ]


def within_project_spending(subject: Subject) -> Iterator[Finding]:
    """D16: their sum is at most 项目支出; a gap under one percent is told as information."""
    whole, parts = subject.amount("exp.project"), key_projects(subject)
    if whole is None or not parts:
        lacking = subject.missing(("exp.project",)) + ([] if parts else ["重点项目年初预算"])
        yield not_disclosed("D16", lacking)
        return
    gap = whole.value - summed(parts)
    if abs(gap) <= tolerance((whole, *parts)):
        basis = f"{len(parts)}个重点项目之和"
        yield equal("D16", whole, summed(parts), basis, parts, subject.unit)
    elif gap < 0:
        yield _beyond(subject, whole, parts)
    else:
        yield _subset(subject, whole, parts, gap)


def _beyond(subject: Subject, whole: Amount, parts: list[Amount]) -> Finding:
    total = money(summed(parts), subject.unit)
    message = f"{len(parts)}个重点项目合计{total}，超过{told(whole, subject.unit)}。"
    return fails(
        "D16",
        message,
        (whole, *parts),
        expected=whole.value,
        actual=summed(parts),
        unit=whole.base_unit,
    )


def _subset(subject: Subject, whole: Amount, parts: list[Amount], gap: Decimal) -> Finding:
    total = money(summed(parts), subject.unit)
    said = f"{len(parts)}个重点项目合计{total}，不超过{told(whole, subject.unit)}"
    if gap >= whole.value * WORTH_TELLING:
        return holds("D16", f"{said}。", (whole, *parts))
    return _small_gap(subject, whole, parts, said)


def _small_gap(subject: Subject, whole: Amount, parts: list[Amount], said: str) -> Finding:
    """Beyond rounding and below one percent: held as a subset, told as information."""
    gap, room = whole.value - summed(parts), tolerance((whole, *parts))
    message = (
        f"{said}，两者相差{money(gap, subject.unit)}{beyond(room, whole.base_unit, subject.unit)}"
        "：可能另有未列为重点的小项目，也可能是笔误。"
    )
    told_gap = holds(
        "D16",
        message,
        (whole, *parts),
        severity=Severity.INFO,
        difference=gap,
        unit=whole.base_unit,
    )
    return replace(told_gap, expected=summed(parts), actual=whole.value, tolerance=room)


def _labelled(subject: Subject, statement: Statement) -> Amount | None:
    name = subject.words(statement.key.replace(".amount", ".name"))
    return of_statement(statement, name)


CHECKS: tuple[Check, ...] = (Checked("D16", within_project_spending),)
