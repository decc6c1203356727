"""A cell of a PDF on the picture of its page."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from disclosures.exports import page_places
from disclosures.exports.page_images import page_image_asked
from disclosures.exports.page_places import PagePlace
from disclosures.pages.addresses import address
from disclosures.queries import preview, published
from disclosures.queries.sources import source_of
from disclosures.records.disclosure import Revision


def page_place(revision: Revision, table: str, where: dict[str, Any]) -> PagePlace | None:
    """Where a cell stands, or None when its source is no PDF."""
    return page_places.page_place(
        source_of(revision, table), where, partial(_picture, revision, table)
    )


def _picture(revision: Revision, table: str, leaf: int) -> str:
    return address(revision, "page-image", pinned=True, table=table, leaf=leaf)


def image(request: HttpRequest, *, table: str, leaf: int, **names: Any) -> HttpResponse:
    """The picture of a page of a published revision's source."""
    if "token" in names:
        revision = preview.previewed(names["token"])
    else:
        revision = published.bare_revision(
            names["region"], names["department"], names["year"], names["kind"], names.get("number")
        )
    upload = source_of(revision, table) if revision else None
    made = page_image_asked(upload, leaf, request.GET.get("turn", "0")) if upload else None
    if made is None:
        raise Http404
    return HttpResponse(made, content_type="image/png")
