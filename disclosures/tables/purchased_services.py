"""部门政府购买服务预算表: services bought from others, by the guiding catalogue."""

from django.db import models

from disclosures.tables.funds import FUND_PARTS, FUNDS, PURCHASE_FUNDS, UNIT_FUND_PARTS
from disclosures.tables.identity import RowSum, TotalRow
from disclosures.tables.shapes import Funded
from disclosures.tables.spec import Column, TableSpec


class PurchasedService(Funded):
    """One row a service with a 合计 row, in 元."""

    budget_project = models.CharField("预算项目", blank=True)
    service_item = models.CharField("政府购买服务项目", blank=True)
    catalogue_code = models.CharField(
        "政府购买服务指导性目录代码", max_length=40, blank=True, db_index=True
    )
    service_category = models.CharField("所属服务类别", blank=True)
    service_field = models.CharField("所属服务领域", blank=True)
    description = models.TextField("购买内容简述", blank=True)

    class Meta(Funded.Meta):
        verbose_name = "政府购买服务预算"
        verbose_name_plural = "政府购买服务预算"


SPEC = TableSpec(
    name="purchased-services",
    number=13,
    sheet_code="08",
    title="部门政府购买服务预算表",
    model=PurchasedService,
    header=(
        Column("budget_project"),
        Column("service_item", also=("三级",)),
        Column("catalogue_code", also=("指导性目录代码", "一级目录代码及名称")),
        Column("service_category", also=("一级",)),
        Column("service_field", also=("二级",)),
        Column("description"),
        PURCHASE_FUNDS,
    ),
    identities=(
        RowSum("A17", "total", FUND_PARTS),
        RowSum("A17", "unit_funds", UNIT_FUND_PARTS),
        TotalRow("A17", FUNDS),
    ),
    key=("budget_project", "service_item"),
    filters=("catalogue_code",),
)
