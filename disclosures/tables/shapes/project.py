"""Rows of unit x project x function x economic code (tables 7, 8 and the superior subsidies)."""

from django.db import models

from disclosures.records.fields import MoneyField
from disclosures.tables.shapes.codes import (
    digits_constraint,
    economic_code,
    function_code,
    project_code,
)
from disclosures.tables.shapes.funds import Funded
from disclosures.tables.shapes.row import TableRow


class ByProject(TableRow):
    """Whose project it is, and the function and economic codes that it is spent under."""

    unit_name = models.CharField("单位名称", blank=True)
    project_code = project_code()
    project_name = models.CharField("项目名称", blank=True)
    function_code = function_code()
    function_name = models.CharField("功能科目名称", blank=True)
    economic_code = economic_code()
    economic_name = models.CharField("部门经济科目名称", blank=True)

    class Meta(TableRow.Meta):
        abstract = True
        constraints = (
            *TableRow.Meta.constraints,
            digits_constraint("function_code"),
            digits_constraint("economic_code"),
        )


class FundedProject(ByProject, Funded):
    """A project's money by source, with what fiscal appropriation left over from last year."""

    fiscal = MoneyField("财政拨款小计")
    carried_forward = MoneyField("上年结转结余小计")
    non_fiscal_balance = MoneyField("使用非财政拨款结余")
    general_budget_issued_now = MoneyField("一般公共预算：本次下达")
    carried_forward_general_budget = MoneyField("财政拨款结转结余：一般公共预算")
    carried_forward_government_fund = MoneyField("财政拨款结转结余：政府性基金预算")
    carried_forward_state_capital = MoneyField("财政拨款结转结余：国有资本经营预算")

    class Meta(ByProject.Meta):
        abstract = True
