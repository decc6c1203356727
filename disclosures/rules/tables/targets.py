"""A20: a project's performance targets cover what 财预〔2021〕101号 asks, and can be measured."""

import re
from collections.abc import Iterator

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
        faults = [*_uncovered(grid), *_unmeasured(grid)]
        yield from faults
        if not faults:
            count = len(_by_project(grid))
            yield holds("A20", f"{grid.sheet.title}：{count}个项目的指标齐全。")


def _uncovered(grid: Grid) -> Iterator[Finding]:
    """Projects without an indicator of a needed kind."""
    for project, rows in _by_project(grid).items():
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
    found: dict[str, list[Row]] = {}
    for row in details(grid):
        found.setdefault(_text(row, "project_name"), []).append(row)
    return found


def _is_indicator(row: Row) -> bool:
    return bool(_text(row, "indicator_level_one"))


def _text(row: Row, column: str) -> str:
    return str(row.value(column) or "").strip()


CHECKS: tuple[Check, ...] = (Checked("A20", performance_targets),)
