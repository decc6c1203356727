"""How many of the departments that have to publish have done so, and which have not.

Nothing but the entered list says who has to publish; without one nobody is missing, and nobody
knows.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Count, Exists, Max, OuterRef, QuerySet, Subquery, Value

from disclosures.queries.api_columns import Joined
from disclosures.queries.as_of import told, word_of
from disclosures.queries.gate import published_revisions
from disclosures.queries.published import Overview
from disclosures.records.disclosure import Kind
from disclosures.records.obligation import Obligation


@dataclass(frozen=True)
class Obliged:
    """A region's list for a year: whom it names, and whom of them nothing is published of."""

    year: int
    region: str
    slug: str
    source: str
    names: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def published(self) -> int:
        """How many of those named have published."""
        return len(self.names) - len(self.missing)


def lists(*, region: str = "", year: int | None = None, kind: str = Kind.BUDGET) -> list[Obliged]:
    """The lists of a region ("" for all) and year (None for all), latest first; one query.

    A department is told by its name in its region, as the list writes it.
    """
    done = published_revisions().filter(
        disclosure__department__region=OuterRef("region"),
        disclosure__department__name=OuterRef("name"),
        disclosure__fiscal_year=OuterRef("fiscal_year"),
        disclosure__kind=kind,
    )
    found = Obligation.objects.annotate(is_done=Exists(done)).select_related("region")
    if region:
        found = found.filter(region__slug=region)
    if year is not None:
        found = found.filter(fiscal_year=year)
    rows = found.order_by("-fiscal_year_id", "region__code", "pk")
    return list(_grouped(rows))


@dataclass(frozen=True)
class OfAll:
    """Departments that have published for a year, and where lists are: of how many that have to.

    `unlisted` are regions with publications and without a list.
    """

    departments: int
    obliged: int
    published: int
    unlisted: int


def of_all(there: Overview, year: int, region: str = "", kind: str = Kind.BUDGET) -> OfAll:
    """Departments published of all, for a year; one query."""
    found = lists(region=region, year=year, kind=kind)
    places = there.of(year, region, kind)
    return OfAll(
        departments=len({department for department, _ in places}),
        obliged=sum(len(each.names) for each in found),
        published=sum(each.published for each in found),
        unlisted=len({slug for _, slug in places} - {each.slug for each in found}),
    )


def _grouped(rows: Iterable[Any]) -> Iterator[Obliged]:
    for (year, _), some in groupby(rows, key=lambda each: (each.fiscal_year_id, each.region_id)):
        listed = list(some)
        yield Obliged(
            year=year,
            region=listed[0].region.name,
            slug=listed[0].region.slug,
            source=next((each.source for each in listed if each.source), ""),
            names=tuple(each.name for each in listed),
            missing=tuple(each.name for each in listed if not each.is_done),
        )


def told_as_of() -> str:
    """What is published and who has to publish, in a word: another word when either changes."""
    return word_of(_told)


def _told() -> QuerySet[Any]:
    counted = Obligation.objects.order_by().values(all=Value(1)).annotate(count=Count("pk"))
    said = Joined("count", Value(" "), Max("entered_at"))
    return told(obliged=Subquery(counted.values(said=said)))
