"""Words behind the text are none of its cells; headings are."""

from disclosures.documents.pdf.page import Char
from disclosures.documents.pdf.watermarks import without_watermarks


def line(text: str, left: float, top: float, size: float) -> list[Char]:
    return [
        Char(each, left + size * at, top, left + size * (at + 1), top + size)
        for at, each in enumerate(text)
    ]


ROWS = [*line("本年支出合计", 0, 100, 10), *line("66,881,112.00", 150, 100, 10)]


def test_words_that_text_is_printed_upon_are_left_out() -> None:
    behind = line("严禁外传", 100, 80, 50)
    assert without_watermarks([*behind, *ROWS]) == tuple(ROWS)


def test_a_heading_is_not_however_large() -> None:
    page = [*line("部门预算", 100, 20, 50), *ROWS]
    assert without_watermarks(page) == tuple(page)


def test_text_that_others_touch_at_its_own_size_is_not() -> None:
    page = [*ROWS, *line("注", 10, 101, 12)]
    assert without_watermarks(page) == tuple(page)
    assert without_watermarks([]) == ()
