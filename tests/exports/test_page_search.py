"""Words of a narrative found again on the page that they were read from."""

import hashlib

import pytest

from disclosures.documents.printed import PDF
from disclosures.exports.page_search import page_of_words
from disclosures.models import Upload
from disclosures.publishing.keeping import keep_file
from tests.documents.pdf.typeset import pdf

PAGES = """部门预算总支出1707.95万元。\n\n资产总额 1,168.18 万元，其中固定资产

1,168.18元。 #pagebreak() 车辆编制１辆。"""


@pytest.fixture
def upload(db: None) -> Upload:
    data = pdf(PAGES)
    sha256 = hashlib.sha256(data).hexdigest()
    return keep_file(data=data, sha256=sha256, filename="说明.pdf", media=PDF, by=None)


def test_words_have_their_page_and_box(upload: Upload) -> None:
    found = page_of_words(upload, "固定资产", "1,168.18元", "。")
    assert found is not None
    first = page_of_words(upload, "资产总额", "1,168.18万元", "")
    assert first is not None
    assert (found["page"], first["page"]) == (1, 1)
    assert found["box"][1] > first["box"][1]  # further down
    left, top, right, bottom = found["box"]
    assert 0 < right - left < 120
    assert 0 < bottom - top < 20


def test_width_and_later_pages_are_no_matter(upload: Upload) -> None:
    found = page_of_words(upload, "车辆", "编制1辆", "")
    assert found is not None
    assert found["page"] == 2


def test_words_that_stand_nowhere_have_no_page(upload: Upload) -> None:
    assert page_of_words(upload, "公务接待", "1,168.18元", "") is None
    assert page_of_words(upload, "", "", "") is None
