"""A table that no form knows is kept as printed, from its grid to the database and back."""

from disclosures.documents.forms.registry import NATIONAL
from disclosures.documents.grids.book import read_book
from disclosures.documents.grids.grid import Grid, Place
from disclosures.documents.grids.problem import Severity
from disclosures.records.disclosure import Revision
from disclosures.records.printed_table import PrintedTable, TableState
from disclosures.tables.book import Book, KeptCell, Sheet
from disclosures.tables.comparison import compare
from disclosures.tables.content import content_of
from disclosures.tables.kept import kept_layout
from disclosures.tables.stored import book_of, printed_table

ROSTER = Grid(
    (
        Place("单位人员情况表", 0, 0, 1, 3),
        Place("单位", 1, 0, 2, 1),
        Place("编制人数", 1, 1, 1, 2, {"page": 4, "box": [1, 2, 3, 4]}),
        Place("行政", 2, 1),
        Place("事业", 2, 2),
        Place("本级", 3, 0),
        Place("12", 3, 1),
        Place("", 3, 2),
    ),
    4,
    3,
    notes=("注：截至上年末。",),
)


def kept() -> Sheet:
    """The sheet that the roster is kept as."""
    return next(each for each in read_book([ROSTER], NATIONAL, 2031).book if each.kept)


def test_it_is_kept_whole_and_said_in_a_note() -> None:
    reading = read_book([ROSTER], NATIONAL, 2031)
    sheet = kept()
    assert (sheet.state, sheet.title, sheet.is_unknown) == (
        TableState.AS_PRINTED,
        "单位人员情况表",
        True,
    )
    assert sheet.statement == "注：截至上年末。"
    assert [each.text for each in sheet.kept] == [p.text for p in ROSTER.places if p.text]
    assert sheet.kept[2].where == {"page": 4, "box": [1, 2, 3, 4]}
    assert [each.severity for each in reading.problems] == [Severity.NOTE]


def test_it_is_laid_out_with_its_spans() -> None:
    header = kept_layout(kept().kept).header
    told = [[(each.text, each.colspan, each.rowspan) for each in line] for line in header]
    assert told == [
        [("单位人员情况表", 3, 1)],
        [("单位", 1, 2), ("编制人数", 2, 1)],
        [("行政", 1, 1), ("事业", 1, 1)],
        [("本级", 1, 1), ("12", 1, 1), ("", 1, 1)],
    ]
    assert kept_layout(()).header == ()


def test_it_is_stored_and_comes_back(revision: Revision) -> None:
    sheet = kept()
    printed_table(revision, sheet).save()
    assert book_of(revision) == Book((sheet,))
    stored = PrintedTable.objects.get()
    assert stored.cells[0] == ["单位人员情况表", 0, 0, 1, 3, None]
    assert "单位人员情况表" in content_of(revision).decode()


def test_a_changed_text_is_a_change() -> None:
    before = kept()
    cells = (*before.kept[:-1], KeptCell("13", 3, 1))
    after = Sheet(before.table, before.title, before.position, before.state, kept=cells)
    (change,) = compare(Book((before,)), Book((after,)))
    assert change.kept_changed
    assert compare(Book((before,)), Book((before,))) == ()
