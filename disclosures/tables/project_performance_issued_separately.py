"""项目支出绩效目标表（另文下达）: targets of projects issued by a letter of their own."""

from disclosures.tables.performance import PERFORMANCE_HEADER, PERFORMANCE_KEY
from disclosures.tables.shapes import PerformanceTarget
from disclosures.tables.spec import TableSpec


class ProjectPerformanceIssuedSeparately(PerformanceTarget):
    """Printed where 本次下达 and 另文下达 are two tables."""

    class Meta(PerformanceTarget.Meta):
        verbose_name = "项目支出绩效目标（另文下达）"
        verbose_name_plural = "项目支出绩效目标（另文下达）"


SPEC = TableSpec(
    name="project-performance-issued-separately",
    number=10,
    sheet_code="05-3",
    title="项目支出绩效目标表（另文下达）",
    model=ProjectPerformanceIssuedSeparately,
    header=PERFORMANCE_HEADER,
    key=PERFORMANCE_KEY,
    filters=("indicator_level_one",),
)
