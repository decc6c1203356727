"""A year at a glance: what is published, the sums of what it states, and by function.

A unit whose department has published for the same year is left out of sums: the department's
figures contain it.
"""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from disclosures.classification.lists import FunctionCode
from disclosures.queries.api_quoted import headline_yuan
from disclosures.queries.gate import published_revisions
from disclosures.queries.published import beside_its_department, publications
from disclosures.records.code_sum import WHOLE, CodeSum
from disclosures.records.disclosure import Kind, Revision
from disclosures.rules.coded import CLASS
from disclosures.tables.general_budget_by_function import SPEC as BY_FUNCTION

WHOSE = tuple(
    f"revision__disclosure__department__{each}" for each in ("region__slug", "slug", "name")
)
STATED = {
    "expenditure": "exp.total",
    "income": "income.total",
    "three_public": "sangong.total",
    "procurement": "proc.total",
}


@dataclass(frozen=True)
class Stated:
    """A sum in 元 and how many disclosures state it; None when none does."""

    yuan: Decimal | None
    told: int


@dataclass(frozen=True)
class Spent:
    """What is spent in a class of functions, in 元, and by how many."""

    code: str
    name: str
    yuan: Decimal
    departments: int


@dataclass(frozen=True, order=True)
class LeftOut:
    """A department of whose table no sum is told, by the names of its address and its own."""

    region: str
    department: str
    name: str


def counted(year: int, region: str = "", kind: str = Kind.BUDGET) -> QuerySet[Revision]:
    """The published revisions of a year that sums may be made of."""
    found = published_revisions().filter(disclosure__fiscal_year=year, disclosure__kind=kind)
    if region:
        found = found.filter(disclosure__department__region__slug=region)
    return found.filter(~beside_its_department())


def stated(revisions: QuerySet[Revision]) -> dict[str, Stated]:
    """The sums of the headline: one query."""
    rows = revisions.order_by().annotate(
        **{f"{name}_yuan": headline_yuan("pk", key) for name, key in STATED.items()}
    )
    sums = {f"{name}_sum": Sum(f"{name}_yuan") for name in STATED}
    told = {f"{name}_told": Count(f"{name}_yuan") for name in STATED}
    found = rows.aggregate(**sums, **told)
    return {name: Stated(found[f"{name}_sum"], found[f"{name}_told"]) for name in STATED}


def by_function(revisions: QuerySet[Revision]) -> tuple[list[Spent], list[LeftOut]]:
    """一般公共预算支出 by class, the largest first, and whose tables do not add up.

    Two queries. A table of which no sum may be told is left out.
    """
    sums = CodeSum.objects.filter(
        revision__in=revisions.values("pk"), table=BY_FUNCTION.name, column="function_code"
    ).order_by()
    left_out = sums.filter(digits=len(WHOLE)).exclude(refusal="")
    named = FunctionCode.objects.filter(code=OuterRef("code")).order_by("-is_current")
    classes = (
        sums.exclude(revision__in=left_out.values("revision"))
        .filter(digits=CLASS)
        .values("code")
        .annotate(spent=Sum("yuan"), departments=Count("pk"))
        .filter(spent__gt=0)
        .annotate(name=Coalesce(Subquery(named.values("name")[:1]), "code"))
        .order_by("-spent", "code")
    )
    return (
        [Spent(each["code"], each["name"], each["spent"], each["departments"]) for each in classes],
        sorted(LeftOut(*each) for each in left_out.values_list(*WHOSE)),
    )


def latest(region: str = "", most: int = 6) -> QuerySet[Revision]:
    """What was published last, corrections among it."""
    found = publications().defer("text")
    if region:
        found = found.filter(disclosure__department__region__slug=region)
    return found.order_by("-published_at", "-pk")[:most]


def corrections(region: str = "", most: int = 4) -> QuerySet[Revision]:
    """The corrections published last, each with its reason."""
    found = publications().defer("text").filter(~Q(reason=""), number__gt=1)
    if region:
        found = found.filter(disclosure__department__region__slug=region)
    return found.order_by("-published_at", "-pk")[:most]
