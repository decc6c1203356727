"""How well real disclosures are read, per publisher and in total.

`python -m benchmarks.corpus [CORPUS] [--failures]`: CORPUS (default ../shared/corpus) holds
INDEX.csv, documents/ and gold/ (figures read by hand). Two processes read, as an import does.

- tables printed: `printed_tables.csv` beside this file lists the pages on which each document's
  tables begin: a scan for titles in the text that another library (PDFium) gives, corrected by hand
  for eleven documents and not looked through for the others. Titles that the scan missed are
  missing there too: both jiangsu-2019 lists are known to be unsure. A table is found when one
  begins on that page, whatever was read of it.
- arithmetic: each comparison that could be made in groups A (inside a table), B (between tables)
  and C (with the narrative). `listed` are those that fail because of a mistake of the document, as
  its pages show: `known_mistakes.csv` beside this file says which. `--failures` lists the others
  that fail, and the tables not found.
"""

import argparse
import csv
import json
import os
import re
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, fields
from decimal import Decimal
from functools import cache, partial
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
PRINTED = Path(__file__).with_name("printed_tables.csv")
MISTAKES = Path(__file__).with_name("known_mistakes.csv")
SEVERAL = re.compile(r"：(\d+)(?:处相符|项相符|处尾差)")
ARITHMETIC = ("A", "B", "C")
PROCESSES = 2


@dataclass
class Measure:
    """Counts of one document, one publisher or all; `cpu` and `seconds` are summed over processes.

    `wrong` counts each headline figure that differs, doubted or not; `peak` is in MB.
    """

    documents: int = 0
    told_rightly: int = 0
    exact: int = 0
    wrong: int = 0
    missed: int = 0
    printed: int = 0
    found: int = 0
    read: int = 0
    rows: int = 0
    held: int = 0
    listed: int = 0
    failed: int = 0
    doubts: int = 0
    pages: int = 0
    seconds: float = 0.0
    cpu: float = 0.0
    peak: float = 0.0
    failures: list[str] = field(default_factory=list)

    def add(self, other: "Measure") -> None:
        """Count another's with one's own."""
        for each in fields(self):
            mine, theirs = getattr(self, each.name), getattr(other, each.name)
            setattr(self, each.name, max(mine, theirs) if each.name == "peak" else mine + theirs)


def measured(corpus: Path, listed: dict[str, str]) -> Measure:
    """One document."""
    path = corpus / "documents" / listed["file"]
    begun, cpu = time.perf_counter(), time.process_time()
    reading = read_file(str(path))
    seconds, cpu = time.perf_counter() - begun, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told = contract_of(reading)
    is_right = told["recognised"] is bool(listed["department"])
    if told["recognised"]:
        is_right &= told["department"] == listed["department"]
        is_right &= (str(told["year"]), told["kind"]) == (listed["year"], listed["kind"])
    measure = Measure(1, int(is_right), pages=reading.pages or 0)
    measure.seconds, measure.cpu, measure.peak = seconds, cpu, peak
    gold = corpus / "gold" / f"{path.stem}.json"
    if gold.exists():
        _count_headline(measure, told, by_hand(json.loads(gold.read_text(encoding="utf-8"))))
    _count_tables(measure, reading, listed["file"])
    _count_arithmetic(measure, reading, listed["file"])
    return measure


def _count_headline(measure: Measure, told: dict[str, Any], hand: dict[str, Decimal]) -> None:
    for name, amount in hand.items():
        read = told["headline"][name]
        measure.missed += read is None
        measure.exact += read is not None and Decimal(read) == amount
        measure.wrong += read is not None and Decimal(read) != amount


def _count_tables(measure: Measure, reading: Reading, file: str) -> None:
    begin = Counter(page for each in reading.book for page in _pages_begun(each.where))
    printed = Counter(starts_of_tables().get(file, ()))
    measure.printed = printed.total()
    measure.found = (begin & printed).total()
    measure.failures += [f"{file}: no table begins on page {each}" for each in printed - begin]
    filled = [each for each in reading.book if each.rows]
    measure.read = len(filled)
    measure.rows = sum(len(each.rows) for each in filled)
    measure.doubts = len(reading.doubts)


