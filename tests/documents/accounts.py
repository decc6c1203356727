"""Writes final accounts of invented departments of Yunnan, in the wordings of several years."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

TEMPLATE = Path(__file__).with_name("account.txt").read_text(encoding="utf-8")


AS_THEY_ARE = (
    "appropriated",
    "service",
    "carried",
    "basic",
    "project",
    "running_vehicles",
    "reception",
    "running",
    "goods",
    "services",
)


@dataclass(frozen=True)
class Account:
    """What an account states, in its unit; the budgets are there to be told apart."""

    year: int = 2023
    department: str = "昆明市示例管理局"
    unit: str = "万元"
    appropriated: Decimal = Decimal("4100.18")
    service: Decimal = Decimal("120.00")
    carried: Decimal = Decimal("310.50")
    basic: Decimal = Decimal("3000.10")
    project: Decimal = Decimal("1150.00")
    income_change: Decimal = Decimal("-50.25")
    budget: Decimal = Decimal("30.00")
    running_vehicles: Decimal = Decimal("12.60")
    reception: Decimal = Decimal("1.26")
    running: Decimal = Decimal("286.50")
    goods: Decimal = Decimal("56.50")
    services: Decimal = Decimal("40.00")

    @property
    def income(self) -> Decimal:
        """The year's income, without what was carried over."""
        return self.appropriated + self.service

    @property
    def spent(self) -> Decimal:
        """The year's expenditure."""
        return self.basic + self.project

    def told(self) -> dict[str, Decimal]:
        """Key to value, of what the reader must return."""
        return {
            "income.total": self.income,
            "fiscal.total": self.appropriated,
            "income.business": self.service,
            "income.delta": self.income_change,
            "exp.total": self.spent,
            "exp.basic": self.basic,
            "exp.project": self.project,
            "exp.basic_delta": Decimal("-10.00"),
            "exp.project_delta": Decimal("40.00"),
            "sangong.total": self.running_vehicles + self.reception,
            "sangong.total_delta": Decimal("-2.00"),
            "sangong.abroad": Decimal(0),
            "sangong.vehicle_purchase": Decimal(0),
            "sangong.vehicle_run": self.running_vehicles,
            "sangong.vehicle_run_delta": Decimal("-1.50"),
            "sangong.reception": self.reception,
            "sangong.reception_delta": Decimal("-0.50"),
            "sangong.reception_batches": Decimal(6),
            "sangong.reception_persons": Decimal(42),
            "sangong.abroad_groups": Decimal(0),
            "sangong.abroad_persons": Decimal(0),
            "sangong.vehicle_holding": Decimal(7),
            "running.amount": self.running,
            "running.delta": Decimal("-8.00"),
            "proc.total": self.goods + self.services,
            "proc.goods": self.goods,
            "proc.works": Decimal(0),
            "proc.services": self.services,
            "asset.total": Decimal("2100.00"),
            "asset.fixed": Decimal("1900.00"),
            "asset.delta_fixed": Decimal("30.00"),
            "staff.posts": Decimal(96),
            "staff.posts_admin": Decimal(80),
            "staff.posts_institution": Decimal(16),
            "staff.retired": Decimal(43),
            "staff.tuixiu": Decimal(43),
            "vehicle.quota": Decimal(8),
            "vehicle.actual": Decimal(7),
            "unit.units_total": Decimal(2),
        }


def account_text(
    facts: Account, *, versus: str = "与上年相比，", budget: str = "年初预算", lead: str = ""
) -> str:
    """The whole account; `lead` stands before 三公 in the sentence that counts it."""
    amounts = {
        "income": facts.income,
        "income_total": facts.income + facts.carried,
        "income_change": abs(facts.income_change),
        "spent": facts.spent,
        "budget_total": facts.budget,
        "three_public": facts.running_vehicles + facts.reception,
        "procured": facts.goods + facts.services,
        **{each: getattr(facts, each) for each in AS_THEY_ARE},
    }
    return TEMPLATE.format(
        who=facts.department,
        year=facts.year,
        last_year=facts.year - 1,
        unit=facts.unit,
        change="减少" if facts.income_change < 0 else "增加",
        versus=versus,
        budget=budget,
        lead=lead,
        **{name: f"{value:,.2f}{facts.unit}" for name, value in amounts.items()},
    )
