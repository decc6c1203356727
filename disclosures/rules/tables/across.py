"""Group B: what the tables must share with each other."""

from disclosures.rules.declaration import Check
from disclosures.rules.tables.agreements import Agree, Grouped, PerKey, Within
from disclosures.rules.tables.places import BalanceLine, Economic, FirstOf, Place, Plus, Total
from disclosures.tables.lines import Line

SUMMARY, INCOME, EXPENDITURE = "financial-balance", "department-income", "department-expenditure"
BY_FUNCTION, ALL_EXPENDITURE = "income-by-function", "expenditure-summary"
FISCAL, GENERAL = "fiscal-balance", "general-budget-by-function"
FUND, THREE_PUBLIC = "government-fund-expenditure", "three-public"
BASIC, PROJECT = "basic-expenditure", "project-expenditure"
PROCUREMENT, SERVICES, ASSETS = "procurement", "purchased-services", "new-assets"
DETAIL = (BASIC, PROJECT)

# Columns of 部门收入预算表 that are lines of 财务收支预算总表 under the same name
SOURCES = (
    Line.GENERAL_BUDGET,
    Line.GOVERNMENT_FUND,
    Line.STATE_CAPITAL,
    Line.SPECIAL_ACCOUNT,
    Line.UNIT_FUNDS,
    Line.SERVICE_INCOME,
    Line.BUSINESS_INCOME,
    Line.SUPERIOR_SUBSIDY,
    Line.REMITTED_INCOME,
    Line.OTHER_INCOME,
    Line.CARRIED_FORWARD,
)
# Some forms count 上年结转 of the general budget inside it, others beside it.
CARRIED = "carried_forward_general_budget"
WITH_CARRY_OVER = ("general_budget", CARRIED)
FROM_FISCAL = ("general_budget", "government_fund", "state_capital", CARRIED)
ECONOMIC_OF_THREE_PUBLIC = {
    "abroad": ("30212",),
    "reception": ("30217",),
    "vehicle_running": ("30231",),
    "vehicle_purchase": ("30913", "31013"),
}
CAPITAL = ("309", "310")


def _in_general_budget(column: str, table: str) -> Agree:
    """B09: a half of the general budget equals its table of detail."""
    return Agree(
        "B09",
        Total(GENERAL, column),
        (
            Total(table, "general_budget"),
            Plus((Total(table, "general_budget"), Total(table, CARRIED))),
        ),
    )


def _per_function(column: str, table: str) -> PerKey:
    """B10: the same, function by function."""
    return PerKey(
        "B10",
        Grouped((GENERAL,), (column,), digits=7),
        (Grouped((table,), ("general_budget",)), Grouped((table,), WITH_CARRY_OVER)),
    )


def _budget_of(rule: str, table: str, line: Line, carried: Line) -> Agree:
    """B07, B08: a budget's table equals its lines in the fiscal summary."""
    return Agree(
        rule,
        Total(table, "total"),
        (
            BalanceLine(FISCAL, line),
            Plus((BalanceLine(FISCAL, line), BalanceLine(FISCAL, carried))),
        ),
    )


def with_carry_over(line: Line) -> tuple[Place, ...]:
    """A line of the fiscal summary, and the same with what was carried forward of that budget."""
    own, name = BalanceLine(FISCAL, line), f"carried_forward_{line}"
    return (own, Plus((own, BalanceLine(FISCAL, Line(name))))) if name in Line.values else (own,)


def _line_of_both(line: Line) -> Agree:
    """B05: the summary of everything has the fiscal summary's line, be it with the carry-over."""
    return Agree("B05", BalanceLine(SUMMARY, line), with_carry_over(line))


CHECKS: tuple[Check, ...] = (
    Agree(
        "B01",
        FirstOf((Total(INCOME, "total"), Total(BY_FUNCTION, "total"))),
        (BalanceLine(SUMMARY, Line.INCOME_TOTAL),),
    ),
    Agree("B02", Total(EXPENDITURE, "total"), (BalanceLine(SUMMARY, Line.EXPENDITURE_THIS_YEAR),)),
    *(Agree("B03", Total(INCOME, line.value), (BalanceLine(SUMMARY, line),)) for line in SOURCES),
    PerKey(
        "B04",
        Grouped((EXPENDITURE,), ("total",), digits=3),
        (Grouped((SUMMARY,), ("amount",), digits=3),),
    ),
    *map(_line_of_both, SOURCES[:3]),
    PerKey(
        "B06",
        Grouped((FISCAL,), ("amount",), digits=3),
        (Grouped((SUMMARY,), ("amount",), digits=3),),
        at_most=True,
        shared=True,
    ),
    _budget_of("B07", GENERAL, Line.GENERAL_BUDGET, Line.CARRIED_FORWARD_GENERAL_BUDGET),
    _budget_of("B08", FUND, Line.GOVERNMENT_FUND, Line.CARRIED_FORWARD_GOVERNMENT_FUND),
    _in_general_budget("basic", BASIC),
    _in_general_budget("project", PROJECT),
    _per_function("basic", BASIC),
    _per_function("project", PROJECT),
    Agree(
        "B11",
        Total(EXPENDITURE, "total"),
        (Plus((Total(BASIC, "total"), Total(PROJECT, "total"))),),
    ),
    *(
        Agree("B12", Total(THREE_PUBLIC, column), (Economic(DETAIL, FROM_FISCAL, codes),))
        for column, codes in ECONOMIC_OF_THREE_PUBLIC.items()
    ),
    PerKey(
        "B14",
        Grouped((PROCUREMENT,), ("total",), by="budget_project"),
        (Grouped(DETAIL, ("total",), by="project_name"),),
        at_most=True,
        shared=True,
    ),
    Within("B14", Total(PROCUREMENT, "total"), Total(EXPENDITURE, "total")),
    # Elsewhere services below the procurement threshold stand in 购买服务 alone.
    Within("B15", Total(SERVICES, "total"), Total(PROCUREMENT, "total"), is_local=True),
    Within("B17", Total(ASSETS, "amount"), Economic(DETAIL, ("total",), CAPITAL)),
    PerKey(
        "B19",
        Grouped(("medium-term-plan",), ("first_year",), by="project_name"),
        (
            Grouped((PROJECT,), ("general_budget",), by="project_name"),
            Grouped((PROJECT,), ("total",), by="project_name"),
        ),
        shared=True,
    ),
)
