"""部门政府采购预算表: what is bought, goods, works and services."""

from django.db import models

from disclosures.records.fields import MoneyField
from disclosures.tables.funds import FUND_PARTS, FUNDS, PURCHASE_FUNDS, UNIT_FUND_PARTS
from disclosures.tables.identity import AtMost, RowSum, TotalRow
from disclosures.tables.shapes import Funded
from disclosures.tables.spec import Column, TableSpec


class Procurement(Funded):
    """One row a purchase with a 合计 row, in 元. 品目 A is goods, B works, C services."""

    budget_project = models.CharField("预算项目", blank=True)
    procurement_item = models.CharField("采购项目", blank=True)
    catalogue = models.CharField("采购目录", blank=True)
    measurement_unit = models.CharField("计量单位", blank=True)
    quantity = models.DecimalField(
        "采购数量", max_digits=18, decimal_places=4, null=True, blank=True
    )
    reserved_for_small_business = MoneyField("面向中小企业预留资金")

    class Meta(Funded.Meta):
        verbose_name = "政府采购预算"
        verbose_name_plural = "政府采购预算"


SPEC = TableSpec(
    name="procurement",
    number=12,
    sheet_code="07",
    title="部门政府采购预算表",
    model=Procurement,
    header=(
        Column("budget_project"),
        Column("procurement_item"),
        Column("catalogue"),
        Column("measurement_unit"),
        Column("quantity", "数量"),
        Column("reserved_for_small_business"),
        PURCHASE_FUNDS,
    ),
    identities=(
        RowSum("A16", "total", FUND_PARTS),
        RowSum("A16", "unit_funds", UNIT_FUND_PARTS),
        AtMost("A16", "reserved_for_small_business", "total"),
        TotalRow("A16", FUNDS),
    ),
    key=("budget_project", "procurement_item"),
)
