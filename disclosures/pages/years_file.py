"""A department's years as a file: what its page shows over the years, with revision and source."""

from collections.abc import Iterator
from decimal import Decimal

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext

from disclosures.classification.figures import LISTED
from disclosures.exports.shown import as_csv
from disclosures.pages.addresses import absolute, address
from disclosures.pages.amounts import Show
from disclosures.pages.lineage import Lineage, Pair, lineage, yuan_of
from disclosures.pages.listing import nothing
from disclosures.queries import published

WITH_ADJUSTED = ("total_income", "total_expenditure")


def years_csv(request: HttpRequest, region: str, department: str) -> HttpResponse:
    """The years of a department and of those it goes on from, the latest first; amounts in 元."""
    found = published.public_department(region, department)
    if found is None:
        raise Http404
    answer = HttpResponse(
        as_csv(_lines(request, lineage(found, Show.YUAN))), content_type="text/csv; charset=utf-8"
    )
    answer["Content-Disposition"] = f'attachment; filename="{department}-years.csv"'
    return answer


def _lines(request: HttpRequest, line: Lineage) -> Iterator[list[str]]:
    adjusted = [f"{gettext(LISTED[name])}：{gettext('全年预算数')}" for name in WITH_ADJUSTED]
    amounts = [*map(gettext, LISTED.values()), *adjusted]
    yield [
        *(gettext(each) for each in ("部门", "年度", "类别")),
        *(f"{each}（{gettext('元')}）" for each in amounts),
        *(gettext(each) for each in ("版次", "来源文件 SHA-256", "网址")),
    ]
    for pair in line.pairs:
        yield _line(request, line, pair)


def _line(request: HttpRequest, line: Lineage, pair: Pair) -> list[str]:
    listed, _ = pair
    revision = listed.revision
    of = revision.disclosure
    adjusted = line.adjusted.get(revision.pk, {})
    return [
        of.department.name,
        str(of.fiscal_year_id),
        gettext(of.get_kind_display()),
        *(_plain(yuan_of(listed, name)) or gettext(nothing(listed, name)) for name in LISTED),
        *(_plain(adjusted.get(name)) for name in WITH_ADJUSTED),
        str(revision.number),
        revision.upload.sha256 if revision.upload else "",
        absolute(request, address(revision, pinned=True)),
    ]


def _plain(yuan: Decimal | None) -> str:
    """An amount as a spreadsheet takes it; "" for none."""
    return "" if yuan is None else f"{yuan:f}"
