"""Two lists side by side: income and expenditure (tables 1 and 4)."""

from django.db import models

from disclosures.records.fields import MoneyField
from disclosures.tables.lines import Line, Side
from disclosures.tables.shapes.codes import digits_constraint, function_code
from disclosures.tables.shapes.row import TableRow


class Balance(TableRow):
    """One line of one side. The two sides are lists of their own, never pairs of one row.

    `amount` is what the disclosure is about: the year's budget, or in a final account its result,
    with the budgets it is compared with beside it where they are printed.
    """

    side = models.CharField("收支方向", max_length=12, choices=Side, db_index=True)
    line = models.CharField("收支行次", max_length=40, choices=Line, blank=True, db_index=True)
    label = models.CharField("收支项目", blank=True)
    function_code = function_code()
    amount = MoneyField("预算数")
    initial_budget = MoneyField("年初预算数（决算表）")
    adjusted_budget = MoneyField("全年预算数（决算表）")
    last_budget = MoneyField("上年预算数")
    last_execution = MoneyField("上年执行数")

    class Meta(TableRow.Meta):
        abstract = True
        constraints = (
            *TableRow.Meta.constraints,
            digits_constraint("function_code"),
            models.CheckConstraint(
                condition=models.Q(side__in=Side.values), name="%(class)s_side_is_known"
            ),
        )
