"""A year at a glance: what is published, the sums of what it states, and by function.

A unit whose department has published for the same year is left out of sums: the department's
figures contain it.
"""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, QuerySet, Sum, Value
from django.db.models.functions import Left, Length

from disclosures.classification.lists import FunctionCode
from disclosures.queries.api_quoted import headline_yuan
from disclosures.queries.gate import published_revisions
from disclosures.queries.published import beside_its_department, publications
from disclosures.records.disclosure import Kind, Revision
from disclosures.rules.amount import WIDEST
from disclosures.tables.book import RowKind
from disclosures.tables.general_budget_by_function import GeneralBudgetByFunction

CLASS = 3  # digits of a 功能科目 类
TOTAL = ""  # stands for a code where a table's total is told
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
    """A department whose table does not add up, by the names of its address and its own."""

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

    Two queries. A table counts by its classes, or by the codes that it prints where it prints
    no class; one whose rows do not make its printed total is left out.
    """
    rows = GeneralBudgetByFunction.objects.filter(revision__in=revisions.values("pk")).order_by()
    classes = (
        rows.exclude(function_code="")
        .annotate(digits=Length("function_code"))
        .annotate(code=Left("function_code", CLASS))
        .values("revision", "digits", "code")
        .annotate(yuan=Sum("total"))
        .values_list("revision", "digits", "code", "yuan", *(Value("") for _ in WHOSE))
    )
    printed = rows.filter(row_kind=RowKind.TOTAL)
    sums = printed.values_list("revision", Value(0), Value(TOTAL), "total", *WHOSE)
    totals: dict[int, Decimal | None] = {}
    found: dict[int, dict[int, dict[str, Decimal]]] = defaultdict(lambda: defaultdict(dict))
    named: dict[int, LeftOut] = {}
    for revision, digits, code, yuan, *whose in classes.union(sums, all=True):
        if code == TOTAL:
            totals[revision], named[revision] = yuan, LeftOut(*whose)
        else:
            found[revision][digits][code] = yuan or Decimal(0)
    made = {pk: by_length[min(by_length)] for pk, by_length in found.items()}
    whole = {pk: each for pk, each in made.items() if _adds_up(each, totals.get(pk))}
    return _named(whole), sorted(named[pk] for pk in made.keys() - whole.keys())


def _adds_up(classes: dict[str, Decimal], total: Decimal | None) -> bool:
    return total is None or abs(sum(classes.values()) - total) <= WIDEST


def _named(whole: dict[int, dict[str, Decimal]]) -> list[Spent]:
    yuan: dict[str, Decimal] = defaultdict(Decimal)
    departments: dict[str, int] = defaultdict(int)
    for classes in whole.values():
        for code, amount in classes.items():
            yuan[code] += amount
            departments[code] += 1
    listed = FunctionCode.objects.filter(code__in=yuan).order_by("is_current")
    names = dict(listed.values_list("code", "name"))
    made = [Spent(code, names.get(code, code), yuan[code], departments[code]) for code in yuan]
    return sorted((each for each in made if each.yuan > 0), key=lambda each: -each.yuan)


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
