"""项目支出绩效自评表: what became of a project's targets (财预〔2020〕10号)."""

from django.db import models

from disclosures.tables.performance import PERFORMANCE_KEY, indicators
from disclosures.tables.shapes import PerformanceTarget
from disclosures.tables.spec import Column, TableSpec


class ProjectSelfEvaluation(PerformanceTarget):
    """One row an indicator: what was planned, what was achieved, and the department's own score.

    As with targets, all is text as printed: 实际完成值 may be a number, a share or words.
    """

    achieved_goal = models.TextField("年度目标实际完成情况", blank=True)
    achieved_value = models.CharField("实际完成值", blank=True)
    self_score = models.CharField("自评得分", max_length=60, blank=True)
    deviation = models.TextField("偏差原因分析及改进措施", blank=True)

    class Meta(PerformanceTarget.Meta):
        verbose_name = "项目支出绩效自评"
        verbose_name_plural = "项目支出绩效自评"


SPEC = TableSpec(
    name="project-self-evaluation",
    number=30,
    title="项目支出绩效自评表",
    model=ProjectSelfEvaluation,
    header=(
        Column("unit_name"),
        Column("project_name"),
        Column("annual_goal", also=("预期目标", "年度预期目标")),
        Column(
            "achieved_goal",
            also=("实际完成情况", "全年实际完成情况", "目标实际完成情况"),
            is_optional=True,
        ),
        *indicators(),
        Column(
            "achieved_value",
            also=("全年实际完成值", "年度实际完成值", "实际完成指标值", "全年完成值", "完成值"),
        ),
        Column("self_score", also=("得分", "自评分", "自评得分情况")),
        Column(
            "deviation",
            also=("偏差原因分析及改进措施说明", "偏差原因分析", "未完成原因分析", "未完成原因"),
            is_optional=True,
        ),
    ),
    key=PERFORMANCE_KEY,
    filters=("indicator_level_one",),
)
