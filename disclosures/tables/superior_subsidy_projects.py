"""上级补助项目支出预算表: projects paid by a higher level, outside the department's own budget."""

from django.db import models

from disclosures.records.fields import MoneyField
from disclosures.tables.shapes import ByProject
from disclosures.tables.spec import Column, Group, TableSpec


class SuperiorSubsidyProject(ByProject):
    """Project x function x economic code, in 元; never added to the department's own tables."""

    project_category = models.CharField("项目分类", max_length=60, blank=True, db_index=True)
    total = MoneyField("上级补助合计")
    general_budget = MoneyField("上级补助：一般公共预算")
    government_fund = MoneyField("上级补助：政府性基金预算")
    state_capital = MoneyField("上级补助：国有资本经营预算")

    class Meta(ByProject.Meta):
        verbose_name = "上级补助项目支出预算"
        verbose_name_plural = "上级补助项目支出预算"


SPEC = TableSpec(
    name="superior-subsidy-projects",
    number=17,
    sheet_code="11",
    title="上级补助项目支出预算表",
    model=SuperiorSubsidyProject,
    header=(
        Column("project_category"),
        Column("project_code"),
        Column("project_name"),
        Column("unit_name"),
        Column("function_code"),
        Column("function_name"),
        Column("economic_code"),
        Column("economic_name"),
        Group(
            "上级补助",
            (
                Column("total", "合计"),
                Column("general_budget", "一般公共预算"),
                Column("government_fund", "政府性基金预算"),
                Column("state_capital", "国有资本经营预算"),
            ),
        ),
    ),
    key=("project_name", "function_code", "economic_code"),
    code_lists=(("function_code", "functions"), ("economic_code", "department_economic")),
    filters=("project_category", "project_code", "function_code", "economic_code"),
)
