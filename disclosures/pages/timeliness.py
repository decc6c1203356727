"""How timely departments publish: the twenty days, who is late, who corrected what."""

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext

from disclosures.exports.shown import as_csv
from disclosures.pages.addresses import address
from disclosures.pages.paging import four_digits, neighbours, page_number
from disclosures.queries import obligations, published
from disclosures.queries import timeliness as queries
from disclosures.queries.timeliness import DEADLINE, Standing, Timing
from disclosures.records.disclosure import Kind

A_PART = 100  # of the list of departments


@dataclass(frozen=True)
class Asked:
    """Which of them: region, year, kind and standing, each "" or None for all."""

    region: str = ""
    year: int | None = None
    kind: str = ""
    standing: str = ""

    def query(self, **changed: object) -> str:
        """The address of this list, or of one that differs in so much."""
        asked = replace(self, **changed)  # type: ignore[arg-type]
        query = QueryDict(mutable=True)
        for name in ("region", "year", "kind", "standing"):
            if value := getattr(asked, name):
                query[name] = str(value)
        return f"?{query.urlencode()}"


@dataclass(frozen=True)
class Counted:
    """How many of a region, year and kind stand how: (standing, count, address of their list)."""

    region: str
    year: int
    kind: str
    counts: list[tuple[Standing, int, str]]


def timeliness(request: HttpRequest) -> HttpResponse:
    """`?region=&year=&kind=&standing=`: counts, the list, and what was corrected."""
    asked = _asked(request)
    timings = queries.timings(region=asked.region)
    found = _listed(asked, timings)
    page = page_number(request)
    start = A_PART * (page - 1)
    corrections = queries.corrections(region=asked.region, year=asked.year)
    context = {
        "asked": asked,
        "deadline": DEADLINE,
        "standings": Standing,
        "kinds": Kind,
        "regions": published.regions(),
        "years": sorted({each.year for each in timings}, reverse=True),
        "counted": _counted(asked, timings),
        "rows": [(each, _url(each)) for each in found[start : start + A_PART]],
        "obliged": obligations.lists(
            region=asked.region, year=asked.year, kind=asked.kind or Kind.BUDGET
        ),
        "obliged_kind": Kind(asked.kind or Kind.BUDGET).label,
        "corrections": [
            (
                each,
                address(each.entry.revision, pinned=True) if each.is_readable else "",
                address(each.entry.revision, "changes", pinned=True)
                if each.is_readable and each.has_earlier
                else "",
            )
            for each in corrections
        ],
        "most_corrections": queries.MOST_CORRECTIONS,
        **neighbours(request, page, has_more=len(found) > start + A_PART),
    }
    return render(request, "pages/timeliness.html", context)


def timeliness_csv(request: HttpRequest) -> HttpResponse:
    """The whole list as it is shown, in UTF-8 with a byte order mark."""
    asked = _asked(request)
    lines = [_line(each) for each in _listed(asked, queries.timings(region=asked.region))]
    heading = ("地区", "部门", "年度", "类别", "批复日期", "批复文号", "期限", "公开日期", "依据")
    more = ("相隔日数", "逾期日数", "结果", "说明")
    answer = HttpResponse(as_csv([[gettext(each) for each in (*heading, *more)], *lines]))
    answer["Content-Type"] = "text/csv; charset=utf-8"
    answer["Content-Disposition"] = 'attachment; filename="timeliness.csv"'
    return answer


def _asked(request: HttpRequest) -> Asked:
    """What the address names; a kind or standing that there is not counts as none."""
    given = request.GET
    kind, standing = given.get("kind", ""), given.get("standing", "")
    return Asked(
        region=given.get("region", "").replace("\0", ""),
        year=four_digits(request, "year"),
        kind=kind if kind in Kind.values else "",
        standing=standing if standing in Standing.values else "",
    )


def _listed(asked: Asked, timings: list[Timing]) -> list[Timing]:
    """Those asked for, the gravest first, the latest year first among equals."""
    found = [
        each
        for each in timings
        if asked.year in (None, each.year)
        and asked.kind in ("", each.kind)
        and asked.standing in ("", each.standing)
    ]
    order = {each: place for place, each in enumerate(Standing)}
    return sorted(found, key=lambda each: (order[each.standing], -each.days_late, -each.year))


def _counted(asked: Asked, timings: list[Timing]) -> list[Counted]:
    """A line for each region, year and kind, the latest year first."""
    counts: dict[tuple[int, str, str, str], Counter[Standing]] = defaultdict(Counter)
    for each in timings:
        region = each.department.region
        if asked.year in (None, each.year) and asked.kind in ("", each.kind):
            counts[each.year, region.name, region.slug, each.kind][each.standing] += 1
    ordered = sorted(counts.items(), key=lambda pair: (-pair[0][0], *pair[0][1:]))
    return [
        Counted(
            name,
            year,
            str(Kind(kind).label),
            [
                (each, count[each], asked.query(region=slug, year=year, kind=kind, standing=each))
                for each in Standing
            ],
        )
        for (year, name, slug, kind), count in ordered
    ]


def _url(timing: Timing) -> str:
    return address(timing.first) if timing.first else ""


def _line(timing: Timing) -> list[Any]:
    """A row of the file; what is not known is empty, and why is said last."""
    said = (
        timing.approved_on,
        timing.approval.document if timing.approval else "",
        timing.due_on,
        timing.published_on,
    )
    return [
        timing.department.region.name,
        timing.department.name,
        str(timing.year),
        gettext(str(Kind(timing.kind).label)),
        *("" if each is None else str(each) for each in said),
        gettext(str(timing.source.label)) if timing.published_on and timing.source else "",
        "" if timing.days is None else str(timing.days),
        str(timing.days_late or ""),
        gettext(str(timing.standing.label)),
        gettext(str(timing.ignorance.label)) if timing.ignorance else "",
    ]
