"""The columns of a grid are told by the header path above them."""

import pytest

from disclosures.classification.money import Unit
from disclosures.documents.grids.columns import vocabulary
from disclosures.documents.grids.header import find_header
from disclosures.documents.grids.sheet import Expected, read_sheet
from disclosures.tables.registry import TABLES
from disclosures.tables.spec import TableSpec
from tests.documents.grids.printed import grid_of


@pytest.mark.parametrize("spec", TABLES.values(), ids=TABLES)
def test_every_official_header_is_found_whole(spec: TableSpec) -> None:
    reading = read_sheet(grid_of(spec), Expected(spec, spec.title, 1, Unit.YUAN))
    assert reading.problems == ()
    header = find_header(grid_of(spec), vocabulary(spec))
    assert header is not None
    assert header.top == 2
    assert header.below == grid_of(spec).height
