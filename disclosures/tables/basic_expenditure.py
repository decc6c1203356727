"""部门基本支出预算表（人员类、运转类公用经费项目）: basic expenditure, row by row."""

from disclosures.records.fields import MoneyField
from disclosures.tables.funds import (
    CARRIED_FORWARD,
    CARRIED_FORWARD_PARTS,
    CARRIED_FORWARD_SUM,
    CLASS_NAMES,
    FISCAL,
    FUND_PARTS,
    FUNDS,
    NON_FISCAL_BALANCE,
    UNIT_FUND_PARTS,
    UNIT_FUNDS,
)
from disclosures.tables.identity import RowSum, TotalRow
from disclosures.tables.shapes import FundedProject
from disclosures.tables.spec import Column, Group, TableSpec

GENERAL_BUDGET_PARTS = (
    "general_budget_arranged_early",
    "general_budget_offset",
    "general_budget_issued_now",
    "general_budget_issued_separately",
)


class BasicExpenditure(FundedProject):
    """Unit x project x function x economic code, in 元."""

    general_budget_arranged_early = MoneyField("一般公共预算：已提前安排")
    general_budget_offset = MoneyField("一般公共预算：抵扣上年垫付资金")
    general_budget_issued_separately = MoneyField("一般公共预算：另文下达")

    class Meta(FundedProject.Meta):
        verbose_name = "基本支出预算"
        verbose_name_plural = "基本支出预算"


SPEC = TableSpec(
    name="basic-expenditure",
    number=7,
    sheet_code="04",
    title="部门基本支出预算表（人员类、运转类公用经费项目）",
    model=BasicExpenditure,
    header=(
        Column("unit_name"),
        Column("project_code"),
        Column("project_name", also=("单位（项目）名称",)),
        Column("function_code"),
        Column("function_name"),
        Column("economic_code"),
        Column("economic_name", also=CLASS_NAMES),
        Group(
            "资金来源",
            (
                Column("total", "总计"),
                FISCAL,
                Group(
                    "一般公共预算",
                    (
                        Column("general_budget", "全年数"),
                        Column("general_budget_arranged_early", "已提前安排"),
                        Column("general_budget_offset", "抵扣上年垫付资金"),
                        Column("general_budget_issued_now", "本次下达"),
                        Column("general_budget_issued_separately", "另文下达"),
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
        ),
    ),
    identities=(
        RowSum("A13", "total", (*FUND_PARTS, *CARRIED_FORWARD_PARTS)),
        RowSum("A13", "unit_funds", UNIT_FUND_PARTS),
        TotalRow("A13", (*FUNDS, *GENERAL_BUDGET_PARTS, *CARRIED_FORWARD_PARTS)),
        RowSum("A14", "general_budget", GENERAL_BUDGET_PARTS),
    ),
    key=("project_name", "function_code", "economic_code"),
    code_lists=(("function_code", "functions"), ("economic_code", "department_economic")),
    filters=("project_code", "function_code", "economic_code"),
)
