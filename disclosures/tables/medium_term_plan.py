"""部门项目中期规划预算表: projects over three years."""

from django.db import models

from disclosures.records.fields import MoneyField
from disclosures.tables.shapes import TableRow
from disclosures.tables.spec import Column, Group, TableSpec


class MediumTermPlan(TableRow):
    """One row a project, in 元: the budget year and the two after it."""

    unit_name = models.CharField("单位名称", blank=True)
    project_category = models.CharField("项目类别", max_length=60, blank=True, db_index=True)
    project_name = models.CharField("项目名称", blank=True)
    project_level = models.CharField("项目级次", blank=True)
    first_year = MoneyField("中期规划：预算年度")
    second_year = MoneyField("中期规划：预算年度后第一年")
    third_year = MoneyField("中期规划：预算年度后第二年")

    class Meta(TableRow.Meta):
        verbose_name = "项目中期规划预算"
        verbose_name_plural = "项目中期规划预算"


SPEC = TableSpec(
    name="medium-term-plan",
    number=18,
    sheet_code="12",
    title="部门项目中期规划预算表",
    model=MediumTermPlan,
    header=(
        Column("unit_name"),
        Column("project_category"),
        Column("project_name"),
        Column("project_level"),
        Group(
            "财政拨款",
            (
                Column("first_year", "预算年度"),
                Column("second_year", "预算年度后第一年"),
                Column("third_year", "预算年度后第二年"),
            ),
        ),
    ),
    key=("project_name",),
    filters=("project_category",),
)
