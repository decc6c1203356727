"""Addresses of the public pages; the ones that name a revision never change."""

from collections.abc import Callable, Iterator
from typing import Any

from django.http import HttpResponseBase
from django.urls import URLPattern, path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.generic import RedirectView

from disclosures.pages import (
    data,
    departments,
    embeds,
    feeds,
    files,
    glossary,
    guide,
    ledger,
    oembed,
    page_place,
    preview,
    questions,
    revisions,
    rules,
    search,
    share,
    sitemap,
    timeliness,
    views,
)
from disclosures.pages.citing import SIZES
from disclosures.pages.comparing import views as comparing
from disclosures.pages.home import home
from disclosures.pages.kept import (
    asked_again,
    conditional,
    conditional_on,
    conditional_on_all,
    kept_page,
)
from disclosures.pages.years_file import years_csv
from disclosures.queries import obligations
from disclosures.queries.across.codes import CODE_LISTS
from disclosures.queries.timeliness import told_as_of
from disclosures.records.disclosure import Kind

app_name = "pages"
PREVIEWED = ("disclosure", "figure", "page-image", "table", "row", "cell")

View = Callable[..., HttpResponseBase]
MOVED = RedirectView.as_view(pattern_name="pages:question", permanent=True)
timely = conditional_on(told_as_of)
AT = "<slug:region>/<slug:department>/<int:year>/"
PARTS: tuple[tuple[str, View, str], ...] = (
    ("", views.disclosure, "disclosure"),
    ("source/", files.source, "source"),
    ("budget.<slug:suffix>", files.export, "export"),
    ("revisions/", revisions.revisions, "revisions"),
    ("changes/", revisions.changes, "changes"),
    ("embed/", embeds.disclosure, "embed"),
    ("share.png", share.image, "share"),
    ("figures/<str:key>/", views.figure, "figure"),
    ("figures/<str:key>/embed/", embeds.figure, "figure-embed"),
    ("compositions/<slug:composition>/embed/", embeds.composition, "composition-embed"),
    ("text/<int:start>/", views.passage, "passage"),
    ("pages/<slug:table>/<int:leaf>.png", page_place.image, "page-image"),
    ("tables/<slug:table>/", views.table, "table"),
    ("tables/<slug:table>/embed/", embeds.table, "table-embed"),
    ("tables/<slug:table>/<int:row>/", views.table_row, "row"),
    ("tables/<slug:table>/<int:row>/<slug:column>/", views.cell, "cell"),
)


def _disclosures() -> Iterator[URLPattern]:
    """Each part for budgets and final accounts, latest and by revision."""
    for kind, folder, prefix in ((Kind.BUDGET, "", ""), (Kind.FINAL, "final/", "final-")):
        fixed: dict[str, Any] = {"kind": kind}
        for tail, view, name in PARTS:
            shown = _cached(view, name)
            yield _path(f"{AT}{folder}{tail}", shown, fixed, name=f"{prefix}{name}")
            pinned = f"{AT}{folder}r<int:number>/{tail}"
            yield _path(pinned, shown, fixed, name=f"{prefix}revision-{name}")


def _cached(view: View, name: str) -> View:
    """A page by what it depends on: this revision alone, or also the ones beside it."""
    if name in ("revisions", "changes"):
        return view
    if name in SIZES:
        return embeds.framable(conditional(view))
    return kept_page(view) if name == "disclosure" else conditional(view)


def _previews() -> Iterator[URLPattern]:
    """The parts of a disclosure that is not public yet, behind a link that expires."""
    for tail, view, name in PARTS:
        if name in PREVIEWED:
            shown = never_cache(preview.of(view))
            yield _path(f"preview/<str:token>/{tail}", shown, name=f"preview-{name}")


