"""The API at the root that the site gives it."""

from django.urls import include, path

urlpatterns = [path("api/v1/", include("disclosures.api.urls"))]
