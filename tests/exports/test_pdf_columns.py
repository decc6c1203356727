"""A column that is as wide as its amount holds it in one line."""

import pytest

from disclosures.exports.pdf_columns import INSET, LARGEST, SMALLEST, STEP, Columns, width_of


@pytest.mark.parametrize("text", ["2245066", "-1,311.08", "1,234,567.89", "0.000001"])
def test_an_amount_is_in_one_line(text: str) -> None:
    steps = range(int((LARGEST - SMALLEST) / STEP) + 1)
    for size in (LARGEST - STEP * step for step in steps):
        columns = Columns((2 * INSET + size * width_of(text),), size)
        assert columns.lines(0, text) == [text]
        narrower = Columns((2 * INSET + size * (width_of(text) - 0.3),), size)
        assert "".join(narrower.lines(0, text)) == text
        assert len(narrower.lines(0, text)) == 2
