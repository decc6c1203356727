"""The line of a department through reforms, as far as it has something public to show."""

from dataclasses import dataclass

from django.db.models import QuerySet

from disclosures.queries.gate import published_revisions
from disclosures.queries.published import Listed, listed
from disclosures.records.places import Department
from disclosures.records.succession import Succession


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


def listed_of(stage: Stage) -> list[Listed]:
    """The public disclosures of one stage, those of the years before its successor's."""
    found = listed(region=stage.department.region.slug, department=stage.department.slug)
    if stage.reform is None:
        return found
    return [e for e in found if e.revision.disclosure.fiscal_year_id < stage.reform.year]
