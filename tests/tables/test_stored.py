"""What a document printed comes back from the database as it was printed."""

import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings

from disclosures.classification.money import Nothing, Unit, parse_number, to_yuan
from disclosures.records.disclosure import Revision
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Book, Cell, Row, Sheet, unknown
from disclosures.tables.registry import TABLES
from disclosures.tables.stored import book_of, printed_table, rows_of, store
from tests.tables.books import books, money, row, sheet

STATES_WITHOUT_ROWS = (TableState.DECLARED_EMPTY, TableState.NOT_ATTACHED)


def save(revision: Revision, book: Book) -> None:
    """Store a whole book, as intake does."""
    for each in book:
        printed_table(revision, each).save()
        for records in store(revision, each):
            type(records[0])._default_manager.bulk_create(records)


def stored(revision: Revision, *sheets: Sheet) -> Book:
    """The sheets as they come back."""
    save(revision, Book(sheets))
    return book_of(revision)


@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(book=books())
def test_a_book_survives_the_database(new_revision: Callable[[], Revision], book: Book) -> None:
    revision = new_revision()
    assert stored(revision, *book) == book


@pytest.mark.parametrize("name", TABLES)
def test_every_table_holds_every_column(revision: Revision, name: str) -> None:
    spec = TABLES[name]
    values = {each.field: money("12.34") for each in spec.columns if spec.is_money(each.field)}
    texts = {each.field: "201" for each in spec.columns if each.field not in values}
    texts |= {"side": "income", "line": "income_total"} if "side" in texts else {}
    texts |= {"basis": "budget"} if "basis" in texts else {}
    texts |= {"quantity": Decimal(3)} if "quantity" in texts else {}
    filled = sheet(name, row(**values, **texts))
    assert stored(revision, filled) == Book((filled,))


def test_the_four_kinds_of_nothing_stay_apart(revision: Revision) -> None:
    printed = sheet(
        "general-budget-by-function",
        Row(
            {
                "total": Cell(Decimal(0), "0.00"),
                "basic": Cell(None, ""),
                "project": Cell(None, "不适用"),
            }
        ),
    )
    empty = replace(sheet("new-assets", state=TableState.DECLARED_EMPTY), statement="本表为空表。")
    book = stored(revision, printed, replace(empty, position=2))
    found = book.sheets[0].rows[0].cells
    assert (found["total"].value, found["total"].nothing) == (0, None)
    assert (found["basic"].value, found["basic"].nothing) == (None, Nothing.BLANK)
    assert (found["project"].value, found["project"].nothing) == (None, Nothing.NOT_APPLICABLE)
    assert "basic_personnel" not in found
    assert (book.sheets[1].state, book.sheets[1].statement) == (
        TableState.DECLARED_EMPTY,
        "本表为空表。",
    )


@pytest.mark.parametrize("printed", ["0.000001", "1,202.940001", "98765432.123456", "-3.5"])
def test_wan_yuan_with_six_decimals_is_exact(revision: Revision, printed: str) -> None:
    yuan = to_yuan(parse_number(printed), Unit.WAN_YUAN)
    filled = sheet("three-public", Row({"total": Cell(yuan, printed)}))
    (back,) = stored(revision, replace(filled, unit="万元")).sheets[0].rows
    assert back.cells["total"] == Cell(yuan, printed)
    assert yuan / Unit.WAN_YUAN.yuan == parse_number(printed)


def test_children_come_back_with_their_parents(revision: Revision) -> None:
    first = replace(row(project_name="甲"), children=(row(district="东区", amount=money("1.00")),))
    second = replace(
        row(project_name="乙"),
        children=(
            row(district="西区", amount=money("2.00")),
            row(district="东区", amount=money("3.00")),
        ),
    )
    filled = sheet("transfer-to-district", first, row(project_name="丙"), second)
    assert stored(revision, filled) == Book((filled,))


def test_revisions_keep_their_own_rows(new_revision: Callable[[], Revision]) -> None:
    one, other = new_revision(), new_revision()
    for revision, amount in ((one, "1.00"), (other, "2.00")):
        save(revision, Book((sheet("three-public", row(total=money(amount))),)))
    assert [each.money("total") for each in rows_of(TABLES["three-public"], other.pk)] == [2]


def test_an_unknown_table_keeps_its_title(revision: Revision) -> None:
    strange = Sheet(unknown(3), "部门整体支出绩效目标表", 3, TableState.NOT_ATTACHED)
    (back,) = stored(revision, strange)
    assert back == strange
    assert back.is_unknown


