"""Data to take along: an archive a year, its checksum, and where else the data is to be had."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from disclosures.exports.bulk import LISTINGS, checksum, year_archive
from disclosures.pages.structured import catalogue
from disclosures.queries import published


def data(request: HttpRequest) -> HttpResponse:
    """The years that there are archives of, and what an archive holds."""
    years = published.years()
    context = {"years": years, "listings": LISTINGS, "catalogue": catalogue(request, years)}
    return render(request, "pages/data.html", context)


def archive(request: HttpRequest, year: int) -> FileResponse:
    """All that is published for a year."""
    path = year_archive(_published(year))
    return FileResponse(path.open("rb"), as_attachment=True, filename=f"budget-portal-{year}.zip")


def archive_checksum(request: HttpRequest, year: int) -> HttpResponse:
    """The archive's SHA-256 as `sha256sum --check` reads it."""
    said = f"{checksum(year_archive(_published(year)))}  budget-portal-{year}.zip\n"
    return HttpResponse(said, content_type="text/plain; charset=utf-8")


def _published(year: int) -> int:
    if year not in published.years():
        raise Http404
    return year
