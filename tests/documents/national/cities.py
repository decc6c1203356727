"""Writes narratives of invented departments in the manner of several cities."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

FORMS = Path(__file__).parent / "forms"


@dataclass(frozen=True)
class Facts:
    """What a narrative states, in 万元."""

    department: str = "滨江市测试管理局"
    year: int = 2026
    general: Decimal = Decimal("3300.12")
    fund: Decimal = Decimal("210.00")
    capital: Decimal = Decimal("0.00")
    other: Decimal = Decimal("120.50")
    basic: Decimal = Decimal("1900.12")
    change: Decimal = Decimal("-50.25")
    abroad: Decimal = Decimal("4.40")
    reception: Decimal = Decimal("3.60")
    purchase: Decimal = Decimal("18.00")
    running: Decimal = Decimal("15.25")
    goods: Decimal = Decimal("56.30")
    works: Decimal = Decimal("0.00")
    services: Decimal = Decimal("100.00")
    offices: Decimal = Decimal("402.33")

    @property
    def fiscal(self) -> Decimal:
        return self.general + self.fund + self.capital

    @property
    def total(self) -> Decimal:
        return self.fiscal + self.other

    @property
    def project(self) -> Decimal:
        return self.total - self.basic

    @property
    def vehicles(self) -> Decimal:
        return self.purchase + self.running

    @property
    def three(self) -> Decimal:
        return self.abroad + self.reception + self.vehicles

    @property
    def procurement(self) -> Decimal:
        return self.goods + self.works + self.services

    def told(self, *missing: str) -> dict[str, Decimal]:
        """Each headline figure in 元, without those that a form does not print."""
        figures = {
            "total_income": self.total,
            "total_expenditure": self.total,
            "basic": self.basic,
            "project": self.project,
            "fiscal_total": self.fiscal,
            "general_budget": self.general,
            "government_fund": self.fund,
            "state_capital": self.capital,
            "three_public_total": self.three,
            "three_public_abroad": self.abroad,
            "three_public_reception": self.reception,
            "three_public_vehicles": self.vehicles,
            "three_public_vehicle_purchase": self.purchase,
            "three_public_vehicle_running": self.running,
            "procurement_total": self.procurement,
            "procurement_goods": self.goods,
            "procurement_services": self.services,
            "procurement_works": self.works,
            "operating": self.offices,
        }
        return {name: value * 10000 for name, value in figures.items() if name not in missing}


def written(city: str, facts: Facts) -> str:
    """The narrative of the facts in the manner of a city (forms/*.txt)."""
    form = (FORMS / f"{city}.txt").read_text(encoding="utf-8")
    up, rate = ("增加", "增长") if facts.change >= 0 else ("减少", "下降")
    return form.format(
        f=facts,
        last=facts.year - 1,
        moved=f"{up}{abs(facts.change)}",
        rate=rate,
        capital_or_zero="为0" if facts.capital == 0 else f"{facts.capital}万元",
        basic_less=facts.basic - 1,
        total_more=facts.total + 9,
        rest=facts.total - facts.project,
    )


# Each form with the headline figures that it does not print.
CITIES: dict[str, tuple[str, ...]] = {
    "beijing": ("fiscal_total",),
    "shenzhen": ("basic", "fiscal_total", "general_budget", "government_fund", "state_capital"),
    "shanghai": ("basic", "project"),
    "guangzhou": (
        "basic",
        "project",
        "fiscal_total",
        "general_budget",
        "government_fund",
        "state_capital",
    ),
    "jiangsu": (),
    "chongqing": ("basic", "project", "fiscal_total", "three_public_vehicles"),
    "xian": ("basic", "project", "three_public_vehicles"),
    "yantai": ("fiscal_total", "state_capital"),
    "changsha": ("fiscal_total",),
    "hangzhou": ("state_capital", "three_public_abroad"),
    "fuzhou": ("fiscal_total", "state_capital", "three_public_total"),
    "zhengzhou": ("fiscal_total", "general_budget", "government_fund", "state_capital"),
}
