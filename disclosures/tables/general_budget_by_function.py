"""一般公共预算支出预算表（按功能科目分类）: general public budget, by function code."""

from django.db import models

from disclosures.records.fields import MoneyField
from disclosures.tables.identity import RowSum, TotalRow, TreeSum
from disclosures.tables.shapes import ByFunction
from disclosures.tables.spec import Column, Group, TableSpec

AMOUNTS = ("total", "basic", "basic_personnel", "basic_public_use", "project")


class GeneralBudgetByFunction(ByFunction):
    """Rows 类/款/项 with a 合计 row, in 元; what it is compared with stays on its own basis."""

    unit_name = models.CharField("单位名称", blank=True)
    basic = MoneyField("基本支出小计")
    basic_personnel = MoneyField("基本支出：人员经费")
    basic_public_use = MoneyField("基本支出：公用经费")
    project = MoneyField("项目支出")
    project_without_construction = MoneyField("项目支出：扣除基建项目后预算数")
    last_budget = MoneyField("上年预算数")
    last_execution = MoneyField("上年执行数")
    change = MoneyField("比上年增减额")

    class Meta(ByFunction.Meta):
        verbose_name = "一般公共预算支出"
        verbose_name_plural = "一般公共预算支出"


SPEC = TableSpec(
    name="general-budget-by-function",
    number=5,
    sheet_code="02-2",
    title="一般公共预算支出预算表（按功能科目分类）",
    model=GeneralBudgetByFunction,
    header=(
        Column("unit_name", is_optional=True),
        Group(
            "功能科目", (Column("function_code", "科目编码"), Column("function_name", "科目名称"))
        ),
        Column("total", "合计"),
        Group(
            "基本支出",
            (
                Column("basic", "小计"),
                Column("basic_personnel", "人员经费"),
                Column("basic_public_use", "公用经费"),
            ),
        ),
        Column("project", also=("项目支出总数", "专项业务经费支出", "专项业务经费")),
        Column("project_without_construction", "扣除基建项目后预算数", is_optional=True),
        Column("last_budget", is_optional=True),
        Column("last_execution", also=("上年预计执行数", "上年完成数"), is_optional=True),
        Column("change", also=("增减额", "增减金额", "增减变化金额"), is_optional=True),
    ),
    identities=(
        RowSum("A11", "total", ("basic", "project")),
        RowSum("A11", "basic", ("basic_personnel", "basic_public_use")),
        TreeSum("A09", "function_code", AMOUNTS),
        TotalRow("A09", AMOUNTS, code="function_code"),
    ),
    key=("unit_name", "function_code", "function_name"),
    code_lists=(("function_code", "functions"),),
    filters=("function_code",),
)
