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
    category = models.CharField("采购品目大类", blank=True)
    economic_name = models.CharField("部门经济科目名称", blank=True)
    method = models.CharField("采购组织形式", blank=True)
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
        Column("category", also=("采购类别", "采购大类", "采购类型", "项目编号"), is_optional=True),
        Column("budget_project", also=("专项名称",)),
        Column("procurement_item", also=("采购物品名称", "采购项目名称", "采购内容", "项目")),
        Column("catalogue", also=("采购品目名称", "采购品目", "品目名称", "采购目录名称")),
        Column("economic_name", also=("经济科目",), is_optional=True),
        Column("method", also=("采购方式", "组织形式"), is_optional=True),
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
    key=("category", "budget_project", "procurement_item", "catalogue"),
)
