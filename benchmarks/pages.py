"""What a public page and a list of the API cost: made each time, kept, and not sent again.

`DATABASE_URL=… python -m benchmarks.pages [TIMES]` needs a database with something published. All
of it runs in this process, through all middlewares; the ratios say more than the milliseconds.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "budget_portal.settings")
os.environ.setdefault("SECRET_KEY", "a measurement signs nothing")
django.setup()

from django.conf import settings
from django.db import connection
from django.db.models import Count
from django.test import Client

from disclosures.pages.addresses import address
from disclosures.queries.published import publications
from disclosures.records.disclosure import Revision

RAW = "SELECT * FROM disclosures_quotedfigure ORDER BY revision_id, position LIMIT 101"


def seconds(times: int, act: Callable[[], object]) -> float:
    """The best of several runs of an action, after one that warms up."""
    act()
    best = float("inf")
    for _ in range(times):
        begun = time.perf_counter()
        act()
        best = min(best, time.perf_counter() - begun)
    return best


def richest() -> Revision:
    """The published revision with the most figures."""
    found = publications().annotate(figures=Count("quotedfigure")).order_by("-figures").first()
    if found is None:
        sys.exit("nothing is published in this database")
    return found


def raw() -> list[tuple[object, ...]]:
    """The rows of a page of figures, by plain SQL."""
    with connection.cursor() as cursor:
        cursor.execute(RAW)
        return list(cursor.fetchall())


def main(times: int) -> None:
    """Print the costs and their ratios."""
    revision, client = richest(), Client(SERVER_NAME="localhost")
    path = address(revision)
    packed = {"Accept-Encoding": "gzip"}
    with TemporaryDirectory() as folder:
        settings.MEDIA_ROOT = folder
        held = {"If-None-Match": client.get(path)["ETag"]}
        costs = {
            "page made each time": lambda: (
                rmtree(Path(folder) / "kept"),
                client.get(path, headers=packed),
            ),
            "page kept": lambda: client.get(path, headers=packed),
            "page not sent again": lambda: client.get(path, headers=held),
            "list of 100 figures": lambda: client.get("/api/v1/figures/?limit=100"),
            "its rows by plain SQL": raw,
        }
        taken = {name: seconds(times, act) for name, act in costs.items()}
    made = taken["page made each time"]
    print(f"{path}: {len(client.get(path).content):,} bytes")
    for name, each in taken.items():
        print(f"{name:22} {1000 * each:8.2f} ms   {made / each:7.1f} x")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
