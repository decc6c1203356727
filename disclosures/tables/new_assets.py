"""新增资产配置表: assets to be bought."""

from django.db import models

from disclosures.records.fields import MoneyField
from disclosures.tables.identity import Product
from disclosures.tables.shapes import TableRow
from disclosures.tables.spec import Column, TableSpec


class NewAsset(TableRow):
    """One row an asset, price and amount in 元."""

    unit_name = models.CharField("单位名称", blank=True)
    asset_category = models.CharField("资产类别", max_length=60, blank=True, db_index=True)
    asset_code = models.CharField("资产分类代码.名称", blank=True)
    asset_name = models.CharField("资产名称", blank=True)
    measurement_unit = models.CharField("计量单位", blank=True)
    quantity = models.DecimalField(
        "资产数量", max_digits=18, decimal_places=4, null=True, blank=True
    )
    unit_price = MoneyField("资产单价")
    amount = MoneyField("资产金额")

    class Meta(TableRow.Meta):
        verbose_name = "新增资产配置"
        verbose_name_plural = "新增资产配置"


SPEC = TableSpec(
    name="new-assets",
    number=16,
    sheet_code="10",
    title="新增资产配置表",
    model=NewAsset,
    header=(
        Column("unit_name"),
        Column("asset_category"),
        Column("asset_code"),
        Column("asset_name"),
        Column("measurement_unit"),
        Column("quantity", "数量"),
        Column("unit_price", "单价"),
        Column("amount", "金额"),
    ),
    identities=(Product("A19", "amount", "quantity", "unit_price"),),
    key=("asset_name",),
    filters=("asset_category",),
)
