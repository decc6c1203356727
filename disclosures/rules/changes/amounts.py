"""E01, E04: the stated changes against last year's disclosure and against each other."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from disclosures.classification.changes import CHANGES, Change
from disclosures.rules.amount import Amount, summed
from disclosures.rules.declaration import Check, Checked
from disclosures.rules.finding import Finding
from disclosures.rules.subject import Subject
from disclosures.rules.verdict import equal, not_checked, not_disclosed
from disclosures.rules.wording import added, told

# Group E compares what sections 三, 四 and 七 state; last year's other figures are not its matter.
COMPARED = ("income.", "fiscal.", "exp.", "sangong.")


def against_last_year(subject: Subject) -> Iterator[Finding]:
    """E01: this year's figure less last year's published one is the stated change."""
    last_year = subject.context.last_year
    if last_year is None:
        yield not_checked("E01", "没有该部门上年公开的数据")
        return
    stated = [each for each in CHANGES if each.figure.startswith(COMPARED)]
    found = [
        _compared(subject, each, last_year)
        for each in stated
        if each.figure in last_year and subject.amount(each.delta) and subject.amount(each.figure)
    ]
    yield from found or [not_checked("E01", "本年与上年没有可以对照的指标")]


def parts_make_the_change(subject: Subject) -> Iterator[Finding]:
    """E04: basic and project changes make the change of the money they are spent from.

    基本支出 and 项目支出 are parts of the fiscal expenditure, so the fiscal change is the one
    to meet; the change of total expenditure serves where all of it is fiscal.
    """
    parts = subject.amounts(("exp.basic_delta", "exp.project_delta"))
    total = subject.amount("fiscal.delta") or _all_fiscal_delta(subject)
    if total is None or len(parts) < 2:
        missing = subject.missing(("exp.basic_delta", "exp.project_delta"))
        yield not_disclosed("E04", missing + ([] if total else ["财政拨款收入比上年增减"]))
        return
    yield equal("E04", total, summed(parts), added(parts, subject.unit), parts, subject.unit)


def _compared(subject: Subject, change: Change, last_year: Mapping[str, Decimal]) -> Finding:
    current, delta = subject.amounts((change.figure, change.delta))
    before = Amount(f"上年{current.label}", last_year[change.figure], current.unit, current.places)
    expected = current.value - before.value
    basis = f"{told(current, subject.unit)}减去{told(before, subject.unit)}"
    return equal("E01", delta, expected, basis, (current, before), subject.unit)


def _all_fiscal_delta(subject: Subject) -> Amount | None:
    total, fiscal = subject.amount("exp.total"), subject.amount("exp.fiscal")
    if total and fiscal and total.value == fiscal.value:
        return subject.amount("exp.delta")
    return None


CHECKS: tuple[Check, ...] = (
    Checked("E01", against_last_year),
    Checked("E04", parts_make_the_change),
)
