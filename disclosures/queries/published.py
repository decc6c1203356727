"""What pages ask for: published disclosures with their figures, in few queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    Exists,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)

from disclosures.classification.figures import HEADLINE, LISTED
from disclosures.queries.emptiness import declares_empty
from disclosures.queries.gate import is_public, published_revisions, was_public
from disclosures.queries.parts import completed
from disclosures.records.disclosure import Disclosure, Kind, Revision
from disclosures.records.narration import QuotedFigure
from disclosures.records.places import Department, Region
from disclosures.records.table_figure import TableFigure

WITH = ("disclosure__department__region", "upload")
EVERY = slice(None)
THREE_PUBLIC = "three_public_total"
EMPTY = frozenset({THREE_PUBLIC})
Headline = dict[str, QuotedFigure | TableFigure]


@dataclass(frozen=True)
class Listed:
    """A published disclosure with what lists show of its headline, by public name.

    `empty` are those of which it says that there is none.
    """

    revision: Revision
    headline: Headline
    empty: frozenset[str] = frozenset()


def publications() -> QuerySet[Revision]:
    """Published revisions with department, region and year, newest year first."""
    return published_revisions().select_related(*WITH)


def listed(
    *, region: str = "", department: str = "", year: int | None = None, part: slice = EVERY
) -> list[Listed]:
    """Published disclosures by place and year, each with its headline; three queries.

    `part` takes some of them, in their order.
    """
    found = publications().order_by(
        "-disclosure__fiscal_year_id", "disclosure__department__sort_key", "disclosure__kind"
    )
    if region:
        found = found.filter(disclosure__department__region__slug=region)
    if department:
        found = found.filter(disclosure__department__slug=department)
    if year is not None:
        found = found.filter(disclosure__fiscal_year=year)
    return with_headlines(with_emptiness(found)[part])


def with_emptiness(found: QuerySet[Revision]) -> QuerySet[Any]:
    """Revisions, without their text, each with `has_no_three_public`: declared, not undisclosed."""
    empty = declares_empty("pk", HEADLINE[THREE_PUBLIC])
    return found.defer("text").annotate(has_no_three_public=empty)


def with_headlines(found: Iterable[Any]) -> list[Listed]:
    """Revisions of `with_emptiness` with their figures; two queries and their own."""
    revisions = list(found)
    figures = headlines(revisions)
    return [
        Listed(each, figures[each.pk], EMPTY if each.has_no_three_public else frozenset())
        for each in revisions
    ]


def headlines(revisions: Iterable[Revision]) -> dict[int, Headline]:
    """What lists show of each revision that anyone may read, by its key; two queries."""
    names = {HEADLINE[name]: name for name in LISTED}
    made: dict[int, Headline] = defaultdict(dict)
    wanted = {"revision__in": list(revisions), "key__in": names}
    for model in (TableFigure, QuotedFigure):
        found = model._default_manager.filter(was_public("revision__"), **wanted).order_by()
        for figure in found.only("revision_id", "key", "yuan", "printed", "unit"):
            made[figure.revision_id][names[figure.key]] = figure
    return made


def beside_its_department() -> Exists:
    """Whether a revision is of a unit whose department has published the same year and kind."""
    return Exists(
        published_revisions().filter(
            disclosure__department=OuterRef("disclosure__department__parent"),
            disclosure__fiscal_year=OuterRef("disclosure__fiscal_year"),
            disclosure__kind=OuterRef("disclosure__kind"),
        )
    )


def years() -> list[int]:
    """Years with something published, newest first."""
    found = published_revisions().order_by().values_list("disclosure__fiscal_year_id", flat=True)
    return sorted(found.distinct(), reverse=True)


@dataclass(frozen=True)
class Place:
    """A region that something is published in."""

    slug: str
    name: str


@dataclass(frozen=True)
class Overview:
    """How many disclosures are published, by how many departments, for which years and where."""

    disclosures: int
    departments: int
    years: tuple[int, ...]
    regions: tuple[Place, ...]
    told: tuple[tuple[int, int, str, str], ...]

    def of(self, year: int, region: str, kind: str) -> list[tuple[int, str]]:
        """(department, slug of its region) of what a year, region ("" for all) and kind have."""
        return [
            (department, slug)
            for department, its_year, its_kind, slug in self.told
            if (its_year, its_kind) == (year, kind) and region in ("", slug)
        ]


def overview() -> Overview:
    """What there is: one query. Years are the newest first, regions in the order of their codes."""
    department = "disclosure__department"
    region = f"{department}__region"
    found = published_revisions().values_list(
        f"{department}_id",
        "disclosure__fiscal_year_id",
        "disclosure__kind",
        f"{region}__code",
        f"{region}__slug",
        f"{region}__name",
    )
    rows = list(found.order_by())
    regions = sorted({row[3:] for row in rows})
    return Overview(
        disclosures=len(rows),
        departments=len({row[0] for row in rows}),
        years=tuple(sorted({row[1] for row in rows}, reverse=True)),
        regions=tuple(Place(slug, name) for _, slug, name in regions),
        told=tuple((*row[:3], row[4]) for row in rows),
    )


def regions() -> QuerySet[Region]:
    """Regions with something published."""
    return Region.objects.filter(
        pk__in=published_revisions().order_by().values("disclosure__department__region")
    )


def public_department(region: str, slug: str) -> Department | None:
    """A department that has published something; any other is as if it did not exist."""
    return (
        Department.objects.select_related("region", "parent")
        .filter(is_public("disclosures__revisions__"), region__slug=region, slug=slug)
        .distinct()
        .first()
    )


def public_revision(
    region: str, slug: str, year: int, kind: str = Kind.BUDGET, number: int | None = None
) -> Revision | None:
    """The published revision of a disclosure with its parts, or None.

    By `number`, also one that a correction has superseded.
    """
    found = open_revision(region, slug, year, kind, number)
    return completed(found) if found else None


def open_revision(
    region: str, slug: str, year: int, kind: str = Kind.BUDGET, number: int | None = None
) -> Revision | None:
    """As `public_revision`, for a page of a part of it: parts are fetched when asked for."""
    return _revisions(region, slug, year, kind, number).first()


def with_account(
    region: str, slug: str, year: int, kind: str = Kind.BUDGET, number: int | None = None
) -> tuple[Revision, int | None] | None:
    """As `public_revision` without its parts, and the key of the year's final account that is

    public, where there is one; one query.
    """
    account = published_revisions().filter(
        disclosure__department=OuterRef("disclosure__department"),
        disclosure__fiscal_year=OuterRef("disclosure__fiscal_year"),
        disclosure__kind=Kind.FINAL,
    )
    found: Any = _revisions(region, slug, year, kind, number)
    revision = found.annotate(account=Subquery(account.order_by().values("pk")[:1])).first()
    if revision is None:
        return None
    return revision, revision.account if kind == Kind.BUDGET else None


def bare_revision(
    region: str, slug: str, year: int, kind: str = Kind.BUDGET, number: int | None = None
) -> Revision | None:
    """As `public_revision`, without its parts; its text is fetched when asked for."""
    return _revisions(region, slug, year, kind, number).defer("text").first()


def readable_revisions(disclosure: Disclosure) -> QuerySet[Revision]:
    """The revisions of a disclosure that anyone may read, the earliest first."""
    return disclosure.revisions.filter(was_public()).order_by("number").select_related(*WITH)


def _revisions(
    region: str, slug: str, year: int, kind: str, number: int | None
) -> QuerySet[Revision]:
    """The one revision that an address names, if any: nothing to bring into an order."""
    readable = is_public() if number is None else was_public() & Q(number=number)
    found = Revision.objects.filter(
        readable,
        disclosure__department__region__slug=region,
        disclosure__department__slug=slug,
        disclosure__fiscal_year=year,
        disclosure__kind=kind,
    )
    return found.order_by().select_related(*WITH)
