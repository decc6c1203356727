"""Terms: explained in plain words, as each department words them, and where they stand."""

from typing import Any

from django.test import Client
from lxml import html as lxml_html

from disclosures.classification.terms import TERMS, by_key, by_label
from disclosures.publishing.actions import publish_revision
from disclosures.records.disclosure import Revision, State
from disclosures.records.finding import Outcome
from tests.pages.published import AT, OTHER_AT, TERM, other_department, person, take_in


def tree(client: Client, path: str) -> Any:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return lxml_html.fromstring(answer.content.decode())


def test_terms_are_named_once() -> None:
    assert len(by_key()) == len(TERMS)
    labels = [label for term in TERMS for label in {term.name, *term.also}]
    assert len(labels) == len(set(labels))
    assert set(by_label().values()) == set(TERMS)


def test_a_term_has_one_page_with_every_wording(
    published: Revision, client: Client, seed: bytes
) -> None:
    text = other_department(seed).decode()
    term = published.glossaryterm_set.get(term__contains="三公")
    assert term.definition in text
    take_in(text.replace(term.definition, f"{term.definition}另有说明。").encode(), State.PUBLISHED)
    page = tree(client, f"/glossary/{TERM}/")
    assert len(page.xpath("//section[@class='wording']")) == 2
    places = page.xpath("//ul[@class='whose']//a/@href")
    assert len(places) == 2
    for place in places:
        assert "三公" in "".join(tree(client, place).xpath("//mark//text()"))
    assert by_key()[TERM].plain in page.text_content()
    for quoted in ("“三公”经费", "三 公 经费", "「三公」经费"):
        assert client.get(f"/glossary/{quoted}/").status_code == 200


def test_labels_are_explained_where_they_stand(published: Revision, client: Client) -> None:
    page = tree(client, AT)
    buttons = page.xpath("//button[@class='term']")
    assert len(buttons) >= 4
    for button in buttons:
        (popover,) = page.xpath(f"//*[@id='{button.get('popovertarget')}']")
        assert popover.get("popover") is not None
        assert client.get(popover.xpath(".//a/@href")[0]).status_code == 200
    identifiers = page.xpath("//@id")
    assert len(identifiers) == len(set(identifiers))


def test_rules_say_how_often_they_failed(published: Revision, client: Client, seed: bytes) -> None:
    assert published.finding_set.get(rule="D01").outcome == Outcome.HOLDS
    assert "核对了 1 份文件，没有不符" in tree(client, "/rules/D01/").text_content()
    other = take_in(other_department(seed), State.APPROVED)
    other.finding_set.filter(rule="D01").update(outcome=Outcome.FAILS)
    publish_revision(revision=other, by=person("reviewer"))
    said = tree(client, "/rules/D01/")
    assert "核对了 2 份文件，1 份不符" in said.text_content()
    assert said.xpath("//ul[@class='findings']//a/@href") == [f"{OTHER_AT}#checks", f"{AT}#checks"]
    listed = tree(client, "/rules/").xpath("//dt[a='D01']/following-sibling::dd")[0]
    assert "核对了 2 份文件，1 份不符" in listed.text_content()
