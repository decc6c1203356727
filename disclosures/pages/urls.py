"""Addresses of the public pages; the ones that name a revision never change."""

from collections.abc import Callable, Iterator
from typing import Any

from django.http import HttpResponseBase
from django.urls import URLPattern, path

from disclosures.pages import files, views
from disclosures.records.disclosure import Kind

app_name = "pages"

View = Callable[..., HttpResponseBase]
AT = "<slug:region>/<slug:department>/<int:year>/"
PARTS: tuple[tuple[str, View, str], ...] = (
    ("", views.disclosure, "disclosure"),
    ("source/", files.source, "source"),
    ("figures/<str:key>/", views.figure, "figure"),
    ("tables/<slug:table>/<int:row>/<slug:column>/", views.cell, "cell"),
)


def _disclosures() -> Iterator[URLPattern]:
    """Each part for budgets and final accounts, latest and by revision."""
    for kind, folder, prefix in ((Kind.BUDGET, "", ""), (Kind.FINAL, "final/", "final-")):
        fixed: dict[str, Any] = {"kind": kind}
        for tail, view, name in PARTS:
            yield path(f"{AT}{folder}{tail}", view, fixed, name=f"{prefix}{name}")
            pinned = f"{AT}{folder}r<int:number>/{tail}"
            yield path(pinned, view, fixed, name=f"{prefix}revision-{name}")


urlpatterns = [
    path("", views.home, name="home"),
    path("about/", views.about, name="about"),
    path("glossary/", views.glossary, name="glossary"),
    path("rules/", views.rules, name="rules"),
    path("rules/<slug:code>/", views.rule, name="rule"),
    path("healthz", files.healthz, name="healthz"),
    path("robots.txt", files.robots, name="robots"),
    path("favicon.ico", files.favicon, name="favicon"),
    path("sitemap.xml", files.sitemap, name="sitemap"),
    *_disclosures(),
    path("<slug:region>/<slug:department>/", views.department, name="department"),
]
