"""A saved page is read without its frame: menus, links and scripts never become figures."""

import pytest

from disclosures.documents.html import text_of
from disclosures.documents.html_tables import grids_of
from disclosures.documents.printed import printed_in
from disclosures.documents.read import DocumentText, read_narrative, read_text_document
from disclosures.documents.refusal import RefusedError
from tests.documents.narratives import Facts, Wording, written

PAGE = """<!DOCTYPE html><html><head><title>x</title><script>var a="预算99万元"</script></head>
<body><div class="top"><ul><li><a href="/">首页</a></li><li>政务公开</li></ul></div>
<div class="wrap"><div class="article">{body}</div></div>
<div class="foot">友情链接<br>主办单位：某市人民政府<style>.a{{}}</style></div></body></html>"""


def page_of(text: str) -> bytes:
    return PAGE.format(body="".join(f"<p>{line}</p>" for line in text.split("\n"))).encode()


def test_the_frame_is_stripped_and_the_figures_stay() -> None:
    text = written(Facts(), Wording())
    document = read_text_document(page_of(text), "x.html")
    assert isinstance(document, DocumentText)
    assert "首页" not in document.text
    assert "友情链接" not in document.text
    assert "99万元" not in document.text
    plain = {each.key: each.value for each in read_narrative(text).statements}
    assert {each.key: each.value for each in read_narrative(document.text).statements} == plain


@pytest.mark.parametrize("tag", ["<br>", "</p><p>", "</div><div>"])
def test_blocks_end_lines(tag: str) -> None:
    assert text_of(f"<html><body><div><p>收入1元{tag}支出2元</p></div></body></html>").splitlines()[
        :2
    ] == ["收入1元", "支出2元"]


def test_deep_nesting_is_read_in_full_or_refused() -> None:
    def page(depth: int) -> str:
        deep = "<div>" * depth + "预算收入" + "</div>" * depth
        return f"<html><body><p>预算支出</p>{deep}</body></html>"

    assert "预算收入" in text_of(page(200))
    with pytest.raises(RefusedError, match="套得太深"):
        text_of(page(20_000))


OFFICE = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta http-equiv=Content-Type content="text/html; charset=gb2312"></head><body>
<p class=MsoNormal align=center>收支总表</p><table class=MsoTableGrid border=1>
<tr><td rowspan=2><p class=MsoNormal>科目<o:p></o:p></p></td><td colspan=2><p>支出</p></td></tr>
<tr><td><p>基本<br>支出</p></td><td><p>项目支出</p></td></tr>
<tr><td><p>行政运行</p></td><td><p>1.00</p></td><td><p>&nbsp;</p></td></tr></table></body></html>"""


def test_a_page_saved_from_word_in_gbk_keeps_its_merged_cells() -> None:
    (grid,) = printed_in(OFFICE.encode("gbk"), "x.htm").grids
    spans = {each.text: (each.row, each.column, each.rows, each.columns) for each in grid.places}
    assert spans["科目"] == (0, 0, 2, 1)
    assert spans["支出"] == (0, 1, 1, 2)
    assert spans["基本支出"] == (1, 1, 1, 1)
    assert spans["1.00"] == (2, 1, 1, 1)
    assert grid.lines == ("收支总表",)


def test_tables_that_lay_out_the_page_are_none_and_those_in_cells_are() -> None:
    figures = "".join(f"<tr><td>项目{n}</td><td>{n}.00</td></tr>" for n in range(3))
    note = "<table><tr><td>附</td><td>注</td></tr><tr><td>一</td><td>二</td></tr></table>"
    inner = f"<table>{figures}<tr><td>合计</td><td>3.00{note}</td></tr></table>"
    page = f"<table><tr><td>首页</td><td>导航</td></tr><tr><td></td><td>{inner}</td></tr></table>"
    grids = grids_of(f"<html><body>{page}</body></html>")
    assert [(grid.height, grid.width) for grid in grids] == [(4, 2), (2, 2)]
    assert [place.text for place in grids[0].row(3)] == ["合计", "3.00"]
