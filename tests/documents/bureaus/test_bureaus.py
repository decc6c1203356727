"""Whole disclosures of bureaus that nobody has seen: read to the last amount, or doubted.

`python -m benchmarks.layouts` measures many more, in manners drawn by chance.
"""

from random import Random

import pytest

from disclosures.publishing.reading import Reading, read
from tests.documents.bureaus.figures import drawn
from tests.documents.bureaus.manner import Manner
from tests.documents.bureaus.score import Score, scored
from tests.documents.bureaus.tables import tables_of
from tests.documents.bureaus.typesetting import document

EXACT = (
    Manner(lines="all", unit_at="heading", number="表"),
    Manner(lines="double", codes="levels", index="said", thousands="wide"),
    Manner(lines="none", unit="元", total="none", is_narrow=True),
    Manner(lines="none", codes="indented", nothing="0.00", index="numbers"),
    Manner(lines="three", codes="joined", nothing="-"),
    Manner(lines="rows", codes="levels", unit_at="title", running="both"),
    Manner(lines="all", shares_page=True, number="表"),
)
DOUBTED = (
    Manner(unit="千元"),
    Manner(lines="none", codes="broken"),
    Manner(lines="none", breaks_numbers=True),
    Manner(lines="columns", nothing="-", breaks_numbers=True, unit="元"),
    Manner(page="turned", running="both"),  # whose last amounts stand beyond the page's edge
    Manner(lines="head", page="upright", unit="元"),
)


def told(manner: Manner, seed: int = 1) -> tuple[Reading, Score]:
    chance = Random(seed)
    figures = drawn(chance, manner.unit, manner.places)
    reading = read(document(manner, figures), "x.pdf")
    return reading, scored(reading, tables_of(figures), manner.total)


@pytest.mark.parametrize("manner", EXACT, ids=Manner.said)
def test_every_amount_is_read(manner: Manner) -> None:
    _, score = told(manner)
    assert score.exact > 200
    assert (score.wrong, score.doubted, score.unsaid) == (0, 0, 0), score.told
    assert score.missed <= 1, score.told  # one column of a heading that stands off its middle


@pytest.mark.parametrize("manner", DOUBTED, ids=Manner.said)
def test_what_is_not_read_is_doubted_and_nothing_is_wrong(manner: Manner) -> None:
    reading, score = told(manner)
    assert (score.wrong, score.unsaid) == (0, 0), score.told
    assert score.missed
    assert reading.doubts
