"""How well the tables of bureaus that nobody has seen are read: hold-outs in drawn manners.

`python -m benchmarks.layouts [--count N] [--seed S] [--told] [--only name=value]`: prints, for each
habit of printing, how many amounts were read exactly, wrong without a doubt or finding, wrong with
one, left out, and left out without a word.
"""

import argparse
import os
import sys
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import fields, replace
from functools import partial
from random import Random
from typing import get_type_hints

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "budget_portal.settings")
os.environ.setdefault("SECRET_KEY", "a measurement signs nothing")
django.setup()

from disclosures.publishing.reading import read
from tests.documents.bureaus.figures import drawn
from tests.documents.bureaus.manner import Manner, drawn_manner
from tests.documents.bureaus.score import Score, scored
from tests.documents.bureaus.tables import tables_of
from tests.documents.bureaus.typesetting import document

PROCESSES = 2
COUNTS = ("exact", "wrong", "doubted", "missed", "unsaid")


def measured(chosen: dict[str, str], seed: int) -> tuple[int, Manner, Score]:
    """One document."""
    chance = Random(seed)
    manner = drawn_manner(chance)
    if chosen:
        kinds = get_type_hints(Manner)
        typed = {
            name: value == "True"
            if kinds[name] is bool
            else int(value)
            if kinds[name] is int
            else value
            for name, value in chosen.items()
        }
        manner = replace(manner, **typed)  # type: ignore[arg-type]
    figures = drawn(chance, manner.unit, manner.places)
    data = document(manner, figures)
    return seed, manner, scored(read(data, f"{seed}.pdf"), tables_of(figures), manner.total)


def main(count: int, seed: int, chosen: dict[str, str], *, told: bool) -> None:
    """Print the table."""
    with ProcessPoolExecutor(PROCESSES) as pool:
        found = list(pool.map(partial(measured, chosen), range(seed, seed + count)))
    by_habit: dict[str, Score] = defaultdict(Score)
    total = Score()
    for _, manner, score in found:
        total.add(score)
        for each in fields(Manner):
            by_habit[f"{each.name}={getattr(manner, each.name)}"].add(score)
    print("habit".ljust(28), *(each.rjust(8) for each in COUNTS))
    for name, score in [*by_habit.items(), ("total", total)]:
        print(name.ljust(28), *(str(getattr(score, each)).rjust(8) for each in COUNTS))
    if told:
        for number, manner, score in found:
            if score.told:
                print(f"{number}: {manner.said()}", *score.told[:6], sep="\n    ")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=sys.modules[__name__].__doc__)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--told", action="store_true")
    parser.add_argument("--only", action="append", default=[])
    given = parser.parse_args()
    only = dict(each.split("=", 1) for each in given.only)
    main(given.count, given.seed, only, told=given.told)
