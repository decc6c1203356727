"""Search finds what is published; codes lead to who spends under them."""

from typing import Any

import pytest
from django.test import Client
from lxml import html as lxml_html

from disclosures.classification.loading import load_codes
from disclosures.publishing.demo import SEED
from disclosures.records.disclosure import Revision, State
from tests.pages.published import AT, SLUG, other_department, take_in

DEPARTMENT = f"/kunming/{SLUG}/"


@pytest.fixture
def coded(published: Revision) -> Revision:
    """The seed, with the code lists."""
    load_codes()
    return published


def tree(client: Client, path: str, **asked: str) -> Any:
    answer = client.get(path, asked)
    assert answer.status_code == 200, path
    return lxml_html.fromstring(answer.content.decode())


def links(page: Any) -> list[str]:
    return page.xpath("//main//ul[@class='hits' or @class='codes']//a/@href | //main//dl//a/@href")


@pytest.mark.parametrize(
    "words", ["网格", "昆明", "kmwg", "wangge", "WANG GE", "指挥中心", "kunmingshiwangge"]
)
def test_a_publisher_is_found(published: Revision, client: Client, words: str) -> None:
    assert DEPARTMENT in links(tree(client, "/search/", q=words))


@pytest.mark.parametrize("words", ["gwmk", "不存在的局", "zz"])
def test_what_is_not_there_is_said(published: Revision, client: Client, words: str) -> None:
    page = tree(client, "/search/", q=words)
    assert links(page) == []
    assert "没有找到" in page.text_content()


def test_a_sentence_is_found_with_its_words_marked(published: Revision, client: Client) -> None:
    page = tree(client, "/search/", q="机关运行经费0万元")
    assert page.xpath("//mark/text()") == ["机关运行经费0万元"]
    assert f"{AT}#narrative" in links(page)


def test_a_code_is_found_by_number_and_name(coded: Revision, client: Client) -> None:
    for words in ("2080505", "机关事业单位基本养老保险"):
        assert "/functions/2080505/" in links(tree(client, "/search/", q=words))


def test_projects_and_terms_are_found(published: Revision, client: Client) -> None:
    name = published.quotedfigure_set.get(key="project1.name").words
    assert f"{AT}figures/project1.name/" in links(tree(client, "/search/", q=name[:6]))
    term = published.glossaryterm_set.first()
    assert term is not None
    assert f"{AT}#terms" in links(tree(client, "/search/", q=term.term))


@pytest.mark.parametrize("words", ["%", "_", "\\", "<b>x</b>", "'; DROP", "\0", "(", "a.*"])
def test_hostile_words_are_words(published: Revision, client: Client, words: str) -> None:
    page = tree(client, "/search/", q=words)
    assert DEPARTMENT not in links(page)
    assert not page.xpath("//main//b")


def test_too_many_words_are_refused_in_words(published: Revision, client: Client) -> None:
    answer = client.get("/search/", {"q": "预算" * 5000})
    assert answer.status_code == 400
    assert "最多 60 个" in answer.content.decode()


def test_a_draft_is_not_found(published: Revision, client: Client) -> None:
    take_in(other_department(SEED.read_bytes()), State.APPROVED)
    assert "测试局" not in tree(client, "/search/", q="测试局").xpath("//main//ul | //main//dl")
    assert links(tree(client, "/search/", q="测试局")) == []


def test_who_spends_under_a_code(coded: Revision, client: Client) -> None:
    page = tree(client, "/functions/2080505/")
    (row,) = page.xpath("//tbody/tr")
    assert "昆明市网格化综合监督指挥中心" in row.text_content()
    link = row.xpath(".//a/@href")[0]
    assert client.get(link).status_code == 200
    assert tree(client, "/functions/2080505/", year="1999").xpath("//tbody/tr") == []


def test_codes_lead_to_those_below(coded: Revision, client: Client) -> None:
    assert "/functions/208/" in links(tree(client, "/functions/"))
    assert "/functions/20805/" in links(tree(client, "/functions/208/"))
    assert client.get("/functions/9999999/").status_code == 404
