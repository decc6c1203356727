"""财政拨款支出表（功能科目）: all three budgets together, by function code (Jiangsu and others)."""

from disclosures.records.fields import MoneyField
from disclosures.tables.identity import RowSum, TotalRow, TreeSum
from disclosures.tables.shapes import ByFunction
from disclosures.tables.spec import Column, Group, TableSpec

AMOUNTS = ("total", "basic", "basic_personnel", "basic_public_use", "project")


class FiscalByFunction(ByFunction):
    """Rows 类/款/项 with a 合计 row, in 元."""

    basic = MoneyField("财政拨款基本支出小计")
    basic_personnel = MoneyField("财政拨款基本支出：人员经费")
    basic_public_use = MoneyField("财政拨款基本支出：公用经费")
    project = MoneyField("财政拨款项目支出")

    class Meta(ByFunction.Meta):
        verbose_name = "财政拨款支出（功能分类）"
        verbose_name_plural = "财政拨款支出（功能分类）"


SPEC = TableSpec(
    name="fiscal-by-function",
    number=24,
    title="财政拨款支出表（功能科目）",
    model=FiscalByFunction,
    header=(
        Column("function_code", "科目编码"),
        Column("function_name", "科目名称"),
        Column("total", "合计"),
        Group(
            "基本支出",
            (
                Column("basic", "小计"),
                Column("basic_personnel", "人员经费"),
                Column("basic_public_use", "公用经费"),
            ),
        ),
        Column("project", "项目支出"),
    ),
    identities=(
        RowSum("A11", "total", ("basic", "project")),
        RowSum("A11", "basic", ("basic_personnel", "basic_public_use")),
        TreeSum("A09", "function_code", AMOUNTS),
        TotalRow("A09", AMOUNTS, code="function_code"),
    ),
    key=("function_code", "function_name"),
    code_lists=(("function_code", "functions"),),
    filters=("function_code",),
)
