"""Parts of a disclosure for other people's pages: the only answers that may be framed."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from csp.decorators import csp_replace
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_exempt

from disclosures.pages.addresses import address
from disclosures.pages.amounts import choice_of
from disclosures.pages.composition import compositions
from disclosures.pages.grid import grid
from disclosures.pages.summary import KEY_FIGURES, Figures, KeyFigure
from disclosures.queries import published
from disclosures.records.disclosure import Revision
from disclosures.records.printed_table import TableState
from disclosures.tables.stored import book_of, sheet_of

View = Callable[..., HttpResponseBase]
ANYWHERE = {"frame-ancestors": ["*"]}


def framable(view: View) -> View:
    """An answer, or a 304 for it, that any page may frame; a refusal stays as it is."""

    @wraps(view)
    def shown(request: HttpRequest, **names: Any) -> HttpResponseBase:
        answer: HttpResponseBase = open_to_all(request, **names)
        answer["X-Robots-Tag"] = "noindex"
        return answer

    open_to_all = csp_replace(ANYWHERE)(xframe_options_exempt(view))
    return shown


def disclosure(request: HttpRequest, **names: Any) -> HttpResponse:
    """A disclosure's total expenditure and “三公”."""
    revision = _revision(names)
    figures = Figures(revision, choice_of(None))
    items = [_key_figure(figures, key) for key in ("income.total", "exp.total", "sangong.total")]
    return _shown(request, revision, "disclosure", items=items)


def figure(request: HttpRequest, key: str, **names: Any) -> HttpResponse:
    """One quoted figure with its change."""
    revision = _revision(names)
    figures = Figures(revision, choice_of(None))
    if key not in figures.by_key:
        raise Http404
    item = _key_figure(figures, key)
    return _shown(request, revision, "figure", items=[item], key=key)


def composition(request: HttpRequest, composition: str, **names: Any) -> HttpResponse:
    """What one of the totals is made of."""
    revision = _revision(names)
    figures = Figures(revision, choice_of(None))
    found = compositions(figures, book_of(revision))
    whole = next((each for each in found if each.name == composition), None)
    if whole is None:
        raise Http404
    return _shown(request, revision, "disclosure", whole=whole)


def table(request: HttpRequest, table: str, **names: Any) -> HttpResponse:
    """One table, as printed."""
    revision = _revision(names)
    sheet = sheet_of(revision, table)
    if sheet is None:
        raise Http404
    made = grid(revision, sheet, choice_of(None))
    return _shown(request, revision, "table", grid=made, states=TableState, table=table)


def _key_figure(figures: Figures, key: str) -> KeyFigure:
    """A figure with the change that is known to belong to it; none for any other."""
    known = {each[0]: each[1:] for each in KEY_FIGURES}
    change, percent, reason = (
        figures.optional(each) if each else None for each in known.get(key, ("", "", ""))
    )
    return KeyFigure(figures.quote(key), change, percent, reason)


def _shown(request: HttpRequest, revision: Revision, page: str, **parts: Any) -> HttpResponse:
    """The bare page; `page` is the one of ours that it leads to."""
    names = {name: parts[name] for name in ("key", "table") if name in parts}
    context = {
        "revision": revision,
        "department": revision.disclosure.department,
        "disclosure": revision.disclosure,
        "disclosure_url": address(revision),
        "page_url": address(revision, page, pinned=True, **names),
    }
    return render(request, "embed.html", context | parts)


def _revision(names: dict[str, Any]) -> Revision:
    found = published.open_revision(
        names["region"], names["department"], names["year"], names["kind"], names.get("number")
    )
    if found is None:
        raise Http404
    return found
