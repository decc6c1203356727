"""一般公共预算基本支出表: basic expenditure by economic code, personnel and public use."""

from disclosures.records.fields import MoneyField
from disclosures.tables.economic_columns import GOVERNMENT
from disclosures.tables.identity import RowSum, TotalRow, TreeSum
from disclosures.tables.shapes import ByEconomic
from disclosures.tables.spec import Column, Group, TableSpec

AMOUNTS = ("total", "personnel", "public_use")


class GeneralBudgetBasicByEconomic(ByEconomic):
    """Rows 类/款 with a 合计 row, in 元."""

    personnel = MoneyField("人员经费")
    public_use = MoneyField("公用经费")

    class Meta(ByEconomic.Meta):
        verbose_name = "一般公共预算基本支出"
        verbose_name_plural = "一般公共预算基本支出"


SPEC = TableSpec(
    name="general-budget-basic-by-economic",
    number=21,
    title="一般公共预算基本支出表",
    model=GeneralBudgetBasicByEconomic,
    header=(
        Column("unit_name", is_optional=True),
        *GOVERNMENT,
        Column("economic_code"),
        Column("economic_name"),
        Group(
            "一般公共预算基本支出",
            (Column("total", "合计"), Column("personnel"), Column("public_use")),
        ),
    ),
    identities=(
        RowSum("A11", "total", ("personnel", "public_use")),
        TreeSum("A09", "economic_code", AMOUNTS),
        TotalRow("A09", AMOUNTS, code="economic_code"),
    ),
    key=("unit_name", "economic_code", "economic_name"),
    code_lists=(("economic_code", "department_economic"),),
    filters=("economic_code",),
)
