"""English beside Chinese: told apart by the address, complete, the documents' words left alone."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.test import Client
from django.utils import translation
from lxml import html as lxml_html

from budget_portal.catalogue import SOURCE, compiled, entries
from disclosures.classification.figures import FAMILIES, FIGURES
from disclosures.classification.loading import load_codes
from disclosures.classification.terms import TERMS
from disclosures.pages.comparing.asked import GROUPS
from disclosures.pages.comparing.lines import NO_ROW, NO_TABLE
from disclosures.pages.comparing.measures import NO_INDEX, NO_STAFF, NOBODY
from disclosures.queries.timeliness import Ignorance, Standing
from disclosures.queries.timeliness import Source as Day
from disclosures.records.code_sum import Refusal
from disclosures.records.disclosure import Kind, Revision, State
from disclosures.records.finding import Outcome, Severity
from disclosures.records.printed_table import TableState
from disclosures.records.succession import Reform
from disclosures.rules.catalogue import Group
from disclosures.rules.explain import explanations
from disclosures.tables.book import Origin
from disclosures.tables.matching import Why
from tests.pages.published import AT, CELL, FIGURE, SLUG, TERM

TEMPLATES = Path(__file__).parents[2] / "templates"
PARTS = Path(__file__).parents[2] / "disclosures" / "pages"
CHINESE = re.compile(r"[\u4e00-\u9fff]")
NAMED = re.compile(r"%\(\w+\)[sd]")
SENTENCE = re.compile(r'{% translate "([^"]+)"')
SAID = re.compile(r'said\["([^"]+)"\]')
PAGES = (
    "/",
    "/?year=1999",
    f"/kunming/{SLUG}/",
    AT,
    f"{AT}r1/",
    f"{AT}revisions/",
    f"{AT}tables/general-budget-by-function/0/",
    FIGURE,
    CELL,
    "/rules/",
    "/rules/D16/",
    "/search/?q=网格",
    "/search/?q=预算&kind=sentence",
    "/search/?q=zzzz",
    "/across/",
    "/across/three-public/",
    "/across/projects/",
    "/functions/",
    "/functions/201/",
    "/economic/",
    "/guide/",
    "/glossary/",
    f"/glossary/{TERM}/",
    "/data/",
    "/ledger/",
    "/about/",
    "/compare/",
    "/departments/",
    f"/compare/?of=kunming.{SLUG}.2022.budget",
    "/timeliness/",
)


def ours(element: Any, language: str = "") -> Iterator[str]:
    """The words on a page that no language mark leaves to a document."""
    language = element.get("lang") or language
    if language == "en":
        yield from (
            said for said in (element.text, element.get("aria-label"), element.get("title")) if said
        )
    for child in element:
        if isinstance(child.tag, str):
            yield from ours(child, language)
        if language == "en" and child.tail:
            yield child.tail


def test_a_page_in_english_is_english(published: Revision, client: Client) -> None:
    load_codes()
    left = {}
    for path in PAGES:
        answer = client.get(f"/en{path}")
        assert (answer.status_code, answer["Content-Language"]) == (200, "en"), path
        tree = lxml_html.fromstring(answer.content.decode())
        assert tree.get("lang") == "en"
        left[path] = {said.strip() for said in ours(tree.xpath("//body")[0], "en")}
    chinese = {path: set(filter(CHINESE.search, said)) for path, said in left.items()}
    assert {path: said for path, said in chinese.items() if said} == {}


def test_the_documents_words_stay(published: Revision, client: Client) -> None:
    said = client.get(f"/en{AT}").content.decode()
    assert "昆明市网格化综合监督指挥中心" in said
    assert "有1名人员调离" in said
    assert "Total expenditure" in said


def test_one_leads_to_the_other_and_back(published: Revision, client: Client) -> None:
    for path, other in ((f"{AT}?unit=yuan", f"/en{AT}?unit=yuan"), ("/", "/en/")):
        tree = lxml_html.fromstring(client.get(path).content.decode())
        assert tree.xpath("//p[@class='languages']/a/@href") == [other]
        back = lxml_html.fromstring(client.get(other).content.decode())
        assert back.xpath("//p[@class='languages']/a/@href") == [path]


def test_an_english_page_leads_to_english_pages(published: Revision, client: Client) -> None:
    tree = lxml_html.fromstring(client.get(f"/en{AT}").content.decode())
    links = [each for each in tree.xpath("//main//a/@href") if each.startswith("/")]
    assert links
    assert [each for each in links if not each.startswith("/en/")] == []


def test_the_address_alone_decides(published: Revision, client: Client) -> None:
    answer = client.get(AT, headers={"Accept-Language": "en"})
    assert answer["Content-Language"] == "zh-hans"
    assert "Accept-Language" not in answer.get("Vary", "")
    assert client.get("/en").headers["Location"] == "/en/"
    assert "没有这一页" in client.get("/mei-you/").content.decode()
    assert "No such page" in client.get("/en/mei-you/").content.decode()


def test_the_catalogue_is_compiled_from_its_source() -> None:
    found = entries(SOURCE.read_text(encoding="utf-8"))
    assert SOURCE.with_suffix(".mo").read_bytes() == compiled(found), (
        "run python -m budget_portal.catalogue"
    )
    for chinese, english in found.items():
        assert sorted(NAMED.findall(chinese)) == sorted(NAMED.findall(english)), chinese


def words() -> Iterator[str]:
    """All that a page may translate: the sentences of templates and parts, the words of records."""
    for path in [*TEMPLATES.glob("*.html"), *TEMPLATES.glob("pa*/*.html")]:
        yield from SENTENCE.findall(path.read_text(encoding="utf-8"))
    for path in PARTS.glob("*.py"):
        yield from SAID.findall(path.read_text(encoding="utf-8"))
    yield from (each.label for each in FIGURES.values())
    yield from (each.unit for each in FIGURES.values() if CHINESE.search(each.unit))
    yield from (each.label for _, each in FAMILIES)
    yield from (*(str(each) for each in Why), NO_ROW, NO_TABLE, NO_STAFF, NOBODY, NO_INDEX)
    yield from (group.label for group in GROUPS.values())
    for choices in (Standing, Ignorance, Day, Kind, State, Outcome, Severity, TableState, Refusal):
        yield from (str(each.label) for each in choices)
    for choices in (Group, Origin, Reform):
        yield from (str(each.label) for each in choices)
    for term in TERMS:
        yield from (term.name, term.plain)
    for each in explanations():
        yield from (each.severity, each.tolerance)


def test_every_word_of_ours_has_an_english_one() -> None:
    with translation.override("en"):
        missing = {said for said in words() if translation.gettext(said) == said}
    assert missing == set(), "add them to locale/en/LC_MESSAGES/django.po and compile it"


def test_the_classification_is_glossed_beside_its_official_names(
    published: Revision, client: Client
) -> None:
    load_codes()
    for path, said in (
        ("/functions/", "General public services"),
        ("/functions/208/", "Social security and employment"),
        ("/economic/30102/", "Allowances"),
        (AT, "Housing provident fund"),
    ):
        page = lxml_html.fromstring(client.get(f"/en{path}").content.decode())
        (gloss, *_) = page.xpath(f"//*[@class='gloss'][@lang='en'][text()='{said}']")
        beside = gloss.getparent().text_content()
        assert CHINESE.search(beside), (path, beside)
        assert 'class="gloss"' not in client.get(path).content.decode(), path
