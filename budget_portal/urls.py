"""Addresses of the site: the staff's door, the machines' door, and the public pages."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("api/v1/", include("disclosures.api.urls")),
    # Chinese at `/…`, English at `/en/…`.
    *i18n_patterns(path("", include("disclosures.pages.urls")), prefix_default_language=False),
]

handler404 = "disclosures.pages.lost.lost"
