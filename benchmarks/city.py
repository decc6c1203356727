"""What every kind of public page costs at a city's size: 120 departments, eight years.

`DATABASE_URL=… python -m benchmarks.city [DEPARTMENTS YEARS]` needs a database of its own, as the
owner of its tables, migrated and with the demonstration in it; it is filled at the first run (see
`cloning`) and used again after that. Without DATABASE_URL all of it is thrown away at the end.
Static files must be collected (`python -m budget_portal.static`).

*Made* is the first request that a process just started answers, nothing kept and nothing in
PostgreSQL's connection. *Cold* is the same where publication has left what it makes ahead (see
`disclosures.pages.ahead`); of an address that is not made ahead both are one. *Warm* is the same
address again. All runs in one process at a time,
through all middlewares, without the network; each time is the best of three, so that what else the
machine does counts less. A page's bytes are those of the first visit,
compressed: the page with its style sheets and scripts, the charts' aside.
"""

import gc
import gzip
import logging
import os
import pickle
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from io import StringIO
from statistics import quantiles
from tempfile import TemporaryDirectory

import django

from budget_portal.postgres import throwaway

STACK = ExitStack()
IS_OWN = "DATABASE_URL" not in os.environ
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "budget_portal.settings")
os.environ.setdefault("SECRET_KEY", "a measurement signs nothing")
if IS_OWN:
    os.environ["DATABASE_URL"] = STACK.enter_context(throwaway())
django.setup()

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from benchmarks.cloning import cloned, fill, is_filled
from budget_portal.wsgi import application
from disclosures.api.catalogues import CATALOGUES
from disclosures.api.index import ENDPOINTS
from disclosures.pages import ahead
from disclosures.pages.addresses import address
from disclosures.queries.across.catalogue import QUESTIONS
from disclosures.queries.comparing import identity_of
from disclosures.records.disclosure import Revision

LAST_YEAR = 2026
SAMPLES = 4  # addresses of a kind that has many
TIMES = 5  # warm requests of each
REPEATED = 3
COLD, WARM, QUERIES, BYTES = 120.0, 50.0, 12, 120_000  # milliseconds, questions, the first visit
PACKED = {"Accept-Encoding": "gzip"}
ASSET = re.compile(rb'<(?:link rel="stylesheet"|script)[^>]*? (?:href|src)="([^"]+)"')
CHARTS = "charts/"
SITE = "http://localhost"
Firsts = tuple[list[float], list[float]]


@dataclass(frozen=True)
class Cost:
    """What the pages of a kind cost: milliseconds of each request, queries and bytes at most."""

    name: str
    made: tuple[float, float]
    cold: tuple[float, float]
    warm: tuple[float, float]
    queries: int
    bytes: int
    status: int

    @property
    def misses(self) -> str:
        """The bars that are missed."""
        bars = {
            "cold": self.cold[1] > COLD,
            "warm": self.warm[1] > WARM,
            "queries": self.queries > QUERIES,
            "bytes": self.name == "disclosure" and self.bytes > BYTES,
            f"status {self.status}": self.status != 200,
        }
        return " ".join(name for name, is_missed in bars.items() if is_missed)


