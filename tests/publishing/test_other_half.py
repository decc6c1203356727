"""Narrative and tables of one disclosure are one, on whatever days they come in."""

from functools import cache
from random import Random

import pytest

from disclosures.models import Region, Source
from disclosures.publishing.intake import Intake, Manner, take_in_reading
from disclosures.publishing.reading import Reading, read
from tests.documents.bureaus.figures import drawn
from tests.documents.bureaus.manner import Manner as Printing
from tests.documents.bureaus.typesetting import document, narrative
from tests.documents.pdf.typeset import pdf
from tests.publishing.conftest import People, people

__all__ = ["people"]

PRINTING = Printing(has_narrative=False)
FIGURES = drawn(Random(1), PRINTING.unit, PRINTING.places)
FILES = {
    "说明.pdf": pdf(narrative(PRINTING, FIGURES, 2026)),
    "表格.pdf": document(PRINTING, FIGURES),
    "新表.pdf": document(PRINTING, drawn(Random(2), PRINTING.unit, PRINTING.places)),
}


@cache
def reading_of(name: str) -> Reading:
    return read(FILES[name], name)


def taken(name: str, people: People) -> Intake:
    home = Region.objects.get(slug="shanghai")
    return take_in_reading(
        reading=reading_of(name), data=FILES[name], by=people.officer, manner=Manner(home=home)
    )


@pytest.mark.parametrize("order", [("说明.pdf", "表格.pdf"), ("表格.pdf", "说明.pdf")])
def test_the_later_half_joins_the_earlier(people: People, order: tuple[str, str]) -> None:
    first, second = (taken(name, people) for name in order)
    both = second.revision
    assert (second.is_new, second.joined_with) == (True, order[0])
    assert first.revision.disclosure == both.disclosure
    assert both.upload is not None
    assert both.upload.name == "说明.pdf"
    assert [each.upload.name for each in Source.objects.filter(revision=both)] == ["表格.pdf"]
    assert both.quotedfigure_set.count() > 5
    assert both.printedtable_set.filter(state="filled").count() >= 5
    for name in order:  # neither comes in again
        again = taken(name, people)
        assert (again.is_new, again.revision) == (False, both)


def test_tables_published_anew_take_the_place_of_the_earlier_ones(people: People) -> None:
    for name in ("说明.pdf", "表格.pdf"):
        taken(name, people)
    anew = taken("新表.pdf", people)
    assert anew.joined_with == "说明.pdf"
    assert anew.revision.quotedfigure_set.exists()
    assert [each.upload.name for each in Source.objects.filter(revision=anew.revision)] == [
        "新表.pdf"
    ]
