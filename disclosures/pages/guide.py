"""A short guide to reading a budget, in plain words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from disclosures.pages.addresses import address
from disclosures.queries import published


def guide(request: HttpRequest) -> HttpResponse:
    """What a departmental budget is, in which order to read it, and what to ask of it."""
    newest = published.publications().defer("text").order_by("-published_at", "-pk").first()
    context = {"example": newest, "example_url": address(newest) if newest else ""}
    return render(request, "pages/guide.html", context)
