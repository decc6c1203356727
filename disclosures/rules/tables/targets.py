"""A20: a project's performance targets cover what 财预〔2021〕101号 asks, and can be measured."""

import re
from collections.abc import Iterator
from itertools import pairwise

from disclosures.records.finding import Severity
from disclosures.rules.declaration import Check, Checked
from disclosures.rules.finding import Finding
from disclosures.rules.subject import Subject
from disclosures.rules.tables.grid import Grid
from disclosures.rules.tables.places import attached, details
from disclosures.rules.tables.projects import GOALS
from disclosures.rules.verdict import fails, holds, not_checked
from disclosures.rules.wording import listed
from disclosures.tables.book import Row

NEEDED = ("产出", "效益", "满意度")
QUANTITATIVE = "定量"
COMPARATORS = frozenset("=＝≥≤>＞<＜")
DIGIT = re.compile(r"\d")


def performance_targets(subject: Subject) -> Iterator[Finding]:
    """A20: one finding for what is whole, one for each project or indicator that lacks."""
    grids = [grid for each in GOALS if (grid := attached(subject.book, each)) is not None]
    indicated = [grid for grid in grids if any(map(_is_indicator, details(grid)))]
    if not indicated:
        yield not_checked("A20", "绩效目标表没有指标（原文件未附表）")
        return
    for grid in indicated:
        faults = [*_uncovered(grid, _cut_off(subject, grid)), *_unmeasured(grid)]
        yield from faults
        if not faults:
            count = len(_by_project(grid))
            yield holds("A20", f"{grid.sheet.title}：{count}个项目的指标齐全。")


def _uncovered(grid: Grid, cut_off: set[str]) -> Iterator[Finding]:
    """Projects without an indicator of a needed kind, where all of theirs were surely read."""
    cut = _beside_nameless(grid) | cut_off
    for project, rows in _by_project(grid).items():
        if project in cut:
            continue
        levels = {_text(row, "indicator_level_one") for row in rows}
        missing = [each for each in NEEDED if not any(each in level for level in levels)]
        if missing:
            yield fails("A20", f"“{project}”没有{listed(missing)}指标。", where=rows[0].where)


def _unmeasured(grid: Grid) -> Iterator[Finding]:
    """Quantitative indicators without a number, a measure or a comparator."""
    for row in filter(_is_indicator, details(grid)):
        if QUANTITATIVE not in _text(row, "indicator_attribute"):
            continue
        lacking = []
        if not DIGIT.search(_text(row, "indicator_value")):
            lacking.append("数值")
        if not _text(row, "measurement_unit"):
            lacking.append("度量单位")
        if not COMPARATORS & set(_text(row, "indicator_comparator")):
            lacking.append("比较符号")
        if lacking:
            name = _text(row, "indicator_level_three") or _text(row, "indicator_level_two")
            message = f"“{_text(row, 'project_name')}”的定量指标“{name}”缺少{listed(lacking)}。"
            yield fails("A20", message, severity=Severity.WARNING, where=row.where)


def _by_project(grid: Grid) -> dict[str, list[Row]]:
    """The indicators of each project; those whose project was not read are of none."""
    found: dict[str, list[Row]] = {}
    for row in details(grid):
        found.setdefault(_text(row, "project_name"), []).append(row)
    is_named = any(found.keys())
    return {name: rows for name, rows in found.items() if name or not is_named}


def _cut_off(subject: Subject, grid: Grid) -> set[str]:
    """The last project of a table, where the next page begins with what no table is known of."""
    last = [row for row in details(grid) if row.where and "page" in row.where][-1:]
    pages = {sheet.where.get("page") for sheet in subject.book if sheet.is_unknown}
    return {_text(row, "project_name") for row in last if (row.where or {})["page"] + 1 in pages}


def _beside_nameless(grid: Grid) -> set[str]:
    """The projects next to indicators whose project was not read, or whose name a page's end may
    have cut in two: these may be theirs.
    """
    told = [(_text(row, "project_name"), (row.where or {}).get("page")) for row in details(grid)]
    beside = {
        name
        for (one, page), (other, next_page) in pairwise(told)
        if bool(one) != bool(other) or (one != other and page != next_page)
        for name in (one, other)
    }
    return beside - {""} if any(name for name, _ in told) else set()


def _is_indicator(row: Row) -> bool:
    return bool(_text(row, "indicator_level_one"))


def _text(row: Row, column: str) -> str:
    return str(row.value(column) or "").strip()


CHECKS: tuple[Check, ...] = (Checked("A20", performance_targets),)
