"""The list of departments: filters, order, a line over the years, and what may be compared."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext

from disclosures.exports.shown import as_csv
from disclosures.pages.addresses import absolute, address
from disclosures.pages.amounts import Show, shown
from disclosures.pages.comparing.asked import MOST
from disclosures.pages.department_rows import Shown
from disclosures.pages.listing import NOT_DISCLOSED
from disclosures.pages.paging import four_digits
from disclosures.pages.sparkline import sparkline
from disclosures.queries import departments as queries
from disclosures.queries import published
from disclosures.queries.api_quoted import NOTHINGS
from disclosures.queries.comparing import identity_of
from disclosures.queries.departments import A_PAGE, Row, Sort, Wanted
from disclosures.records.disclosure import Kind

SORTS = {
    Sort.NAME: "名称",
    Sort.TOTAL: "总支出",
    Sort.THREE_PUBLIC: "“三公”经费",
    Sort.CHANGE: "比上年",
}


def departments(request: HttpRequest) -> HttpResponse:
    """`?region=&year=&kind=&sort=&after=`: a page of departments."""
    wanted = _wanted(request)
    found = queries.rows(wanted, _after(request))
    if found is None:
        raise Http404
    page = found[:A_PAGE]
    last = page[-1].revision.disclosure.department if len(found) > A_PAGE else None
    context = {
        "wanted": wanted,
        "rows": [_shown(each) for each in page],
        "count": queries.count(wanted),
        "sorts": [
            (name, label, _query(replace(wanted, sort=name))) for name, label in SORTS.items()
        ],
        "kinds": [(each, Kind(each).label) for each in queries.kinds()],
        "regions": published.regions(),
        "years": published.years(),
        "query": _query(wanted),
        "first": _query(wanted) if "after" in request.GET else "",
        "following": _query(wanted, after=f"{last.region.slug}.{last.slug}") if last else "",
        "most": MOST,
    }
    return render(request, "pages/departments.html", context)


def departments_csv(request: HttpRequest) -> HttpResponse:
    """Every department that fits, in the same order, in UTF-8 with a byte order mark."""
    lines = _lines(request, _wanted(request))
    answer = HttpResponse(as_csv(lines), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="departments.csv"'
    return answer


def _wanted(request: HttpRequest) -> Wanted:
    """What the address names; a kind or order that there is not counts as the usual one."""
    kind, sort = request.GET.get("kind", ""), request.GET.get("sort", "")
    return Wanted(
        region=request.GET.get("region", "").replace("\0", ""),
        year=four_digits(request, "year"),
        kind=kind if kind in Kind.values else Kind.BUDGET,
        sort=Sort(sort) if sort in set(Sort) else Sort.NAME,
    )


def _after(request: HttpRequest) -> tuple[str, str] | None:
    """The department behind which the list goes on. Raises Http404 for what names none."""
    asked = request.GET.get("after")
    if asked is None:
        return None
    region, dot, department = asked.partition(".")
    if not dot or "\0" in asked:
        raise Http404
    return region, department


def _query(wanted: Wanted, after: str = "") -> str:
    query = QueryDict(mutable=True)
    kind = "" if wanted.kind == Kind.BUDGET else wanted.kind
    sort = "" if wanted.sort is Sort.NAME else wanted.sort
    said = {"region": wanted.region, "year": wanted.year, "kind": kind, "sort": sort}
    for name, value in (said | {"after": after}).items():
        if value:
            query[name] = str(value)
    return f"?{query.urlencode()}"


def _shown(row: Row) -> Shown:
    return Shown(
        revision=row.revision,
        identity=identity_of(row.revision),
        url=address(row.revision),
        total=_amount(row.total),
        three_public=_amount(row.three_public),
        no_total=_nothing(row.no_total),
        no_three_public=_nothing(row.no_three_public),
        change=_change(row.change),
        line=sparkline(row.years),
    )


def _nothing(said: str) -> str:
    """What stands where there is no amount."""
    return dict(NOTHINGS).get(said, NOT_DISCLOSED)


def _amount(yuan: Decimal | None) -> str:
    return "" if yuan is None else shown(yuan, Show.WAN_YUAN)


def _plain(yuan: Decimal | None) -> str:
    """An amount in 万元 as a spreadsheet takes it."""
    return _amount(yuan).replace(",", "")


def _change(ratio: Decimal | None) -> str:
    return "" if ratio is None else f"{ratio * 100:+.1f}%"


def _lines(request: HttpRequest, wanted: Wanted) -> Iterator[list[str]]:
    amounts = (SORTS[Sort.TOTAL], SORTS[Sort.THREE_PUBLIC])
    unit = gettext("万元")
    yield [
        *(gettext(each) for each in ("地区", "部门", "年度", "类别")),
        *(f"{gettext(each)}（{unit}）" for each in amounts),
        gettext(SORTS[Sort.CHANGE]),
        *(gettext(each) for each in ("版次", "来源文件 SHA-256", "网址")),
    ]
    for row in queries.all_rows(wanted):
        of = row.revision.disclosure
        yield [
            of.department.region.name,
            of.department.name,
            str(of.fiscal_year_id),
            gettext(of.get_kind_display()),
            _plain(row.total) or gettext(_nothing(row.no_total)),
            _plain(row.three_public) or gettext(_nothing(row.no_three_public)),
            _change(row.change),
            str(row.revision.number),
            row.revision.upload.sha256 if row.revision.upload else "",
            absolute(request, address(row.revision, pinned=True)),
        ]
