"""Tables that no form knows leave with the workbook and come back as they were printed."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from disclosures.documents.forms.registry import NATIONAL
from disclosures.documents.grids.problem import Severity
from disclosures.documents.workbook.read import Workbook, book_of_workbook, read_workbook
from disclosures.exports.workbook.write import workbook
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Book, KeptCell, Sheet, unknown
from tests.exports.made import HOSTILE, KUNMING
from tests.exports.workbook.office import saved_again
from tests.exports.workbook.test_workbook import content
from tests.exports.workbook.test_workbook import said as rows_of
from tests.rules.example_tables import good_book

HIGHEST, WIDEST = 5, 4
STATEMENTS = st.sampled_from(["", "注：截至上年末。", "注：数据取自系统\n2.口径同上年", "合计"])
TITLES = st.sampled_from(["单位人员情况表", "表十一、车辆情况", "无标题的表", "1", "财政拨款"])
TEXTS = HOSTILE | st.sampled_from(
    ["合计", "12.340000", "0", "不适用", "以下为表下文字。", "部门："]
)

Printed = tuple[tuple[KeptCell, ...], str, str, str]


@st.composite
def printed(draw: st.DrawFn) -> tuple[KeptCell, ...]:
    """Cells that do not overlap, some over several rows or columns, whole rows left blank."""
    cells: list[KeptCell] = []
    taken: set[tuple[int, int]] = set()
    for row in range(HIGHEST):
        for column in range(WIDEST):
            text = draw(TEXTS)
            down, right = draw(st.integers(1, HIGHEST - row)), draw(st.integers(1, WIDEST - column))
            over = {(row + d, column + r) for d in range(down) for r in range(right)}
            if over & taken:
                down = right = 1
                over = {(row, column)}
            if text and not over & taken:
                taken |= over
                cells.append(KeptCell(text, row, column, down, right))
    return tuple(cells) or (KeptCell("单位", 0, 0),)


def seen(sheet: Sheet) -> object:
    """What a kept table says, and where each text stands in it."""
    cells = [(c.text, c.row, c.column, c.rows, c.columns) for c in sheet.kept]
    return sheet.title, sheet.state, sheet.unit, sheet.statement, sheet.is_unknown, cells


def read(data: bytes, form: object = KUNMING) -> Book:
    found = read_workbook(data, "x.xlsx")
    assert isinstance(found, Workbook), found
    reading = book_of_workbook(found, form, 2022)  # type: ignore[arg-type]
    wrong = [*found.problems, *reading.problems]
    assert [str(each) for each in wrong if each.severity is Severity.ERROR] == []
    return reading.book


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(printed(), TITLES, STATEMENTS, st.sampled_from(["", "万元"])), max_size=3)
)
def test_kept_tables_come_back_equal(
    made: list[Printed],
) -> None:
    book = Book(
        tuple(
            Sheet(unknown(n), title, n, TableState.AS_PRINTED, unit, (), statement, {}, cells)
            for n, (cells, title, statement, unit) in enumerate(made, start=1)
        )
    )
    if made:
        again = read(workbook(content(book)), NATIONAL)
        assert [seen(each) for each in again] == [seen(each) for each in book]


def test_they_stand_among_the_tables_of_the_form() -> None:
    """One without cells, one that the form knows, and one printed beside what was read of it."""
    cells = (KeptCell("单位", 0, 0, 2, 1), KeptCell("12", 3, 1))
    whole = list(good_book())
    whole[11] = Sheet(
        whole[11].table, whole[11].title, 12, TableState.AS_PRINTED, statement="注", kept=cells
    )
    whole[4] = replace(whole[4], kept=cells)
    listed = Sheet(unknown(17), "政府债务表", 17, TableState.NOT_ATTACHED, statement="未附")
    book = Book((*whole, listed))
    again = read(workbook(content(book)))
    (unlisted,) = [each for each in again if each.is_unknown]
    assert seen(unlisted) == seen(listed)
    for before in whole:
        after = again.sheet(before.table)
        assert after is not None
        if before.state is TableState.AS_PRINTED:
            assert seen(replace(after, title=before.title)) == seen(before)
        elif before.kept:
            assert [cells for _, cells in rows_of(after)] == [cells for _, cells in rows_of(before)]
            assert after.kept
            assert seen(replace(after, title=before.title)) == seen(before)
        else:
            assert after.kept == ()
    assert workbook(content(book)) == workbook(content(book))


def test_a_cell_printed_below_another_is_not_lost() -> None:
    cells = (KeptCell("甲", 0, 0, 3, 2), KeptCell("乙", 1, 1), KeptCell("丙", 2, 0, 2, 1))
    sheet = Sheet(unknown(1), "重叠的表", 1, TableState.AS_PRINTED, kept=cells)
    (again,) = read(workbook(content(Book((sheet,)))), NATIONAL)
    assert [(each.text, each.row, each.column) for each in again.kept] == [
        ("甲", 0, 0),
        ("乙", 1, 1),
        ("丙", 2, 0),
    ]


def test_an_office_program_leaves_them_as_they_are(tmp_path) -> None:  # type: ignore[no-untyped-def]
    cells = (KeptCell("单位", 0, 0, 2, 1), KeptCell("01.50", 3, 1), KeptCell("=1+1", 4, 0))
    sheet = Sheet(unknown(1), "情况表", 1, TableState.AS_PRINTED, statement="注：甲", kept=cells)
    (again,) = read(saved_again(workbook(content(Book((sheet,)))), tmp_path), NATIONAL)
    assert seen(again) == seen(sheet)
