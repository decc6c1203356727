"""The oracle for leaks: every public address there is answers the same, byte for byte, before and

after something unpublished comes in. Addresses are taken from the site itself: a new one whose
parameters are not known here fails the test until somebody says what to ask it for.
"""

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import product
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from disclosures.exports.kept import FORMATS
from disclosures.publishing.correcting import begin_correction
from disclosures.publishing.releases import plan_release
from disclosures.publishing.remarks import pin_remark
from disclosures.queries.across.catalogue import QUESTIONS
from disclosures.records.disclosure import Revision, State
from disclosures.records.remark import Remark
from tests.pages.published import SLUG, other_department, person, take_in

HIDDEN = "ce-shi-ju"
# What to ask an address for, by the name of its parameter.
ASKED: dict[str, tuple[Any, ...]] = {
    "region": ("kunming",),
    "department": (SLUG, HIDDEN),
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
    "term": ("三公经费", "测试局"),
    "start": (0, 100),
    "identity": (f"kunming.{SLUG}.2022.budget", f"kunming.{HIDDEN}.2022.budget"),
}
# And with which words, where an address has no parameters of its own: lists and searches.
WORDS = (
    "",
    "?q=测试局",
    f"?region=kunming&department={HIDDEN}",
    "?text=测试局",
    "?format=csv",
    "?limit=1",
    "?year=2022&mei-you=1",
)
CURSOR = re.compile(rb'cursor=[^"&]*')
FURTHER = ("/admin/autocomplete/", "/admin/disclosures/revision/1/change/", "/mei-you/")


def named(resolver: URLResolver, namespace: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every address of the site with its name, but the staff's."""
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            if each.namespace != "admin":
                yield from named(each, f"{each.namespace}:" if each.namespace else namespace)
        else:
            yield f"{namespace}{each.name}", each


def addresses() -> Iterator[str]:
    for name, pattern in named(get_resolver()):
        parameters = tuple(pattern.pattern.converters)
        if name == "api:nothing":
            yield "/api/v1/mei-you/"
        elif not parameters:
            yield from (f"{reverse(name)}{words}" for words in WORDS)
        else:
            for values in product(*(ASKED[each] for each in parameters)):
                yield reverse(name, kwargs=dict(zip(parameters, values, strict=True)))
    yield from FURTHER


def answers(client: Client) -> dict[str, tuple[int, dict[str, str], bytes]]:
    """Status, headers and body of each; cursors of lists (and their tags) carry the time."""
    found = {}
    for path in addresses():
        response = client.get(path)
        body, headers = response.getvalue(), dict(response.headers)
        bare = CURSOR.sub(b"", body) if path.startswith("/api/") else body
        if bare != body:
            del headers["ETag"]
        headers.pop("Expires", None)  # a clock: the time of asking
        found[path] = (response.status_code, headers, bare)
    return found


def drafted(seed: bytes, published: Revision) -> None:
    take_in(other_department(seed))


def planned(seed: bytes, published: Revision) -> None:
    revision = take_in(other_department(seed), State.APPROVED)
    pin_remark(remark=Remark(revision=revision, text="看这里"), by=person("reviewer"))
    due = timezone.now() + timedelta(hours=1)
    plan_release(revisions=[revision], due_at=due, by=person("reviewer"))


def corrected(seed: bytes, published: Revision) -> None:
    draft = begin_correction(revision=published, reason="金额有误", by=person("finance"))
    draft.printedtable_set.update(title="改过的表名")


@pytest.mark.parametrize("hide", [drafted, planned, corrected])
def test_no_answer_changes(published: Revision, client: Client, seed: bytes, hide: Any) -> None:
    before = answers(client)
    assert {status for status, _, _ in before.values()} >= {200, 302, 400, 404}
    hide(seed, published)
    after = answers(client)
    assert [path for path, said in before.items() if after[path] != said] == []


def test_the_oracle_sees_a_publication(published: Revision, client: Client, seed: bytes) -> None:
    """A control: what becomes public changes answers of pages, API, search, sitemap and ledger."""
    before = answers(client)
    take_in(other_department(seed), State.PUBLISHED)
    after = answers(client)
    changed = {path for path, said in before.items() if after[path] != said}
    assert {
        "/",
        "/sitemap.xml",
        "/feed.atom",
        "/sitemap-disclosures-1.xml",
        "/search/?q=测试局",
        "/api/v1/departments/",
        "/api/v1/figures/?format=csv",
        "/ledger/",
        "/ledger/archive.zip",
        f"/kunming/{HIDDEN}/2022/",
    } <= changed
