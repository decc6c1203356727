"""A PDF's prose and ruled tables, whatever its pages do to them."""

import pytest

from disclosures.documents.grids.grid import Grid
from disclosures.documents.pdf.read import PdfDocument, read_pdf
from disclosures.documents.refusal import Refusal
from tests.documents.pdf.typeset import pdf, table

WORDS = "本部门预算按照综合预算的原则编制，所有收入和支出全部纳入预算管理。"
HEADER = "table.cell(rowspan: 2)[科目编码], table.cell(colspan: 2)[支出], [基本支出], [项目支出],"


def read(data: bytes) -> PdfDocument:
    found = read_pdf(data, "x.pdf")
    assert isinstance(found, PdfDocument), found
    return found


def rows_of(grid: Grid) -> list[list[str]]:
    return [[place.text for place in grid.row(row)] for row in range(grid.height)]


def many(count: int) -> list[list[str]]:
    return [[f"20{at:05}", f"{at}.00", f"{2 * at}.50"] for at in range(1, count + 1)]


def test_a_merged_header_is_one_place_with_its_spans() -> None:
    (grid,) = read(pdf(f"{WORDS}\n\n支出总表\n\n单位：万元\n" + table(many(2), 3, HEADER))).grids
    spans = {
        place.text: (place.row, place.column, place.rows, place.columns) for place in grid.places
    }
    assert spans["科目编码"] == (0, 0, 2, 1)
    assert spans["支出"] == (0, 1, 1, 2)
    assert spans["基本支出"] == (1, 1, 1, 1)
    assert rows_of(grid)[2:] == many(2)
    assert grid.lines[-2:] == ("支出总表", "单位：万元")


@pytest.mark.parametrize("repeats", [True, False], ids=["header-repeated", "header-once"])
def test_a_table_over_pages_is_one_grid(repeats: bool) -> None:
    repeat = "true" if repeats else "false"
    header = f"table.header(repeat: {repeat}, [编码], [基本支出], [项目支出]),"
    document = read(pdf("收入总表\n\n" + table(many(90), 3, header)))
    assert document.pages >= 3
    (grid,) = document.grids
    assert rows_of(grid) == [["编码", "基本支出", "项目支出"], *many(90)]


def test_a_sentence_that_goes_on_over_a_page_is_one_cell() -> None:
    goal = "".join(f"第{n}项任务按计划完成并通过验收，" for n in range(120)) + "全年达标。"
    rows = [["信息化建设", "1.00", goal], ["二、设备购置", "2.00", "采购完成"]]
    document = read(pdf(table(rows, "(6em, 4em, 12em)", "[项目], [预算数], [绩效目标],")))
    assert document.pages >= 2
    (grid,) = document.grids
    assert [row for row in rows_of(grid) if row[0] != "项目"] == rows
    (cell,) = [place for place in grid.places if place.text == goal]
    assert cell.where
    assert cell.where["page"] == 1
    assert [each["page"] for each in cell.where["then"]] == [*range(2, document.pages + 1)]


def test_a_row_without_figures_on_a_new_page_is_its_own() -> None:
    rows = [[f"{at}", "1.00", "采购若干设备并完成安装调试工作"] for at in range(60)]
    rows[30:30] = [[f"{name}", "", ""] for name in ("本级", "所属单位")]
    document = read(pdf(table(rows, "(6em, 4em, 12em)", "[项目], [预算数], [绩效目标],")))
    (grid,) = document.grids
    assert sum("".join(row) in ("本级", "所属单位") for row in rows_of(grid)) == 2


def test_another_title_begins_another_table() -> None:
    first, second = table(many(3), 3), table(many(4), 3)
    grids = read(pdf(f"收入总表\n{first}\n#pagebreak()\n支出总表\n{second}")).grids
    assert [grid.height for grid in grids] == [3, 4]
    assert [grid.lines[-1] for grid in grids] == ["收入总表", "支出总表"]


def test_a_title_at_the_foot_of_a_page_goes_with_its_table() -> None:
    (grid,) = read(pdf(f"{WORDS}\n\n支出总表\n#pagebreak()\n{table(many(3), 3)}")).grids
    assert grid.lines[-1] == "支出总表"


def test_every_place_says_where_it_stands() -> None:
    document = read(pdf(f"{WORDS}\n#pagebreak()\n支出总表\n{table(many(2), 3)}"))
    (grid,) = document.grids
    assert {place.where["page"] for place in grid.places if place.where} == {2}
    left, top, right, bottom = grid.where["box"]
    for place in grid.places:
        assert place.where
        x0, y0, x1, y1 = place.where["box"]
        assert left <= x0 < x1 <= right
        assert top <= y0 < y1 <= bottom


def test_a_turned_page_reads_as_it_is_meant() -> None:
    turned = f"#rotate(-90deg, reflow: true)[支出总表 {table(many(3), 3)}]"
    (grid,) = read(pdf(turned)).grids
    assert rows_of(grid) == many(3)
    assert {place.where["turn"] for place in grid.places if place.where} == {1}


def test_prose_is_one_paragraph_over_lines_and_pages() -> None:
    document = read(pdf(f"= 一、部门职责\n{WORDS * 99}\n", ', numbering: "- 1 -"'))
    assert document.pages > 1
    assert WORDS * 99 in document.text
    assert "- 1 -" not in document.text
    assert document.text.startswith("一、部门职责\n")


def test_running_heads_are_left_out_and_tables_are_no_prose() -> None:
    pages = "甲乙丙丁"
    body = "".join(f"{each}{WORDS}\n{table(many(2), 3)}\n#pagebreak()\n" for each in pages)
    document = read(pdf(body + WORDS, ", header: [某局2026年部门预算公开]"))
    assert "某局2026年部门预算公开" not in document.text
    assert "1.00" not in document.text
    assert all(f"{each}{WORDS}" in document.text for each in pages)


def test_each_line_knows_its_place() -> None:
    document = read(pdf(f"{WORDS * 5}\n#pagebreak()\n第二页的话。{WORDS}"))
    said = [(document.text[line.start : line.end], line.page) for line in document.lines]
    assert "".join(text for text, _ in said) == document.text.replace("\n", "")
    assert next(page for text, page in said if text.startswith("第二页")) == 2


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"hello", "not_pdf"),
        (b"%PDF-1.7\nnothing", "broken"),
        (pdf(WORDS)[:900], "broken"),
        (pdf("#rect(width: 100pt)"), "no_text"),
    ],
)
def test_what_is_no_readable_pdf_is_refused(data: bytes, code: str) -> None:
    found = read_pdf(data, "x.pdf")
    assert isinstance(found, Refusal)
    assert found.code == code
    assert found.reason
