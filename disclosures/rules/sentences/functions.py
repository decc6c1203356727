"""C04, F07: items named by 类, 款 and 项 against the tables, and the 类 against the code list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclosures.classification.codes import folded
from disclosures.records.finding import Outcome, Severity
from disclosures.rules.amount import Amount
from disclosures.rules.declaration import Check, Checked
from disclosures.rules.finding import Finding, Input
from disclosures.rules.prose import Line, amount, half, told_amount
from disclosures.rules.subject import Subject
from disclosures.rules.tables.places import attached, own_rows
from disclosures.rules.verdict import fails, holds
from disclosures.rules.wording import listed, money
from disclosures.tables.registry import table

NAME = r"[^(),。;:\n\d“\"”、]{2,40}"
ITEM = re.compile(
    rf"(?P<c>{NAME})\((?:\d{{3}})?类\)[-\"”]*(?P<k>{NAME})\((?:\d\d)?款\)[-\"”]*"
    rf"(?P<i>[^()。;\n\"“”]{{2,40}})\((?:\d\d)?项\)[\"”』」]*(?:科目|支出|预算|安排|为|:){{0,3}}{amount('now')}"
)
RENAMED = 2021  # by when the classes had the names that they have now
TABLES = ("general-budget-by-function", "expenditure-summary", "government-fund-expenditure")


@dataclass(frozen=True)
class Item:
    """An item of the text with the one code that its names fit."""

    code: str
    names: tuple[str, ...]
    line: Line
    match: re.Match[str]


def items_of(subject: Subject) -> Iterator[Item]:
    """The items whose names fit one code of the year."""
    codes, year = subject.codes.functions, subject.narrative.year
    for line, match in subject.prose.matches(ITEM):
        names = (match["c"], match["k"], match["i"])
        code = codes.match(names, year)
        if code is not None:
            yield Item(code, names, line, match)


def items_agree(subject: Subject) -> Iterator[Finding]:
    """C04: one finding for each item that every table that prints it tells otherwise."""
    if subject.narrative.functions:
        return  # read under their codes, and checked under them
    met = [found for each in items_of(subject) if (found := _met(subject, each)) is not None]
    yield from (each for each in met if each.outcome is not Outcome.HOLDS)
    if held := sum(each.outcome is Outcome.HOLDS for each in met):
        yield holds("C04", f"文中{held}个功能科目的金额与支出预算表一致。")


def _met(subject: Subject, item: Item) -> Finding | None:
    stated = told_amount(item.line, item.match, "now", f"{item.code}{item.names[-1]}")
    printed = [found for name in TABLES for found in _printed(subject, name, item.code)]
    if not printed:
        return None
    room = half(item.match, "now") * 2
    if any(abs(stated.value - each.value) <= room for each in printed):
        return holds("C04", "")
    shown = listed(f"{each.label}{money(each.value, subject.unit)}" for each in printed)
    said = f"{stated.label}文中为{money(stated.value, subject.unit)}，{shown}，不一致。"
    other = printed[0].value
    return fails(
        "C04",
        said,
        (stated, *printed),
        severity=Severity.WARNING,
        expected=other,
        actual=stated.value,
        unit=stated.base_unit,
    )


def _printed(subject: Subject, name: str, code: str) -> Iterator[Amount]:
    """What a table prints for a code, as one of its rows and as their sum."""
    grid = attached(subject.book, name)
    if grid is None:
        return
    rows = [row for row in own_rows(grid) if row.value("function_code") == code]
    for row in rows:
        found = grid.amount(row, "total")
        if found is not None:
            yield Amount(f"{table(name).title}中为", found.value, found.unit, found.places)


def classes_are_called_so(subject: Subject) -> Iterator[Finding]:
    """F07: a 类 is called what it is called that year, not what it once was."""
    if subject.narrative.functions or (subject.narrative.year or 0) < RENAMED:
        return
    for item in items_of(subject):
        right = subject.codes.functions.get(item.code[:3], subject.narrative.year)
        if right is not None and folded(item.names[0]) != folded(right.name):
            yield _misnamed(item, right.name)


def _misnamed(item: Item, right: str) -> Finding:
    said = f"{item.code[:3]}类印作“{item.names[0]}”，该年度科目表为“{right}”。"
    quoted = Input("功能科目", item.names[0], "", item.line.where(item.match))
    return fails(
        "F07", said, [quoted], severity=Severity.WARNING, expected=right, actual=item.names[0]
    )


CHECKS: tuple[Check, ...] = (
    Checked("C04", items_agree),
    Checked("F07", classes_are_called_so),
)
