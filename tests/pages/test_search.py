"""Search: every kind is found, each hit leads to where it stands, and nothing hidden is found."""

from typing import Any

import pytest
from django.test import Client
from lxml import html as lxml_html

from disclosures.classification.loading import load_codes
from disclosures.pages import search as page_of_search
from disclosures.publishing.actions import withdraw_revision
from disclosures.publishing.demo import SEED
from disclosures.records.disclosure import Revision, State
from tests.pages.published import AT, OTHER_AT, SLUG, TERM, other_department, person, take_in

DEPARTMENT = f"/kunming/{SLUG}/"
NAME = "昆明市网格化综合监督指挥中心"


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
    return page.xpath("//main//ul[@class='hits']//a/@href")


def found(client: Client, **asked: str) -> list[str]:
    return links(tree(client, "/search/", **asked))


def test_a_publisher_is_found(published: Revision, client: Client) -> None:
    for words in ("网格", "昆明", "kmwg", "wangge", "WANG GE", "指挥中心", "kunmingshiwangge"):
        assert DEPARTMENT in found(client, q=words), words
        assert found(client, q=words, kind="department") == [DEPARTMENT]
    assert found(client, q="kmwg", region="beijing") == []


def test_a_publisher_is_found_by_its_name_with_characters_left_out(
    published: Revision, client: Client
) -> None:
    for words in ("昆明网格", "昆明网格指挥中心", "昆明 网格中心"):
        page = tree(client, "/search/", q=words, kind="department")
        assert links(page) == [DEPARTMENT], words
    assert page.xpath("//mark/text()") == ["昆明"]
    page = tree(client, "/search/", q="昆明网格", kind="department")
    assert "".join(page.xpath("//mark/text()")) == "昆明网格"
    assert DEPARTMENT in client.get("/search/suggestions/", {"q": "昆明网格"}).content.decode()
    for words, times in (("昆明网格中心", 1), ("网格昆明", 0), ("%", 0)):
        page = tree(client, "/compare/", find=words)
        assert len(page.xpath("//input[@name='of']")) == times, words
    for words in ("网格昆明", "昆网格局", "中昆"):
        assert found(client, q=words, kind="department") == [], words


def test_what_is_not_there_is_said(published: Revision, client: Client) -> None:
    for words in ("gwmk", "不存在的局", "zz", "网格 不存在的局"):
        page = tree(client, "/search/", q=words)
        assert links(page) == [], words
        assert "没有找到" in page.text_content()


def test_a_sentence_leads_to_where_it_stands(published: Revision, client: Client) -> None:
    page = tree(client, "/search/", q="机关运行经费0万元")
    assert page.xpath("//mark/text()") == ["机关运行经费0万元"]
    (url,) = links(page)
    assert url.startswith(f"{AT}text/")
    place = tree(client, url)
    (marked,) = place.xpath("//mark")
    assert "机关运行经费0万元" in marked.text_content()
    assert marked.text_content() in published.text
    pinned = f"{AT}r1/{url.removeprefix(AT)}"
    assert place.xpath("//a[@class='address']/@href") == [pinned]
    assert client.get(pinned).status_code == 200


def test_all_words_are_in_one_place(published: Revision, client: Client) -> None:
    assert found(client, q="三公 机关运行", kind="sentence") == []
    assert len(found(client, q="三公 经费", kind="sentence")) > 3
    every = set(found(client, q="预算 2022", kind="sentence"))
    assert every <= set(found(client, q="2022", kind="sentence"))


def test_two_characters_and_one_suffice(published: Revision, client: Client) -> None:
    for words in ("退休", "休", "“三公”", "三公"):
        page = tree(client, "/search/", q=words, kind="sentence")
        assert links(page), words
        assert page.xpath("//li//mark"), words


def test_a_code_is_found_by_number_and_name_and_finds_its_rows(
    coded: Revision, client: Client
) -> None:
    for words in ("2080505", "机关事业单位基本养老保险"):
        assert "/functions/2080505/" in found(client, q=words)
    rows = found(client, q="2080505", kind="row")
    assert f"{AT}tables/general-budget-by-function/" in "".join(rows)
    assert all("2080505" in client.get(each).content.decode() for each in rows)
    (economic,) = (each for each in found(client, q="30201", kind="code") if "30201" in each)
    assert economic == "/economic/30201/"


def test_projects_goals_and_terms_are_found(published: Revision, client: Client) -> None:
    name = published.quotedfigure_set.get(key="project1.name").words
    page = tree(client, "/search/", q=name[:6])
    assert f"{AT}figures/project1.name/" in links(page)
    assert "154.85万元" in page.text_content()
    assert f"{AT}figures/project1.goal/" in found(client, q="网络连通保障", kind="goal")
    assert found(client, q=TERM, kind="term") == [f"/glossary/{quoted(TERM)}/"]


def quoted(words: str) -> str:
    return "".join(f"%{byte:02X}" for byte in words.encode())


def test_hostile_words_are_words(published: Revision, client: Client) -> None:
    for words in ("%", "_", "\\", "<b>x</b>", "'; DROP", "\0", "(", "a.*", "' | '", "''::tsquery"):
        page = tree(client, "/search/", q=words)
        assert DEPARTMENT not in links(page), words
        assert not page.xpath("//main//b")
    assert tree(client, "/search/", q="%").xpath("//*[@class='empty']")


