"""The oracle for leaks: every public address there is answers the same, byte for byte, before and

after all kinds of unpublished things come in, in both languages, and with nothing kept from before.
Addresses are taken from the site itself: a new one whose parameters are not known here fails the
test until somebody says what to ask it for. It is one test, because each round asks for everything.
"""

import re
import shutil
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any

from django.core.cache import cache
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from disclosures.exports.kept import FORMATS
from disclosures.publishing.actions import publish_revision
from disclosures.publishing.correcting import begin_correction
from disclosures.publishing.previewing import preview_token
from disclosures.publishing.releases import plan_release
from disclosures.publishing.remarks import pin_remark
from disclosures.publishing.workbooks import hold_workbook
from disclosures.queries.across.catalogue import QUESTIONS
from disclosures.records.approval import Approval
from disclosures.records.disclosure import Kind, Revision, State
from disclosures.records.remark import Remark
from tests.documents.workbook.official import workbook
from tests.pages.published import SLUG, other_department, person, take_in

HIDDEN, PLANNED = "ce-shi-ju", "ce-shi-fen-ju"
# What to ask an address for, by the name of its parameter; of what is hidden the first of each.
ASKED: dict[str, tuple[Any, ...]] = {
    "region": ("kunming",),
    "department": (SLUG, HIDDEN, PLANNED),
    "year": (2022,),
    "number": (1, 2),
    "suffix": tuple(FORMATS),
    "key": ("income.total",),
    "table": ("three-public",),
    "row": (0,),
    "column": ("total",),
    "leaf": (1,),
    "name": tuple(QUESTIONS),
    "composition": ("split",),
    "section": ("disclosures", "departments"),
    "code": ("D16", "201"),
    "token": ("x:y:z",),
    "term": ("三公经费", "测试"),
    "start": (0, 100),
    "identity": tuple(f"kunming.{each}.2022.budget" for each in (SLUG, HIDDEN, PLANNED)),
}
FIRST = {name: values if name == "identity" else values[:1] for name, values in ASKED.items()}
# And with which words, where an address has no parameters of its own: lists and searches.
WORDS = (
    "",
    "?q=测试",
    f"?region=kunming&department={HIDDEN}",
    "?text=测试",
    "?format=csv",
    "?limit=1",
    "?year=2022&mei-you=1",
)
CURSOR = re.compile(rb'cursor=[^"&]*')
FURTHER = ("/admin/autocomplete/", "/admin/disclosures/revision/1/change/", "/mei-you/")
IN_ENGLISH = OF_A_TABLE = ("", "?q=测试", f"?region=kunming&department={HIDDEN}")
ENGLISH, TABLES = "/en", "api:tables/"


# A control: what becomes public changes these.
TELLING = (
    "/",
    "/en/",
    "/sitemap.xml",
    "/feed.atom",
    "/sitemap-disclosures-1.xml",
    "/search/?q=测试",
    "/en/search/?q=测试",
    "/api/v1/departments/",
    "/api/v1/figures/?format=csv",
    "/ledger/",
    "/ledger/archive.zip",
    f"/kunming/{PLANNED}/2022/",
    f"/en/kunming/{PLANNED}/2022/",
)


def named(resolver: URLResolver, namespace: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every address of the site with its name, but the staff's."""
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            if each.namespace != "admin":
                yield from named(each, f"{each.namespace}:" if each.namespace else namespace)
        else:
            yield f"{namespace}{each.name}", each


def addresses() -> Iterator[str]:
    """Every address in Chinese; in English each once for every department."""
    for name, pattern in named(get_resolver()):
        parameters = tuple(pattern.pattern.converters)
        if name == "api:nothing":
            yield "/api/v1/mei-you/"
            continue
        paths = [reverse(name, kwargs=each) for each in asked(parameters, ASKED)]
        words, in_english = (("",), ("",)) if parameters else (WORDS, IN_ENGLISH)
        if name.startswith(TABLES):
            words = OF_A_TABLE
        yield from (f"{path}{each}" for path in paths for each in words)
        if not name.startswith("api:"):
            once = [reverse(name, kwargs=each) for each in asked(parameters, FIRST)]
            yield from (f"{ENGLISH}{path}{each}" for path in once for each in in_english)
    yield from FURTHER


def asked(parameters: tuple[str, ...], of: dict[str, tuple[Any, ...]]) -> Iterator[dict[str, Any]]:
    """What to ask for: of the public department everything, of the hidden ones the first."""
    for department in ASKED["department"] if "department" in parameters else ("",):
        values = of if department in ("", SLUG) else FIRST
        known = values | {"department": (department,)}
        for each in product(*(known[name] for name in parameters)):
            yield dict(zip(parameters, each, strict=True))


def answers(
    client: Client, paths: Iterable[str], media: Path
) -> dict[str, tuple[int, dict[str, str], bytes]]:
    """Status, headers and body of each; cursors of lists (and their tags) carry the time.

    Nothing is taken from a cache: an answer kept from before would hide a leak.
    """
    cache.clear()
    for folder in ("kept", "exports"):
        shutil.rmtree(media / folder, ignore_errors=True)
    found = {}
    for path in paths:
        response = client.get(path)
        body, headers = response.getvalue(), dict(response.headers)
        bare = CURSOR.sub(b"", body) if path.startswith("/api/") else body
        if bare != body:
            del headers["ETag"]
        headers.pop("Expires", None)  # a clock: the time of asking
        found[path] = (response.status_code, headers, bare)
    return found


def hide(seed: bytes, published: Revision) -> Revision:
    """Everything that the public must not see; returns what is approved and planned."""
    hidden = take_in(other_department(seed))
    preview_token(revision=hidden, by=person("finance"))
    Approval.objects.create(
        department=hidden.disclosure.department,
        fiscal_year_id=2022,
        kind=Kind.BUDGET,
        approved_on=date(2022, 1, 20),
    )
    planned = take_in(other_department(seed, "测试分局", "1889"), State.APPROVED)
    pin_remark(remark=Remark(revision=planned, text="看这里"), by=person("reviewer"))
    due = timezone.now() + timedelta(hours=1)
    plan_release(revisions=[planned], due_at=due, by=person("reviewer"))
    draft = begin_correction(revision=published, reason="金额有误", by=person("finance"))
    draft.printedtable_set.update(title="改过的表名")
    hold_workbook(data=workbook(three_public=[(1,) * 6]), filename="x.xlsx", by=person("finance"))
    return planned


def test_no_answer_changes_before_a_publication(
    published: Revision, client: Client, seed: bytes, settings: Any
) -> None:
    media = Path(settings.MEDIA_ROOT)
    before = answers(client, addresses(), media)
    assert {status for status, _, _ in before.values()} >= {200, 302, 400, 404}
    planned = hide(seed, published)
    after = answers(client, before, media)
    assert [path for path, said in before.items() if after[path] != said] == []
    publish_revision(revision=planned, by=person("reviewer"), note="")
    seen = answers(client, TELLING, media)
    assert [path for path in TELLING if seen[path] == before[path]] == []
