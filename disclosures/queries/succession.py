"""The line of a department through reforms, as far as it has something public to show."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet

from disclosures.queries.gate import is_public, published_revisions
from disclosures.queries.published import Listed, publications, with_emptiness, with_headlines
from disclosures.records.disclosure import Kind, Revision
from disclosures.records.places import Department
from disclosures.records.succession import Succession
from disclosures.tables.financial_balance import FinancialBalance
from disclosures.tables.lines import Line


@dataclass(frozen=True)
class Stage:
    """A department of the line, and the reform that leads from it; None for the line's own."""

    department: Department
    reform: Succession | None = None


def public_successions() -> QuerySet[Succession]:
    """Reforms both of whose departments have something public."""
    public = published_revisions().values("disclosure__department")
    return Succession.objects.filter(predecessor__in=public, successor__in=public).select_related(
        "predecessor__region", "successor__region"
    )


def line_of(department: Department) -> list[Stage]:
    """The department and all that came before it, the nearest first; each of them once."""
    stages = [Stage(department)]
    met = {department.pk}
    for stage in stages:  # grows while it is walked
        for each in public_successions().filter(successor=stage.department):
            if each.predecessor_id not in met:
                met.add(each.predecessor_id)
                stages.append(Stage(each.predecessor, each))
    return stages


def successors_of(department: Department) -> list[Succession]:
    """What became of a department."""
    return list(public_successions().filter(predecessor=department))


def listed_of_line(stages: Iterable[Stage]) -> list[tuple[Listed, Stage]]:
    """The public disclosures of a line, those of each stage before its successor's; three queries.

    The latest year first, budgets before final accounts.
    """
    by_department = {each.department.pk: each for each in stages}
    found = with_emptiness(publications().filter(disclosure__department__in=by_department))
    revisions = [
        each
        for each in found.order_by("-disclosure__fiscal_year_id", "disclosure__kind", "pk")
        if _is_before(each, by_department[each.disclosure.department_id].reform)
    ]
    return [
        (each, by_department[each.revision.disclosure.department_id])
        for each in with_headlines(revisions)
    ]


def adjusted_budgets(revisions: Iterable[Revision]) -> dict[int, dict[str, Decimal]]:
    """Revision to the 全年预算数 of a final account, in 元, by headline name; one query."""
    names = {Line.INCOME_TOTAL: "total_income", Line.EXPENDITURE_TOTAL: "total_expenditure"}
    rows = FinancialBalance.objects.filter(
        is_public("revision__"),
        revision__in=[each for each in revisions if each.disclosure.kind == Kind.FINAL],
        line__in=names,
        adjusted_budget__isnull=False,
    )
    made: dict[int, dict[str, Decimal]] = defaultdict(dict)
    for each in rows:
        made[each.revision_id][names[Line(each.line)]] = each.adjusted_budget
    return made


def _is_before(revision: Revision, reform: Succession | None) -> bool:
    return reform is None or revision.disclosure.fiscal_year_id < reform.year
