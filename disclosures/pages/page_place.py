"""A cell of a PDF on the picture of its page."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from disclosures.documents.printed import PDF
from disclosures.exports.page_images import QUARTER, page_image, page_size
from disclosures.pages.addresses import address
from disclosures.queries import preview, published
from disclosures.records.disclosure import Revision
from disclosures.records.upload import Upload

EDGE = 1.5  # points that the mark stands off the text


@dataclass(frozen=True)
class PagePlace:
    """A page picture's address and size, and the box to be marked, all in points."""

    number: int
    url: str
    width: float
    height: float
    x: float
    y: float
    box_width: float
    box_height: float


def page_place(revision: Revision, table: str, where: dict[str, Any]) -> PagePlace | None:
    """Where a cell stands, or None when its source is no PDF."""
    upload = source_of(revision, table)
    if "box" not in where or upload is None:
        return None
    number, turn = int(where["page"]), int(where.get("turn", 0))
    size = page_size(upload, number, turn)
    if size is None:
        return None
    x0, top, x1, bottom = where["box"]
    url = address(revision, "page-image", pinned=True, table=table, leaf=number)
    return PagePlace(
        number=number,
        url=f"{url}?turn={turn}" if turn else url,
        width=size.width,
        height=size.height,
        x=x0 - EDGE,
        y=top - EDGE,
        box_width=x1 - x0 + 2 * EDGE,
        box_height=bottom - top + 2 * EDGE,
    )


def source_of(revision: Revision, table: str) -> Upload | None:
    """The PDF that a table was read from, where it was one."""
    further = (each for each in revision.source_set.select_related("upload"))
    found = next((each.upload for each in further if table in each.tables), revision.upload)
    return found if found is not None and found.content_type == PDF else None


def image(request: HttpRequest, *, table: str, leaf: int, **names: Any) -> HttpResponse:
    """The picture of a page of a published revision's source."""
    if "token" in names:
        revision = preview.previewed(names["token"])
    else:
        revision = published.bare_revision(
            names["region"], names["department"], names["year"], names["kind"], names.get("number")
        )
    upload = source_of(revision, table) if revision else None
    turn = {str(each): each for each in QUARTER}.get(request.GET.get("turn", "0"))
    made = None if upload is None or turn is None else page_image(upload, leaf, turn)
    if made is None:
        raise Http404
    return HttpResponse(made, content_type="image/png")
