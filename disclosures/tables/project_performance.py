"""项目支出绩效目标表（本次下达）: targets of projects issued with this budget."""

from disclosures.records.fields import MoneyField
from disclosures.tables.performance import PERFORMANCE_KEY, indicators
from disclosures.tables.shapes import PerformanceTarget
from disclosures.tables.spec import Column, TableSpec


class ProjectPerformance(PerformanceTarget):
    """Later forms print one table of targets for all projects; it is this one.

    Where a place prints the project's money, it stands in the project's first row, in 元.
    """

    project_total = MoneyField("项目总额")
    project_fiscal = MoneyField("项目总额：财政资金")
    project_other = MoneyField("项目总额：其他资金")

    class Meta(PerformanceTarget.Meta):
        verbose_name = "项目支出绩效目标"
        verbose_name_plural = "项目支出绩效目标"


SPEC = TableSpec(
    name="project-performance",
    number=9,
    sheet_code="05-2",
    title="项目支出绩效目标表（本次下达）",
    model=ProjectPerformance,
    header=(
        Column("unit_name"),
        Column("project_name"),
        Column("project_total", also=("资金总额", "预算数"), is_optional=True),
        Column("project_fiscal", "财政资金", is_optional=True),
        Column("project_other", "其他资金", is_optional=True),
        Column("annual_goal"),
        *indicators(),
    ),
    key=PERFORMANCE_KEY,
    filters=("indicator_level_one",),
)
