"""The same cells are read from every layout, each with its place, or the reader says it cannot."""

import pytest

from disclosures.documents.grids.grid import Grid
from disclosures.documents.pdf.read import PdfDocument, read_pdf
from tests.documents.pdf.layouts import GROUP, LAYOUTS, LEAVES, LONG, ROWS, document
from tests.documents.pdf.typeset import pdf


def read(data: bytes) -> PdfDocument:
    found = read_pdf(data, "x.pdf")
    assert isinstance(found, PdfDocument), found
    return found


def body(grid: Grid) -> list[tuple[str, ...]]:
    """The texts of the rows below the header, by column."""
    rows = []
    for number in range(2, grid.height):
        texts = {place.column: place.text for place in grid.row(number)}
        rows.append(tuple(texts.get(column, "") for column in range(grid.width)))
    return rows


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_cell_is_read_from_every_layout(name: str) -> None:
    found = read(document(LAYOUTS[name]))
    (grid,) = found.grids
    assert body(grid) == list(ROWS)
    assert found.problems == ()
    spans = {each.text: (each.column, each.columns) for each in grid.places if each.row < 2}
    assert spans[GROUP[0]] == GROUP[1:]
    assert {text: spans[text] for text in LEAVES} == {t: (n, 1) for n, t in enumerate(LEAVES)}
    assert any("支出表" in line for line in grid.lines)
    assert "1,234,567.89" not in found.text


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_cell_stands_in_its_box(name: str) -> None:
    (grid,) = read(document(LAYOUTS[name])).grids
    left, top, right, bottom = grid.where["box"]
    boxes = [(place, place.where["box"]) for place in grid.places if place.where and place.text]
    for place, (x0, y0, x1, y1) in boxes:
        assert left - 1 <= x0 < x1 <= right + 1, place
        assert top - 1 <= y0 < y1 <= bottom + 1, place
    by_row = sorted((place.row, box[1]) for place, box in boxes if place.column == 2)
    assert [y for _, y in by_row] == sorted(y for _, y in by_row)


@pytest.mark.parametrize("repeat", [True, False], ids=["header-on-each-page", "header-once"])
@pytest.mark.parametrize("name", ["no-lines", "lines-between-rows", "lines"])
def test_a_table_goes_on_over_pages(name: str, repeat: bool) -> None:
    rows = [ROWS[0], *((f"20{n:05}", "行政运行", *ROWS[0][2:]) for n in range(70))]
    found = read(document(LAYOUTS[name], rows, repeat=repeat))
    assert found.pages >= 2
    (grid,) = found.grids
    assert body(grid) == [tuple(row) for row in rows]
    assert {place.where["page"] for place in grid.places if place.where} == set(
        range(1, found.pages + 1)
    )


def test_an_empty_column_stays_empty() -> None:
    rows = [(*row[:4], "", *row[5:]) for row in ROWS]
    (grid,) = read(document(LAYOUTS["no-lines"], rows)).grids
    assert body(grid) == rows


def test_a_long_name_is_one_cell() -> None:
    (grid,) = read(document(LAYOUTS["no-lines"])).grids
    assert LONG in {place.text for place in grid.places}


def test_a_figure_under_no_one_heading_is_a_doubt_and_not_a_cell() -> None:
    lines = [("项目", 60), ("预算数", 200), ("决算数", 300)]
    figures = [(245, "1,234.56"), (253, "234.56"), (245, "8,888.88"), (245, "7,777.77")]
    placed = [f"#place(dx: {x}pt, dy: 100pt)[{text}]" for text, x in lines]
    for row, (x, text) in enumerate(figures):
        dy = f"dy: {120 + 20 * row}pt"
        placed.append(f"#place(dx: 60pt, {dy})[人员经费]#place(dx: {x}pt, {dy})[{text}]")
    found = read(pdf("支出总表\n" + "\n".join(placed)))
    assert found.grids == ()
    assert found.problems
    assert all("没有框线" in each.message for each in found.problems)
    assert found.problems[0].where["page"] == 1


def test_prose_with_figures_is_no_table() -> None:
    words = "2026年收入预算 1,234.56 万元，其中一般公共预算 1,000.00 万元，其他收入 234.56 万元。"
    contents = "\n\n".join(f"{n}、部门概况 #h(1fr) {n}" for n in "一二三四")
    found = read(pdf(f"目录\n\n{contents}\n\n" + f"{words}\n\n" * 9))
    assert found.grids == ()
    assert found.problems == ()
    assert found.text.count("1,234.56") == 9
