"""B20: a department's summary is what its units published, less what passed between them.

A unit's 上级补助收入 and 附属单位上缴收入 come from another one of the department. Forms differ on
whether the summary leaves them out, so either sum will do.
"""

from collections.abc import Iterator
from dataclasses import replace

from disclosures.rules.amount import Amount
from disclosures.rules.declaration import Check, Checked
from disclosures.rules.finding import Finding
from disclosures.rules.subject import Subject
from disclosures.rules.tables.places import BalanceLine, added_up, attached, details
from disclosures.rules.verdict import equal, not_checked
from disclosures.rules.wording import told
from disclosures.tables.lines import Line

SUMMARY, INCOME = "financial-balance", "department-income"
COMPARED = (Line.INCOME_TOTAL, Line.GENERAL_BUDGET, Line.EXPENDITURE_TOTAL)
PASSED_ON = (Line.SUPERIOR_SUBSIDY, Line.REMITTED_INCOME)
WITH_TRANSFERS = (Line.INCOME_TOTAL, Line.EXPENDITURE_TOTAL)


def sum_of_units(subject: Subject) -> Iterator[Finding]:
    """B20: one finding for each line that the department and all its units print."""
    units = subject.context.units
    expected = _number_of_units(subject)
    if not units or expected is None or len(units) < expected:
        known = f"应有{expected}个，" if expected else ""
        yield not_checked("B20", f"需要所属各单位的公开数据（{known}已公开{len(units)}个）")
        return
    for line in COMPARED:
        place = BalanceLine(SUMMARY, line)
        own = place.find(subject)
        parts = _in_units(subject, line)
        if own is None or len(parts) < len(units):
            yield not_checked("B20", f"{place.label}在部门或所属单位中没有数据")
        else:
            yield _compared(subject, line, own, parts)


def _compared(subject: Subject, line: Line, own: Amount, parts: list[Amount]) -> Finding:
    whole = added_up("所属各单位之和", parts)
    nearest, inputs = whole, parts
    if line in WITH_TRANSFERS and (passed := _passed_on(subject)):
        value = whole.value - sum(each.value for each in passed)
        if abs(value - own.value) < abs(whole.value - own.value):
            nearest = replace(whole, label="所属各单位之和减内部往来", value=value)
            inputs = [*parts, *passed]
    return equal("B20", own, nearest.value, told(nearest, subject.unit), inputs, subject.unit)


def _in_units(subject: Subject, line: Line) -> list[Amount]:
    """The line as each unit prints it; its place is in another document, and left out."""
    place = BalanceLine(SUMMARY, line)
    return [
        replace(found, label=f"{name}的{line.label}", key="", where=None)
        for name, book in subject.context.units.items()
        if (found := place.find(replace(subject, book=book)))
    ]


def _passed_on(subject: Subject) -> list[Amount]:
    """What units received from each other."""
    return [each for line in PASSED_ON for each in _in_units(subject, line)]


def _number_of_units(subject: Subject) -> int | None:
    """How many units the department says it has: in its narrative, else the rows of its income."""
    stated = subject.amount("unit.units_total")
    if stated is not None:
        return int(stated.value)
    grid = attached(subject.book, INCOME)
    return len(details(grid)) if grid else None


CHECKS: tuple[Check, ...] = (Checked("B20", sum_of_units),)
