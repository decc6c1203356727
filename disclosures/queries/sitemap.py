"""What a map of the site names: every public department, disclosure and code, with its hour."""

from datetime import datetime

from django.db.models import Count, Max, OuterRef, Q, QuerySet, Subquery

from disclosures.classification.lists import FunctionCode
from disclosures.queries.gate import is_public, published_revisions, was_public
from disclosures.records.disclosure import Revision
from disclosures.records.places import Department
from disclosures.tables.general_budget_by_function import GeneralBudgetByFunction

WITH = "disclosure__department__region"


def departments() -> QuerySet[Department, tuple[str, str, datetime | None]]:
    """(region, slug, hour of the latest publication) of departments that have published."""
    public = is_public("disclosures__revisions__")
    latest = Max("disclosures__revisions__published_at", filter=public)
    found = Department.objects.annotate(at=latest).filter(at__isnull=False)
    return found.order_by("pk").values_list("region__slug", "slug", "at")


def revisions() -> QuerySet[Revision]:
    """Every revision that anyone may read, superseded ones too."""
    return Revision.objects.filter(was_public()).select_related(WITH).defer("text").order_by("pk")


def function_codes() -> QuerySet[FunctionCode, tuple[str, datetime | None]]:
    """(功能科目, when it was last spent on): those in force, and those that somebody spends on."""
    rows = GeneralBudgetByFunction.objects.filter(is_public("revision__"))
    spent = (
        rows.filter(function_code=OuterRef("code"))
        .order_by()
        .values("function_code")
        .annotate(at=Max("revision__published_at"))
        .values("at")
    )
    found = FunctionCode.objects.annotate(at=Subquery(spent))
    listed = found.filter(Q(is_current=True) | Q(at__isnull=False))
    return listed.order_by("code").values_list("code", "at").distinct()


def sizes() -> dict[str, int]:
    """How many of each there are; three queries."""
    public = published_revisions().aggregate(
        departments=Count("disclosure__department", distinct=True)
    )
    return {
        "departments": public["departments"],
        "disclosures": revisions().count(),
        "functions": function_codes().count(),
    }


def latest() -> datetime | None:
    """When anything was last published."""
    return published_revisions().aggregate(at=Max("published_at"))["at"]
