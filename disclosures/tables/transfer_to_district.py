"""市对下转移支付预算表: money passed to districts, counties and development zones."""

from django.db import models

from disclosures.records.fields import MoneyField
from disclosures.tables.identity import RowSum, SpreadSum
from disclosures.tables.shapes import TableRow
from disclosures.tables.spec import Column, Group, Spread, TableSpec


class TransferToDistrict(TableRow):
    """One row a project, in 元. The form prints a column a district; each is a child row."""

    project_name = models.CharField("单位名称（项目）", blank=True)
    total = MoneyField("对下转移支付合计")
    general_budget = MoneyField("对下转移支付：一般公共预算")
    government_fund = MoneyField("对下转移支付：政府性基金预算")

    class Meta(TableRow.Meta):
        verbose_name = "对下转移支付预算"
        verbose_name_plural = "对下转移支付预算"


class DistrictShare(TableRow):
    """What one district gets of one project, in 元."""

    transfer = models.ForeignKey(
        TransferToDistrict,
        models.CASCADE,
        verbose_name="对下转移支付",
        related_name="shares",
    )
    district = models.CharField("受援地区", max_length=60, db_index=True)
    amount = MoneyField("地区金额")

    class Meta(TableRow.Meta):
        verbose_name = "对下转移支付地区金额"
        verbose_name_plural = "对下转移支付地区金额"


SPEC = TableSpec(
    name="transfer-to-district",
    number=14,
    sheet_code="09-1",
    title="市对下转移支付预算表",
    model=TransferToDistrict,
    header=(
        Column("project_name"),
        Group(
            "资金来源",
            (
                Column("total", "合计"),
                Column("general_budget", "一般公共预算"),
                Column("government_fund", "政府性基金预算"),
            ),
        ),
    ),
    spread=Spread(
        model=DistrictShare,
        parent="transfer",
        heading="district",
        amount="amount",
        printed="地区",
    ),
    identities=(
        RowSum("A18", "total", ("general_budget", "government_fund")),
        SpreadSum("A18", "total", "amount"),
    ),
    key=("project_name",),
)
