"""D13-D15, D26-D27: the three public expenses of section 七, their changes and counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from disclosures.rules.declaration import Check, Checked, Sum
from disclosures.rules.finding import Finding
from disclosures.rules.subject import Subject
from disclosures.rules.together import both_or_neither
from disclosures.rules.verdict import fails, holds, not_checked, not_disclosed
from disclosures.rules.wording import told

ZERO_TOGETHER = (
    ("sangong.abroad", "sangong.abroad_groups"),
    ("sangong.abroad_groups", "sangong.abroad_persons"),
    ("sangong.vehicle_purchase", "sangong.vehicle_bought"),
    ("sangong.reception", "sangong.reception_persons"),
    ("sangong.reception_batches", "sangong.reception_persons"),
)
NO_VEHICLE_NO_RUNNING = (("sangong.vehicle_holding", "sangong.vehicle_run"),)


@dataclass(frozen=True)
class UnitCost:
    """D27: money divided by a count lies between two bounds, in 元, set by this portal."""

    amount: str
    count: str
    least: Decimal
    most: Decimal
    rule: str = "D27"

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding: within the band, outside it, or nothing to divide."""
        spent, count = subject.amount(self.amount), subject.amount(self.count)
        if spent is None or count is None:
            yield not_disclosed(self.rule, subject.missing((self.amount, self.count)))
            return
        if not count.value:
            yield not_checked(self.rule, f"{told(count, subject.unit)}，不计算平均数")
            return
        each = (spent.value / count.value).quantize(Decimal("0.01"))
        unit = subject.unit
        band = f"{self.least:,}元至{self.most:,}元"
        average = f"{told(spent, unit)}，{told(count, unit)}，平均每{count.unit}{each:,}元"
        if self.least <= each <= self.most or not each:
            yield holds(self.rule, f"{average}，在{band}的合理区间内。", (spent, count))
            return
        yield fails(
            self.rule,
            f"{average}，超出{band}的合理区间，请核实。",
            (spent, count),
            expected=band,
            actual=f"{each}元",
        )


def zero_together(subject: Subject) -> Iterator[Finding]:
    """D26: money, trips, guests and vehicles are zero together."""
    yield both_or_neither("D26", subject, ZERO_TOGETHER, NO_VEHICLE_NO_RUNNING)


CHECKS: tuple[Check, ...] = (
    Sum("D13", "sangong.total", ("sangong.abroad", "sangong.reception", "sangong.vehicle")),
    Sum("D14", "sangong.vehicle", ("sangong.vehicle_purchase", "sangong.vehicle_run")),
    Sum(
        "D15",
        "sangong.total_delta",
        ("sangong.abroad_delta", "sangong.reception_delta", "sangong.vehicle_delta"),
    ),
    Sum(
        "D15",
        "sangong.vehicle_delta",
        ("sangong.vehicle_purchase_delta", "sangong.vehicle_run_delta"),
    ),
    Checked("D26", zero_together),
    UnitCost("sangong.reception", "sangong.reception_persons", Decimal(10), Decimal(600)),
    UnitCost("sangong.vehicle_run", "sangong.vehicle_holding", Decimal(1000), Decimal(100_000)),
)
