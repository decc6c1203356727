"""支出总表 of the national form: by function code, into basic, project and three further kinds.

Yunnan prints `department_expenditure` instead, which splits the same money by its source.
"""

from django.db import models

from disclosures.records.fields import MoneyField
from disclosures.tables.identity import RowSum, TotalRow, TreeSum
from disclosures.tables.shapes import ByFunction
from disclosures.tables.spec import Column, TableSpec

PARTS = ("basic", "project", "business", "remitted_to_superior", "subsidy_to_subordinates")
AMOUNTS = ("total", *PARTS)


class ExpenditureSummary(ByFunction):
    """Rows 类/款/项 with a 合计 row, for one unit or several, in 元."""

    unit_name = models.CharField("单位名称", blank=True)
    basic = MoneyField("基本支出")
    project = MoneyField("项目支出")
    business = MoneyField("事业单位经营支出")
    remitted_to_superior = MoneyField("上缴上级支出")
    subsidy_to_subordinates = MoneyField("对附属单位补助支出")

    class Meta(ByFunction.Meta):
        verbose_name = "支出总表"
        verbose_name_plural = "支出总表"


SPEC = TableSpec(
    name="expenditure-summary",
    number=19,
    title="支出总表",
    model=ExpenditureSummary,
    header=(
        Column("unit_name"),
        Column("function_code", "科目编码"),
        Column("function_name", "科目名称"),
        Column("total", "合计"),
        Column("basic"),
        Column("project"),
        Column("business"),
        Column("remitted_to_superior"),
        Column("subsidy_to_subordinates"),
    ),
    identities=(
        RowSum("A08", "total", PARTS),
        TreeSum("A09", "function_code", AMOUNTS),
        TotalRow("A09", AMOUNTS, code="function_code"),
    ),
    key=("unit_name", "function_code", "function_name"),
    code_lists=(("function_code", "functions"),),
    filters=("function_code",),
)
