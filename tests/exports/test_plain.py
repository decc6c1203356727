"""CSV and JSON of a revision hold every cell, its value, its print and its kind of nothing."""

import csv
import json
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from disclosures.exports.plain import csv_document, json_document
from disclosures.exports.statutory import Statutory
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Cell, KeptCell, Row, RowKind, Sheet

HELD = Sheet(
    "procurement",
    "采购表",
    12,
    TableState.FILLED,
    "万元",
    (
        Row(
            {
                "procurement_item": Cell("=SUM(A1)", "=SUM(A1)"),
                "total": Cell(Decimal("12345678.90"), "1,234.567890"),
                "general_budget": Cell(Decimal("0.00"), "0"),
                "government_fund": Cell(None, ""),
                "state_capital": Cell(None, "不适用"),
            },
            RowKind.TOTAL,
        ),
    ),
)
EMPTY = Sheet("new-assets", "资产表", 16, TableState.DECLARED_EMPTY, statement="本部门无此项。")
KEPT = Sheet("unknown-17", "别的表", 17, TableState.AS_PRINTED, kept=(KeptCell("-甲", 0, 1),))


@pytest.fixture
def content() -> Statutory:
    """Three tables: one filled, one empty, one kept as printed."""
    made = datetime(2026, 1, 1, tzinfo=UTC)
    return Statutory("标题", "部门", "第1版", made, (), (), (HELD, EMPTY, KEPT), 2026)


def lines(content: Statutory) -> list[dict[str, str]]:
    return list(csv.DictReader(csv_document(content).decode("utf-8-sig").splitlines()))


def test_a_line_is_a_cell_with_its_kind_of_nothing(content: Statutory) -> None:
    by_column = {line["column"]: line for line in lines(content) if line["table"] == "procurement"}
    told = ("value", "printed", "nothing")
    said = {name: tuple(each[key] for key in told) for name, each in by_column.items()}
    assert said == {
        "procurement_item": ("'=SUM(A1)", "'=SUM(A1)", ""),
        "total": ("12345678.90", "1,234.567890", ""),
        "general_budget": ("0.00", "0", ""),
        "government_fund": ("", "", "blank"),
        "state_capital": ("", "不适用", "not_applicable"),
    }
    assert {each["row_kind"] for each in by_column.values()} == {"total"}


def test_a_table_without_rows_says_why_and_a_kept_one_keeps_its_text(content: Statutory) -> None:
    empty, kept = (line for line in lines(content) if line["table"] != "procurement")
    assert (empty["printed"], empty["nothing"]) == ("本部门无此项。", "declared_empty")
    assert (kept["row"], kept["column"], kept["printed"]) == ("1", "2", "'-甲")


def test_json_says_the_same(content: Statutory) -> None:
    tables = {each["table"]: each for each in json.loads(json_document(content))["tables"]}
    cells = tables["procurement"]["rows"][0]["cells"]
    assert cells["total"] == {"value": "12345678.90", "printed": "1,234.567890", "nothing": ""}
    assert cells["procurement_item"]["value"] == "=SUM(A1)"
    assert cells["government_fund"]["nothing"] == "blank"
    assert tables["new-assets"]["statement"] == "本部门无此项。"
    assert tables["unknown-17"]["kept"] == [{"row": 0, "column": 1, "text": "-甲"}]
