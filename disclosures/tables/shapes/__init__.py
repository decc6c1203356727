"""Abstract shapes: the columns that several official tables share, written once."""

from disclosures.tables.shapes.balance import Balance
from disclosures.tables.shapes.codes import (
    digits_constraint,
    economic_code,
    function_code,
    government_economic_code,
    is_code,
    project_code,
)
from disclosures.tables.shapes.economic import ByEconomic
from disclosures.tables.shapes.function import ByFunction
from disclosures.tables.shapes.funds import Funded
from disclosures.tables.shapes.performance import PerformanceTarget
from disclosures.tables.shapes.project import ByProject, FundedProject
from disclosures.tables.shapes.row import TableRow

__all__ = [
    "Balance",
    "ByEconomic",
    "ByFunction",
    "ByProject",
    "Funded",
    "FundedProject",
    "PerformanceTarget",
    "TableRow",
    "digits_constraint",
    "economic_code",
    "function_code",
    "government_economic_code",
    "is_code",
    "project_code",
]
