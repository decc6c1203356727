"""Figures without prose: what goes out comes back, and what is broken is refused."""

from pathlib import Path

import orjson
import pytest
from django.db.models import TextField

from disclosures.documents.document import Document, read_document
from disclosures.documents.figures_only import figures_of
from disclosures.documents.refusal import Refusal
from disclosures.publishing.demo import FIGURES, SEED
from disclosures.publishing.reading import read
from disclosures.tables.registry import TABLES
from disclosures.tables.shapes import PerformanceTarget
from tests.rules.example_tables import good_book

FILES = sorted(FIGURES.glob("*.json"))


def document(data: bytes) -> Document:
    found = read_document(data, "figures.json")
    assert isinstance(found, Document), found
    return found


def test_the_demonstration_has_its_cities() -> None:
    departments = [orjson.loads(path.read_bytes())["department"] for path in FILES]
    assert sum(each.startswith("深圳市") for each in departments) >= 12
    assert sum(each.startswith("北京市") for each in departments) >= 6
    assert departments.count("上海市普陀区人民政府万里街道办事处") == 3


def test_each_goes_by_the_form_of_its_place_and_year() -> None:
    forms = {path.stem[:12]: document(path.read_bytes()).form for path in FILES}
    assert {name: choice and choice.form.name for name, choice in forms.items()} == {
        "bei-jing-shi": "beijing-2026",
        "shang-hai-sh": "putuo-2023",
        "shen-zhen-sh": "shenzhen-2026",
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_reads_back_as_itself(path: Path) -> None:
    data = path.read_bytes().rstrip(b"\n")
    found = document(data)
    narrative = found.narrative
    assert narrative.statements
    for each in narrative.statements:
        assert narrative.text[each.start : each.end] == each.printed
    assert figures_of(narrative, found.book) == data


def test_a_book_comes_back_equal() -> None:
    narrative = read(SEED.read_bytes(), SEED.name).narrative
    assert narrative is not None
    book = good_book()
    again = document(figures_of(narrative, book)).book
    for sheet in (each for each in book if each.rows):
        spec = TABLES[sheet.table]
        found = again.sheet(sheet.table)
        if issubclass(spec.model, PerformanceTarget):
            assert found is None
            continue
        assert found is not None
        for row, same in zip(sheet.rows, found.rows, strict=True):
            cells = {
                name: (cell.value, cell.printed)
                for name, cell in row.cells.items()
                if not isinstance(spec.field(name), TextField)
            }
            assert row.kind == same.kind
            assert cells == {n: (cell.value, cell.printed) for n, cell in same.cells.items()}


def test_nothing_that_is_there_for_its_words_goes_out() -> None:
    for path in FILES:
        for table in orjson.loads(path.read_bytes())["tables"]:
            spec = TABLES[table["table"]]
            assert not issubclass(spec.model, PerformanceTarget)
            assert not [n for n in table["columns"] if isinstance(spec.field(n), TextField)]


@pytest.mark.parametrize(
    "broken",
    [
        b'{"format": "budget-figures/1"',
        b'{"format": "budget-figures/1"}',
        b'{"format": "budget-figures/1", "department": "x", "year": "y"}',
    ],
)
def test_a_broken_file_is_refused(broken: bytes) -> None:
    found = read_document(broken, "figures.json")
    assert isinstance(found, Refusal)
    assert "extract_figures" in found.reason


@pytest.mark.parametrize(
    ("field", "value"), [("table", "no-such"), ("unit", "美元"), ("rows", [["detail"]])]
)
def test_a_broken_table_is_refused(field: str, value: object) -> None:
    told = orjson.loads(FILES[0].read_bytes())
    told["tables"][0][field] = value
    assert isinstance(read_document(orjson.dumps(told), "figures.json"), Refusal)
