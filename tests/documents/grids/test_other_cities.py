"""Hold-outs: standard tables of cities without a file of their own are read by header meaning.

Every cell that is read must be right; a cell of the truth that is missing is a failure, too.
"""

from decimal import Decimal

import pytest

from disclosures.documents.forms.registry import NATIONAL
from disclosures.documents.grids.book import read_book
from disclosures.documents.grids.problem import Severity
from tests.documents.grids.other_cities import TABLES, Printed, grid_of

SAID_BY_US = ("side", "line")  # what the reader adds to a line: not printed


@pytest.mark.parametrize("printed", TABLES, ids=lambda each: f"{each.place}-{each.title}")
def test_a_table_of_an_unlisted_city_is_read_whole(printed: Printed) -> None:
    year = 2025 if "决算" in printed.title else 2026
    reading = read_book([grid_of(printed)], NATIONAL, year)
    sheet = reading.book.sheet(printed.table)
    assert sheet is not None, [each.title for each in reading.book]
    read = [
        {n: c.value for n, c in row.cells.items() if c.value is not None and n not in SAID_BY_US}
        for row in sheet.rows
    ]
    truth = [
        {name: _value(sheet.table, name, text) for name, text in row.items()}
        for row in printed.truth
    ]
    assert read == truth
    assert [each.message for each in reading.problems if each.severity is Severity.ERROR] == []


def _value(table: str, name: str, text: str) -> Decimal | str:
    words = ("label", "period", "basis", "fund", "unit_name", "unit_code")
    is_text = name in words or name.endswith(("_name", "_code"))
    return text if is_text else Decimal(text)
