"""Pages across departments: the “三公” of all, who spends under a code."""

from dataclasses import dataclass
from decimal import Decimal

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from disclosures.pages.addresses import address
from disclosures.pages.amounts import LABELS, Show, choice_of, shown
from disclosures.pages.paging import four_digits
from disclosures.queries import across, published

THREE_PUBLIC = {
    "three_public_total": "合计",
    "three_public_abroad": "因公出国（境）",
    "three_public_reception": "公务接待",
    "three_public_vehicles": "公务用车",
}
SPENT = {"total": "合计", "basic": "基本支出", "project": "项目支出"}


@dataclass(frozen=True)
class Ranked:
    """A disclosure's amounts for a ranking: (label, 万元, ""), empty when not disclosed."""

    name: str
    url: str
    year: int
    kind: str
    amounts: tuple[tuple[str, str, str], ...]


def three_public(request: HttpRequest) -> HttpResponse:
    """The “三公” of every department of a year, the largest first; what is not told comes last."""
    years = published.years()
    year = four_digits(request, "year") or (years[0] if years else None)
    region = request.GET.get("region", "").replace("\0", "")
    listed = published.listed(region=region, year=year) if year else []
    ordered = sorted(listed, key=lambda each: -_amount(each, "three_public_total"))
    context = {
        "rows": [_ranked(each) for each in ordered],
        "years": years,
        "year": year,
        "regions": published.regions(),
        "region": region,
    }
    return render(request, "pages/three_public.html", context)


def function(request: HttpRequest, code: str = "") -> HttpResponse:
    """Who spends under a 功能科目, and the codes below it."""
    found = across.function_code(code) if code else None
    if code and found is None:
        raise Http404
    year = four_digits(request, "year")
    choice = choice_of(request.GET.get("unit") or Show.WAN_YUAN)
    choice = Show.WAN_YUAN if choice is Show.PRINTED else choice
    rows = across.spending_on(code, year) if code else []
    context = {
        "code": found,
        "parents": [code[:length] for length in (3, 5) if length < len(code)],
        "below": across.codes_below(code),
        "year": year,
        "years": published.years(),
        "unit": LABELS[choice],
        "rows": [
            (
                row.revision.disclosure,
                address(row.revision, "row", table="general-budget-by-function", row=row.position),
                [(label, _shown(getattr(row, column), choice)) for column, label in SPENT.items()],
            )
            for row in rows
        ],
    }
    return render(request, "pages/function.html", context)


def _amount(listed: published.Listed, name: str) -> Decimal:
    figure = listed.headline.get(name)
    return figure.yuan if figure is not None and figure.yuan is not None else Decimal(-1)


def _ranked(listed: published.Listed) -> Ranked:
    revision = listed.revision
    amounts = []
    for name, label in THREE_PUBLIC.items():
        figure = listed.headline.get(name)
        yuan = figure.yuan if figure is not None else None
        amounts.append((label, _shown(yuan, Show.WAN_YUAN), ""))
    return Ranked(
        name=revision.disclosure.department.name,
        url=f"{address(revision)}#three-public",
        year=revision.disclosure.fiscal_year_id,
        kind=revision.disclosure.get_kind_display(),
        amounts=tuple(amounts),
    )


def _shown(yuan: Decimal | None, choice: Show) -> str:
    return "" if yuan is None else shown(yuan, choice)
