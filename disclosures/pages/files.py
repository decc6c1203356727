"""What machines ask for: the source file, health, robots."""

from io import BytesIO
from typing import Any

from django.db import connection
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.templatetags.static import static
from django.urls import reverse

from disclosures.exports.kept import FORMATS, exported
from disclosures.pages.addresses import absolute
from disclosures.queries import published


def source(request: HttpRequest, **names: Any) -> FileResponse:
    """The original file of a published revision, whole."""
    revision = published.open_revision(
        names["region"], names["department"], names["year"], names["kind"], names.get("number")
    )
    if revision is None or revision.upload is None:
        raise Http404
    upload = revision.upload
    return FileResponse(
        upload.stored.open("rb"),
        as_attachment=True,
        filename=upload.name,
        content_type="application/octet-stream",
    )


def export(request: HttpRequest, *, suffix: str, **names: Any) -> FileResponse:
    """A published revision as Word or PDF, in its statutory layout."""
    form = FORMATS.get(suffix)
    revision = published.public_revision(
        names["region"], names["department"], names["year"], names["kind"], names.get("number")
    )
    if form is None or revision is None:
        raise Http404
    name = f"{revision.disclosure.department.name}{names['year']}-r{revision.number}.{suffix}"
    return FileResponse(
        BytesIO(exported(revision, form)),
        as_attachment=True,
        filename=name,
        content_type=form.media_type,
    )


def healthz(request: HttpRequest) -> HttpResponse:
    """`ok` when the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")


def favicon(request: HttpRequest) -> HttpResponse:
    """Browsers ask for this name whatever the page says."""
    return HttpResponseRedirect(static("favicon.svg"))


def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be read; the staff area is not."""
    sitemap = absolute(request, reverse("pages:sitemap"))
    text = f"User-agent: *\nDisallow: /admin/\nSitemap: {sitemap}\n"
    return HttpResponse(text, content_type="text/plain")
