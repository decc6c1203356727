"""一般公共预算基本支出明细表（按功能科目分）: basic expenditure, by function code (Xi'an)."""

from disclosures.records.fields import MoneyField
from disclosures.tables.identity import RowSum, TotalRow, TreeSum
from disclosures.tables.shapes import ByFunction
from disclosures.tables.spec import Column, TableSpec

AMOUNTS = ("total", "personnel", "public_use")


class GeneralBudgetBasicByFunction(ByFunction):
    """Rows 类/款/项 with a 合计 row, in 元."""

    personnel = MoneyField("基本支出：人员经费")
    public_use = MoneyField("基本支出：公用经费")

    class Meta(ByFunction.Meta):
        verbose_name = "一般公共预算基本支出（功能分类）"
        verbose_name_plural = "一般公共预算基本支出（功能分类）"


SPEC = TableSpec(
    name="general-budget-basic-by-function",
    number=28,
    title="一般公共预算基本支出明细表（按功能科目分）",
    model=GeneralBudgetBasicByFunction,
    header=(
        Column("function_code", "科目编码"),
        Column("function_name", "科目名称"),
        Column("total", "合计"),
        Column("personnel", "人员经费"),
        Column("public_use", "公用经费"),
    ),
    identities=(
        RowSum("A11", "total", ("personnel", "public_use")),
        TreeSum("A09", "function_code", AMOUNTS),
        TotalRow("A09", AMOUNTS, code="function_code"),
    ),
    key=("function_code", "function_name"),
    code_lists=(("function_code", "functions"),),
    filters=("function_code",),
)
