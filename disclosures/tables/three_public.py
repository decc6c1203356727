"""“三公”经费支出表: abroad, vehicles, reception, and what some places print beside them."""

from django.db import models

from disclosures.records.fields import MoneyField
from disclosures.tables.basis import Basis
from disclosures.tables.identity import RowSum
from disclosures.tables.shapes import TableRow
from disclosures.tables.spec import Column, Group, TableSpec


class ThreePublic(TableRow):
    """One row for what the amounts are of, in 元: most places print one, this year's budget.

    Where a place prints last year beside it, the three budgets apart or a change, each is a row
    with its own `basis`, `period` and `fund` as printed. How many trips, guests and cars is said
    in the narrative alone.
    """

    unit_name = models.CharField("单位名称", blank=True)
    period = models.CharField("年度与口径", max_length=60, blank=True)
    basis = models.CharField("口径", max_length=16, choices=Basis, blank=True, db_index=True)
    fund = models.CharField("资金", max_length=60, blank=True)
    total_with_others = MoneyField("合计（含会议费、培训费等）")
    total = MoneyField("“三公”经费合计")
    abroad = MoneyField("因公出国（境）费")
    vehicles = MoneyField("公务用车购置及运行费小计")
    vehicle_purchase = MoneyField("公务用车购置费")
    vehicle_running = MoneyField("公务用车运行费")
    reception = MoneyField("公务接待费")
    meeting = MoneyField("会议费")
    training = MoneyField("培训费")
    operating = MoneyField("机关运行经费")
    administrative = MoneyField("行政经费")

    class Meta(TableRow.Meta):
        verbose_name = "“三公”经费支出预算"
        verbose_name_plural = "“三公”经费支出预算"
        constraints = (
            *TableRow.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(basis__in=("", *Basis.values)), name="three_public_basis_known"
            ),
        )


SPEC = TableSpec(
    name="three-public",
    number=6,
    sheet_code="03",
    title="一般公共预算“三公”经费支出预算表",
    model=ThreePublic,
    header=(
        Column("unit_name", is_optional=True),
        Column("period", is_optional=True),
        Column("basis", is_printed=False),
        Column("fund", is_optional=True),
        Column("total_with_others", is_optional=True),
        Column("total"),
        Column("abroad"),
        Group(
            "公务用车购置及运行费",
            (
                Column("vehicles", "小计"),
                Column("vehicle_purchase"),
                Column("vehicle_running"),
            ),
        ),
        Column("reception"),
        Column("meeting", is_optional=True),
        Column("training", is_optional=True),
        Column("operating", is_optional=True),
        Column("administrative", is_optional=True),
    ),
    identities=(
        RowSum("A12", "total", ("abroad", "vehicles", "reception")),
        RowSum("A12", "vehicles", ("vehicle_purchase", "vehicle_running")),
        RowSum("A12", "total_with_others", ("total", "meeting", "training")),
    ),
    key=("unit_name", "period", "fund"),
    filters=("basis",),
)
