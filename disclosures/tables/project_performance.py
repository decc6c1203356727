"""项目支出绩效目标表（本次下达）: targets of projects issued with this budget."""

from disclosures.tables.performance import PERFORMANCE_HEADER, PERFORMANCE_KEY
from disclosures.tables.shapes import PerformanceTarget
from disclosures.tables.spec import TableSpec


class ProjectPerformance(PerformanceTarget):
    """Later forms print one table of targets for all projects; it is this one."""

    class Meta(PerformanceTarget.Meta):
        verbose_name = "项目支出绩效目标"
        verbose_name_plural = "项目支出绩效目标"


SPEC = TableSpec(
    name="project-performance",
    number=9,
    sheet_code="05-2",
    title="项目支出绩效目标表（本次下达）",
    model=ProjectPerformance,
    header=PERFORMANCE_HEADER,
    key=PERFORMANCE_KEY,
    filters=("indicator_level_one",),
)
