"""支出总表 of the national form: by function code, into basic, project and three further kinds.

Yunnan prints `department_expenditure` instead, which splits the same money by its source.
"""

from django.db import models

from disclosures.records.fields import MoneyField
from disclosures.tables.economic_columns import GOVERNMENT
from disclosures.tables.identity import RowSum, TotalRow, TreeSum
from disclosures.tables.shapes import (
    ByFunction,
    digits_constraint,
    economic_code,
    government_economic_code,
)
from disclosures.tables.spec import Column, Group, TableSpec

PARTS = ("basic", "project", "business", "remitted_to_superior", "subsidy_to_subordinates")
AMOUNTS = ("total", *PARTS)


class ExpenditureSummary(ByFunction):
    """Rows 类/款/项 with a 合计 row, for one unit or several, in 元.

    Beijing splits each by the two economic classifications; Shenzhen says beside it how much is
    bought, and kept for small business.
    """

    unit_name = models.CharField("单位名称", blank=True)
    basic = MoneyField("基本支出")
    project = MoneyField("项目支出")
    business = MoneyField("事业单位经营支出")
    remitted_to_superior = MoneyField("上缴上级支出")
    subsidy_to_subordinates = MoneyField("对附属单位补助支出")
    government_economic_code = government_economic_code()
    government_economic_name = models.CharField("政府经济科目名称", blank=True)
    economic_code = economic_code()
    economic_name = models.CharField("部门经济科目名称", blank=True)
    procurement = MoneyField("其中：政府采购项目小计")
    procurement_small_business = MoneyField("政府采购项目：预留给中小企业")
    procurement_small_micro = MoneyField("政府采购项目：预留给小微企业")
    last_budget = MoneyField("上年预算数")

    class Meta(ByFunction.Meta):
        constraints = (
            *ByFunction.Meta.constraints,
            digits_constraint("economic_code"),
            digits_constraint("government_economic_code"),
        )
        verbose_name = "支出总表"
        verbose_name_plural = "支出总表"


ECONOMIC = (
    *GOVERNMENT,
    Column("economic_code", is_optional=True),
    Column("economic_name", is_optional=True),
)
PROCUREMENT = Group(
    "政府采购项目",
    (
        Column("procurement", "小计", is_optional=True),
        Column(
            "procurement_small_business",
            "政府采购项目中预留给中小企业的项目资金规模",
            is_optional=True,
        ),
        Column(
            "procurement_small_micro",
            "政府采购项目中预留给小型、微型企业的项目资金规模",
            is_optional=True,
        ),
    ),
)

SPEC = TableSpec(
    name="expenditure-summary",
    number=19,
    title="支出总表",
    model=ExpenditureSummary,
    header=(
        Column("unit_name", is_optional=True),
        Column("function_code", "科目编码"),
        Column("function_name", "科目名称"),
        *ECONOMIC,
        Column("total", "合计", also=("本年支出合计",)),
        Column("basic"),
        Column("project"),
        Column("business"),
        Column("remitted_to_superior"),
        Column("subsidy_to_subordinates"),
        PROCUREMENT,
        Column("last_budget", is_optional=True),
    ),
    identities=(
        RowSum("A08", "total", PARTS),
        TreeSum("A09", "function_code", AMOUNTS),
        TotalRow("A09", AMOUNTS, code="function_code"),
    ),
    key=("unit_name", "function_code", "function_name", "economic_code"),
    code_lists=(
        ("function_code", "functions"),
        ("economic_code", "department_economic"),
        ("government_economic_code", "government_economic"),
    ),
    filters=("function_code",),
)
