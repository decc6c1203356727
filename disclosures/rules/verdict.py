"""How a comparison becomes a finding: one way to hold, to be rounding, to fail, to be unchecked."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from disclosures.classification.money import Unit
from disclosures.records.finding import Outcome, Severity
from disclosures.rules.amount import Amount, tolerance
from disclosures.rules.catalogue import rule as catalogued
from disclosures.rules.finding import Finding, Input
from disclosures.rules.wording import listed, number, told
from disclosures.tables.book import Where

SCALE = Unit.WAN_YUAN.yuan


def holds(
    rule: str,
    message: str,
    inputs: Iterable[Amount | Input] = (),
    *,
    severity: Severity | None = None,
    difference: Decimal | None = None,
    unit: str = "",
) -> Finding:
    """The rule held; a `difference` is given only when there is one worth telling."""
    quoted = _inputs(inputs)
    return Finding(
        rule,
        severity or catalogued(rule).severity,
        Outcome.HOLDS,
        message,
        difference=difference,
        inputs=quoted,
        where=_first_place(quoted),
        unit=unit,
    )


def fails(
    rule: str,
    message: str,
    inputs: Iterable[Amount | Input] = (),
    *,
    severity: Severity | None = None,
    expected: Decimal | str | None = None,
    actual: Decimal | str | None = None,
    where: Where | None = None,
    unit: str = "",
) -> Finding:
    """The rule was broken, at `where` or at its first input that has a place."""
    quoted = _inputs(inputs)
    difference = None
    if isinstance(expected, Decimal) and isinstance(actual, Decimal):
        difference = actual - expected
    return Finding(
        rule,
        severity or catalogued(rule).severity,
        Outcome.FAILS,
        message,
        expected=expected,
        actual=actual,
        difference=difference,
        inputs=quoted,
        where=where or _first_place(quoted),
        unit=unit,
    )


def not_checked(rule: str, reason: str, inputs: Iterable[Amount | Input] = ()) -> Finding:
    """The rule could not be evaluated; `reason` is a Chinese clause without a full stop."""
    return Finding(
        rule,
        catalogued(rule).severity,
        Outcome.NOT_CHECKED,
        f"未核对：{reason}。",
        inputs=_inputs(inputs),
    )


def not_disclosed(rule: str, labels: Iterable[str]) -> Finding:
    """The rule needs figures that the document does not state."""
    return not_checked(rule, f"{listed(labels)}未公开")


def equal(
    rule: str,
    stated: Amount,
    expected: Decimal,
    basis: str,
    inputs: Sequence[Amount],
    unit: Unit,
) -> Finding:
    """`stated` against what it should be; `basis` says in words how `expected` came about.

    `inputs` are the figures that `expected` was made of: they decide the tolerance.
    """
    everything = (stated, *inputs)
    allowed = tolerance(everything)
    difference = stated.value - expected
    outcome = _outcome(difference, allowed)
    fixed = Severity.INFO if outcome is Outcome.ROUNDING else catalogued(rule).severity
    return Finding(
        rule,
        fixed,
        outcome,
        _equality(outcome, stated, expected, basis, allowed, unit),
        expected=expected,
        actual=stated.value,
        difference=difference,
        tolerance=allowed,
        inputs=_inputs(everything),
        where=stated.where or {},
        unit=stated.base_unit,
    )


def at_most(rule: str, part: Amount, whole: Amount, unit: Unit) -> Finding:
    """`part` may not exceed `whole`, but for rounding."""
    allowed = tolerance((part, whole))
    excess = part.value - whole.value
    if excess <= 0:
        message = f"{told(part, unit)}，不超过{told(whole, unit)}。"
        return holds(rule, message, (part, whole), unit=part.base_unit)
    outcome = _outcome(excess, allowed)
    shown = number(excess, part.base_unit, unit)
    doubt = beyond(allowed, part.base_unit, unit) if outcome is Outcome.FAILS else ""
    doubt += suspicion(part.value, whole.value)
    return Finding(
        rule,
        Severity.INFO if outcome is Outcome.ROUNDING else catalogued(rule).severity,
        outcome,
        f"{told(part, unit)}，超过{told(whole, unit)}，多出{shown}{doubt}。",
        expected=whole.value,
        actual=part.value,
        difference=excess,
        tolerance=allowed,
        inputs=_inputs((part, whole)),
        where=part.where or {},
        unit=part.base_unit,
    )


def beyond(allowed: Decimal, base_unit: str, unit: Unit) -> str:
    """A clause that says how far rounding could explain a gap, "" where nothing is rounded."""
    return f"，大于四舍五入所能解释的{number(allowed, base_unit, unit)}" if allowed else ""


def suspicion(actual: Decimal, expected: Decimal) -> str:
    """A clause that says so when two amounts are off by exactly 万, else nothing."""
    if not actual or not expected or actual == expected:
        return ""
    ratio = abs(actual / expected)
    near = any(abs(ratio / scale - 1) < Decimal("0.001") for scale in (SCALE, 1 / SCALE))
    return "，两数恰差一万倍，疑为金额单位（元、万元）误写" if near else ""


def _outcome(difference: Decimal, allowed: Decimal) -> Outcome:
    if difference == 0:
        return Outcome.HOLDS
    return Outcome.ROUNDING if abs(difference) <= allowed else Outcome.FAILS


def _equality(
    outcome: Outcome, stated: Amount, expected: Decimal, basis: str, allowed: Decimal, unit: Unit
) -> str:
    said, should = told(stated, unit), number(expected, stated.base_unit, unit)
    if outcome is Outcome.HOLDS:
        return f"{said}，等于{basis}。"
    against = basis if basis.endswith(should) else f"{basis}（{should}）"
    gap = number(abs(stated.value - expected), stated.base_unit, unit)
    if outcome is Outcome.ROUNDING:
        room = number(allowed, stated.base_unit, unit)
        return f"{said}，与{against}相差{gap}，在四舍五入容差{room}以内。"
    doubt = beyond(allowed, stated.base_unit, unit) + suspicion(stated.value, expected)
    return f"{said}，不等于{against}，相差{gap}{doubt}。"


def _inputs(given: Iterable[Amount | Input]) -> tuple[Input, ...]:
    return tuple(each.as_input() if isinstance(each, Amount) else each for each in given)


def _first_place(inputs: Iterable[Input]) -> Where:
    return next((each.where for each in inputs if each.where), {})
