"""The official workbook: what is written is read back, cell by cell, and nothing else happens."""

from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disclosures.classification.money import nothing_of
from disclosures.documents.forms.registry import FORMS
from disclosures.documents.grids.problem import Severity
from disclosures.documents.workbook.read import Workbook, book_of_workbook, read_workbook
from disclosures.exports.statutory import Statutory
from disclosures.exports.workbook.write import workbook
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Book, Cell, Row, Sheet
from disclosures.tables.columns import leaves, shown
from disclosures.tables.registry import TABLES
from tests.rules.example_tables import good_book

KUNMING = FORMS["kunming-2022"]
WHEN = datetime(2022, 2, 17, tzinfo=UTC)


def content(book: Book) -> Statutory:
    return Statutory("某局2022年部门预算", "某局", "第1版", WHEN, (), (), tuple(book))


def read_back(data: bytes, form: object = KUNMING) -> Book:
    found = read_workbook(data, "x.xlsx")
    assert isinstance(found, Workbook), found
    reading = book_of_workbook(found, form, 2022)  # type: ignore[arg-type]
    wrong = [str(each) for each in reading.problems if each.severity is Severity.ERROR]
    assert wrong == []
    return reading.book


def said(sheet: Sheet) -> list[tuple[object, dict[str, object]]]:
    """Rows by kind and value; a blank and a cell that is not there say the same."""
    return [
        (
            row.kind,
            {
                name: cell.value if cell.value is not None else nothing_of(cell.printed)
                for name, cell in row.cells.items()
                if cell.printed and name not in ("side", "line") and cell.printed != "合计"
            },
        )
        for row in sheet.rows
    ]


def test_the_same_tables_give_the_same_bytes() -> None:
    assert workbook(content(good_book())) == workbook(content(good_book()))


AMOUNTS = st.one_of(
    st.decimals(min_value=0, max_value=10**9, places=6, allow_nan=False).map(lambda n: f"{n:f}"),
    st.decimals(min_value=-(10**6), max_value=10**6, places=2, allow_nan=False).map("{:,}".format),
    st.sampled_from(["0", "0.00", "", "—", "不适用"]),
)


@settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
@given(rows=st.lists(st.tuples(*[AMOUNTS] * 6), min_size=1, max_size=6))
def test_amounts_come_back_exactly(rows: list[tuple[str, ...]]) -> None:
    spec = TABLES["three-public"]
    names = [column.field for column in leaves(shown(spec.header, ()))]
    made = []
    for row in rows:
        cells = {}
        for name, printed in zip(names, row, strict=True):
            value = None
            if nothing_of(printed) is None:
                value = Decimal(printed.replace(",", "")) * 10_000
                value = value.quantize(Decimal("0.01"))
                if value != Decimal(printed.replace(",", "")) * 10_000:
                    return
            cells[name] = Cell(value, printed)
        made.append(Row(cells))
    title = KUNMING.table("three-public").title  # type: ignore[union-attr]
    sheet = Sheet("three-public", title, 1, TableState.FILLED, "万元", tuple(made))
    filled = [row for row in said(sheet) if row[1]]
    found = read_back(workbook(content(Book((sheet,))))).sheet("three-public")
    assert found is not None
    if any(value for _, cells in filled for value in cells.values() if isinstance(value, Decimal)):
        assert [row for row in said(found) if row[1]] == filled


@pytest.mark.parametrize("text", ["=1+1", "+SUM(A1)", "-2", "@x", "http://example.org", "\t=1"])
def test_a_text_is_never_a_formula(text: str) -> None:
    row = Row({"project_name": Cell(text, text), "first_year": Cell(Decimal(1), "0.0001")})
    sheet = Sheet(
        "medium-term-plan", "部门项目中期规划预算表", 1, TableState.FILLED, "万元", (row,)
    )
    made = openpyxl.load_workbook(BytesIO(workbook(content(Book((sheet,))))))
    cells = [cell for line in made.worksheets[0].iter_rows() for cell in line]
    assert text in [cell.value for cell in cells]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
