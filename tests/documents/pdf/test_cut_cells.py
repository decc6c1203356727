"""A merged cell that no line closes at a page's end goes on at the next page's beginning."""

import pytest

from disclosures.documents.document import attached_tables
from disclosures.documents.forms.registry import NATIONAL
from disclosures.documents.grids.cut_cells import whole_cells
from disclosures.documents.grids.grid import Place
from disclosures.documents.printed import printed_in
from disclosures.tables.book import Row
from tests.documents.pdf.typeset import pdf

HEADS = (
    "项目名称",
    "项目总额",
    "绩效目标",
    "一级指标",
    "二级指标",
    "三级指标",
    "绩效指标性质",
    "本年绩效指标值",
)
TITLE = "项目支出绩效目标表 #h(1fr) 单位：万元\n"


def cell(text: str, rows: int = 1, *, lacks: str = "") -> str:
    """A cell; `lacks` is the side that no line closes."""
    stroke = f", stroke: ({lacks}: none)" if lacks else ""
    return f"table.cell(rowspan: {rows}{stroke})[{text}],"


def indicator(number: int) -> str:
    kind = ("产出指标", "效益指标", "满意度指标")[number % 3]
    return "".join(map(cell, (kind, "数量指标", f"指标{number}", "≥", str(number))))


def page(cells: str, margin: str = "") -> str:
    return f"#table(columns: ({margin}70pt, 50pt, 90pt, 60pt, 60pt, 60pt, 50pt, 60pt), {cells})"


def document(first: str, second: str, *, has_margin: bool = False) -> bytes:
    """Two projects on two pages; the second's name is `first` + `second`, cut by a page's end.

    With a margin, the first page's frame has one more column, as exports of some programs print it.
    """
    above = (cell("") if has_margin else "") + "".join(map(cell, HEADS))
    above += (cell("", 5) if has_margin else "") + "".join(
        cell(each, 3) for each in ("巡查", "8.00", "按期巡查。")
    )
    above += "".join(map(indicator, range(3)))
    above += "".join(cell(each, 2, lacks="bottom") for each in (first, "6.50", "完成培训"))
    above += "".join(map(indicator, range(3, 5)))
    below = "".join(cell(each, 2, lacks="top") for each in (second, "", "二期。"))
    below += "".join(map(indicator, range(5, 7)))
    below += "".join(cell(each) for each in ("印刷", "1.20", "按期印刷。")) + indicator(7)
    margin, side = ("5pt, ", 5) if has_margin else ("", 0)
    lower = f"#pad(left: {side}pt, {page(below)[1:]})"
    return pdf(f"{TITLE}{page(above, margin)}\n#pagebreak()\n{lower}", ", flipped: true")


@pytest.mark.parametrize("has_margin", [False, True], ids=["same frame", "other frame"])
@pytest.mark.parametrize(("first", "second"), [("培训", ""), ("", "培训"), ("业务", "培训")])
def test_rows_on_both_pages_are_of_the_project_that_the_page_cut(
    first: str, second: str, has_margin: bool
) -> None:
    rows = read(document(first, second, has_margin=has_margin))
    named = [str(row.value("project_name") or "") for row in rows]
    assert named == ["巡查"] * 3 + [first + second] * 4 + ["印刷"]
    goals = [row.value("annual_goal") for row in rows]
    assert goals[3:7] == ["完成培训二期。"] * 4
    assert [(row.where or {})["page"] for row in rows] == [1] * 5 + [2] * 3
    amounts = [row.cells["project_total"].printed for row in rows if row.money("project_total")]
    assert amounts == ["8.00", "6.50", "1.20"]


@pytest.mark.parametrize("said", ["培训", "12"])
def test_what_both_pages_print_of_a_cut_cell_is_said_once(said: str) -> None:
    """Some programs print it on each page; 12 and 12 are no 1212."""
    above, below = (
        Place(said, 4, 0, rows=2, is_cut_below=True),
        Place(said, 6, 0, is_cut_above=True),
    )
    (whole,), rest = whole_cells([above], [below])
    assert (whole.text, whole.rows, rest) == (said, 3, [])


def test_cells_that_lines_close_are_two() -> None:
    rows = read(closed())
    assert [row.value("project_name") for row in rows] == ["培训", "培训", None, None]


def closed() -> bytes:
    above = "".join(map(cell, HEADS)) + "".join(
        cell(each, 2) for each in ("培训", "6.50", "完成培训。")
    )
    above += indicator(0) + indicator(1)
    below = "".join(cell("", 2) for _ in range(3)) + indicator(2) + indicator(3)
    return pdf(f"{TITLE}{page(above)}\n#pagebreak()\n{page(below)}", ", flipped: true")


def read(data: bytes) -> tuple[Row, ...]:
    sheet = attached_tables(printed_in(data, "x.pdf"), NATIONAL, 2026).book.sheet(
        "project-performance"
    )
    assert sheet is not None
    return sheet.rows
