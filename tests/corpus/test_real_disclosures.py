"""Every real disclosure through the whole first half of intake, against what people read in it."""

import csv
import json
from decimal import Decimal
from pathlib import Path

import pytest

from disclosures.publishing.contract import contract_of
from disclosures.publishing.reading import read
from tests.documents.national.test_corpus import by_hand

pytestmark = pytest.mark.corpus
CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
LISTED = (
    list(csv.DictReader((CORPUS / "INDEX.csv").open(encoding="utf-8"))) if CORPUS.exists() else []
)


FEWEST_TABLES = 2  # some attach none, and tell two in their narrative


@pytest.mark.skipif(not LISTED, reason="the corpus of real disclosures is not here")
@pytest.mark.parametrize("listed", LISTED, ids=lambda each: each["file"])
def test_a_real_disclosure_is_read(listed: dict[str, str], corpus: Path) -> None:
    path = corpus / "documents" / listed["file"]
    found = contract_of(read(path.read_bytes(), path.name))
    is_disclosure = bool(listed["department"])
    assert found["recognised"] is is_disclosure, found["reason"]
    if not is_disclosure:
        assert found["reason"]
        return
    assert found["department"] == listed["department"]
    assert (found["year"], found["kind"]) == (int(listed["year"]), listed["kind"])
    assert sum(bool(each["rows"]) for each in found["tables"]) >= FEWEST_TABLES
    gold = corpus / "gold" / f"{path.stem}.json"
    if gold.exists():
        told = by_hand(json.loads(gold.read_text(encoding="utf-8")))
        read_figures = {name: found["headline"][name] for name in told}
        assert {name: Decimal(value) for name, value in read_figures.items() if value} == told
