"""部门项目支出预算表（其他运转类、特定目标类项目）: project expenditure, row by row."""

from django.db import models

from disclosures.tables.funds import (
    CARRIED_FORWARD,
    CARRIED_FORWARD_PARTS,
    CARRIED_FORWARD_SUM,
    FISCAL,
    FUND_PARTS,
    FUNDS,
    NON_FISCAL_BALANCE,
    PROJECT_NAMES,
    UNIT_FUND_PARTS,
    UNIT_FUNDS,
)
from disclosures.tables.identity import AtMost, RowSum, TotalRow
from disclosures.tables.shapes import FundedProject
from disclosures.tables.spec import Column, Group, TableSpec


class ProjectExpenditure(FundedProject):
    """Project x function x economic code, in 元."""

    project_category = models.CharField("项目分类", max_length=60, blank=True, db_index=True)

    class Meta(FundedProject.Meta):
        verbose_name = "项目支出预算"
        verbose_name_plural = "项目支出预算"


SPEC = TableSpec(
    name="project-expenditure",
    number=8,
    sheet_code="05-1",
    title="部门项目支出预算表（其他运转类、特定目标类项目）",
    model=ProjectExpenditure,
    header=(
        Column("project_category"),
        Column("project_code"),
        Column("project_name", also=PROJECT_NAMES),
        Column("unit_name", "项目单位"),
        Column("function_code"),
        Column("function_name"),
        Column("economic_code"),
        Column("economic_name"),
        Column("total", "合计", also=("项目金额",)),
        FISCAL,
        Group(
            "一般公共预算",
            (
                Column("general_budget", "小计"),
                Column("general_budget_issued_now", "其中：本次下达"),
            ),
        ),
        Column("government_fund"),
        Column("state_capital"),
        CARRIED_FORWARD,
        CARRIED_FORWARD_SUM,
        NON_FISCAL_BALANCE,
        Column("special_account"),
        UNIT_FUNDS,
    ),
    identities=(
        RowSum("A13", "total", (*FUND_PARTS, *CARRIED_FORWARD_PARTS)),
        RowSum("A13", "unit_funds", UNIT_FUND_PARTS),
        TotalRow("A13", (*FUNDS, "general_budget_issued_now", *CARRIED_FORWARD_PARTS)),
        AtMost("A14", "general_budget_issued_now", "general_budget"),
    ),
    key=("project_name", "function_code", "economic_code"),
    code_lists=(("function_code", "functions"), ("economic_code", "department_economic")),
    filters=("project_category", "project_code", "function_code", "economic_code"),
    note="重点项目的名称和金额也见于编制说明。",
)
