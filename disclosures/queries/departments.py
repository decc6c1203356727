"""Departments with what each published last, in an order, a part of them at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django.db.models import (
    DecimalField,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce, Greatest, NullIf

from disclosures.classification.figures import HEADLINE
from disclosures.queries.api_quoted import headline_yuan, nothing_said
from disclosures.queries.gate import is_public, published_revisions
from disclosures.queries.published import WITH
from disclosures.records.disclosure import Kind, Revision
from disclosures.records.narration import QuotedFigure
from disclosures.records.table_figure import TableFigure

A_PAGE = 50
TOTAL, THREE_PUBLIC = HEADLINE["total_expenditure"], HEADLINE["three_public_total"]
RATIO = DecimalField(max_digits=40, decimal_places=20)
NOT_TOLD = Value(Decimal(-(10**18)), RATIO)  # sorts what is not disclosed behind everything
PLACE = ("disclosure__department__region__slug", "disclosure__department__slug")


class Sort(StrEnum):
    """By what departments stand in order: names from the first, amounts from the largest."""

    NAME = "name"
    TOTAL = "total"
    THREE_PUBLIC = "three-public"
    CHANGE = "change"


@dataclass(frozen=True)
class Wanted:
    """Which departments: of a region ("" for all), as of a year (None for each one's latest)."""

    region: str = ""
    year: int | None = None
    kind: str = Kind.BUDGET
    sort: Sort = Sort.NAME


@dataclass(frozen=True)
class Row:
    """A department's disclosure with its amounts in 元 and the years of its total, None for gaps.

    `change` is a ratio to the year before, told where that was above 0. `no_total` and
    `no_three_public` are why there is no amount, as `nothing_said` has it.
    """

    revision: Revision
    total: Decimal | None
    three_public: Decimal | None
    no_total: str
    no_three_public: str
    change: Decimal | None
    years: tuple[tuple[int, Decimal | None], ...] = ()


def count(wanted: Wanted) -> int:
    """How many departments fit."""
    return _found(wanted).count()


def rows(wanted: Wanted, after: tuple[str, str] | None = None) -> list[Row] | None:
    """A page of departments and one more where there is one, behind a department; three queries.

    None when `after` (region and department) names none of them.
    """
    found = _ordered(wanted)
    if after is not None:
        mark: Any = found.filter(**dict(zip(PLACE, after, strict=True))).first()
        if mark is None:
            return None
        found = found.filter(_behind(wanted, mark.by, after))
    page = list(found[: A_PAGE + 1])
    years = _years(page, wanted.kind)
    return [_row(each, years.get(each.disclosure.department_id, ())) for each in page]


def all_rows(wanted: Wanted) -> list[Row]:
    """Every department that fits, in its order, without the years; one query."""
    return [_row(each) for each in _ordered(wanted)]


def kinds() -> list[str]:
    """The kinds of disclosure that there are any of."""
    found = set(published_revisions().values_list("disclosure__kind", flat=True))
    return [each for each in Kind.values if each in found]


def _row(revision: Any, years: Iterable[tuple[int, Decimal | None]] = ()) -> Row:
    amounts = (revision.total, revision.three_public)
    nothings = (revision.no_total or "", revision.no_three_public or "")
    return Row(revision, *amounts, *nothings, revision.change, tuple(years))


def _found(wanted: Wanted) -> QuerySet[Revision]:
    found = published_revisions().filter(disclosure__kind=wanted.kind)
    if wanted.region:
        found = found.filter(disclosure__department__region__slug=wanted.region)
    if wanted.year is not None:
        return found.filter(disclosure__fiscal_year=wanted.year)
    latest = found.order_by("disclosure__department_id", "-disclosure__fiscal_year_id")
    return found.filter(pk__in=latest.distinct("disclosure__department_id").values("pk"))


def _ordered(wanted: Wanted) -> QuerySet[Revision]:
    before = ExpressionWrapper(F("disclosure__fiscal_year") - 1, IntegerField())
    ratio = ExpressionWrapper((F("total") - F("positive")) / F("positive"), RATIO)
    by = {
        Sort.NAME: F("disclosure__department__sort_key"),
        Sort.TOTAL: Coalesce("total", NOT_TOLD, output_field=RATIO),
        Sort.THREE_PUBLIC: Coalesce("three_public", NOT_TOLD, output_field=RATIO),
        Sort.CHANGE: Coalesce("change", NOT_TOLD, output_field=RATIO),
    }[wanted.sort]
    return (
        _found(wanted)
        .select_related(*WITH)
        .defer("text")
        .annotate(
            year_before=before,
            total=headline_yuan("pk", TOTAL),
            three_public=headline_yuan("pk", THREE_PUBLIC),
            no_total=nothing_said("pk", TOTAL, F("total")),
            no_three_public=nothing_said("pk", THREE_PUBLIC, F("three_public")),
        )
        .annotate(last=_last(QuotedFigure, TableFigure))
        .annotate(positive=_positive())
        .annotate(change=ratio)
        .annotate(by=by)
        .order_by("by" if wanted.sort is Sort.NAME else "-by", *PLACE)
    )


def _positive() -> Any:
    """Last year's total, null where it is not above 0."""
    zero = Value(Decimal(0), DecimalField(max_digits=18, decimal_places=2))
    return NullIf(Greatest("last", zero), zero)


def _last(*models: Any) -> Coalesce:
    """The total of the year before, as its narrative states or a table prints it."""
    told = (
        model.objects.filter(
            is_public("revision__"),
            revision__disclosure__department=OuterRef("disclosure__department"),
            revision__disclosure__kind=OuterRef("disclosure__kind"),
            revision__disclosure__fiscal_year=OuterRef("year_before"),
            key=TOTAL,
        ).values("yuan")[:1]
        for model in models
    )
    return Coalesce(*(Subquery(each) for each in told))


def _behind(wanted: Wanted, value: Any, place: tuple[str, str]) -> Q:
    """What comes after a department: by value, then region, then department."""
    region, department = PLACE
    further = Q(**{f"{region}__gt": place[0]}) | Q(
        **{region: place[0], f"{department}__gt": place[1]}
    )
    beyond = "by__gt" if wanted.sort is Sort.NAME else "by__lt"
    return Q(**{beyond: value}) | (Q(by=value) & further)


def _years(page: list[Revision], kind: str) -> dict[int, list[tuple[int, Decimal | None]]]:
    """Department to the total of each year that it published, the earliest first; one query."""
    departments = {each.disclosure.department_id for each in page}
    found = (
        published_revisions()
        .filter(disclosure__department__in=departments, disclosure__kind=kind)
        .annotate(told=headline_yuan("pk", TOTAL))
        .order_by("disclosure__fiscal_year_id")
        .values_list("disclosure__department_id", "disclosure__fiscal_year_id", "told")
    )
    made: dict[int, list[tuple[int, Decimal | None]]] = {}
    for department, year, told in found:
        made.setdefault(department, []).append((year, told))
    return made
