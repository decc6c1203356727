"""Rows of the official tables: values, printed texts, kinds of nothing, places and pages."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.extra.django import TestCase

from disclosures.classification.money import nothing_of
from disclosures.queries.api_listing import Row
from disclosures.queries.api_revisions import context
from disclosures.queries.api_tables import NOT_A_VALUE, NOT_PRINTED, SPREAD_LISTINGS, TABLE_LISTINGS
from disclosures.records.disclosure import Revision
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Book, Cell, KeptCell, RowKind, Sheet
from disclosures.tables.book import Row as BookRow
from disclosures.tables.registry import TABLES
from tests.api.published import keep, new_revision, place, publish
from tests.tables.books import books, row, sheet

Get = Callable[..., Any]
FUNCTIONS = "tables/general-budget-by-function/"


def published_sheet(each: Sheet) -> Revision:
    """A disclosure with one table, public."""
    return publish(keep(new_revision(place()), [each]))


def cells() -> BookRow:
    """A row with a value, a zero, a blank, a 不适用, a slip of the pen and a missing column."""
    where = {"sheet": "02-2", "cell": "C7"}
    return BookRow(
        {
            "function_code": Cell(None, "2O1"),
            "function_name": Cell("一般公共服务支出", "一般公共服务支出"),
            "total": Cell(Decimal("12029400.00"), "1,202.94", where),
            "basic": Cell(Decimal(0), "0"),
            "basic_personnel": Cell(None, "　"),
            "basic_public_use": Cell(None, " 不适用 "),
        },
        RowKind.TOTAL,
        where={"sheet": "02-2", "cell": "A7"},
    )


def test_the_kinds_of_nothing_stay_apart(db: None, get: Get) -> None:
    published_sheet(sheet("general-budget-by-function", cells()))
    (found,) = get(FUNCTIONS)["results"]
    nothing = {name: each["nothing"] for name, each in found["provenance"].items()}
    assert (found["total"], nothing["total"]) == ("12029400.00", None)
    assert (found["basic"], nothing["basic"]) == ("0.00", None)
    assert (found["basic_personnel"], nothing["basic_personnel"]) == (None, "blank")
    assert (found["basic_public_use"], nothing["basic_public_use"]) == (None, "not_applicable")
    assert (found["project"], nothing["project"]) == (None, NOT_PRINTED)
    assert (found["function_code"], nothing["function_code"]) == (None, NOT_A_VALUE)
    assert found["provenance"]["function_code"]["printed"] == "2O1"


def test_they_stay_apart_in_csv(db: None, get_csv: Get) -> None:
    published_sheet(sheet("general-budget-by-function", cells()))
    (line,) = get_csv(FUNCTIONS)
    said = {name: (line[name], line[f"{name}_nothing"]) for name in ("total", "basic", "project")}
    assert said["total"] == ("12029400.00", "")
    assert said["basic"] == ("0.00", "")
    assert said["project"] == ("", NOT_PRINTED)
    assert line["basic_personnel_nothing"] == "blank"
    assert line["basic_public_use_nothing"] == "not_applicable"
    assert line["total_printed"] == "1,202.94"
    assert line["function_code_printed"] == "2O1"


def test_a_row_and_its_cells_say_where_they_stand(db: None, get: Get) -> None:
    published_sheet(sheet("general-budget-by-function", cells()))
    (found,) = get(FUNCTIONS)["results"]
    assert found["where"] == {"sheet": "02-2", "cell": "A7"}
    assert found["row_kind"] == "total"
    assert found["origin"] == "table"
    total = found["provenance"]["total"]
    assert total["where"] == {"sheet": "02-2", "cell": "C7"}
    assert total["printed"] == "1,202.94"
    page = "/kunming/wanggezhongxin/2022/r1/tables/general-budget-by-function/0/"
    assert (found["page"], total["page"]) == (page, f"{page}total/")
    assert found["provenance"]["project"]["page"] is None


def test_rows_from_the_narrative_say_so_with_their_sentence(disclosed: Revision, get: Get) -> None:
    rows = get(FUNCTIONS)["results"]
    assert rows
    for each in rows:
        assert each["origin"] == "narrative"
        stands = each["provenance"]["total"]["where"]
        text = disclosed.text[stands["start"] : stands["end"]]
        assert each["provenance"]["total"]["printed"] in text


def test_an_empty_table_is_told_from_one_that_is_not_attached(db: None, get: Get) -> None:
    sentence = "本部门无政府性基金预算，故本表为空表。"
    declared = Sheet(
        "government-fund-expenditure", "基金表", 1, TableState.DECLARED_EMPTY, statement=sentence
    )
    absent = Sheet("new-assets", "资产表", 2, TableState.NOT_ATTACHED)
    publish(keep(new_revision(place()), [declared, absent]))
    assert get("tables/government-fund-expenditure/")["results"] == []
    first, second = get("printed-tables/")["results"]
    assert (first["state"], first["statement"]) == ("declared_empty", sentence)
    assert (second["state"], second["statement"]) == ("not_attached", "")
    (only,) = get("printed-tables/", state="declared_empty")["results"]
    assert only["table"] == "government-fund-expenditure"


def test_columns_that_are_data_are_rows_of_their_own(db: None, get: Get) -> None:
    shares = (
        row(district="五华区", amount=Decimal("7.00")),
        row(district="盘龙区", amount=Decimal("5.00")),
    )
    whole = row(project_name="补助", total=Decimal("12.00"))
    published_sheet(sheet("transfer-to-district", BookRow(whole.cells, children=shares)))
    found = get("tables/transfer-to-district/spread/")["results"]
    assert [(each["row"], each["district"], each["amount"]) for each in found] == [
        (0, "五华区", "7.00"),
        (0, "盘龙区", "5.00"),
    ]
    page = "/kunming/wanggezhongxin/2022/r1/tables/transfer-to-district/0/"
    assert {each["page"] for each in found} == {page}
    assert [
        each["district"]
        for each in get("tables/transfer-to-district/spread/", amount_min="6")["results"]
    ] == ["五华区"]


def test_an_unknown_table_of_a_disclosure_has_no_rows_address(db: None, get: Get) -> None:
    cell = KeptCell("人数", 0, 1, where={"page": 2})
    strange = Sheet("unknown-3", "从未见过的表", 3, TableState.AS_PRINTED, kept=(cell,))
    publish(keep(new_revision(place()), [sheet("three-public", row(total=Decimal(1))), strange]))
    known, other = get("disclosures/kunming.wanggezhongxin.2022.budget/")["tables"]
    assert other["rows"] is None
    assert other["state"] == "as_printed"
    assert other["cells"] == [["人数", 0, 1, 1, 1, {"page": 2}]]
    assert known["cells"] == []
    root, query = known["rows"].removeprefix("/api/v1/").split("?")
    assert len(get(f"{root}?{query}")["results"]) == 1


def test_the_catalogue_tells_every_column(db: None, get: Get) -> None:
    tables = {each["table"]: each for each in get("tables/")["results"]}
    assert list(tables) == list(TABLES)
    columns = {each["field"]: each for each in tables["basic-expenditure"]["columns"]}
    issued = columns["general_budget_issued_now"]
    assert issued["header"] == ["资金来源", "一般公共预算", "本次下达"]
    assert (issued["label"], issued["type"], issued["unit"]) == (
        "一般公共预算：本次下达",
        "money",
        "元",
    )
    assert columns["function_code"]["code_list"] == "functions"
    assert columns["function_code"]["unit"] is None
    spread = tables["transfer-to-district"]["spread"]
    assert [each["field"] for each in spread["columns"]] == ["district", "amount"]


@pytest.mark.parametrize(
    "listing", [*TABLE_LISTINGS.values(), *SPREAD_LISTINGS.values()], ids=lambda each: each.name
)
def test_no_column_of_a_table_hides_what_every_row_says(listing: Any) -> None:
    names = [each.name for each in listing.columns]
    assert len(names) == len(set(names))
    assert {"where", "provenance"}.isdisjoint(names)
    assert len(names) > len(context())


class AnyBook(TestCase):
    """Whatever a book holds, the API says of each cell what the book says of it."""

    @given(books())
    @settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
    def test_api_says_what_the_book_says(self, book: Book) -> None:
        revision = publish(keep(new_revision(place()), book))
        for each in book:
            listing = TABLE_LISTINGS[each.table]
            rows = listing.rows().filter(revision=revision)
            found = [listing.shape(row) for row in listing.fetch(listing.ordered(rows))]
            assert len(found) == len(each.rows)
            for row_of, said in zip(each.rows, found, strict=True):
                self.compare(row_of, said, TABLES[each.table].columns)

    def compare(self, row_of: BookRow, said: Row, columns: Any) -> None:
        for column in columns:
            cell, place_of = row_of.cells.get(column.field), said["provenance"][column.field]
            if cell is None:
                assert (place_of["printed"], place_of["nothing"]) == (None, NOT_PRINTED)
                continue
            assert place_of["printed"] == cell.printed
            assert place_of["where"] == cell.where
            assert said[column.field] == cell.value
            says = cell.value is None and (nothing_of(cell.printed) or NOT_A_VALUE)
            assert place_of["nothing"] == (says or None)