def kinds() -> Iterator[tuple[str, list[str]]]:
    """Every kind of page and list, each with addresses of it."""
    count = cloned().count()
    step = max(count // SAMPLES, 1)
    some = list(cloned().select_related("disclosure__department__region").order_by("pk")[::step])
    some = some[:SAMPLES]
    yield from _of_disclosures(some)
    yield from _of_departments(some)
    yield from _single(some)
    for name in QUESTIONS:
        yield f"across/{name}", [reverse("pages:question", args=(name,))]
    yield "across, all years", ["/across/three-public/?year=all", "/across/projects/?year=all"]
    for name in CATALOGUES:
        yield f"api {name}", [f"/api/v1/{name}/"]
    for each in ENDPOINTS:
        yield f"api {each.listing.name}", [f"/api/v1/{each.listing.name}/?limit=100"]
    yield "api one disclosure", [f"/api/v1/disclosures/{identity_of(each)}/" for each in some]


def _of_disclosures(some: list[Revision]) -> Iterator[tuple[str, list[str]]]:
    yield "disclosure", [address(each) for each in some]
    yield "disclosure, other unit", [f"{address(each)}?unit=yuan" for each in some]
    yield "disclosure in English", [f"/en{address(each)}" for each in some]
    yield "figure", [address(each, "figure", key="exp.total") for each in some]
    tables = [each.printedtable_set.order_by("position")[:1].get().table for each in some]
    of = list(zip(some, tables, strict=True))
    yield "table", [address(each, "table", table=table) for each, table in of]
    yield "row", [address(each, "row", table=table, row=0) for each, table in of]
    yield "revisions", [address(each, "revisions") for each in some]
    yield "embed", [address(each, "embed") for each in some]
    yield "figure embed", [address(each, "figure-embed", key="exp.total") for each in some]
    yield "table embed", [address(each, "table-embed", table=table) for each, table in of]


def _of_departments(some: list[Revision]) -> Iterator[tuple[str, list[str]]]:
    places = [
        (each.disclosure.department.region.slug, each.disclosure.department.slug) for each in some
    ]
    yield "department", [reverse("pages:department", args=place) for place in places]
    yield "department feed", [reverse("pages:department-feed", args=place) for place in places]
    yield "nothing there", [f"/{region}/{slug}x/" for region, slug in places]


def _single(some: list[Revision]) -> Iterator[tuple[str, list[str]]]:
    of = "&".join(f"of={identity_of(each)}" for each in some)
    table = "general-budget-by-function"
    yield "home", ["/", f"/?year={LAST_YEAR - 1}", "/en/"]
    yield "home, further page", ["/?page=3"]
    yield "departments", ["/departments/", "/departments/?sort=change", "/departments/?sort=total"]
    yield "compare", [f"/compare/?{of}", f"/compare/?{of}&table={table}", "/compare/"]
    yield "timeliness", ["/timeliness/", f"/timeliness/?year={LAST_YEAR}"]
    yield "search", [f"/search/?q={each}" for each in ("网格", "预算", "政府采购", "2080505")]
    yield "search of a kind", ["/search/?q=预算&kind=sentence", "/search/?q=预算&kind=term"]
    yield "suggestions", [f"/search/suggestions/?q={each}" for each in ("网", "预算", "dj", "208")]
    yield "code", ["/functions/208/", "/functions/2080505/", "/economic/301/", "/functions/"]
    yield "glossary", ["/glossary/", "/glossary/三公经费/"]
    yield "rules", ["/rules/", "/rules/A11/", "/rules/D16/"]
    yield "other pages", ["/about/", "/guide/", "/data/", "/across/", "/economic/"]
    yield "ledger", ["/ledger/"]
    yield "feeds", ["/feed.atom", "/corrections.atom", "/functions/2080505/feed.atom"]
    yield "sitemap", ["/sitemap.xml", "/sitemap-disclosures-1.xml", "/sitemap-functions-1.xml"]


def asked(client: Client, path: str) -> tuple[float, int, bytes]:
    """Milliseconds of one request, its status and what it sent; a stream is read to its end."""
    begun = time.perf_counter()
    answer = client.get(path, headers=PACKED)
    sent = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    took = 1000 * (time.perf_counter() - begun)
    return took, answer.status_code, sent


def visitor() -> Client:
    """Somebody who asks the site, its middlewares loaded as a server loads them at its start."""
    client = Client(SERVER_NAME="localhost", raise_request_exception=False)
    client.handler.load_middleware()
    return client


def of_another_process(say: Callable[[], float]) -> float:
    """What a process says that is as this one is now, and leaves nothing behind in it."""
    connections.close_all()
    reading, writing = os.pipe()
    if not (child := os.fork()):
        os.close(reading)
        with os.fdopen(writing, "wb") as out:
            pickle.dump(say(), out)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as said:
        told: float = pickle.load(said)
    os.waitpid(child, 0)
    return told


def cold(client: Client, path: str) -> float:
    """Milliseconds of the first request of a process as it is right after its start."""
    return of_another_process(lambda: asked(client, path)[0])


def made(client: Client, path: str) -> float:
    """As `cold`, of a page that nobody has made before."""
    with a_folder():
        return cold(client, path)


@contextmanager
def a_folder() -> Iterator[None]:
    """Files are kept in a folder that is empty and goes again."""
    before = settings.MEDIA_ROOT
    with TemporaryDirectory() as settings.MEDIA_ROOT:
        yield
    settings.MEDIA_ROOT = before


def warm_one(client: Client, path: str) -> float:
    """Milliseconds of one request of a process that has answered it before."""
    return asked(client, path)[0]


def best(one: Callable[[Client, str], float], client: Client, path: str) -> float:
    """The least of several times that a request takes."""
    return min(one(client, path) for _ in range(REPEATED))


def first_requests(client: Client, listed: list[tuple[str, list[str]]]) -> dict[str, Firsts]:
    """Of each kind: pages that nobody has made; then as publication leaves them."""
    unmade = {path: best(made, client, path) for _, paths in listed for path in paths}
    wanted = [path for path in ahead.paths() if path in unmade]
    with a_folder():
        of_another_process(lambda: ahead.make(SITE, wanted, lambda _: None).pages)
        first = unmade | {path: best(cold, client, path) for path in wanted}
    return {
        name: ([unmade[path] for path in paths], [first[path] for path in paths])
        for name, paths in listed
    }


def costs(client: Client, name: str, paths: list[str], firsts: Firsts) -> Cost:
    """The costs of a kind, its first requests known."""
    times, queries, size, status = [], 0, 0, 200
    for path in paths:
        with CaptureQueriesContext(connection) as captured:
            _, said, sent = asked(client, path)
        status = said if said not in (200, 404) else status
        queries, size = max(queries, len(captured)), max(size, first_visit(sent))
        times += [best(warm_one, client, path) for _ in range(TIMES)]
    return Cost(name, *map(spread, firsts), spread(times), queries, size, status)


def spread(times: list[float]) -> tuple[float, float]:
    """The median and the 95th percentile; of a single one, itself."""
    if len(times) == 1:
        return times[0], times[0]
    cut = quantiles(times, n=20, method="inclusive")
    return cut[9], cut[18]


def first_visit(sent: bytes) -> int:
    """The bytes of an answer and of the sheets and scripts it asks for, each compressed."""
    is_packed = sent[:2] == b"\x1f\x8b"
    page = gzip.decompress(sent) if is_packed else sent
    size = len(sent) if is_packed else len(gzip.compress(sent, 6))
    for found in ASSET.findall(page) if b"<html" in page[:200] else ():
        name = found.decode().removeprefix(f"/{settings.STATIC_URL.strip('/')}/")
        if CHARTS not in name:
            size += len(gzip.compress(staticfiles_storage.open(name).read(), 6))
    return size


def main(departments: int, years: int) -> None:
    """Fill the city where it is not there yet, measure, and print."""
    if IS_OWN:
        for command in ("migrate", "load_codes", "load_demo"):
            call_command(command, verbosity=0, stdout=StringIO())
    if not is_filled():
        begun = time.perf_counter()
        fill(departments, years, LAST_YEAR)
        print(f"{cloned().count()} revisions in {time.perf_counter() - begun:.0f} s")
    listed = list(kinds())
    assert callable(application)
    logging.disable(logging.CRITICAL)  # a page that is not there is asked for on purpose
    client = visitor()
    gc.collect()  # a process just started has nothing of what filling left behind
    gc.freeze()
    firsts = first_requests(client, listed)
    head = ("page", "queries", "kB", "made p50", "p95", "cold p50", "p95", "warm p50", "p95")
    form = "{:26}{:>8}{:>8}" + 3 * "{:>10}{:>8}" + "  {}"
    print(form.format(*head, "misses"))
    missed = 0
    with a_folder():
        for name, paths in listed:
            cost = costs(client, name, paths, firsts[name])
            missed += bool(cost.misses)
            times = (f"{each:.1f}" for each in (*cost.made, *cost.cold, *cost.warm))
            said = (cost.queries, f"{cost.bytes / 1000:.1f}", *times, cost.misses)
            print(form.format(cost.name, *said))
    print(f"{len(listed)} kinds of pages, {missed} miss a bar")


if __name__ == "__main__":
    with STACK:
        main(*([int(each) for each in sys.argv[1:]] or [120, 8]))
