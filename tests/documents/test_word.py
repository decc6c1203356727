"""Word documents: text and tables wherever they stand, and what to do with older formats."""

from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from disclosures.documents.printed import printed_in
from disclosures.documents.refusal import RefusedError
from disclosures.documents.word import read_word
from tests.documents.workbook.made import compound

BOX = """<w:p {ns}><w:r><mc:AlternateContent
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
<mc:Choice Requires="wps"><w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>
</mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>
</mc:Fallback></mc:AlternateContent></w:r></w:p>"""
CONTROL = """<w:sdt {ns}><w:sdtContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:sdtContent>
</w:sdt>"""


def saved(document: Any) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_text_boxes_and_content_controls_are_text_once_and_heads_are_none() -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "某局2026年部门预算公开"
    document.add_paragraph("一、部门职责")
    for markup in (BOX, CONTROL):
        made = parse_xml(markup.format(ns=nsdecls("w"), text="收入预算 1.00 万元"))
        document.element.body.insert(1, made)
    text, grids = read_word(saved(document))
    assert text.splitlines() == ["一、部门职责", "收入预算 1.00 万元", "收入预算 1.00 万元"]
    assert grids == ()


def test_merged_cells_are_one_place() -> None:
    document = Document()
    document.add_paragraph("收支总表")
    table = document.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "科目"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "支出"
    table.cell(2, 2).text = "1.00"
    _, (grid,) = read_word(saved(document))
    spans = {each.text: (each.row, each.column, each.rows, each.columns) for each in grid.places}
    assert spans["科目"] == (0, 0, 2, 1)
    assert spans["支出"] == (0, 1, 1, 2)
    assert spans["1.00"] == (2, 2, 1, 1)
    assert grid.lines == ("收支总表",)


def test_a_table_that_lays_out_the_page_holds_text_and_tables() -> None:
    document = Document()
    frame = document.add_table(1, 1)
    cell = frame.cell(0, 0)
    cell.paragraphs[0].text = "收入总表"
    inner = cell.add_table(2, 2)
    inner.cell(1, 1).text = "1.00"
    text, (grid,) = read_word(saved(document))
    assert "收入总表" in text
    assert grid.lines == ("收入总表",)
    assert [(each.row, each.column, each.text) for each in grid.places] == [(1, 1, "1.00")]


def test_a_table_in_a_cell_of_a_table_of_figures_stands_apart() -> None:
    document = Document()
    outer = document.add_table(3, 2)
    for row in range(3):
        outer.cell(row, 0).text, outer.cell(row, 1).text = f"项目{row}", f"{row}.00"
    inner = outer.cell(2, 1).add_table(1, 2)
    inner.cell(0, 0).text = "附注"
    _, grids = read_word(saved(document))
    assert [grid.height for grid in grids] == [3, 1]
    assert {each.text for each in grids[0].places} >= {"项目2", "2.00"}
    assert "附注" not in {each.text for each in grids[0].places}


@pytest.mark.parametrize(
    ("data", "code", "remedy"),
    [
        (compound({"WordDocument": b"x" * 5000}), "old_document", ".docx"),
        (rb"{\rtf1\ansi 2026}", "old_document", ".docx"),
        (b"From: <saved>\nContent-Type: multipart/related;\n", "web_archive", "PDF"),
    ],
    ids=["doc", "rtf", "mht"],
)
def test_other_documents_are_refused_with_the_remedy(data: bytes, code: str, remedy: str) -> None:
    with pytest.raises(RefusedError) as refused:
        printed_in(data, "说明.doc")
    assert refused.value.refusal.code == code
    assert remedy in refused.value.refusal.reason


def test_a_heading_names_the_table_below_it_and_notes_stay_with_theirs() -> None:
    document = Document()
    for title, note in (("收入总表", "本部门无此项内容，故公开空表。"), ("支出情况", "另见说明")):
        document.add_heading(title, level=1)
        document.add_paragraph("部门：某局　单位：元")
        table = document.add_table(2, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "项 目", "金额"
        document.add_paragraph(note)
    _, grids = read_word(saved(document))
    assert [(each.name, each.notes) for each in grids] == [
        ("收入总表", ("本部门无此项内容，故公开空表。",)),
        ("支出情况", ()),
    ]
    assert grids[0].places[0].text == "项 目"
