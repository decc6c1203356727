"""A saved page is read without its frame: menus, links and scripts never become figures."""

import pytest

from disclosures.documents.html import text_of
from disclosures.documents.read import DocumentText, read_narrative, read_text_document
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


def test_deep_nesting_is_no_trap() -> None:
    deep = "<div>" * 20_000 + "预算收入" + "</div>" * 20_000
    assert isinstance(text_of(f"<html><body><p>预算支出</p>{deep}</body></html>"), str)