def _pages_begun(where: dict[str, Any]) -> Iterator[int]:
    """The pages on which a table begins; one that is read from several sheets begins on each."""
    yield from (each["page"] for each in (where, *where.get("then", ())) if "page" in each)


def _count_arithmetic(measure: Measure, reading: Reading, file: str) -> None:
    for each in reading.findings:
        if not each.rule.startswith(ARITHMETIC):
            continue
        if each.outcome is Outcome.FAILS:
            if any(_is_meant(known, file, each.rule, each.message) for known in mistakes()):
                measure.listed += 1
                continue
            measure.failed += 1
            measure.failures.append(f"{file}: {each.rule} {each.message}")
        elif each.outcome in (Outcome.HOLDS, Outcome.ROUNDING):
            several = SEVERAL.search(each.message)
            measure.held += int(several[1]) if several else 1


def _is_meant(known: dict[str, str], file: str, rule: str, message: str) -> bool:
    return (known["file"], known["rule"]) == (file, rule) and known["said"] in message


@cache
def mistakes() -> tuple[dict[str, str], ...]:
    """The mistakes that documents make, each with the words of its finding and its pages."""
    with MISTAKES.open(encoding="utf-8") as file:
        return tuple(csv.DictReader(file))


def starts_of_tables() -> dict[str, list[int]]:
    """The pages on which each document's tables begin, once for each table."""
    with PRINTED.open(encoding="utf-8") as file:
        return {row["file"]: [*map(int, row["pages"].split())] for row in csv.DictReader(file)}


def main(corpus: Path, *, with_failures: bool) -> None:
    """Print the table."""
    with (corpus / "INDEX.csv").open(encoding="utf-8") as file:
        listed = list(csv.DictReader(file))
    begun = time.perf_counter()
    with ProcessPoolExecutor(PROCESSES) as pool:
        found = list(pool.map(partial(measured, corpus), listed))
    wall = time.perf_counter() - begun
    by_publisher: dict[str, Measure] = defaultdict(Measure)
    total = Measure()
    for document, measure in zip(listed, found, strict=True):
        by_publisher[document["file"].split("-")[0]].add(measure)
        total.add(measure)
    print(*lines_of([*sorted(by_publisher.items()), ("total", total)]), sep="\n")
    print(*said_of(total, wall), sep="\n")
    if with_failures:
        print(*total.failures, sep="\n")


def lines_of(measures: Sequence[tuple[str, Measure]]) -> Iterator[str]:
    """A line of headings and a line a publisher."""
    names = [each.name for each in fields(Measure) if each.name != "failures"]
    widths = [max(len(name), 7) for name in names]
    padded = [name.rjust(width) for name, width in zip(names, widths, strict=True)]
    yield " ".join(["publisher".ljust(12), *padded])
    for publisher, measure in measures:
        shown = [getattr(measure, name) for name in names]
        cells = [f"{each:.1f}" if isinstance(each, float) else str(each) for each in shown]
        padded = [cell.rjust(width) for cell, width in zip(cells, widths, strict=True)]
        yield " ".join([publisher.ljust(12), *padded])


def said_of(total: Measure, wall: float) -> Iterator[str]:
    """The bars, each with what was measured."""
    headline = total.exact + total.wrong + total.missed
    checks = total.held + total.listed + total.failed
    kept = total.held + total.listed
    yield f"told rightly: {total.told_rightly} of {total.documents}"
    yield f"headline: {total.exact} of {headline} exact, {total.wrong} wrong"
    yield f"tables found: {total.found} of {total.printed}, {total.found / total.printed:.1%}"
    yield f"arithmetic: {total.held} of {checks} hold, {total.held / checks:.1%}"
    yield f"  or are real mistakes of the document, listed: {kept} of {checks}, {kept / checks:.2%}"
    yield f"pages a second, {PROCESSES} processes: {total.pages / wall:.1f} by the clock"
    yield f"pages a second of CPU, one process: {total.pages / total.cpu:.1f}"
    yield f"a page: {1000 * total.cpu / total.pages:.0f} ms of CPU; peak {total.peak:.0f} MB"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=sys.modules[__name__].__doc__)
    parser.add_argument("corpus", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--failures", action="store_true")
    given = parser.parse_args()
    main(given.corpus, with_failures=given.failures)
