"""国有资本经营预算支出表: what state capital is spent on, by function code."""

from django.db import models

from disclosures.records.fields import MoneyField
from disclosures.tables.identity import RowSum, TotalRow, TreeSum
from disclosures.tables.shapes import ByFunction
from disclosures.tables.spec import Column, Group, TableSpec

AMOUNTS = ("total", "basic", "project")


class StateCapitalExpenditure(ByFunction):
    """Rows 类/款/项 with a 合计 row, in 元; empty for most departments."""

    unit_name = models.CharField("单位名称", blank=True)
    basic = MoneyField("国有资本经营：基本支出")
    project = MoneyField("国有资本经营：项目支出")

    class Meta(ByFunction.Meta):
        verbose_name = "国有资本经营预算支出"
        verbose_name_plural = "国有资本经营预算支出"


SPEC = TableSpec(
    name="state-capital-expenditure",
    number=20,
    title="国有资本经营预算支出表",
    model=StateCapitalExpenditure,
    header=(
        Column("unit_name"),
        Column("function_code", "科目编码"),
        Column("function_name", "科目名称"),
        Group(
            "本年国有资本经营预算支出",
            (
                Column("total", "合计"),
                Column("basic", "基本支出"),
                Column("project", "项目支出"),
            ),
        ),
    ),
    identities=(
        RowSum("A15", "total", ("basic", "project")),
        TreeSum("A09", "function_code", AMOUNTS),
        TotalRow("A09", AMOUNTS, code="function_code"),
    ),
    key=("unit_name", "function_code", "function_name"),
    code_lists=(("function_code", "functions"),),
    filters=("function_code",),
)
