"""F12: a figure that is printed more than once is the same each time."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from disclosures.classification.money import Unit
from disclosures.records.finding import Severity
from disclosures.records.narrative import Statement
from disclosures.rules.amount import Amount, of_statement
from disclosures.rules.declaration import Check, Checked
from disclosures.rules.finding import Finding
from disclosures.rules.subject import Subject
from disclosures.rules.verdict import fails, holds, not_checked
from disclosures.rules.wording import money

# A document with two of these does not say what its budget is.
DECISIVE = frozenset({"income.total", "exp.total", "fiscal.total"})


def repeated_figures(subject: Subject) -> Iterator[Finding]:
    """F12: one finding for all that agree, one for each that does not."""
    repeats = [each for each in subject.narrative.repeats if of_statement(each)]
    coinciding = _coinciding(subject)
    found = [each for repeat in repeats if (each := _fault(subject, repeat)) is not None]
    yield from found
    if found:
        return
    if not repeats and not coinciding:
        yield not_checked("F12", "没有重复出现的指标")
        return
    said = [f"{value}出现{count}次" for value, count in coinciding.items()]
    said += [f"{len(repeats)}处重复的指标与前文相同"] if repeats else []
    yield holds("F12", f"{'、'.join(said)}，前后一致。")


def _coinciding(subject: Subject) -> dict[str, int]:
    """Amounts that several figures share, as a form repeats them, with how many do."""
    values = (abs(each.value) for each in subject.stated_money if each.value)
    counted = Counter(money(value, subject.unit) for value in values)
    return {value: count for value, count in counted.items() if count > 1}


def _fault(subject: Subject, repeat: Statement) -> Finding | None:
    first, again = subject.amount(repeat.key), of_statement(repeat)
    if first is None or again is None or _same(first, again):
        return None
    shown = [_shown(subject, each) for each in (first, again)]
    return fails(
        "F12",
        f"{first.label}前后不同：{shown[0]}与{shown[1]}。",
        (first, again),
        severity=Severity.ERROR if repeat.key in DECISIVE else None,
        expected=first.value,
        actual=again.value,
        where=again.where,
        unit=first.base_unit,
    )


def _same(first: Amount, again: Amount) -> bool:
    """Equal, or equal once the finer of the two is rounded to the places of the coarser."""
    scale = Unit(first.unit).yuan if first.is_money and first.unit == again.unit else Decimal(1)
    step = scale.scaleb(-min(first.places, again.places))
    return first.value == again.value or abs(first.value - again.value) <= step / 2


def _shown(subject: Subject, amount: Amount) -> str:
    return money(amount.value, subject.unit) if amount.is_money else f"{amount.value}{amount.unit}"


CHECKS: tuple[Check, ...] = (Checked("F12", repeated_figures),)
