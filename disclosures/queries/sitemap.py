"""What a map of the site names: every public department, disclosure and code, with its hour."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, Max, QuerySet

from disclosures.classification.lists import DepartmentEconomicCode, FunctionCode
from disclosures.queries.gate import is_public, published_revisions, was_public
from disclosures.records.disclosure import Revision
from disclosures.records.places import Department
from disclosures.records.search_entry import EntryKind, SearchEntry
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


def function_codes() -> list[tuple[str, datetime | None]]:
    """(功能科目, when it was last spent on): those in force, and those that somebody spends on.

    Two queries.
    """
    rows = GeneralBudgetByFunction.objects.filter(is_public("revision__")).order_by()
    spent = dict(rows.values_list("function_code").annotate(at=Max("revision__published_at")))
    listed = FunctionCode.objects.order_by().values_list("code", "is_current")
    codes = {code for code, is_current in listed if is_current or code in spent}
    return [(code, spent.get(code)) for code in sorted(codes)]


def economic_codes() -> list[str]:
    """部门预算支出经济分类 codes in force."""
    found = DepartmentEconomicCode.objects.filter(is_current=True).order_by("code")
    return list(found.values_list("code", flat=True).distinct())


def terms(without: Iterable[str]) -> QuerySet[SearchEntry, tuple[str, datetime | None]]:
    """(key, when it was last explained) of the terms that disclosures explain, but for some."""
    found = SearchEntry.objects.filter(is_public("revision__"), kind=EntryKind.TERM)
    named = found.exclude(key__in=list(without)).order_by().values("key")
    return named.annotate(at=Max("revision__published_at")).order_by("key").values_list("key", "at")


def sizes(without: Iterable[str]) -> dict[str, int]:
    """How many of each there are, of terms all but some; six queries."""
    public = published_revisions().aggregate(
        departments=Count("disclosure__department", distinct=True)
    )
    return {
        "departments": public["departments"],
        "disclosures": revisions().count(),
        "functions": len(function_codes()),
        "economic": len(economic_codes()),
        "terms": terms(without).count(),
    }


def latest() -> datetime | None:
    """When anything was last published."""
    return published_revisions().aggregate(at=Max("published_at"))["at"]
