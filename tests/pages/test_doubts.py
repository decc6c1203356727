"""What was not read surely is told in public, beside the checks and by the API."""

import json

import pytest
from django.test import Client
from lxml import html as lxml_html

from disclosures.publishing.demo import SEED
from disclosures.records.disclosure import Revision, State
from tests.pages.published import AT, OTHER_AT, other_department, take_in

SAID = "印作百分点"
PRINTED = "增长0个百分点"


def slip() -> bytes:
    """Another department's disclosure, with a slip in one rate."""
    seed = other_department(SEED.read_bytes())
    slipped = seed.replace("增长0%".encode(), PRINTED.encode(), 1)
    assert slipped != seed
    return slipped


@pytest.fixture
def doubtful(published: Revision) -> Revision:
    """The slip, published."""
    return take_in(slip(), State.PUBLISHED)


def test_a_doubt_stands_on_the_public_page(doubtful: Revision, client: Client) -> None:
    page = lxml_html.fromstring(client.get(OTHER_AT).content.decode())
    (shown,) = page.xpath("//section[@id='checks']//li[contains(@class, 'doubt')]")
    assert SAID in shown.text_content()
    assert PRINTED in shown.text_content()


def test_a_sure_reading_says_nothing_of_doubts(published: Revision, client: Client) -> None:
    assert not published.doubt_set.exists()
    assert "读取存疑" not in client.get(AT).content.decode()


def test_a_doubt_is_had_by_the_api(doubtful: Revision, client: Client) -> None:
    (found,) = json.loads(client.get("/api/v1/doubts/").content)["results"]
    where = found["where"]
    assert SAID in found["message"]
    assert found["printed"] == doubtful.text[where["start"] : where["end"]] == PRINTED


def test_a_drafts_doubts_are_not_public(published: Revision, client: Client) -> None:
    draft = take_in(slip())
    assert draft.doubt_set.count() == 1
    assert json.loads(client.get("/api/v1/doubts/").content)["results"] == []
