"""The first page: a year at a glance, what is new, and the departments that have published."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from disclosures.pages.addresses import address
from disclosures.pages.amounts import Show, rounded, shown
from disclosures.pages.charts import Chart
from disclosures.pages.listing import rows
from disclosures.pages.paging import four_digits, neighbours, page_number
from disclosures.pages.units import units
from disclosures.queries import glance, obligations, published
from disclosures.queries.across.catalogue import QUESTIONS
from disclosures.queries.across.question import Asked, page
from disclosures.queries.published import Overview
from disclosures.tables.general_budget_by_function import SPEC as BY_FUNCTION

BIGGEST = 8
A_PART = 20  # of the list below the glance; all departments have a page of their own
SAID = {
    "expenditure": ("总支出", "totals", "expenditure"),
    "income": ("总收入", "totals", "income"),
    "three_public": ("“三公”经费", "three-public", "total"),
    "procurement": ("政府采购预算", "procurement", "total"),
}


@dataclass(frozen=True)
class Sum:
    """A sum in 万元 as shown, "" when nobody tells it, and how many do."""

    label: str
    text: str
    told: int
    url: str


@dataclass(frozen=True)
class Class:
    """A class of functions: its sum in 万元 as shown and where its page is."""

    code: str
    name: str
    text: str
    departments: int
    url: str


def home(request: HttpRequest) -> HttpResponse:
    """What is published, by region and year: at a glance, then A_PART at a time."""
    region = request.GET.get("region", "").replace("\0", "")
    there, asked, number = published.overview(), four_digits(request, "year"), page_number(request)
    start = A_PART * (number - 1)
    chosen = units(request, of_lists=True)
    found = published.listed(region=region, year=asked, part=slice(start, start + A_PART + 1))
    year = asked or (there.years[0] if there.years else None)
    context = {
        "rows": rows(found[:A_PART], chosen["choice"]),
        "tally": there,
        "years": there.years,
        "regions": there.regions,
        "year": asked,
        "region": region,
        "seen_year": year,
        "latest": [(each, address(each)) for each in glance.latest(region)],
        "corrections": [(each, address(each, "changes")) for each in glance.corrections(region)],
        **neighbours(request, number, has_more=len(found) > A_PART),
    }
    if year is not None and number == 1:
        context |= _glance(there, year, region)
    return render(request, "pages/home.html", context | chosen)


def _glance(there: Overview, year: int, region: str) -> dict[str, Any]:
    revisions = glance.counted(year, region)
    sums = glance.stated(revisions)
    spent, left_out = glance.by_function(revisions)
    query = f"?year={year}" + (f"&region={region}" if region else "")
    classes = [
        Class(
            each.code,
            each.name,
            rounded(each.yuan),
            each.departments,
            reverse("pages:functions-code", args=(each.code,)) + query,
        )
        for each in spent
    ]
    return {
        "of_all": obligations.of_all(there, year, region),
        "obliged_url": f"{reverse('pages:timeliness')}{query}#obliged",
        "sums": [
            Sum(
                label,
                _shown(sums[name].yuan),
                sums[name].told,
                reverse("pages:question", args=(question,)) + f"{query}&sort=-{column}",
            )
            for name, (label, question, column) in SAID.items()
        ],
        "classes": classes,
        "left_out": [
            (
                each.name,
                reverse("pages:table", args=(each.region, each.department, year, BY_FUNCTION.name)),
            )
            for each in left_out
        ],
        "treemap": _treemap(year, spent, classes) if len(classes) > 1 else None,
        "biggest": _biggest(year, region),
    }


def _shown(yuan: Decimal | None) -> str:
    return "" if yuan is None else rounded(yuan)


def _treemap(year: int, spent: list[glance.Spent], classes: list[Class]) -> Chart:
    title = gettext("%(year)s年一般公共预算支出，按功能分类") % {"year": year}
    items = [
        {"name": gettext(each.name), "value": float(sum_.yuan), "text": each.text, "url": each.url}
        for each, sum_ in zip(classes, spent, strict=True)
    ]
    most = max(each.departments for each in classes)
    source = gettext("本站按已公开的部门预算汇总，最多 %(n)s 个部门。") % {"n": most}
    summary = "；".join(f"{gettext(each.name)} {each.text}" for each in classes[:5])
    return Chart("functions", "treemap", title, "万元", source, summary, {"items": items})


def _biggest(year: int, region: str) -> list[dict[str, Any]]:
    """The largest projects that have a name, each with its row's address."""
    question = QUESTIONS["projects"]
    found = page(question, Asked(region=region, year=year), 4 * BIGGEST).rows
    named = [row for row in found if row["project_name"] and row["total"]][:BIGGEST]
    return [row | {"text": shown(row["total"], Show.WAN_YUAN)} for row in named]
