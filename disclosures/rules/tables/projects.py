"""B13, B16, B18, C07: the same projects stand in every table that speaks of them."""

from collections.abc import Iterator

from disclosures.records.finding import Severity
from disclosures.records.narrative import Statement
from disclosures.rules.declaration import Check, Checked
from disclosures.rules.finding import Finding
from disclosures.rules.statements.projects import PROJECT
from disclosures.rules.subject import Subject
from disclosures.rules.tables.agreements import Grouped, summed_up
from disclosures.rules.tables.places import attached, details
from disclosures.rules.verdict import equal, fails, holds, not_checked
from disclosures.rules.wording import listed, told
from disclosures.tables.titles import folded_name

PROJECTS = "project-expenditure"
GOALS = ("project-performance", "project-performance-issued-separately")
TARGETED = "特定目标类"


def goals_have_projects(subject: Subject) -> Iterator[Finding]:
    """B13: every goal is some project's, every 特定目标类 project has a goal.

    Elsewhere than in a place that says so, targets may be those of all units, or of a few projects.
    """
    if not subject.context.has_own_form:
        yield not_checked("B13", "没有该地区的表式，不知绩效目标表包括哪些项目")
        return
    projects = _names(subject, PROJECTS)
    goals = [names for each in GOALS if (names := _names(subject, each)) is not None]
    if projects is None or not goals:
        yield not_checked("B13", "项目支出表或绩效目标表没有数据（原文件未附表）")
        return
    stated = {key: name for names in goals for key, name in names.items()}
    yield from _subset("B13", stated, projects, "有绩效目标而不在项目支出表")
    yield from _subset("B13", _targeted(subject), stated, "属特定目标类而没有绩效目标")


def transfers_have_goals(subject: Subject) -> Iterator[Finding]:
    """B16: transfers and their goals name the same projects."""
    transfers = _names(subject, "transfer-to-district")
    goals = _names(subject, "transfer-performance")
    if transfers is None or goals is None:
        yield not_checked("B16", "转移支付预算表或其绩效目标表没有数据（空表或原文件未附表）")
        return
    yield from _subset("B16", transfers, goals, "有转移支付而没有绩效目标")
    yield from _subset("B16", goals, transfers, "有绩效目标而不在转移支付表")


def superior_grants_stay_outside(subject: Subject) -> Iterator[Finding]:
    """B18: a project of the superior's grants is not one of the own budget."""
    granted, own = _names(subject, "superior-subsidy-projects"), _names(subject, PROJECTS)
    if granted is None or own is None:
        yield not_checked("B18", "上级补助项目表或项目支出表没有数据（空表或原文件未附表）")
        return
    both = [name for key, name in granted.items() if key in own]
    if both:
        yield fails("B18", f"{listed(both)}既列上级补助项目，又列本级项目支出。")
    else:
        yield holds("B18", f"{len(granted)}个上级补助项目均不在本级项目支出表。")


def key_projects_are_listed(subject: Subject) -> Iterator[Finding]:
    """C07: a key project's amount is its amount in the project table, its goal the goal table's."""
    amounts = Grouped((PROJECTS,), ("total",), by="project_name").find(subject)
    stated = [each for each in subject.narrative.statements if PROJECT.fullmatch(each.key)]
    if amounts is None or not stated:
        missing = "项目支出表没有数据（原文件未附表）" if stated else "重点项目金额未公开"
        yield not_checked("C07", missing)
        return
    listed_amounts = {folded_name(name): amount for name, amount in amounts.items()}
    findings = []
    for each in stated:
        name, amount = _name_of(subject, each), subject.amount(each.key, _name_of(subject, each))
        found = listed_amounts.get(folded_name(name))
        if found is None or amount is None:
            findings.append(not_checked("C07", f"项目支出表没有名为“{name}”的项目"))
            continue
        basis = told(found, subject.unit)
        findings.append(equal("C07", amount, found.value, basis, (found,), subject.unit))
    yield from summed_up("C07", "重点项目", findings)
    yield from _goals(subject)


def _goals(subject: Subject) -> Iterator[Finding]:
    """The goals of key projects that the goal tables have, too; a shortened goal is the same."""
    printed = _annual_goals(subject)
    for each in subject.narrative.statements:
        if not each.key.endswith(".goal"):
            continue
        name = _name_of(subject, each)
        goal, listed_goal = folded_name(str(each.value)), printed.get(folded_name(name))
        if listed_goal is None or not goal:
            continue
        if goal in listed_goal or listed_goal in goal:
            yield holds("C07", f"“{name}”的绩效目标与绩效目标表相符。")
        else:
            message = f"“{name}”的绩效目标与绩效目标表的年度目标文字不同。"
            yield fails("C07", message, severity=Severity.WARNING)


def _annual_goals(subject: Subject) -> dict[str, str]:
    grids = [grid for each in GOALS if (grid := attached(subject.book, each)) is not None]
    return {
        folded_name(str(row.value("project_name"))): folded_name(str(row.value("annual_goal")))
        for grid in grids
        for row in details(grid)
        if row.value("project_name") and row.value("annual_goal")
    }


def _subset(
    rule: str, some: dict[str, str], others: dict[str, str], fault: str
) -> Iterator[Finding]:
    strange = [name for key, name in some.items() if key not in others]
    if strange:
        yield fails(rule, f"{listed(strange)}{fault}。")
    elif some:
        yield holds(rule, f"{len(some)}个项目逐一对应。")


def _names(subject: Subject, name: str) -> dict[str, str] | None:
    """The projects of a table, by folded name; None when it has no rows of its own."""
    grid = attached(subject.book, name)
    if grid is None:
        return None
    names = (str(row.value("project_name") or "") for row in details(grid))
    return {folded_name(each): each for each in names if each}


def _targeted(subject: Subject) -> dict[str, str]:
    grid = attached(subject.book, PROJECTS)
    rows = details(grid) if grid else []
    names = (
        str(row.value("project_name") or "")
        for row in rows
        if TARGETED in str(row.value("project_category") or "")
    )
    return {folded_name(each): each for each in names if each}


def _name_of(subject: Subject, statement: Statement) -> str:
    return subject.words(statement.key.partition(".")[0] + ".name")


CHECKS: tuple[Check, ...] = (
    Checked("B13", goals_have_projects),
    Checked("B16", transfers_have_goals),
    Checked("B18", superior_grants_stay_outside),
    Checked("C07", key_projects_are_listed),
)