def _codes() -> Iterator[URLPattern]:
    """The pages of each list of codes."""
    for of in CODE_LISTS:
        fixed = {"of": of}
        one = conditional_on_all(questions.code)
        yield _path(f"{of}/", questions.codes, fixed, name=of)
        yield _path(f"{of}/<slug:code>/", one, fixed, name=f"{of}-code")
        yield _path(
            f"{of}/<slug:code>.csv",
            conditional_on_all(questions.code_file),
            fixed,
            name=f"{of}-file",
        )


def _path(route: str, view: View, fixed: dict[str, Any] | None = None, *, name: str) -> URLPattern:
    """A page that is only read: any method but GET and HEAD is refused."""
    return path(route, require_safe(asked_again(view)), fixed, name=name)


urlpatterns = [
    _path("", conditional_on(obligations.told_as_of)(home), name="home"),
    _path("about/", views.about, name="about"),
    _path("guide/", conditional_on_all(guide.guide), name="guide"),
    _path("glossary/", conditional_on_all(glossary.glossary), name="glossary"),
    _path("glossary/<path:term>/", conditional_on_all(glossary.term), name="term"),
    _path("rules/", conditional_on_all(rules.rules), name="rules"),
    _path("rules/<slug:code>/", conditional_on_all(rules.rule), name="rule"),
    _path("search/", conditional_on_all(search.find), name="search"),
    _path("search/suggestions/", search.suggest, name="suggestions"),
    _path("across/", questions.index, name="questions"),
    _path("across/<slug:name>/", conditional_on_all(questions.question), name="question"),
    _path(
        "across/<slug:name>.csv", conditional_on_all(questions.question_file), name="question-file"
    ),
    _path("three-public/", MOVED, {"name": "three-public"}, name="three-public"),
    *_codes(),
    _path("departments/", conditional_on_all(departments.departments), name="departments"),
    _path(
        "departments/departments.csv",
        conditional_on_all(departments.departments_csv),
        name="departments-csv",
    ),
    _path("compare/", conditional_on_all(comparing.compare), name="compare"),
    _path("compare/compare.csv", conditional_on_all(comparing.compare_csv), name="compare-csv"),
    _path("timeliness/", timely(timeliness.timeliness), name="timeliness"),
    _path("timeliness/timeliness.csv", timely(timeliness.timeliness_csv), name="timeliness-csv"),
    _path("data/", data.data, name="data"),
    _path("data/<int:year>.zip", conditional_on_all(data.archive), name="data-archive"),
    _path(
        "data/<int:year>.zip.sha256",
        conditional_on_all(data.archive_checksum),
        name="data-checksum",
    ),
    _path("ledger/", ledger.ledger, name="ledger"),
    _path("ledger/archive.zip", conditional_on_all(ledger.ledger_archive), name="ledger-archive"),
    _path("healthz", files.healthz, name="healthz"),
    _path("robots.txt", files.robots, name="robots"),
    _path("favicon.ico", files.favicon, name="favicon"),
    _path("sitemap.xml", conditional_on_all(sitemap.index), name="sitemap"),
    _path(
        "sitemap-<slug:section>-<int:number>.xml",
        conditional_on_all(sitemap.part),
        name="sitemap-part",
    ),
    _path("oembed", conditional_on_all(oembed.oembed), name="oembed"),
    _path("feed.atom", conditional_on_all(feeds.publications), name="feed"),
    _path("corrections.atom", conditional_on_all(feeds.corrections), name="corrections-feed"),
    _path(
        "functions/<slug:code>/feed.atom",
        conditional_on_all(feeds.function),
        name="function-feed",
    ),
    *_previews(),
    *_disclosures(),
    _path(
        "<slug:region>/<slug:department>/",
        conditional_on_all(views.department),
        name="department",
    ),
    _path(
        "<slug:region>/<slug:department>/years.csv",
        conditional_on_all(years_csv),
        name="department-years",
    ),
    _path(
        "<slug:region>/<slug:department>/feed.atom",
        conditional_on_all(feeds.department),
        name="department-feed",
    ),
]
