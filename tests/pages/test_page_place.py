"""A cell of a PDF is shown on its page, at its place."""

from io import BytesIO

import pytest
from django.test import Client
from django.utils.timezone import localdate
from lxml import html as lxml_html
from PIL import Image

from disclosures.exports.pdf import pdf_document
from disclosures.exports.statutory import Statutory
from disclosures.publishing.actions import approve_revision, publish_revision, submit_revision
from disclosures.publishing.demo import SEED
from disclosures.publishing.intake import Manner, take_in_reading
from disclosures.publishing.reading import read
from disclosures.records.disclosure import Revision, State
from disclosures.tables.book import Book
from tests.exports.test_paper import content
from tests.pages.published import AT, person
from tests.rules.example_tables import good_book


def seeds(book: Book) -> Statutory:
    """The seed's narrative with a made-up bureau's tables."""
    return content(book, read(SEED.read_bytes(), SEED.name).narrative)


@pytest.fixture
def printed(published: Revision) -> Revision:
    """The disclosure once more, as a PDF with tables."""
    data = pdf_document(seeds(good_book()))
    reading = read(data, "公开.pdf")
    taken = take_in_reading(
        reading=reading, data=data, by=person("finance"), manner=Manner(is_history=True)
    )
    submit_revision(revision=taken.revision, by=person("finance"))
    approve_revision(revision=taken.revision, by=person("reviewer"))
    return publish_revision(revision=taken.revision, by=person("reviewer"), note="更正")


def test_a_cell_is_marked_on_its_page(printed: Revision, client: Client) -> None:
    page = lxml_html.fromstring(client.get(f"{AT}tables/three-public/0/total/").content.decode())
    (picture,) = page.xpath("//svg//image")
    (mark,) = page.xpath("//svg//rect")
    drawn = Image.open(BytesIO(client.get(picture.get("href")).content)).convert("L")
    scale = drawn.width / float(picture.get("width"))
    x, y, width, height = (float(mark.get(each)) for each in ("x", "y", "width", "height"))
    inside = drawn.crop(
        [round(each * scale) for each in (x + 3, y + 3, x + width - 3, y + height - 3)]
    )
    assert min(inside.tobytes()) < 128  # something is printed there


@pytest.mark.parametrize("leaf", ["0", "999"])
def test_a_page_that_is_none_is_not_found(printed: Revision, client: Client, leaf: str) -> None:
    assert client.get(f"{AT}pages/three-public/{leaf}.png").status_code == 404


def test_a_text_has_no_pages(published: Revision, client: Client) -> None:
    assert client.get(f"{AT}pages/three-public/1.png").status_code == 404
    assert "<svg" not in client.get(f"{AT}tables/three-public/0/total/").content.decode()


def test_a_drafts_pages_are_not_public(published: Revision, client: Client) -> None:
    data = pdf_document(seeds(good_book()))
    by = person("finance")
    taken = take_in_reading(reading=read(data, "x.pdf"), data=data, by=by, manner=Manner(True))
    assert taken.revision.state == State.DRAFT
    assert client.get(f"{AT}r2/pages/three-public/1.png").status_code == 404


def test_history_says_whose_and_of_when_it_is(printed: Revision, client: Client) -> None:
    taken = localdate(printed.created_at)
    body = client.get(AT).content.decode()
    assert "历史文件：由部门" in body
    assert f"本站于{taken.year}年{taken.month}月{taken.day}日收录；原文有误之处照登" in body
    (row,) = client.get("/api/v1/disclosures/").json()["results"]
    assert row["is_history"] is True
    assert row["taken_in_at"] == printed.created_at.strftime("%Y-%m-%dT%H:%M:%SZ")
