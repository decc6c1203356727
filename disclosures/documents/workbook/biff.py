"""The records of an .xls (MS-XLS, BIFF5 and BIFF8) that say what its reader does not tell.

The reader makes each sheet a full rectangle from its first cell to its last, as it opens the file:
where cells stand is to be known before. It also gives a cell with an error as a blank one.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from disclosures.documents.workbook.archive import broken, encrypted, too_large, with_macros
from disclosures.documents.workbook.cells import Held, Kind
from disclosures.documents.workbook.shared_texts import lengths_of
from disclosures.documents.workbook.sheet import (
    LARGEST_COVERED,
    MOST_CHARACTERS,
    Span,
    check_sheets,
)

BOF, EOF, FILEPASS, BOUNDSHEET = 0x0809, 0x000A, 0x002F, 0x0085
FORMULA, BOOLEAN_OR_ERROR, ROW, COLUMNS = 0x0006, 0x0205, 0x0208, 0x007D
MANY_NUMBERS, SHARED_TEXT = 0x00BD, 0x00FD
SHARED_TEXTS, CONTINUED = 0x00FC, 0x003C
NUMBER, PACKED_NUMBER, LABEL, RICH_LABEL = 0x0203, 0x027E, 0x0204, 0x00D6
CELLS = frozenset(
    (FORMULA, BOOLEAN_OR_ERROR, NUMBER, PACKED_NUMBER, MANY_NUMBERS, LABEL, RICH_LABEL, SHARED_TEXT)
)
VERSIONS = (0x0500, 0x0600)
MACROS = (1, 6)  # BOUNDSHEET's type of a macro sheet and of a Visual Basic module
HIDDEN_ROW = 0x20
NOT_A_NUMBER = 0xFFFF
ERROR_RESULT = 2
ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


@dataclass
class Beside:
    """What is known of a sheet beside its values."""

    area: int = 0  # cells of the rectangle around the content
    shared: list[int] = field(default_factory=list)  # the shared texts that cells show
    errors: list[Held] = field(default_factory=list)
    hidden_rows: list[Span] = field(default_factory=list)
    hidden_columns: list[Span] = field(default_factory=list)


def look_over(stream: bytes) -> list[Beside]:
    """Every sheet of a workbook stream, in its order.

    Raises RefusedError for a stream that is cut off, encrypted, carries macros, or whose cells
    stand too far apart.
    """
    try:
        sheets = list(_sheets(stream))
        check_sheets(len(sheets))
        looked_over = [_beside(stream, start) for start in sheets]
        lengths = lengths_of(_shared_texts(stream))
    except struct.error as error:
        raise broken() from error
    if sum(each.area for each in looked_over) > LARGEST_COVERED:
        raise too_large("的内容在表中相隔太远，或行列过多")
    shown = (number for each in looked_over for number in each.shared if number < len(lengths))
    if sum(lengths[number] for number in shown) > MOST_CHARACTERS:
        raise too_large("的文字过长")
    return looked_over


def _shared_texts(stream: bytes) -> list[bytes]:
    """The record of the shared texts, with those that go on with it."""
    pieces: list[bytes] = []
    is_inside = False
    for kind, content in _records(stream, 0):
        is_inside = kind == SHARED_TEXTS or (is_inside and kind == CONTINUED)
        pieces += [content] if is_inside else []
    return pieces


def _sheets(stream: bytes) -> Iterator[int]:
    """Where each sheet begins."""
    kind, first = next(_records(stream, 0), (0, b""))
    if kind != BOF or struct.unpack_from("<H", first)[0] not in VERSIONS:
        raise broken()
    for kind, content in _records(stream, 0):
        if kind == FILEPASS:
            raise encrypted()
        if kind == BOUNDSHEET:
            start, _, what = struct.unpack_from("<IBB", content)
            if what in MACROS:
                raise with_macros()
            yield start


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records of one part of the stream, to its end; those of charts inside left out."""
    depth = 0
    while True:
        kind, length = struct.unpack_from("<HH", stream, at)
        content = stream[at + 4 : at + 4 + length]
        if len(content) < length:
            raise broken()
        at += 4 + length
        depth += (kind == BOF) - (kind == EOF)
        if depth <= 1:
            yield kind, content
        if depth <= 0:
            return


def _beside(stream: bytes, start: int) -> Beside:
    found = Beside()
    rows, columns = (1 << 16, -1), (1 << 16, -1)
    has_cells = False
    for kind, content in _records(stream, start):
        if kind in CELLS:
            row, column = struct.unpack_from("<HH", content)
            last = struct.unpack_from("<H", content, len(content) - 2)[0]
            last = last if kind == MANY_NUMBERS else column
            rows = min(rows[0], row), max(rows[1], row)
            columns = min(columns[0], column), max(columns[1], last)
            has_cells = True
            if kind == SHARED_TEXT:
                found.shared.append(struct.unpack_from("<I", content, 6)[0])
            if error := _error(kind, content):
                found.errors.append(Held(row, column, Kind.ERROR, error))
        elif kind == ROW and struct.unpack_from("<H", content, 12)[0] & HIDDEN_ROW:
            row = struct.unpack_from("<H", content)[0]
            found.hidden_rows.append(Span(row, row))
        elif kind == COLUMNS and struct.unpack_from("<H", content, 8)[0] & 1:
            found.hidden_columns.append(Span(*struct.unpack_from("<HH", content)))
    if has_cells:
        found.area = (rows[1] - rows[0] + 1) * (columns[1] - columns[0] + 1)
    return found


def _error(kind: int, content: bytes) -> str:
    """The error that a cell shows, "" for none."""
    if kind == BOOLEAN_OR_ERROR:
        value, is_error = struct.unpack_from("<BB", content, 6)
        return ERRORS.get(value, "#N/A") if is_error else ""
    if kind == FORMULA and struct.unpack_from("<H", content, 12)[0] == NOT_A_NUMBER:
        what, _, value = struct.unpack_from("<BBB", content, 6)
        return ERRORS.get(value, "#N/A") if what == ERROR_RESULT else ""
    return ""
