"""The disclosures of other cities as published, against figures read by hand."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from disclosures.classification.figures import HEADLINE
from disclosures.documents.html import text_of
from disclosures.documents.narrative.read import read_narrative
from disclosures.documents.national.read import read_national
from disclosures.documents.national.recognition import is_kunming_form, recognise_national
from disclosures.records.narrative import Narrative

pytestmark = pytest.mark.corpus
# Of 320 figures read by hand, two of one document are sums that its text does not print.
LEAST_EXACT = 318
TOP = ("total_income", "total_expenditure", "basic", "project", "operating")
FISCAL = {
    "general_budget": "general_public",
    "government_fund": "gov_fund",
    "state_capital": "state_capital",
}
THREE = {
    "total": "total",
    "abroad": "abroad",
    "reception": "reception",
    "vehicles": "vehicle_total",
    "vehicle_purchase": "vehicle_purchase",
    "vehicle_running": "vehicle_run",
}


def text_of_pdf(path: Path) -> str:
    """The plain text of the pages, as lines."""
    document = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage().get_text_range() for page in document]
    return "\n".join(page.replace("\r\n", "\n") for page in pages)


def by_hand(read: dict[str, Any]) -> dict[str, Decimal]:
    """The headline figures read by hand, in 元."""
    fiscal, three, bought = (read.get(part) or {} for part in ("fiscal", "sangong", "procurement"))
    figures = {name: read.get(name) for name in TOP}
    figures["fiscal_total"] = fiscal.get("total", fiscal.get("income"))
    figures |= {name: fiscal.get(key) for name, key in FISCAL.items()}
    figures |= {f"three_public_{name}": three.get(key) for name, key in THREE.items()}
    figures |= {
        f"procurement_{key}": bought.get(key) for key in ("total", "goods", "services", "works")
    }
    unit = 10000 if read["amount_unit"] == "万元" else 1
    return {name: Decimal(str(told)) * unit for name, told in figures.items() if told is not None}


def is_doubted(narrative: Narrative, key: str) -> bool:
    stated = narrative.statement(key)
    assert stated is not None
    return any(each.start < stated.end and stated.start < each.end for each in narrative.doubts)


def test_no_figure_is_wrong_and_nearly_all_are_read(corpus: Path) -> None:
    exact, wrong = 0, []
    for path in sorted((corpus / "gold").glob("*.json")):
        text = text_of_pdf(corpus / "documents" / f"{path.stem}.pdf")
        narrative = read_national(text)
        assert all(text[s.start : s.end] == s.printed for s in narrative.statements), path.stem
        for name, told in by_hand(json.loads(path.read_text(encoding="utf-8"))).items():
            read = narrative.number(HEADLINE[name])
            exact += read == told
            if read not in (None, told) and not is_doubted(narrative, HEADLINE[name]):
                wrong.append((path.stem, name, read, told))
    assert wrong == []
    assert exact >= LEAST_EXACT


def test_a_page_of_kunmings_form_reads_alike(corpus: Path) -> None:
    pages = sorted((corpus / "documents").glob("*.html"))
    assert pages
    for path in pages:
        text = text_of(path.read_text(encoding="utf-8"))
        assert is_kunming_form(text)
        theirs, ours = read_narrative(text), read_national(text)
        for key in HEADLINE.values():
            if (read := ours.number(key)) is not None:
                assert read == theirs.number(key), key


def test_what_is_no_disclosure_is_refused(corpus: Path) -> None:
    others = sorted((corpus / "documents").glob("negative-*.pdf"))
    assert others
    for path in others:
        assert recognise_national(text_of_pdf(path)) is not None, path.name
