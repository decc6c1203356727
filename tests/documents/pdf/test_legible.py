"""Pages that cannot be read as they are seen are refused or doubted, never stored as figures."""

import pytest

from disclosures.documents.pdf.legible import Sight, check_legible, illegible
from disclosures.documents.pdf.page import UNIFIED
from disclosures.documents.refusal import RefusedError

PLAIN = Sight(1, 900, 0, 0.0)


def test_text_without_codes_is_refused() -> None:
    with pytest.raises(RefusedError) as refused:
        check_legible([PLAIN, Sight(2, 900, 800, 0.0)])
    assert refused.value.refusal.code == "garbled"


def test_a_few_odd_characters_are_borne() -> None:
    check_legible([PLAIN, Sight(2, 900, 5, 0.0)])
    assert [*illegible([PLAIN, Sight(2, 900, 5, 0.0)])] == []


def test_a_page_partly_without_codes_is_a_doubt() -> None:
    (problem,) = illegible([PLAIN, Sight(2, 900, 90, 0.0)])
    assert problem.where == {"page": 2}
    assert "乱码" in problem.message


def test_a_picture_among_pages_of_text_is_a_doubt() -> None:
    (problem,) = illegible([PLAIN, Sight(2, 3, 0, 0.9)])
    assert "图片" in problem.message
    assert [*illegible([Sight(2, 400, 0, 0.9)])] == []  # a picture behind the text


def test_radicals_are_the_characters_that_they_look_like() -> None:
    assert "⼀般公共预算⽀出".translate(UNIFIED) == "一般公共预算支出"
