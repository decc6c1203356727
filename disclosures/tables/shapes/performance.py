"""Performance targets (tables 9, 10 and 15): one row an indicator, or a goal alone."""

from django.db import models

from disclosures.tables.shapes.row import TableRow


class PerformanceTarget(TableRow):
    """绩效目标: a project's goal for the year and one of its indicators (财预〔2021〕101号).

    Every column is text as printed: 指标值 may be a number, a range or words.
    """

    unit_name = models.CharField("单位名称", blank=True)
    project_name = models.CharField("项目名称", blank=True)
    annual_goal = models.TextField("项目年度绩效目标", blank=True)
    indicator_level_one = models.CharField("一级指标", max_length=60, blank=True, db_index=True)
    indicator_level_two = models.CharField("二级指标", blank=True)
    indicator_level_three = models.CharField("三级指标", blank=True)
    indicator_comparator = models.CharField("指标性质", blank=True)
    indicator_value = models.CharField("指标值", blank=True)
    measurement_unit = models.CharField("度量单位", blank=True)
    indicator_attribute = models.CharField("指标属性", blank=True)
    indicator_content = models.TextField("指标内容", blank=True)
    indicator_weight = models.CharField("指标权重", max_length=20, blank=True)
    core_indicator = models.CharField("是否核心指标", max_length=20, blank=True)
    scoring_standard = models.TextField("评（扣）分标准", blank=True)
    remark = models.TextField("备注", blank=True)

    class Meta(TableRow.Meta):
        abstract = True
