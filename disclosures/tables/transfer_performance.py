"""市对下转移支付绩效目标表: targets of the money passed to districts."""

from disclosures.tables.performance import PERFORMANCE_HEADER, PERFORMANCE_KEY
from disclosures.tables.shapes import PerformanceTarget
from disclosures.tables.spec import TableSpec


class TransferPerformance(PerformanceTarget):
    """One row an indicator of a transfer project."""

    class Meta(PerformanceTarget.Meta):
        verbose_name = "对下转移支付绩效目标"
        verbose_name_plural = "对下转移支付绩效目标"


SPEC = TableSpec(
    name="transfer-performance",
    number=15,
    sheet_code="09-2",
    title="市对下转移支付绩效目标表",
    model=TransferPerformance,
    header=PERFORMANCE_HEADER,
    key=PERFORMANCE_KEY,
    filters=("indicator_level_one",),
)
