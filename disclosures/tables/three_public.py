"""一般公共预算“三公”经费支出预算表: abroad, vehicles, reception."""

from disclosures.records.fields import MoneyField
from disclosures.tables.identity import RowSum
from disclosures.tables.shapes import TableRow
from disclosures.tables.spec import Column, Group, TableSpec


class ThreePublic(TableRow):
    """One row, in 元. How many trips, guests and cars is said in the narrative alone."""

    total = MoneyField("“三公”经费合计")
    abroad = MoneyField("因公出国（境）费")
    vehicles = MoneyField("公务用车购置及运行费小计")
    vehicle_purchase = MoneyField("公务用车购置费")
    vehicle_running = MoneyField("公务用车运行费")
    reception = MoneyField("公务接待费")

    class Meta(TableRow.Meta):
        verbose_name = "“三公”经费支出预算"
        verbose_name_plural = "“三公”经费支出预算"


SPEC = TableSpec(
    name="three-public",
    number=6,
    sheet_code="03",
    title="一般公共预算“三公”经费支出预算表",
    model=ThreePublic,
    header=(
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
    ),
    identities=(
        RowSum("A12", "total", ("abroad", "vehicles", "reception")),
        RowSum("A12", "vehicles", ("vehicle_purchase", "vehicle_running")),
    ),
)
