"""One table of all departments: who spends under a code, and how much."""

from django.db.models import QuerySet

from disclosures.classification.lists import FunctionCode
from disclosures.queries.gate import is_public
from disclosures.tables.general_budget_by_function import GeneralBudgetByFunction

MOST = 500


def function_code(code: str) -> FunctionCode | None:
    """A 功能科目 by its code, the one in force where it has had several meanings."""
    return FunctionCode.objects.filter(code=code).order_by("-is_current", "-year_from").first()


def codes_below(code: str) -> QuerySet[FunctionCode]:
    """The codes right below one; the classes for ""."""
    below = FunctionCode.objects.filter(parent_code=code, is_current=True)
    return below.order_by("code")


def spending_on(code: str, year: int | None = None) -> QuerySet[GeneralBudgetByFunction]:
    """Rows of 一般公共预算支出 under a code in what is published, the largest first."""
    found = GeneralBudgetByFunction.objects.filter(is_public("revision__"), function_code=code)
    if year is not None:
        found = found.filter(revision__disclosure__fiscal_year=year)
    return found.select_related("revision__disclosure__department__region").order_by(
        "-revision__disclosure__fiscal_year_id", "-total", "pk"
    )[:MOST]
