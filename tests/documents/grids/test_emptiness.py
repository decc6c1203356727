"""A table is told as declared empty only where it prints nothing: no figure is called emptiness."""

from collections.abc import Sequence

import pytest

from disclosures.classification.money import Unit
from disclosures.documents.forms.registry import NATIONAL
from disclosures.documents.grids.book import BookReading, read_book
from disclosures.documents.grids.grid import Grid, Place
from disclosures.documents.grids.sheet import Expected, Reading, read_sheet
from disclosures.documents.html_tables import grids_of
from disclosures.documents.pdf.read import PdfDocument, read_pdf
from disclosures.records.printed_table import TableState
from disclosures.tables.registry import TABLES
from tests.documents.pdf.typeset import pdf

UPRIGHT = (
    ("项目名称", "", "金额"),
    ("收入总计", "", "15897.44"),
    ("一般公共预算资金", "小计", "15000.00"),
    ("政府性基金", "小计", ""),
    ("其他资金", "小计", "897.44"),
    ("", "事业收入", "800.00"),
    ("", "其他收入", "97.44"),
)
PROSE = "某局2026年部门预算公开。一、部门预算情况说明：2026年收入预算37.50万元。" * 8
HEADS = ("单位名称", "合计", "一般公共预算", "政府性基金预算")


def grid_of(rows: Sequence[Sequence[str]], *lines: str) -> Grid:
    """A grid of plain rows; a text before empty ones in the first column is merged over them."""
    places = []
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            down = 1
            while not column and at + down < len(rows) and not rows[at + down][0]:
                down += 1
            right = 2 if not column and not row[1] else 1
            if text:
                places.append(Place(text, at, column, down, right, {"sheet": "", "cell": f"{at}"}))
    return Grid(tuple(places), len(rows), len(rows[0]), lines)


def read(grid: Grid, table: str = "department-income") -> Reading:
    return read_sheet(grid, Expected(TABLES[table], "收入总表", 2, Unit.WAN_YUAN, 2026, False))


def printed(body: str) -> BookReading:
    """The tables of a PDF, with what was said of it."""
    found = read_pdf(pdf(f"{PROSE}\n#pagebreak()\n{body}"), "x.pdf")
    assert isinstance(found, PdfDocument)
    reading = read_book(found.grids, NATIONAL, 2026)
    return BookReading(reading.book, (*found.problems, *reading.problems))


def book(*grids: Grid) -> BookReading:
    return read_book(grids, NATIONAL, 2026)


def test_a_list_printed_upright_is_read() -> None:
    (row,) = read(grid_of(UPRIGHT)).sheet.rows
    printed = {name: cell.printed for name, cell in row.cells.items() if cell.printed}
    assert printed == {
        "total": "15897.44",
        "general_budget": "15000.00",
        "service_income": "800.00",
        "other_income": "97.44",
    }


def test_two_columns_of_amounts_beside_the_heads_are_not_guessed() -> None:
    rows = [(*row[:2], row[2], "1.00" if at else "上年金额") for at, row in enumerate(UPRIGHT)]
    reading = read(grid_of(rows))
    assert reading.sheet.state is TableState.AS_PRINTED
    assert reading.sheet.kept
    assert reading.problems


@pytest.mark.parametrize("figure", ["12.50", "1,234", "￥12.50", "12.50万元"])
def test_no_figure_is_called_emptiness(figure: str) -> None:
    blank = read(grid_of([HEADS, ("合计", "—", "", "")]))
    assert blank.sheet.state is TableState.DECLARED_EMPTY
    reading = read(grid_of([("", "", "", figure), HEADS, ("合计", "—", "", "")]))
    assert reading.sheet.state is TableState.AS_PRINTED
    assert reading.problems


def test_a_header_whose_rows_stand_in_the_next_grid_is_not_empty() -> None:
    markup = (
        "<h3>2026年部门收入总表</h3><table><tr>"
        + "".join(f"<td>{each}</td>" for each in HEADS)
        + "</tr><tr></tr></table><div><table>"
        + "<tr><td>某局</td><td>12.50</td><td>12.50</td><td></td></tr>" * 2
        + "</table></div>"
    )
    reading = book(*grids_of(markup))
    assert [each.state for each in reading.book] == [TableState.AS_PRINTED] * 2
    assert any("收入总表" in each.message for each in reading.problems)


def test_of_a_blank_and_a_filled_table_of_one_title_the_filled_one_is_read() -> None:
    filled = grid_of([HEADS, ("某局", "12.50", "12.50", "")], "部门收入总表", "单位：万元")
    blank = grid_of([HEADS, ("合计", "", "", "")], "部门收入总表", "单位：万元")
    for grids in ([blank, filled], [filled, blank]):
        reading = book(*grids)
        assert next(iter(reading.book)).rows
        assert any("又一张" in each.message for each in reading.problems)


def test_figures_below_a_framed_header_are_not_called_emptiness() -> None:
    heads = "".join(f"[{each}]," for each in HEADS)
    body = "[某局],[12.50],[12.50],[0.00]," * 3
    tables = (
        f"#table(columns: (6em,) * 4, {heads})\n#table(columns: (6em,) * 4, stroke: none, {body})\n"
    )
    above = "#align(center)[2026年部门收入总表]\n\n单位：万元\n\n"
    reading = printed(above + tables)
    sheet = reading.book.sheet("department-income")
    assert sheet is not None
    assert sheet.rows or sheet.state is TableState.AS_PRINTED
    assert reading.problems


def test_a_title_broken_over_two_lines_is_one() -> None:
    heads = ("合计", "因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费")
    cells = "".join(f"[{each}]," for each in (*heads, "3.00", "0", "0", "2.00", "1.00"))
    above = "#align(center)[#text(16pt)[一般公共预算“三公”经费 \\ 支出预算表]]\n\n单位：万元\n\n"
    sheet = printed(f"{above}#table(columns: 5, {cells})").book.sheet("three-public")
    assert sheet is not None
    assert sheet.rows[0].money("total") == 30000
