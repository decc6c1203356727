"""A table that is found and not read is said; its figures are never lost in silence."""

from disclosures.documents.pdf.read import PdfDocument, read_pdf
from tests.documents.pdf.typeset import pdf


def read(body: str) -> PdfDocument:
    found = read_pdf(pdf(body), "x.pdf")
    assert isinstance(found, PdfDocument), found
    return found


def at(x: int, y: int, text: str) -> str:
    return f"#place(dx: {x}pt, dy: {y}pt)[{text}]"


def test_figures_below_a_title_that_make_no_table_are_said() -> None:
    rows = [("基本支出", "1,234.56"), ("项目支出", "8,888.88"), ("合计", "10,123.44")]
    lines = [at(60, 60 + 90 * n, f"{a}") + at(107, 60 + 90 * n, b) for n, (a, b) in enumerate(rows)]
    found = read("部门支出总表\n" + "\n".join([*lines, at(60, 400, "以上为本部门支出。" * 9)]))
    assert found.grids == ()
    (problem,) = found.problems
    assert "部门支出总表" in problem.message
    assert problem.where["page"] == 1


def test_whole_numbers_below_a_title_are_said_and_pages_and_years_are_not() -> None:
    words = "以上为本部门支出情况说明文字。" * 4
    rows = [(60, "基本支出", "1234567"), (80, "项目支出", "8888888"), (100, "合计", "10123455")]
    placed = "\n".join(at(60, y, a) + at(200, y, b) for y, a, b in rows)
    found = read("部门支出总表\n" + placed + at(60, 300, words))
    assert any("部门支出总表" in each.message for each in found.problems)
    others = [(60, "基本支出", "2025"), (80, "项目支出", "2026"), (100, "附件", "12")]
    placed = "\n".join(at(60, y, a) + at(200, y, b) for y, a, b in others)
    assert read("部门支出总表\n" + placed + at(60, 300, words)).problems == ()


def test_rows_of_figures_without_any_header_are_said() -> None:
    rows = [(60, "人员经费", "1,234.56"), (80, "公用经费", "8,888.88"), (100, "合计", "10,123.44")]
    placed = [at(60, y, a) + at(200, y, b) + at(300, y, b) for y, a, b in rows]
    found = read("\n".join(placed) + at(60, 300, "以上为本部门支出情况说明文字。" * 4))
    assert found.grids == ()
    assert any("没有表头" in each.message for each in found.problems)


def test_the_rest_of_a_table_that_was_not_read_is_not_read_either() -> None:
    heads = at(60, 60, "项目") + at(200, 60, "预算数") + at(300, 60, "决算数")
    odd = [
        at(60, 80 + 20 * n, "人员经费") + at(245 + 8 * (n % 2), 80 + 20 * n, "1,234.56")
        for n in range(33)
    ]
    more = [
        at(60, 20 * n, "公用经费") + at(250, 20 * n, "2.00") + at(300, 20 * n, "3.00")
        for n in (1, 2)
    ]
    found = read("支出总表\n" + heads + "".join(odd) + "\n#pagebreak()\n" + "".join(more))
    assert found.grids == ()
    assert [each.where["page"] for each in found.problems] == [1, 2]


def test_a_list_of_contents_is_no_unread_table() -> None:
    contents = "\n\n".join(f"{n}、部门收支总表 #h(1fr) {n}" for n in range(1, 9))
    assert read(f"目录\n\n{contents}\n\n" + "本部门预算编制说明文字。" * 9).problems == ()
