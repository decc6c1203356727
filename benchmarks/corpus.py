"""How well real disclosures are read, per publisher and in total.

`python -m benchmarks.corpus [CORPUS]`: CORPUS (default ../shared/corpus) holds INDEX.csv,
documents/ and gold/ (figures read by hand). Arithmetic counts each comparison that could be
made in groups A (inside a table), B (between tables) and C (with the narrative).
"""

import csv
import json
import os
import re
import resource
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, fields
from decimal import Decimal
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "budget_portal.settings")
os.environ.setdefault("SECRET_KEY", "a measurement signs nothing")
django.setup()

from disclosures.publishing.contract import contract_of
from disclosures.publishing.reading import Reading, read_file
from disclosures.records.finding import Outcome
from tests.documents.national.test_corpus import by_hand

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
SEVERAL = re.compile(r"：(\d+)(?:处相符|项相符|处尾差)")
ARITHMETIC = ("A", "B", "C")


@dataclass
class Measure:
    """Counts of one publisher or of all."""

    documents: int = 0
    told_rightly: int = 0
    exact: int = 0
    wrong: int = 0
    missed: int = 0
    tables: int = 0
    unread: int = 0
    rows: int = 0
    held: int = 0
    failed: int = 0
    doubts: int = 0
    pages: int = 0
    seconds: float = 0.0

    def add(self, other: "Measure") -> None:
        """Count another's with one's own."""
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))


def measured(corpus: Path, listed: dict[str, str]) -> Measure:
    """One document."""
    path = corpus / "documents" / listed["file"]
    begun = time.perf_counter()
    reading = read_file(str(path))
    seconds = time.perf_counter() - begun
    told = contract_of(reading)
    is_right = told["recognised"] is bool(listed["department"])
    if told["recognised"]:
        is_right &= told["department"] == listed["department"]
        is_right &= (str(told["year"]), told["kind"]) == (listed["year"], listed["kind"])
    measure = Measure(1, int(is_right), pages=reading.pages or 0, seconds=seconds)
    gold = corpus / "gold" / f"{path.stem}.json"
    if gold.exists():
        _count_headline(measure, told, by_hand(json.loads(gold.read_text(encoding="utf-8"))))
    _count_tables(measure, reading)
    return measure


def _count_headline(measure: Measure, told: dict[str, Any], hand: dict[str, Decimal]) -> None:
    for name, amount in hand.items():
        read = told["headline"][name]
        measure.missed += read is None
        measure.exact += read is not None and Decimal(read) == amount
        measure.wrong += read is not None and Decimal(read) != amount


def _count_tables(measure: Measure, reading: Reading) -> None:
    filled = [each for each in reading.book if each.rows]
    measure.tables = len(filled)
    measure.unread = sum(each.is_unknown for each in reading.book)
    measure.rows = sum(len(each.rows) for each in filled)
    measure.doubts = len(reading.doubts)
    arithmetic = [each for each in reading.findings if each.rule.startswith(ARITHMETIC)]
    measure.failed = sum(each.outcome is Outcome.FAILS for each in arithmetic)
    for each in arithmetic:
        if each.outcome in (Outcome.HOLDS, Outcome.ROUNDING):
            several = SEVERAL.search(each.message)
            measure.held += int(several[1]) if several else 1


def main(corpus: Path) -> None:
    """Print the table."""
    by_publisher: dict[str, Measure] = defaultdict(Measure)
    with (corpus / "INDEX.csv").open(encoding="utf-8") as file:
        for listed in csv.DictReader(file):
            by_publisher[listed["file"].split("-")[0]].add(measured(corpus, listed))
    total = Measure()
    for each in by_publisher.values():
        total.add(each)
    names = [each.name for each in fields(Measure)]
    print("publisher".ljust(12), *(name.rjust(max(len(name), 7)) for name in names))
    for publisher, measure in [*sorted(by_publisher.items()), ("total", total)]:
        shown = [getattr(measure, name) for name in names]
        cells = [f"{each:.1f}" if isinstance(each, float) else str(each) for each in shown]
        widths = [max(len(name), 7) for name in names]
        print(publisher.ljust(12), *(c.rjust(w) for c, w in zip(cells, widths, strict=True)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"pages a second, one process: {total.pages / total.seconds:.1f}; peak {peak:.0f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS)
