"""A narrative and tables published apart are one disclosure, whatever their names look like."""

import pytest

from disclosures.documents.tables_only import narrative_of_tables
from disclosures.publishing.joining import joined
from disclosures.publishing.reading import Reading, read
from disclosures.records.narrative import Narrative
from disclosures.tables.book import Book
from tests.documents.national.cities import Facts, written
from tests.rules.example_tables import sheet

FACTS = Facts()


def told() -> Reading:
    """A narrative that states its three public expenses."""
    return read(written("beijing", FACTS).encode(), "narrative.txt")


def tables(department: str, total: str, year: int = FACTS.year) -> Reading:
    """A file of tables with the total of the three public expenses."""
    bare = narrative_of_tables("", ())
    narrative = Narrative(
        text="",
        department=department,
        year=year,
        kind=bare.kind,
        printed_unit="元",
        sections=bare.sections,
        statements=(),
    )
    book = Book((sheet("three-public", "total", (total,)),))
    return Reading("tables.xlsx", "", 0, narrative=narrative, book=book)


SAME = str(FACTS.three * 10000)


@pytest.mark.parametrize(
    "printed", [FACTS.department, f"134{FACTS.department}", f"[134001]{FACTS.department} "]
)
def test_the_name_may_carry_its_code(printed: str) -> None:
    (whole,) = joined([told(), tables(printed, SAME)])
    assert len(whole.further) == 1
    assert whole.reading.book.sheet("three-public") is not None


@pytest.mark.parametrize(
    ("department", "year"), [("滨江市另一管理局", FACTS.year), (FACTS.department, 2020)]
)
def test_others_stay_apart(department: str, year: int) -> None:
    assert len(joined([told(), tables(department, SAME, year)])) == 2


def test_what_the_tables_tell_otherwise_is_doubted_or_found_once_joined() -> None:
    (agreed,) = joined([told(), tables(FACTS.department, SAME)])
    (torn,) = joined([told(), tables(FACTS.department, "12345600")])
    said = [each.message for each in torn.reading.doubts if "sangong.total" in each.keys]
    found = [
        each.message
        for each in torn.reading.findings
        if each.stands_out and "sangong.total" in [told.key for told in each.inputs]
    ]
    assert [each for each in said + found if "1,234.56万元" in each or "12345600" in each]
    assert not [each for each in agreed.reading.doubts if "sangong.total" in each.keys]
