"""部门整体支出绩效目标表: what the department as a whole is to achieve with its money."""

from disclosures.records.fields import MoneyField
from disclosures.tables.identity import RowSum
from disclosures.tables.performance import PERFORMANCE_KEY, indicators
from disclosures.tables.shapes import PerformanceTarget
from disclosures.tables.spec import Column, Group, TableSpec


class DepartmentPerformance(PerformanceTarget):
    """One row an indicator; the money applied for stands in the first row of its unit, in 元."""

    total = MoneyField("年度预算申请：资金总额")
    general_budget = MoneyField("年度预算申请：一般公共预算")
    government_fund = MoneyField("年度预算申请：政府性基金")
    special_account = MoneyField("年度预算申请：财政专户管理资金")
    other_income = MoneyField("年度预算申请：其他资金")
    basic = MoneyField("年度预算申请：基本支出")
    project = MoneyField("年度预算申请：项目支出")

    class Meta(PerformanceTarget.Meta):
        verbose_name = "部门整体支出绩效目标"
        verbose_name_plural = "部门整体支出绩效目标"


SPEC = TableSpec(
    name="department-performance",
    number=29,
    title="部门整体支出绩效目标表",
    model=DepartmentPerformance,
    header=(
        Column("unit_name"),
        Column("project_name", is_optional=True),
        Group(
            "年度预算申请",
            (
                Column("total", "资金总额", is_optional=True),
                Column("general_budget", "一般公共预算", is_optional=True),
                Column("government_fund", "政府性基金拨款", is_optional=True),
                Column("special_account", "财政专户管理资金", is_optional=True),
                Column("other_income", "其他资金", is_optional=True),
                Column("basic", "基本支出", is_optional=True),
                Column("project", "项目支出", is_optional=True),
            ),
        ),
        Column("annual_goal", "整体绩效目标", also=("当年整体绩效目标", "部门整体绩效目标")),
        *indicators(),
    ),
    identities=(RowSum("A13", "total", ("basic", "project")),),
    key=PERFORMANCE_KEY,
    filters=("indicator_level_one",),
)
