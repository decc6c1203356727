"""The page of a comparison, and the file of exactly what it shows."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from disclosures.classification.prices import base_years, price_index
from disclosures.exports.shown import as_csv
from disclosures.pages.amounts import LABELS, Show, shown
from disclosures.pages.comparing.asked import FEWEST, GROUPS, MOST, TABLES, Asked, asked_by
from disclosures.pages.comparing.choosing import choices
from disclosures.pages.comparing.matrix import matrix
from disclosures.pages.comparing.measures import FEWEST_PEERS, Compared
from disclosures.pages.comparing.peers import Peers, peers_of
from disclosures.pages.comparing.table import lines_of
from disclosures.queries import comparing
from disclosures.queries.published import publications
from disclosures.records.disclosure import Revision
from disclosures.tables.matching import key_columns, main_column

BAD, ABSENT = 400, 404


def compare(request: HttpRequest) -> HttpResponse:
    """`?of=kunming.cai-zheng-ju.2026.budget&of=…&on=headline|three-public|<table>&per=staff…`."""
    asked, wrong = asked_by(request)
    found = comparing.chosen(asked.of)
    unknown = [each for each in asked.of if each not in found]
    chosen = [found[each] for each in asked.of if each in found]
    status = BAD if wrong else ABSENT if unknown else 200
    context: dict[str, Any] = {
        "asked": asked,
        "wrong": wrong,
        "unknown": unknown,
        "chosen": [_chip(asked, each) for each in chosen],
        "most": MOST,
        "is_full": len(chosen) == MOST,
        "choices": choices(asked, chosen),
        "places": _places(),
        "groups": GROUPS.items(),
        "tables": TABLES.items(),
        "base_years": base_years(),
    }
    if len(chosen) >= FEWEST and not wrong and not unknown:
        context |= _compared(asked, chosen)
    return render(request, "pages/compare.html", context, status=status)


def compare_csv(request: HttpRequest) -> HttpResponse:
    """The lines of the comparison as they are shown, in UTF-8 with a byte order mark."""
    asked, wrong = asked_by(request)
    found = comparing.chosen(asked.of)
    chosen = [found[each] for each in asked.of if each in found]
    if wrong or len(chosen) != len(asked.of) or len(chosen) < FEWEST:
        said = wrong or gettext("请选 2 至 6 份已公开的预决算再导出。")
        return HttpResponse(said, status=BAD, content_type="text/plain; charset=utf-8")
    peers = peers_of(chosen)
    lines = lines_of(asked, peers, matrix(asked, peers))
    answer = HttpResponse(as_csv(lines), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="compare.csv"'
    return answer


def _compared(asked: Asked, chosen: list[Revision]) -> dict[str, Any]:
    peers = peers_of(chosen)
    made = matrix(asked, peers)
    spec = TABLES.get(asked.on)
    has_columns = spec is not None and bool(key_columns(spec))
    column = (asked.column or main_column(spec)) if spec and has_columns else ""
    return {
        "matrix": made,
        "sides": peers.chosen,
        "peers": peers,
        "peer_sizes": _sizes(peers),
        "fewest_peers": FEWEST_PEERS,
        "spec": spec,
        "columns": [(each, spec.label(each)) for each in spec.money]
        if spec and has_columns
        else [],
        "column": column,
        "column_label": spec.label(column) if spec and column else "",
        "unit": LABELS[asked.unit],
        "indices": _indices(asked, peers.chosen),
        "reforms": comparing.reforms_between(chosen),
        "has_kinds": len({each.disclosure.kind for each in chosen}) > 1,
        "has_years": len({each.disclosure.fiscal_year_id for each in chosen}) > 1,
        "has_regions": len({each.disclosure.department.region_id for each in chosen}) > 1,
        "csv_query": asked.query(),
    }


def _chip(asked: Asked, revision: Revision) -> dict[str, Any]:
    """A disclosure that is chosen, with the comparison without it and the one that it leads."""
    own = comparing.identity_of(revision)
    others = tuple(each for each in asked.of if each != own)
    return {
        "revision": revision,
        "identity": own,
        "without": asked.query(of=others),
        "first": asked.query(of=(own, *others)) if asked.of[0] != own else "",
    }


def _sizes(peers: Peers) -> tuple[str, str] | None:
    if peers.total is None:
        return None
    return shown(peers.least, Show.WAN_YUAN), shown(peers.largest, Show.WAN_YUAN)


def _indices(asked: Asked, sides: tuple[Compared, ...]) -> list[tuple[int, Any]]:
    """The years whose index is used, with it."""
    if asked.prices is None:
        return []
    years = [each.revision.disclosure.fiscal_year_id for each in sides] + [asked.prices]
    return [(year, each) for year, each in price_index().items() if min(years) < year <= max(years)]


def _places() -> dict[str, list[Any]]:
    """Regions and years that have something to choose; one query."""
    found = list(
        publications()
        .order_by()
        .values_list(
            "disclosure__department__region__slug",
            "disclosure__department__region__name",
            "disclosure__fiscal_year_id",
        )
        .distinct()
    )
    return {
        "regions": sorted({(slug, name) for slug, name, _ in found}),
        "years": sorted({year for *_, year in found}, reverse=True),
    }
