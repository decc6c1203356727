"""Addresses of the site: the staff's door, the machines' door, and the public pages."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("api/v1/", include("disclosures.api.urls")),
    path("", include("disclosures.pages.urls")),
]
