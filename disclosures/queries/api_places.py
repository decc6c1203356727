"""Regions, departments and years, as far as they have something public to show."""

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from disclosures.queries.api_addresses import department_id
from disclosures.queries.api_columns import Column, ValueKind, chosen, number, text
from disclosures.queries.api_listing import ByColumns, Listing
from disclosures.queries.gate import published_revisions
from disclosures.queries.succession import public_successions
from disclosures.records.disclosure import FiscalYear
from disclosures.records.places import Department, Region
from disclosures.records.succession import Reform, Succession


def _public(field: str) -> Subquery:
    return Subquery(published_revisions().values(field))


def departments() -> QuerySet[Department]:
    """Departments with a public disclosure.

    `public_parent` is the slug of the parent, if that is public too.
    """
    public = Department.objects.filter(pk__in=_public("disclosure__department"))
    parents = public.filter(pk=OuterRef("parent")).values("slug")
    return public.annotate(public_parent=Subquery(parents))


def regions() -> QuerySet[Region]:
    """Regions in which a department has a public disclosure."""
    return Region.objects.filter(pk__in=_public("disclosure__department__region"))


def fiscal_years() -> QuerySet[FiscalYear]:
    """Years for which there is a public disclosure."""
    return FiscalYear.objects.filter(pk__in=_public("disclosure__fiscal_year"))


def _successions() -> QuerySet[Succession]:
    return public_successions().annotate(
        successor_key=department_id("successor__"), predecessor_key=department_id("predecessor__")
    )


REGIONS = Listing(
    name="regions",
    title="地区",
    model=Region,
    rows=regions,
    columns=(
        Column("code", "code", "行政区划代码"),
        Column("slug", "slug", "网址标识"),
        Column("name", "name", "地区名称"),
    ),
    order=ByColumns(("code",), ("code",)),
)
DEPARTMENTS = Listing(
    name="departments",
    title="部门",
    model=Department,
    rows=departments,
    columns=(
        Column("id", department_id(""), "部门标识"),
        Column("region", "region__slug", "地区"),
        Column("region_name", "region__name", "地区名称"),
        Column("region_code", "region__code", "行政区划代码"),
        Column("slug", "slug", "网址标识"),
        Column("name", "name", "名称"),
        Column("short_names", "short_names", "简称", ValueKind.LIST),
        text("code", "code", "部门代码"),
        text("unit_code", "unit_code", "单位代码"),
        Column("parent", F("public_parent"), "主管部门", nullable=True),
    ),
    order=ByColumns(("region_code", "slug"), ("region__code", "slug")),
)
SUCCESSIONS = Listing(
    name="successions",
    title="部门沿革",
    model=Succession,
    rows=_successions,
    columns=(
        Column("predecessor", department_id("predecessor__"), "前身标识"),
        Column("predecessor_name", "predecessor__name", "前身名称"),
        Column("successor", department_id("successor__"), "后续部门标识"),
        Column("successor_name", "successor__name", "后续部门名称"),
        number("year", "year", "起始年度"),
        chosen("reform", "reform", "改革方式", Reform),
        text("note", "note", "依据或说明"),
    ),
    order=ByColumns(
        ("year", "successor", "predecessor"),
        ("year", "successor_key", "predecessor_key"),
    ),
)
FISCAL_YEARS = Listing(
    name="fiscal-years",
    title="财政年度",
    model=FiscalYear,
    rows=fiscal_years,
    columns=(number("year", "year", "年度"),),
    order=ByColumns(("year",), ("year",)),
)


def of_place(path: str, region: str) -> Q:
    """Whatever belongs to a region, named by slug or division code; `path` leads to the region."""
    return Q(**{f"{path}slug": region}) | Q(**{f"{path}code": region})


def of_department(path: str, department: str) -> Q:
    """Whatever belongs to a department named by `region.slug`, slug or full name."""
    region, dot, slug = department.partition(".")
    if dot:
        return Q(**{f"{path}region__slug": region, f"{path}slug": slug})
    return Q(**{f"{path}slug": department}) | Q(**{f"{path}name": department})
