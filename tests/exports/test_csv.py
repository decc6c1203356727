"""The file: RFC 4180 for spreadsheets, exact, harmless, streamed, and never in anyone's way."""

import csv
import io
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from disclosures.classification.lists import FunctionCode
from disclosures.exports.csv import CHUNK, rows_as_csv
from disclosures.queries.api_columns import Column, ValueKind

NAME = Column("name", "name", "名称")
CODE = Column("code", "code", "编码")
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60)


def named(*names: str) -> QuerySet:
    """Codes of these names, in this order."""
    FunctionCode.objects.all().delete()
    FunctionCode.objects.bulk_create(
        FunctionCode(code=f"{position:03}", name=name, level="类", budget="一般")
        for position, name in enumerate(names)
    )
    return FunctionCode.objects.order_by("code")


def lines(pieces: Iterator[bytes]) -> list[list[str]]:
    """The fields of a file, header first."""
    text = b"".join(pieces).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def written(name: str) -> str:
    """What a name becomes in the file."""
    return lines(rows_as_csv(named(name), [NAME]))[1][0]


@pytest.mark.django_db
def test_the_file_begins_with_the_mark_that_spreadsheets_need() -> None:
    body = b"".join(rows_as_csv(named("教育", "科学"), [CODE, NAME]))
    assert body == "\ufeffcode,name\r\n000,教育\r\n001,科学\r\n".encode()


@pytest.mark.django_db
def test_without_rows_the_header_stands_alone() -> None:
    assert b"".join(rows_as_csv(named(), [CODE])) == b"\xef\xbb\xbfcode\r\n"


@pytest.mark.django_db
@pytest.mark.parametrize("first", list("=+-@\t\r\n＝＋－＠"))
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(first: str) -> None:
    assert written(f"{first}HYPERLINK(1)") == f"'{first}HYPERLINK(1)"
    assert written(f"甲{first}") == f"甲{first}"


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["-28.11", "+3", "-1,202.94", "-4.5%", "0", "1e5", "-0"])
def test_a_number_in_words_stays(name: str) -> None:
    assert written(name) == name


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["-", "--", "-1+cmd|' /C calc'!A0", "-1\n=1", "+1 2", "-%"])
def test_what_only_begins_as_a_number_does_not(name: str) -> None:
    assert written(name) == f"'{name}"


@pytest.mark.django_db
def test_numbers_are_not_touched() -> None:
    year = Column("year", "year_to", "年度", ValueKind.INTEGER)
    rows = named("甲")
    rows.update(year_to=-7 % 100)
    assert lines(rows_as_csv(rows, [year]))[1] == ["93"]
    below = Column(
        "below", Cast(Value("-7"), FunctionCode._meta.get_field("id")), "负数", ValueKind.MONEY
    )
    assert lines(rows_as_csv(rows, [below]))[1] == ["-7"]


@pytest.mark.django_db
def test_null_is_empty_and_truth_is_spelled() -> None:
    current = Column("is_current", "is_current", "现行", ValueKind.BOOLEAN)
    until = Column("year_to", "year_to", "停用年度", ValueKind.INTEGER)
    assert b"".join(rows_as_csv(named("甲"), [current, until])).endswith(b"\r\ntrue,\r\n")


class AnyText(TestCase):
    """Whatever text is stored comes back, but for the apostrophe."""

    @given(st.lists(WORDS, min_size=1, max_size=5))
    @settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
    def test_text_survives(self, names: list[str]) -> None:
        found = [line[0] for line in lines(rows_as_csv(named(*names), [NAME, CODE]))[1:]]
        assert [each.removeprefix("'") for each in found] == [
            each.removeprefix("'") for each in names
        ]
        assert not [each for each in found if each[:1] in set("=@\t\r\n＝＋－＠")]


@pytest.mark.django_db
def test_a_long_file_comes_in_pieces() -> None:
    pieces = list(rows_as_csv(named(*["字" * 150] * 600), [NAME]))
    assert len(pieces) > 1
    assert max(map(len, pieces)) < 2 * CHUNK
    assert len(lines(iter(pieces))) == 601


@pytest.mark.django_db
def test_a_reader_that_goes_away_leaves_the_connection_free() -> None:
    rows = named(*["字" * 150] * 600)
    before = transaction.savepoint()
    pieces: Any = rows_as_csv(rows, [NAME])
    next(pieces)
    pieces.close()
    transaction.savepoint_rollback(before)
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)


@pytest.mark.django_db
def test_an_error_of_the_database_comes_before_the_first_byte() -> None:
    wrong = Column(
        "wrong", Cast(F("name"), FunctionCode._meta.get_field("year_to")), "错", ValueKind.INTEGER
    )
    rows = named("不是数字")
    with pytest.raises(DatabaseError):
        rows_as_csv(rows, [wrong])


@pytest.mark.django_db
def test_values_reach_the_statement_as_parameters() -> None:
    quoted = Column("said", Value('it\'s 100% "so"', CharField()), "引号")
    assert lines(rows_as_csv(named("甲"), [quoted]))[1] == ['it\'s 100% "so"']
