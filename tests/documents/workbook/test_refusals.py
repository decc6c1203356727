"""What is no workbook, or a dangerous one, is refused with the reason and the remedy."""

import struct
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from openpyxl import Workbook as Made

from disclosures.documents.refusal import Refusal
from disclosures.documents.workbook import archive, sheet
from disclosures.documents.workbook.read import read_workbook
from tests.documents.workbook.made import (
    changed,
    compound,
    label,
    number,
    ods,
    packed,
    record,
    saved,
    shared,
    xls,
    xlsx,
)

SHEET = "xl/worksheets/sheet1.xml"
SMALL = xlsx(lambda sheet: sheet.append(["部门", 1]))
SHARED = shared("部门")
ENTITIES = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]>'  # and so on


def refused(data: bytes) -> Refusal:
    refusal = read_workbook(data, "表.xlsx")
    assert isinstance(refusal, Refusal), refusal
    assert "请" in refusal.reason
    assert refusal.reason.isascii() is False
    return refusal


def encrypted_member(data: bytes) -> bytes:
    """A zip file whose first member says it is encrypted."""
    listed = data.rindex(b"PK\x01\x02", 0, data.index(b"PK\x01\x02") + 4)
    return data[: listed + 8] + b"\x01" + data[listed + 9 :]


def rows(count: int) -> bytes:
    return xlsx(lambda made: [made.append(["x"]) for _ in range(count)])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"x" * (20 * 1024 * 1024 + 1), "too_large"),
        (compound({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}), "encrypted"),
        (xls(before=record(0x002F, bytes(54))), "encrypted"),
        (encrypted_member(SMALL), "encrypted"),
        (
            changed(
                ods(""), {"META-INF/manifest.xml": lambda _: b"<m><manifest:encryption-data/></m>"}
            ),
            "encrypted",
        ),
        (changed(SMALL, {"xl/vbaProject.bin": lambda _: b"x"}), "macros"),
        (changed(SMALL, {"xl/macrosheets/sheet1.xml": lambda _: b"<x/>"}), "macros"),
        (changed(ods(""), {"Basic/Standard/Module1.xml": lambda _: b"<x/>"}), "macros"),
        (compound({"Workbook": b"x", "_VBA_PROJECT": b"x"}), "macros"),
        (xls(label(0, 0, "x"), what=1), "macros"),
        (SMALL[: len(SMALL) // 2], "broken"),
        (SMALL[:-1], "broken"),
        (xls(label(0, 0, "x"))[:2000], "broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 5000, "broken"),
        (changed(SMALL, {SHEET: lambda xml: xml[:-30]}), "broken"),
        (changed(SMALL, {SHEET: lambda xml: xml.replace(b'"A1"', b'"1A"')}), "broken"),
        (changed(SHARED, {SHEET: lambda xml: xml.replace(b"<v>0</v>", b"<v>9</v>")}), "broken"),
        (changed(SMALL, {SHEET: lambda xml: ENTITIES + xml}), "unsafe"),
        (
            changed(SMALL, {SHEET: lambda xml: (ENTITIES + xml).decode().encode("utf-16")}),
            "unsafe",
        ),
        (changed(SMALL, {"../outside.xml": lambda _: b"<x/>"}), "unsafe"),
        (changed(SMALL, {"/etc/outside.xml": lambda _: b"<x/>"}), "unsafe"),
        (changed(SMALL, {"..\\outside.xml": lambda _: b"<x/>"}), "unsafe"),
        (changed(SMALL, {"xl/media/large.bin": lambda _: bytes(2 << 20)}), "too_large"),
        (changed(SMALL, {f"x{each}": lambda _: b"" for each in range(2001)}), "too_large"),
        (rows(20_001), "too_large"),
        (xlsx(lambda made: made.append(["x"] * 201)), "too_large"),
        (xls(number(0, 0, 1), number(65535, 255, 1)), "too_large"),
        (xls(number(0, 20000, 1)), "broken"),
        (changed(SMALL, {SHEET: lambda xml: xml.replace(b'"A1"', b'"A9999999"')}), "broken"),
        (xlsx(lambda made: None), "no_content"),
    ],
)
def test_a_file_that_is_not_taken(data: bytes, code: str) -> None:
    assert refused(data).code == code


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n", "PDF 文件"),
        ("\n<!DOCTYPE html><html><body><table>部门".encode(), "网页（HTML）"),
        ("<table><tr><td>部门".encode("gb18030"), "网页（HTML）"),
        ("部门,金额\n教育局,1".encode("gb18030"), "文本文件（如 CSV）"),
        ("部门,金额".encode("utf-16"), "文本文件（如 CSV）"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', "2003"),
        (b"\x89PNG\r\n", "图片"),
        (b"Rar!\x1a", "压缩包"),
        (b"\x00\x01\x02\x03", "二进制"),
        (packed({"word/document.xml": "<x/>"}), "Word 文档"),
        (packed({"ppt/presentation.xml": "<x/>"}), "演示文稿"),
        (packed({"xl/workbook.bin": "x"}), "xlsb"),
        (packed({"表.xlsx": SMALL}), "压缩包"),
        (packed({}), "空的压缩包"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "压缩包"),
        (compound({"WordDocument": b"x"}), "Word 文档"),
        (compound({"Contents": b"x"}), "旧版 Office"),
    ],
)
def test_another_kind_of_file_is_named(data: bytes, what: str) -> None:
    refusal = refused(data)
    assert refusal.code == "not_a_workbook"
    assert what in refusal.reason
    assert "另存为 .xlsx" in refusal.reason


def test_too_many_sheets() -> None:
    made = Made()
    for _ in range(50):
        made.create_sheet().append(["x"])
    assert "51 张" in refused(saved(made)).reason


def test_too_many_merged_ranges(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "MOST_MERGED", 3)

    def fill(made) -> None:  # type: ignore[no-untyped-def]
        made["A1"] = "x"
        for row in range(1, 5):
            made.merge_cells(start_row=row, end_row=row, start_column=1, end_column=2)

    assert "合并单元格" in refused(xlsx(fill)).reason


@pytest.mark.parametrize("bound", ["LARGEST_UNPACKED", "LARGEST_SHEETS"])
def test_members_that_unpack_to_too_much(bound: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, bound, 500)
    assert refused(SMALL).code == "too_large"


def test_a_member_that_lies_of_its_size() -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/workbook.xml", "<x/>" * 100_000)
    data = bytearray(stream.getvalue())
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = struct.pack("<I", 10)
    assert refused(bytes(data)).code == "broken"


@pytest.mark.parametrize("make", [lambda: SMALL, lambda: xls(label(0, 0, "部门"), number(0, 1, 1))])
def test_no_damage_is_more_than_a_refusal(make: Callable[[], bytes]) -> None:
    data = make()
    for at in range(0, len(data), max(len(data) // 150, 1)):
        damaged = data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]
        read_workbook(damaged, "表")
        read_workbook(data[:at], "表")
