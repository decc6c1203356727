"""Numbers in an address: what is none counts as none, and a page knows its neighbours."""

import pytest
from django.core.handlers.wsgi import WSGIRequest
from django.test import RequestFactory

from disclosures.pages.paging import LAST_PAGE, four_digits, neighbours, page_number

STRANGE = ("", "abc", "-1", "²", "２０２２", "2022.0", "9" * 5000, "\0", "'><script>")


def asked(**given: str) -> WSGIRequest:
    return RequestFactory().get("/", given)


@pytest.mark.parametrize("text", STRANGE)
def test_what_is_no_number_counts_as_none(text: str) -> None:
    assert four_digits(asked(year=text), "year") is None
    assert page_number(asked(page=text)) == 1


def test_a_year_has_four_digits() -> None:
    assert four_digits(asked(year="2022"), "year") == 2022
    assert four_digits(asked(year="202"), "year") is None
    assert four_digits(asked(), "year") is None


@pytest.mark.parametrize(("text", "page"), [("0", 1), ("1", 1), ("7", 7), ("999", LAST_PAGE)])
def test_a_page_is_within_bounds(text: str, page: int) -> None:
    assert page_number(asked(page=text)) == page


def test_a_page_leads_back_and_on_and_keeps_what_was_asked() -> None:
    request = asked(region="kunming", page="2")
    assert neighbours(request, 2, has_more=True) == {
        "previous": "?region=kunming&page=1",
        "following": "?region=kunming&page=3",
    }
    assert neighbours(asked(), 1, has_more=False) == {"previous": "", "following": ""}
    assert neighbours(asked(), LAST_PAGE, has_more=True)["following"] == ""
