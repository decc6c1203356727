"""The map of the site is whole, both languages of it, and names nothing that is not public."""

from typing import Any

import pytest
from django.test import Client
from lxml import etree
from lxml import html as lxml_html

from disclosures.classification.loading import load_codes
from disclosures.publishing.demo import SEED
from disclosures.records.disclosure import Revision, State
from tests.pages.published import AT, SLUG, other_department, take_in

MAP = {"m": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
SITE = "http://testserver"


def tree(client: Client, path: str) -> Any:
    answer = client.get(path)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/xml"), path
    return etree.fromstring(answer.content)


def places(element: Any) -> list[str]:
    return [each.text.removeprefix(SITE) for each in element.xpath("//m:loc", namespaces=MAP)]


def whole(client: Client) -> dict[str, str]:
    """Every address of every map, with its hour or ""."""
    found = {}
    for part in places(tree(client, "/sitemap.xml")):
        for url in tree(client, part).xpath("//m:url", namespaces=MAP):
            (at,) = url.xpath("m:lastmod/text()", namespaces=MAP) or [""]
            others = url.xpath("x:link/@href", namespaces=MAP)
            (place,) = url.xpath("m:loc/text()", namespaces=MAP)
            assert place in others
            assert len(others) == 2
            found[place.removeprefix(SITE)] = at
    return found


def test_it_names_every_page_and_no_other(
    published: Revision, client: Client, seed: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_codes()
    take_in(SEED.read_bytes().replace("综合处、".encode(), "综合科、".encode()), State.PUBLISHED)
    take_in(other_department(seed), State.APPROVED)
    found = whole(client)
    department = f"/kunming/{SLUG}/"
    for path in (
        "/",
        "/about/",
        "/data/",
        "/rules/D16/",
        "/functions/2080505/",
        "/economic/30201/",
        department,
    ):
        assert path in found, path
        assert f"/en{path}" in found
    assert {each for each in found if each.startswith("/kunming/")} == {department, AT, f"{AT}r1/"}
    assert found[AT] == found[department] > ""
    assert found[f"{AT}r1/"] == found["/functions/2080501/"] == ""
    assert found["/functions/2080505/"] == found[AT]
    assert not any("search" in each or "embed" in each or "preview" in each for each in found)
    some = [AT, f"{AT}r1/", department, *list(found)[::211]]
    broken = [each for each in some if client.get(each).status_code != 200]
    assert broken == []
    monkeypatch.setattr("disclosures.pages.sitemap.A_PART", 400)
    parts = places(tree(client, "/sitemap.xml"))
    assert "/sitemap-functions-2.xml" in parts
    assert whole(client) == found
    for path in ("/sitemap-pages-2.xml", "/sitemap-pages-0.xml", "/sitemap-x-1.xml"):
        assert client.get(path).status_code == 404, path
    assert f"Sitemap: {SITE}/sitemap.xml" in client.get("/robots.txt").content.decode()


def head(client: Client, path: str) -> tuple[list[str], list[str]]:
    """The canonical address of a page and those of its languages."""
    page = lxml_html.fromstring(client.get(path).content.decode())
    languages = page.xpath("//link[@hreflang]/@href")
    return page.xpath("//link[@rel='canonical']/@href"), sorted(set(languages))


def test_each_page_has_one_address(published: Revision, client: Client, settings: Any) -> None:
    take_in(SEED.read_bytes().replace("综合处、".encode(), "综合科、".encode()), State.PUBLISHED)
    settings.PUBLIC_URL = "https://budget.example.org"
    homes = {
        AT: AT,
        f"{AT}?unit=wan&x=1": AT,
        f"{AT}r2/": AT,
        f"{AT}r1/": f"{AT}r1/",
        f"{AT}r2/figures/exp.total/": f"{AT}figures/exp.total/",
        f"{AT}r1/figures/exp.total/": f"{AT}r1/figures/exp.total/",
        f"{AT}r1/revisions/": f"{AT}revisions/",
        f"{AT}r2/changes/?from=1": f"{AT}changes/?from=1",
        "/?year=2022&unit=yuan": "/?year=2022",
    }
    for path, home in homes.items():
        full, other = (f"https://budget.example.org{each}" for each in (home, f"/en{home}"))
        assert head(client, path) == ([full], sorted([full, other])), path
        assert head(client, f"/en{path}")[0] == [other], path
    assert head(client, "/mei-you/") == ([], [])
    robots = lxml_html.fromstring(client.get("/search/?q=a").content.decode())
    assert robots.xpath("//meta[@name='robots']/@content") == ["noindex, follow"]
