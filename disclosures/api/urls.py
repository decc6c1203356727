"""Addresses of the API, below the root that the site gives it."""

from django.urls import path, re_path

from disclosures.api.catalogues import CATALOGUES
from disclosures.api.detail import DisclosureView
from disclosures.api.index import ENDPOINTS, IndexView
from disclosures.api.schema import DocumentationView, SchemaView
from disclosures.api.views import NothingHere

app_name = "api"
urlpatterns = [
    path("", IndexView.as_view(), name="index"),
    path("schema/", SchemaView.as_view(), name="schema"),
    path("docs/", DocumentationView.as_view(), name="documentation"),
    *(path(f"{name}/", view.as_view(), name=name) for name, view in CATALOGUES.items()),
    *(
        path(f"{each.listing.name}/", each.view().as_view(), name=each.listing.name)
        for each in ENDPOINTS
    ),
    path("disclosures/<str:identity>/", DisclosureView.as_view(), name="disclosure"),
    # With a slash at the end only, so that an address without one is sent to the one with it.
    re_path(r"^(?:[^/]*/)+$", NothingHere.as_view(), name="nothing"),
]
