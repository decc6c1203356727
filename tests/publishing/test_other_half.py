"""Narrative and tables of one disclosure are one, on whatever days they come in."""

from dataclasses import replace
from functools import cache
from random import Random

import pytest
from django.utils.timezone import now

from disclosures.models import Doubt, Region, Revision, Source
from disclosures.publishing.intake import Intake, Manner, take_in_reading
from disclosures.publishing.reading import Reading, read
from disclosures.staff.receiving import said_of
from disclosures.tables.book import Book
from disclosures.tables.stored import book_of
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
    "整份.pdf": document(Printing(), FIGURES),
}


@cache
def reading_of(name: str) -> Reading:
    return read(FILES[name], name)


def taken(name: str, people: People, book: Book | None = None) -> Intake:
    """What becomes of a file; of its tables, only those of `book` where one is given."""
    home = Region.objects.get(slug="shanghai")
    reading = reading_of(name) if book is None else replace(reading_of(name), book=book)
    return take_in_reading(
        reading=reading, data=FILES[name], by=people.officer, manner=Manner(home=home)
    )


def sources(of: Intake) -> list[str]:
    return [each.upload.name for each in Source.objects.filter(revision=of.revision)]


def amounts(of: Intake) -> dict[str, object]:
    """The printed amounts of each table."""
    return {
        each.title: [row.cells for row in each.rows] for each in book_of(of.revision) if each.rows
    }


@pytest.mark.parametrize("order", [("说明.pdf", "表格.pdf"), ("表格.pdf", "说明.pdf")])
def test_the_later_half_joins_the_earlier(people: People, order: tuple[str, str]) -> None:
    first, second = (taken(name, people) for name in order)
    both = second.revision
    assert (second.is_new, second.joined_with) == (True, order[0])
    assert first.revision.disclosure == both.disclosure
    assert both.upload is not None
    assert both.upload.name == "说明.pdf"
    assert sources(second) == ["表格.pdf"]
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
    assert (sources(anew), anew.tables_kept) == (["新表.pdf"], ())


def test_tables_alone_keep_the_narrative_of_a_whole_and_the_tables_they_lack(
    people: People,
) -> None:
    """As the workbook of a draft does; what was typed at the desk stays, and no file is read."""
    whole = taken("整份.pdf", people)
    text = whole.revision.text.replace("投资促进", "招商促进")
    Revision.objects.filter(pk=whole.revision.pk).update(text=text)
    doubt = Doubt.objects.create(revision=whole.revision, position=99, message="已对照",
                                 where={"start": 1, "end": 2}, settled_at=now())  # fmt: skip
    assert whole.revision.upload is not None
    whole.revision.upload.stored.delete(save=False)
    new = [each for each in reading_of("新表.pdf").book if each.rows]
    anew = taken("新表.pdf", people, Book(tuple(new[1:])))
    assert (anew.is_new, anew.joined_with) == (True, "整份.pdf")
    assert anew.tables_kept == (new[0].title,)
    assert f"另一半沿用先前收入的“整份.pdf”。沿用的表有1张：“{new[0].title}”。" in said_of(anew)
    before, after = amounts(whole), amounts(anew)
    assert list(after) == list(before)
    assert [title for title in after if after[title] == before[title]] == [new[0].title]
    assert (anew.revision.text, anew.revision.number) == (text, 2)
    assert anew.revision.quotedfigure_set.count() == whole.revision.quotedfigure_set.count()
    assert anew.revision.doubt_set.filter(message=doubt.message, settled_at__isnull=False).exists()
    failed = anew.revision.finding_set.filter(outcome="fails", rule__startswith="C")
    assert failed.exists()  # the narrative tells what the new tables do not
    assert sources(anew) == ["新表.pdf"]
    assert anew.revision.upload == whole.revision.upload


def test_a_narrative_alone_keeps_the_tables_of_a_whole(people: People) -> None:
    whole, told = taken("整份.pdf", people), taken("说明.pdf", people)
    assert told.joined_with == "整份.pdf"
    assert amounts(told) == amounts(whole)
    assert set(told.tables_kept) == set(amounts(whole))
    assert (told.revision.upload or whole.revision.upload).name == "说明.pdf"
    assert sources(told) == ["整份.pdf"]
