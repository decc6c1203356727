"""政府性基金预算支出预算表: what government funds are spent on, by function code."""

from django.db import models

from disclosures.records.fields import MoneyField
from disclosures.tables.identity import RowSum, TotalRow, TreeSum
from disclosures.tables.shapes import ByFunction
from disclosures.tables.spec import Column, Group, TableSpec

AMOUNTS = ("total", "basic", "project", "opening_balance", "income", "closing_balance")


class GovernmentFundExpenditure(ByFunction):
    """Rows 类/款/项 with a 合计 row, in 元; empty for most departments.

    A final account prints what came in and what is left beside what was spent.
    """

    unit_name = models.CharField("单位名称", blank=True)
    opening_balance = MoneyField("政府性基金：年初结转和结余")
    income = MoneyField("政府性基金：本年收入")
    basic = MoneyField("政府性基金：基本支出")
    project = MoneyField("政府性基金：项目支出")
    closing_balance = MoneyField("政府性基金：年末结转和结余")

    class Meta(ByFunction.Meta):
        verbose_name = "政府性基金预算支出"
        verbose_name_plural = "政府性基金预算支出"


SPEC = TableSpec(
    name="government-fund-expenditure",
    number=11,
    sheet_code="06",
    title="政府性基金预算支出预算表",
    model=GovernmentFundExpenditure,
    header=(
        Column("unit_name", is_optional=True),
        Column("function_code", "科目编码"),
        Column("function_name", "科目名称"),
        Column("opening_balance", "年初结转和结余", is_optional=True),
        Column("income", "本年收入", is_optional=True),
        Group(
            "本年政府性基金预算支出",
            (
                Column("total", "合计", also=("本年支出合计", "本年支出")),
                Column("basic", "基本支出"),
                Column("project", "项目支出"),
            ),
        ),
        Column("closing_balance", "年末结转和结余", is_optional=True),
    ),
    identities=(
        TreeSum("A09", "function_code", AMOUNTS),
        TotalRow("A09", AMOUNTS, code="function_code"),
        RowSum("A15", "total", ("basic", "project")),
    ),
    key=("function_code", "function_name"),
    code_lists=(("function_code", "functions"),),
    filters=("function_code",),
)
