"""Narrative and tables of one disclosure are one, on whatever days they come in."""

from dataclasses import replace
from decimal import Decimal
from functools import cache
from random import Random

import pytest
from django.utils.timezone import now

from disclosures.models import Doubt, Region, Revision, Source
from disclosures.publishing.book_writing import write_sheet
from disclosures.publishing.doubting import contradictions
from disclosures.publishing.intake import Intake, Manner, take_in_reading
from disclosures.publishing.reading import Reading, read
from disclosures.records.printed_table import TableState
from disclosures.staff.receiving import said_of
from disclosures.tables.book import Book, KeptCell, Origin, Sheet, unknown
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


def taken(name: str, people: People, book: Book | None = None, *, history: bool = False) -> Intake:
    """What becomes of a file; of its tables, only those of `book` where one is given."""
    reading = reading_of(name) if book is None else replace(reading_of(name), book=book)
    return stored(reading, name, people, history=history)


def stored(reading: Reading, name: str, people: People, *, history: bool = False) -> Intake:
    manner = Manner(is_history=history, home=Region.objects.get(slug="shanghai"))
    return take_in_reading(reading=reading, data=FILES[name], by=people.officer, manner=manner)


def filled(name: str) -> list[Sheet]:
    return [each for each in reading_of(name).book if each.rows]


def as_printed(title: str, position: int) -> Sheet:
    """A table that no form knows."""
    cells = (KeptCell(f"{title}的内容", 0, 0),)
    state = TableState.AS_PRINTED
    return Sheet(unknown(position), title, position, unit="万元", state=state, kept=cells)


def tables_of(source: str, of: Intake) -> set[str]:
    """The titles of the tables that a file is the source of."""
    titles = {each.table: each.title for each in book_of(of.revision)}
    found = Source.objects.get(revision=of.revision, upload__name=source)
    assert {*found.tables} <= {*titles}, "by the names that they have in this version"
    return {titles[each] for each in found.tables}


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


def test_a_table_kept_as_printed_is_half_of_a_disclosure_too(people: People) -> None:
    whole = taken("整份.pdf", people)
    anew = taken("新表.pdf", people, Book((as_printed("甲表", 1),)))
    assert anew.joined_with == "整份.pdf"
    assert amounts(anew) == amounts(whole)
    assert anew.revision.text == whole.revision.text
    assert tables_of("新表.pdf", anew) == {"甲表"}


def test_each_file_stays_the_source_of_its_tables_when_their_order_changes(people: People) -> None:
    """A table that no form knows is named by its place, and the file gives the page shown of it."""
    first, *others = filled("表格.pdf")
    taken("说明.pdf", people)
    taken("表格.pdf", people, Book((*others, as_printed("甲表", 8), as_printed("乙表", 9))))
    anew = taken("新表.pdf", people, Book((first, as_printed("乙表", 2))))
    assert tables_of("新表.pdf", anew) == {first.title, "乙表"}
    assert tables_of("表格.pdf", anew) == {*(each.title for each in others), "甲表"}


def test_tables_of_one_title_are_kept_or_replaced_together(people: People) -> None:
    """A sheet for each project, say: what was two and is one now is not one new and one old."""
    twice = Book((*filled("整份.pdf"), as_printed("甲表", 8), as_printed("甲表", 9)))
    taken("整份.pdf", people, twice)
    told = taken("说明.pdf", people)
    named = [each.table for each in book_of(told.revision) if each.title == "甲表"]
    assert {*named} <= {*Source.objects.get(revision=told.revision).tables}
    assert len(named) == 2
    anew = taken("新表.pdf", people, Book((as_printed("甲表", 1),)))
    assert [each.title for each in book_of(anew.revision)].count("甲表") == 1
    assert tables_of("新表.pdf", anew) == {"甲表"}


def test_a_narrative_with_an_empty_table_of_its_own_keeps_that(people: People) -> None:
    """Its further tables are those of the version before; what was typed came from no file."""
    whole = taken("整份.pdf", people, Book((*filled("整份.pdf"), as_printed("甲表", 8))))
    *others, spent, three = filled("整份.pdf")
    rows = tuple(replace(row, origin=Origin.TYPED, where=None) for row in spent.rows)
    typed = next(each for each in book_of(whole.revision) if each.table == spent.table)
    write_sheet(whole.revision, replace(typed, rows=rows))
    empty = replace(three, state=TableState.DECLARED_EMPTY, rows=(), statement="本表为空。")
    told = taken("说明.pdf", people, Book((empty,)))
    assert told.joined_with == "整份.pdf"
    assert three.title not in amounts(told)
    assert told.tables_kept == (*(each.title for each in others), spent.title, "甲表")
    assert tables_of("整份.pdf", told) == {*(each.title for each in others), "甲表"}


def test_history_takes_nothing_from_what_is_being_written(people: People) -> None:
    """It is published unread, and a draft of today is nobody's publication yet."""
    told = taken("说明.pdf", people)
    old = taken("表格.pdf", people, history=True)
    assert old.joined_with == ""
    assert told.revision.text not in old.revision.text
    assert not old.revision.quotedfigure_set.exists()


def test_a_doubt_on_the_tables_stays_once_beside_a_new_narrative(people: People) -> None:
    whole, told = (without_totals(reading_of(name)) for name in ("整份.pdf", "说明.pdf"))
    assert whole.narrative is not None
    book = Book(tuple(map(otherwise, whole.book)))
    doubts = contradictions(whole.narrative, book, ())
    assert doubts
    stored(replace(whole, book=book, doubts=doubts), "整份.pdf", people)
    anew = stored(told, "说明.pdf", people)
    messages = [each.message for each in anew.revision.doubt_set.all()]
    assert sorted(messages) == sorted({*messages})
    assert {each.message for each in doubts} == {*messages}


def without_totals(reading: Reading) -> Reading:
    """A reading whose narrative states none of the totals that several tables print."""
    assert reading.narrative is not None
    stated = (
        each
        for each in reading.narrative.statements
        if not each.key.startswith(("exp.", "income.", "fiscal."))
    )
    return replace(reading, narrative=replace(reading.narrative, statements=tuple(stated)))


def otherwise(sheet: Sheet) -> Sheet:
    """The table of what is spent, with other amounts than the others tell."""
    if sheet.table != "expenditure-summary":
        return sheet
    rows = (
        replace(
            row,
            cells={
                name: replace(cell, value=cell.value + 990_000)
                if isinstance(cell.value, Decimal)
                else cell
                for name, cell in row.cells.items()
            },
        )
        for row in sheet.rows
    )
    return replace(sheet, rows=tuple(rows))
