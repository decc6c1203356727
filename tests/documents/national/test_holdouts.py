"""Invented disclosures in the manner of cities that no form was written for.

`holdouts/*.txt`: what a person reads in it (figures in the unit named first), a line of =, the
text. `doubted` figures may be read so or otherwise, but never without a doubt.
"""

from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from disclosures.classification.figures import HEADLINE
from disclosures.publishing.contract import contract_of
from disclosures.publishing.reading import read

FOLDER = Path(__file__).parent / "holdouts"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))
SCALE = {"万元": 10000, "元": 1}


class Holdout:
    """One text with what is to be read in it."""

    def __init__(self, name: str) -> None:
        head, self.text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("====\n", 1)
        lines = [line.split() for line in head.splitlines() if line]
        scale = next(SCALE[line[1]] for line in lines if line[0] == "unit")
        self.kind = next((line[1] for line in lines if line[0] == "kind"), "budget")
        self.figures = {line[0]: Decimal(line[1]) * scale for line in lines if line[0] in HEADLINE}
        self.doubted = {line[1] for line in lines if line[0] == "doubted"}


@lru_cache
def contract(name: str) -> dict[str, Any]:
    """What is read of a holdout."""
    return contract_of(read(Holdout(name).text.encode(), f"{name}.txt"))


@pytest.mark.parametrize("name", NAMES)
def test_it_is_read_as_a_person_reads_it(name: str) -> None:
    holdout, found = Holdout(name), contract(name)
    assert found["recognised"], found["reason"]
    assert found["kind"] == holdout.kind
    read_figures = {
        figure: Decimal(value)
        for figure, value in found["headline"].items()
        if value is not None and figure not in holdout.doubted
    }
    assert read_figures == holdout.figures


@pytest.mark.parametrize("name", NAMES)
def test_what_may_be_read_otherwise_is_doubted(name: str) -> None:
    found = contract(name)
    named = {figure for each in found["doubts"] for figure in each["figures"]}
    stated = {figure for figure in Holdout(name).doubted if found["headline"][figure]}
    assert stated <= named
