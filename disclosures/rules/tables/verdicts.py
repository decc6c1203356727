"""How many comparisons in a table become few findings: failures apart, the rest summed up."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from disclosures.classification.money import Unit
from disclosures.records.finding import Outcome
from disclosures.rules.amount import Amount
from disclosures.rules.finding import Finding
from disclosures.rules.subject import Subject
from disclosures.rules.verdict import at_most, equal, holds, not_checked
from disclosures.rules.wording import listed, number
from disclosures.tables.book import Sheet
from disclosures.tables.spec import TableSpec


@dataclass(frozen=True)
class Comparison:
    """A cell against what it should be; `row` names the cell's row in messages."""

    stated: Amount
    expected: Decimal
    basis: str
    parts: Sequence[Amount]
    row: str
    at_most: bool = False


def concluded(
    rule: str, subject: Subject, compared: Iterable[tuple[Sheet, Comparison]]
) -> Iterator[Finding]:
    """Failures one by one; roundings and what holds summed up a table."""
    by_table: dict[str, list[tuple[Sheet, Finding]]] = {}
    for sheet, comparison in compared:
        finding = _evaluated(rule, subject, sheet, comparison)
        by_table.setdefault(sheet.table, []).append((sheet, finding))
    for found in by_table.values():
        yield from _of_table(rule, subject, found[0][0], [finding for _, finding in found])


def nothing_to_compare(rule: str, subject: Subject, specs: Iterable[TableSpec]) -> Finding:
    """Unchecked, saying why: the tables are not attached, or have no rows that can be tried."""
    declared = list(specs)
    sheets = [subject.book.sheet(spec.name) for spec in declared]
    names = listed(spec.title for spec in declared)
    if any(sheet is not None and sheet.rows for sheet in sheets):
        return not_checked(rule, f"{names}没有可核对的数据")
    return not_checked(rule, f"{names}没有数据（空表或原文件未附表）")


def _evaluated(rule: str, subject: Subject, sheet: Sheet, comparison: Comparison) -> Finding:
    named = replace(
        comparison.stated, label=f"{sheet.title}{comparison.row}的{comparison.stated.label}"
    )
    unit = _unit(subject, sheet)
    if comparison.at_most:
        return at_most(rule, named, comparison.parts[0], unit)
    return equal(rule, named, comparison.expected, comparison.basis, comparison.parts, unit)


def _unit(subject: Subject, sheet: Sheet) -> Unit:
    """A table is spoken of in its own printed unit."""
    return Unit(sheet.unit) if sheet.unit else subject.unit


def _of_table(
    rule: str, subject: Subject, sheet: Sheet, findings: list[Finding]
) -> Iterator[Finding]:
    yield from (each for each in findings if each.outcome is Outcome.FAILS)
    rounded = [each for each in findings if each.outcome is Outcome.ROUNDING]
    if rounded:
        yield _rounded(subject, sheet, rounded)
    held = sum(each.outcome is Outcome.HOLDS for each in findings)
    if held:
        yield holds(rule, f"{sheet.title}：{held}处相符。")


def _rounded(subject: Subject, sheet: Sheet, rounded: list[Finding]) -> Finding:
    """The widest rounding stands for all of its table."""
    widest = max(rounded, key=lambda each: abs(each.difference or Decimal(0)))
    if len(rounded) == 1:
        return widest
    most = number(abs(widest.difference or Decimal(0)), widest.unit, _unit(subject, sheet))
    message = f"{sheet.title}：{len(rounded)}处尾差，最大{most}，均在四舍五入容差以内。"
    return replace(widest, message=message)