def test_only_tables_with_rows_are_asked(
    revision: Revision, django_assert_num_queries: Callable[[int], object]
) -> None:
    book = Book(
        (
            sheet("three-public", row(total=money("1.00"))),
            replace(sheet("new-assets", state=TableState.NOT_ATTACHED), position=2),
            replace(sheet("transfer-to-district", row(project_name="甲")), position=3),
        )
    )
    save(revision, book)
    with django_assert_num_queries(3):  # tables, three-public, transfers and their districts
        assert book_of(revision) == book


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("three-public", "total", Decimal("0.001")),
        ("three-public", "total", Decimal(10) ** 16),
        ("three-public", "total", Decimal("NaN")),
        ("three-public", "total", "12"),
        ("general-budget-by-function", "function_code", "2010"),
        ("general-budget-by-function", "function_code", "２０１"),
        ("general-budget-by-function", "function_name", "行政\0运行"),
        ("general-budget-by-function", "function_name", Decimal(1)),
        ("basic-expenditure", "project_code", "5" * 61),
    ],
)
def test_what_does_not_fit_is_refused_before_the_database(
    revision: Revision, table: str, column: str, value: object
) -> None:
    cells = {column: Cell(value, str(value))}  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=column):
        store(revision, sheet(table, Row(cells)))


def test_a_printed_text_that_postgresql_cannot_hold_is_refused(revision: Revision) -> None:
    with pytest.raises(ValueError, match="total"):
        store(revision, sheet("three-public", Row({"total": Cell(None, "\0")})))


def test_a_column_of_another_table_is_refused(revision: Revision) -> None:
    with pytest.raises(ValueError, match="function_code"):
        store(revision, sheet("three-public", row(function_code="201")))


def test_children_need_a_table_that_spreads(revision: Revision) -> None:
    parent = replace(row(total=money("1.00")), children=(row(district="东区"),))
    with pytest.raises(ValueError, match="three-public"):
        store(revision, sheet("three-public", parent))


@pytest.mark.parametrize("state", STATES_WITHOUT_ROWS)
def test_rows_and_state_agree(revision: Revision, state: TableState) -> None:
    with pytest.raises(ValueError, match=state):
        store(revision, sheet("three-public", row(total=money("1.00")), state=state))
    with pytest.raises(ValueError, match="filled"):
        store(revision, sheet("three-public"))


def test_a_negative_amount_is_stored_as_printed(revision: Revision) -> None:
    filled = sheet("three-public", row(total=money("-5.00")))
    assert stored(revision, filled) == Book((filled,))


GUARDED = [
    ("generalbudgetbyfunction", {"function_code": "2010"}),
    ("generalbudgetbyfunction", {"function_code": "20108a1"}),
    ("basicexpenditure", {"economic_code": "30"}),
    ("financialbalance", {"side": "both"}),
    ("financialbalance", {"side": ""}),
]


@pytest.mark.parametrize(("model", "wrong"), GUARDED)
def test_postgresql_itself_refuses_what_is_no_code(
    revision: Revision, model: str, wrong: dict[str, str]
) -> None:
    spec = next(each for each in TABLES.values() if each.model._meta.model_name == model)
    good = {"side": "income"} if "side" in [each.field for each in spec.columns] else {}
    _insert(spec.model._meta.db_table, revision, 0, good)
    with pytest.raises(IntegrityError), transaction.atomic():
        _insert(spec.model._meta.db_table, revision, 1, good | wrong)


@pytest.mark.parametrize("name", TABLES)
def test_two_rows_never_share_a_place(revision: Revision, name: str) -> None:
    for model in TABLES[name].row_models[:1]:
        side = {"side": "income"} if "side" in TABLES[name].filters else {}
        model._default_manager.create(revision=revision, position=0, **side)
        with pytest.raises(IntegrityError), transaction.atomic():
            model._default_manager.create(revision=revision, position=0, **side)


def _insert(table: str, revision: Revision, position: int, values: dict[str, str]) -> None:
    """One row past the ORM, with empty texts where nothing is given."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT column_name FROM information_schema.columns WHERE table_name = %s"
            " AND data_type IN ('character varying', 'text')",
            [table],
        )
        row = {name: "" for (name,) in cursor.fetchall()} | values
        row |= {"printed": json.dumps({}), "where": json.dumps({})}
        names = ", ".join(f'"{name}"' for name in row)
        places = ", ".join(["%s"] * len(row))
        cursor.execute(
            f'INSERT INTO "{table}" (revision_id, position, {names}) VALUES (%s, %s, {places})',
            [revision.pk, position, *row.values()],
        )
