"""Pages of a site that has published nothing yet."""

from django.test import Client

from tests.pages.published import TERM
from tests.pages.test_feeds import ALL, ATOM, feed, said
from tests.pages.test_terms import tree


def test_nothing_published_is_a_feed_too(db: None, client: Client) -> None:
    found = feed(client, ALL)
    assert said(found, "a:updated") == ["2000-01-01T00:00:00+00:00"]
    assert found.xpath("a:entry", namespaces=ATOM) == []


def test_an_official_term_has_a_page_before_anybody_explains_it(db: None, client: Client) -> None:
    assert "还没有部门解释" in tree(client, f"/glossary/{TERM}/").text_content()
    assert client.get("/glossary/没有这样的词/").status_code == 404