def test_strange_choices_count_as_none(published: Revision, client: Client) -> None:
    usual = found(client, q="预算", kind="sentence")
    for name, value in (
        ("after", "x"),
        ("after", "-1"),
        ("after", "2022-"),
        ("after", "\0"),
        ("year", "abc"),
        ("year", "9" * 5000),
    ):
        assert found(client, q="预算", kind="sentence", **{name: value}) == usual, (name, value)
    assert found(client, q="预算", kind="sentence", after="2022-" + "9" * 30) == usual
    assert found(client, q="预算", kind="sentence", region="'\0") == []
    assert found(client, q="预算", kind="mei_you") == found(client, q="预算")
    assert client.get("/search/", {"q": "预算", "kind": "term", "after": "9-x"}).status_code == 200


def test_too_many_words_are_refused_in_words(published: Revision, client: Client) -> None:
    answer = client.get("/search/", {"q": "预算" * 5000})
    assert answer.status_code == 400
    assert "最多 60 个" in answer.content.decode()


def test_pages_follow_each_other_without_gap(
    published: Revision, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind in ("sentence", "term"):
        asked = {"q": "支出", "kind": kind}
        monkeypatch.setattr(page_of_search, "A_PAGE", 500)
        whole = found(client, **asked)
        monkeypatch.setattr(page_of_search, "A_PAGE", 4 if kind == "sentence" else 1)
        pages, address = [], f"/search/?q={quoted('支出')}&kind={kind}"
        while address:
            page = tree(client, address)
            pages += links(page)
            following = page.xpath("//a[@rel='next']/@href")
            address = f"/search/{following[0]}" if following else ""
        assert pages == whole
        assert len(whole) > 1


def test_facets_count_what_they_lead_to(
    published: Revision, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_of_search, "A_PAGE", 500)
    page = tree(client, "/search/", q="网格")
    kinds = page.xpath("//nav[contains(@class, 'facet')][1]/a")[1:]
    assert len(kinds) >= 4
    for each in kinds:
        hits = links(tree(client, f"/search/{each.get('href')}"))
        assert str(len(hits)) == each.xpath("span/text()")[0]


def test_what_is_not_public_is_not_found(published: Revision, client: Client) -> None:
    taken = take_in(other_department(SEED.read_bytes()), State.APPROVED)
    assert found(client, q="测试局") == []
    assert client.get("/search/suggestions/", {"q": "测试局"}).json() == {"suggestions": []}
    other = take_in(other_department(SEED.read_bytes()) + b"\n", State.PUBLISHED)
    assert OTHER_AT in "".join(found(client, q="测试局"))
    (sentence, *_) = found(client, q="测试局", kind="sentence")
    withdraw_revision(revision=other, by=person("reviewer"), note="重新公开")
    assert found(client, q="测试局") == []
    assert client.get(sentence).status_code == 404
    assert taken.state == State.APPROVED


def test_a_correction_takes_the_place_of_what_it_corrects(
    published: Revision, client: Client, seed: bytes
) -> None:
    before = found(client, q="综合处", kind="sentence")
    corrected = seed.replace("综合处、".encode(), "综合科、".encode())
    take_in(corrected, State.PUBLISHED)
    after = found(client, q="综合科", kind="sentence")
    assert len(after) == len(before) > 0
    assert found(client, q="综合处", kind="sentence") == []
    old = f"{AT}r1/{before[0].removeprefix(AT)}"
    assert "综合处" in client.get(old).content.decode()


def test_suggestions_say_what_the_words_may_mean(coded: Revision, client: Client) -> None:
    answer = client.get("/search/suggestions/", {"q": "kmwg"})
    offered = answer.json()["suggestions"]
    assert offered == [{"kind": "部门", "text": NAME, "note": "昆明市", "url": DEPARTMENT}]
    assert answer["Cache-Control"] == "public, max-age=60"
    english = client.get("/en/search/suggestions/", {"q": "2080505"}).json()["suggestions"]
    assert english[0]["url"] == "/en/functions/2080505/"
    assert english[0]["text"].startswith("2080505 ")
    kinds = {
        each["kind"]
        for words in ("网格", "三公")
        for each in client.get("/search/suggestions/", {"q": words}).json()["suggestions"]
    }
    assert kinds == {"部门", "排行", "项目", "名词解释"}
    for nothing in ("", "%", "\0", "预算" * 5000):
        assert client.get("/search/suggestions/", {"q": nothing}).json() == {"suggestions": []}


def test_a_ranking_is_found_by_its_title(published: Revision, client: Client) -> None:
    for words, name in (("三公", "three-public"), ("运行经费", "operating"), ("绩效", "goals")):
        assert f"/across/{name}/" in found(client, q=words), words
        assert f"/across/{name}/" in found(client, q=words, kind="question"), words
    assert "/across/three-public/" in client.get("/search/suggestions/?q=三公").content.decode()
    assert client.get("/search/suggestions/?q=").json() == {"suggestions": []}
    page = tree(client, "/en/search/", q="operating")
    assert "/en/across/operating/" in links(page)
    assert page.xpath("//mark/text()") == ["Operating"]
