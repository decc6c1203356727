"""一般公共预算支出表（按经济分类）: all expenditure by economic code, basic and project."""

from disclosures.records.fields import MoneyField
from disclosures.tables.economic_columns import GOVERNMENT
from disclosures.tables.identity import RowSum, TotalRow, TreeSum
from disclosures.tables.shapes import ByEconomic
from disclosures.tables.spec import Column, TableSpec

AMOUNTS = ("total", "basic", "personnel", "public_use", "project")


class GeneralBudgetByEconomic(ByEconomic):
    """Rows 类/款 with a 合计 row, in 元."""

    basic = MoneyField("基本支出")
    personnel = MoneyField("人员经费")
    public_use = MoneyField("公用经费")
    project = MoneyField("项目支出")

    class Meta(ByEconomic.Meta):
        verbose_name = "一般公共预算支出（经济分类）"
        verbose_name_plural = "一般公共预算支出（经济分类）"


SPEC = TableSpec(
    name="general-budget-by-economic",
    number=22,
    title="一般公共预算支出表（按经济分类）",
    model=GeneralBudgetByEconomic,
    header=(
        Column("unit_name", is_optional=True),
        *GOVERNMENT,
        Column("economic_code"),
        Column("economic_name"),
        Column("total", "合计"),
        Column("basic"),
        Column("personnel", is_optional=True),
        Column("public_use", is_optional=True),
        Column("project", also=("专项业务经费支出", "专项业务经费")),
    ),
    identities=(
        RowSum("A11", "total", ("basic", "project")),
        TreeSum("A09", "economic_code", AMOUNTS),
        TotalRow("A09", AMOUNTS, code="economic_code"),
    ),
    key=("unit_name", "economic_code", "economic_name"),
    code_lists=(("economic_code", "department_economic"),),
    filters=("economic_code",),
)
