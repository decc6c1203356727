"""The addresses that the API gives are pages of the site, and show what they are said to show."""

import html
import re
from collections.abc import Callable, Iterator
from typing import Any

from django.test import Client

from disclosures.api.index import ENDPOINTS
from disclosures.records.disclosure import Kind, Revision
from tests.api.published import fill, new_revision, place, publish

Get = Callable[..., Any]


def pages(answer: Any) -> Iterator[str]:
    """Every page that an answer names."""
    if isinstance(answer, list):
        for each in answer:
            yield from pages(each)
    elif isinstance(answer, dict):
        for name, value in answer.items():
            if isinstance(value, str) and re.search(r"(^|_)page$", name):
                yield value
            else:
                yield from pages(value)


def named(get: Get) -> set[str]:
    """Every page that any listing names."""
    return {
        page
        for endpoint in ENDPOINTS
        for page in pages(get(f"{endpoint.listing.name}/", limit=500)["results"])
    }


def test_every_page_that_the_api_names_is_there(
    disclosed: Revision, client: Client, get: Get
) -> None:
    found = named(get) - {"/kunming/wanggezhongxin/2022/r1/source/"}
    assert len(found) > 150
    missing = {page for page in found if client.get(page).status_code != 200}
    assert missing == set()


def test_pages_of_final_accounts_are_there(seed: bytes, db: None, client: Client, get: Get) -> None:
    publish(fill(new_revision(place(), kind=Kind.FINAL), seed))
    found = pages(get("figures/", key="income.total")["results"])
    assert {client.get(page).status_code for page in found} == {200}


def test_the_page_of_a_figure_shows_its_sentence(
    disclosed: Revision, client: Client, get: Get
) -> None:
    (figure,) = get("figures/", key="sangong.total")["results"]
    shown = re.sub(r"<[^>]+>", "", html.unescape(client.get(figure["page"]).content.decode()))
    assert figure["sentence"] in shown
