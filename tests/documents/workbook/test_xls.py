"""The records of an .xls that its reader does not tell, and the ways it writes a cell."""

import struct

import pytest

from disclosures.documents.refusal import Refusal
from disclosures.documents.workbook.read import read_workbook
from disclosures.documents.workbook.shared_texts import lengths_of
from tests.documents.workbook.made import label, read, record, texts, xls


def shown(row: int, column: int, text: int) -> bytes:
    return record(0x00FD, struct.pack("<HHHI", row, column, 0, text))


def shared(*pieces: bytes) -> bytes:
    first, *more = pieces
    return record(0x00FC, first) + b"".join(record(0x003C, each) for each in more)


def formula(row: int, column: int, result: bytes) -> bytes:
    return record(
        0x0006, struct.pack("<HHH", row, column, 0) + result + bytes(6) + struct.pack("<H", 0)
    )


# 部门 wide, cut after 部; Ab narrow with one run of letters; 甲 with three bytes of a reading.
CUT = (
    struct.pack("<II", 3, 3) + struct.pack("<HB", 2, 1) + "部".encode("utf-16-le"),
    b"\x01" + "门".encode("utf-16-le") + struct.pack("<HBH", 2, 8, 1) + b"Ab" + bytes(2),
    bytes(2) + struct.pack("<HBI", 1, 5, 3) + "甲".encode("utf-16-le") + bytes(3),
)


def test_shared_texts_over_several_records() -> None:
    assert lengths_of(CUT) == [2, 2, 1]


@pytest.mark.parametrize("pieces", [CUT[:1], (CUT[0][:-1], *CUT[1:]), (b"",)])
def test_broken_shared_texts_are_refused(pieces: tuple[bytes, ...]) -> None:
    refusal = read_workbook(xls(shown(0, 0, 0), before=shared(*pieces)), "表.xls")
    assert isinstance(refusal, Refusal)
    assert refusal.code == "broken"


def test_cells_with_shared_texts() -> None:
    texts_of = struct.pack("<II", 2, 2) + struct.pack("<HB", 2, 1) + "部门".encode("utf-16-le")
    texts_of += struct.pack("<HB", 2, 0) + b"Ab"
    workbook = read(xls(shown(0, 0, 0), shown(0, 1, 1), before=shared(texts_of)))
    assert texts(workbook) == {"A1": "部门", "B1": "Ab"}


def test_a_long_text_in_very_many_cells_is_refused() -> None:
    long = struct.pack("<II", 1, 1) + struct.pack("<HB", 8000, 0) + b"x" * 8000
    cells = [shown(row, 0, 0) for row in range(3000)]
    refusal = read_workbook(xls(*cells, before=shared(long)), "表.xls")
    assert isinstance(refusal, Refusal)
    assert "文字过长" in refusal.reason


def test_numbers_as_an_xls_packs_them() -> None:
    packed = record(0x027E, struct.pack("<HHHI", 0, 0, 0, (120294 << 2) | 3))  # 1202.94 in hundreds
    several = struct.pack("<HH", 1, 0) + struct.pack("<HIHI", 0, (7 << 2) | 2, 0, (8 << 2) | 2)
    data = xls(packed, record(0x00BD, several + struct.pack("<H", 1)))
    assert texts(read(data)) == {"A1": "1202.94", "A2": "7", "B2": "8"}


def test_results_of_formulas() -> None:
    data = xls(
        label(0, 0, "x"),
        formula(1, 0, struct.pack("<d", 12.5)),
        formula(2, 0, struct.pack("<BBBBHH", 2, 0, 0x07, 0, 0, 0xFFFF)),
        formula(3, 0, struct.pack("<BBBBHH", 2, 0, 0x2A, 0, 0, 0xFFFF)),
    )
    workbook = read(data)
    assert texts(workbook) == {"A1": "x", "A2": "12.5", "A3": "#DIV/0!", "A4": "#N/A"}
    assert [each.place for each in workbook.problems] == ["表1!A3", "表1!A4"]


def test_an_error_typed_into_a_cell() -> None:
    data = xls(label(0, 0, "x"), record(0x0205, struct.pack("<HHHBB", 1, 2, 0, 0x17, 1)))
    (problem,) = read(data).problems
    assert (problem.place, problem.value) == ("表1!C2", "#REF!")


def test_a_record_on_which_the_reader_panics_is_a_refusal() -> None:
    refusal = read_workbook(xls(label(0, 0, "x"), record(0x00E5, b"\xff")), "表.xls")
    assert isinstance(refusal, Refusal)
    assert refusal.code == "broken"
