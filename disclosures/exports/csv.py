"""CSV as PostgreSQL writes it (COPY), for the rows of any listing.

RFC 4180 with a UTF-8 byte order mark, so that spreadsheet programs read Chinese. A null is an empty
field. A text that a spreadsheet would run as a formula gets a leading apostrophe; numbers, and
texts that are nothing but a number, stay as they are.
"""

from collections.abc import Iterator, Sequence
from tempfile import SpooledTemporaryFile

from django.db import connections
from django.db.models import Expression, Func, QuerySet, TextField
from django.db.models.functions import Cast

from disclosures.queries.api_columns import Column, ValueKind

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
CHUNK = 64 * 1024
IN_MEMORY = 4 * 1024 * 1024
PLAIN = frozenset({ValueKind.INTEGER, ValueKind.MONEY, ValueKind.DECIMAL, ValueKind.DATE})


class Harmless(Func):
    """A text that no spreadsheet takes for a formula; U+0025 is the percent sign of a number."""

    template = (
        "REGEXP_REPLACE((%(expressions)s)::text,"
        r" '^(?!(?:[-+]?[0-9][0-9,]*(?:\.[0-9]+)?\u0025?)$)([=+@\t\r\n＝＋－＠-])', '''\1')"
    )
    output_field = TextField()


def rows_as_csv(rows: QuerySet, columns: Sequence[Column]) -> Iterator[bytes]:
    """The file in pieces, from one statement.

    The statement has ended before this returns: an error is raised here, never mid-file, and a
    slow or vanished reader holds no connection. What is larger than memory allows lies on disk.
    """
    file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 (closed by _pieces)
    file.write(BYTE_ORDER_MARK + ",".join(each.name for each in columns).encode() + b"\r\n")
    selected = rows.values_list(*(_field(each) for each in columns))
    sql, parameters = selected.query.sql_with_params()
    statement = f"COPY ({sql}) TO STDOUT WITH (FORMAT csv)"
    connection = connections[rows.db]
    with (
        connection.cursor() as cursor,
        connection.wrap_database_errors,
        # The driver's own: the cursor that Django takes for debugging knows no parameters.
        cursor.cursor.copy(statement, parameters) as copy,
    ):
        for line in copy:
            # The server sends each row as one message and ends it with a bare line feed.
            file.write(bytes(line)[:-1] + b"\r\n")
    file.seek(0)
    return _pieces(file)


def _pieces(file: SpooledTemporaryFile[bytes]) -> Iterator[bytes]:
    with file:
        while piece := file.read(CHUNK):
            yield piece


def _field(column: Column) -> Expression:
    if column.kind in PLAIN:
        return column.expression
    if column.kind is ValueKind.BOOLEAN:
        return Cast(column.expression, TextField())  # true and false, where COPY says t and f
    return Harmless(column.expression)
