"""部门支出预算表: expenditure of all funds, by function code."""

from disclosures.records.fields import MoneyField
from disclosures.tables.funds import FUND_PARTS
from disclosures.tables.identity import RowSum, TotalRow, TreeSum
from disclosures.tables.shapes import ByFunction
from disclosures.tables.spec import Column, Group, TableSpec

UNIT_PARTS = (
    "unit_service",
    "unit_business",
    "unit_superior",
    "unit_affiliated",
    "unit_other",
)
AMOUNTS = ("total", *FUND_PARTS, "general_budget_basic", "general_budget_project", *UNIT_PARTS)


class DepartmentExpenditure(ByFunction):
    """Rows 类/款/项 with a 合计 row, in 元."""

    general_budget = MoneyField("一般公共预算支出小计")
    general_budget_basic = MoneyField("一般公共预算：基本支出")
    general_budget_project = MoneyField("一般公共预算：项目支出")
    government_fund = MoneyField("政府性基金预算支出")
    state_capital = MoneyField("国有资本经营预算支出")
    special_account = MoneyField("财政专户管理的支出")
    unit_funds = MoneyField("单位资金支出小计")
    unit_service = MoneyField("单位资金：事业支出")
    unit_business = MoneyField("单位资金：事业单位经营支出")
    unit_superior = MoneyField("单位资金：上级补助支出")
    unit_affiliated = MoneyField("单位资金：附属单位补助支出")
    unit_other = MoneyField("单位资金：其他支出")

    class Meta(ByFunction.Meta):
        verbose_name = "部门支出预算"
        verbose_name_plural = "部门支出预算"


SPEC = TableSpec(
    name="department-expenditure",
    number=3,
    sheet_code="01-3",
    title="部门支出预算表",
    model=DepartmentExpenditure,
    header=(
        Column("function_code", "科目编码"),
        Column("function_name", "科目名称"),
        Column("total", "合计"),
        Group(
            "一般公共预算",
            (
                Column("general_budget", "小计"),
                Column("general_budget_basic", "基本支出"),
                Column("general_budget_project", "项目支出"),
            ),
        ),
        Column("government_fund", "政府性基金预算"),
        Column("state_capital", "国有资本经营预算"),
        Column("special_account"),
        Group(
            "单位资金",
            (
                Column("unit_funds", "小计"),
                Column("unit_service", "事业支出"),
                Column("unit_business", "事业单位经营支出"),
                Column("unit_superior", "上级补助支出"),
                Column("unit_affiliated", "附属单位补助支出"),
                Column("unit_other", "其他支出"),
            ),
        ),
    ),
    identities=(
        RowSum("A08", "total", FUND_PARTS),
        RowSum("A08", "general_budget", ("general_budget_basic", "general_budget_project")),
        RowSum("A08", "unit_funds", UNIT_PARTS),
        TreeSum("A09", "function_code", AMOUNTS),
        TotalRow("A09", AMOUNTS, code="function_code"),
    ),
    key=("function_code", "function_name"),
    code_lists=(("function_code", "functions"),),
    filters=("function_code",),
)
