"""Expenditure by 部门预算支出经济分类 (national form)."""

from django.db import models

from disclosures.records.fields import MoneyField
from disclosures.tables.shapes.codes import (
    digits_constraint,
    economic_code,
    government_economic_code,
)
from disclosures.tables.shapes.row import TableRow


class ByEconomic(TableRow):
    """A row for an economic code: 类 or 款; some forms print the government's own beside it."""

    unit_name = models.CharField("单位名称", blank=True)
    government_economic_code = government_economic_code()
    government_economic_name = models.CharField("政府经济科目名称", blank=True)
    economic_code = economic_code()
    economic_name = models.CharField("部门经济科目名称", blank=True)
    total = MoneyField("支出合计")

    class Meta(TableRow.Meta):
        abstract = True
        constraints = (
            *TableRow.Meta.constraints,
            digits_constraint("economic_code"),
            digits_constraint("government_economic_code"),
        )
