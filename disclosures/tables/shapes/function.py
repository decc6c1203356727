"""Expenditure by function code (tables 3, 5 and 11)."""

from django.db import models

from disclosures.records.fields import MoneyField
from disclosures.tables.shapes.codes import digits_constraint, function_code
from disclosures.tables.shapes.row import TableRow


class ByFunction(TableRow):
    """A row for a function code: 类, 款 or 项."""

    function_code = function_code()
    function_name = models.CharField("功能科目名称", blank=True)
    total = MoneyField("支出合计")

    class Meta(TableRow.Meta):
        abstract = True
        constraints = (*TableRow.Meta.constraints, digits_constraint("function_code"))
