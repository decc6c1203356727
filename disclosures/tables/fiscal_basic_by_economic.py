"""财政拨款基本支出表（经济科目）: basic expenditure of all three budgets, by economic code."""

from disclosures.records.fields import MoneyField
from disclosures.tables.economic_columns import GOVERNMENT
from disclosures.tables.identity import RowSum, TotalRow, TreeSum
from disclosures.tables.shapes import ByEconomic
from disclosures.tables.spec import Column, Group, TableSpec

AMOUNTS = ("total", "personnel", "public_use")


class FiscalBasicByEconomic(ByEconomic):
    """Rows 类/款 with a 合计 row, in 元."""

    personnel = MoneyField("财政拨款基本支出：人员经费")
    public_use = MoneyField("财政拨款基本支出：公用经费")

    class Meta(ByEconomic.Meta):
        verbose_name = "财政拨款基本支出（经济分类）"
        verbose_name_plural = "财政拨款基本支出（经济分类）"


SPEC = TableSpec(
    name="fiscal-basic-by-economic",
    number=25,
    title="财政拨款基本支出表（经济科目）",
    model=FiscalBasicByEconomic,
    header=(
        Column("unit_name", is_optional=True),
        *GOVERNMENT,
        Column("economic_code", "科目编码"),
        Column("economic_name", "科目名称"),
        Group(
            "本年财政拨款基本支出",
            (
                Column("total", "合计"),
                Column("personnel", "人员经费"),
                Column("public_use", "公用经费"),
            ),
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
