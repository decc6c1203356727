"""Workbooks made for a test, in each format, small enough to read."""

import struct
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO

import xlsxwriter
from openpyxl import Workbook as Made
from openpyxl.worksheet.worksheet import Worksheet

from disclosures.documents.workbook.read import Workbook, read_workbook

ODS = "application/vnd.oasis.opendocument.spreadsheet"
SPACES = " ".join(
    f'xmlns:{each}="urn:oasis:names:tc:opendocument:xmlns:{each}:1.0"'
    for each in ("office", "table", "text", "style")
)
EXTENDED = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'


def xlsx(fill: Callable[[Worksheet], object], name: str = "表1") -> bytes:
    """An .xlsx of one sheet, which `fill` fills."""
    made = Made()
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    sheet.title = name
    fill(sheet)
    return saved(made)


def shared(text: str) -> bytes:
    """An .xlsx of one cell, whose text stands among the shared ones."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as made:
        made.add_worksheet("表1").write(0, 0, text)
    return stream.getvalue()


def saved(made: Made) -> bytes:
    """The bytes of a workbook."""
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def packed(members: Mapping[str, bytes | str]) -> bytes:
    """A zip file."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def changed(data: bytes, members: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """A zip file with some members rewritten, or added."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        before = {each: archive.read(each) for each in archive.namelist()}
    return packed(
        before | {name: change(before.get(name, b"")) for name, change in members.items()}
    )


def ods(tables: str, styles: str = "") -> bytes:
    """An .ods with these tables, in its own XML."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {SPACES} {EXTENDED}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    return packed({"mimetype": ODS, "content.xml": content})


def record(kind: int, content: bytes = b"") -> bytes:
    """One record of an .xls."""
    return struct.pack("<HH", kind, len(content)) + content


def beginning(what: int) -> bytes:
    """The BOF record of a part: 5 for the whole, 16 for a sheet."""
    return record(0x0809, struct.pack("<HHHHII", 0x0600, what, 0, 0, 0, 6))


def label(row: int, column: int, text: str) -> bytes:
    """A cell of text."""
    return record(
        0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 1) + text.encode("utf-16-le")
    )


def number(row: int, column: int, value: float) -> bytes:
    """A cell with a number."""
    return record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def biff(
    *cells: bytes, name: str = "表1", before: bytes = b"", state: int = 0, what: int = 0
) -> bytes:
    """The stream of an .xls with one sheet; `before` stands in its part on the whole."""
    named = name.encode("utf-16-le")
    bound = struct.pack("<BBBB", state, what, len(name), 1) + named
    whole = beginning(5) + before
    start = len(whole) + 4 + 4 + len(bound) + 4
    return (
        whole
        + record(0x0085, struct.pack("<I", start) + bound)
        + record(0x000A)
        + beginning(16)
        + b"".join(cells)
        + record(0x000A)
    )


def compound(streams: Mapping[str, bytes]) -> bytes:
    """A compound file with these streams, each over 4096 bytes long by zeros at its end."""
    free, end, table = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    chains: list[int] = []
    sectors = b""
    entries = [("Root Entry", 5, end, 0, 1)]
    for position, (name, content) in enumerate(streams.items(), start=1):
        padded = content + bytes(max(4096 - len(content), -len(content) % 512))
        first, count = len(chains), len(padded) // 512
        chains += [*range(first + 1, first + count), end]
        sectors += padded
        following = position + 1 if position < len(streams) else free
        entries.append((name, 2, first, len(padded), following))
    directory = b"".join(
        (name.encode("utf-16-le") + b"\0\0").ljust(64, b"\0")
        + struct.pack("<HBBIII", 2 * len(name) + 2, kind, 1, free, *links(kind, other, free))
        + bytes(36)
        + struct.pack("<IQ", first, size)
        for name, kind, first, size, other in entries
    )
    directory += bytes(-len(directory) % 512)
    begin = len(chains)
    count = len(directory) // 512
    chains += [*range(begin + 1, begin + count), end]
    allocation = len(chains)
    parts = (allocation + 128) // 128
    chains += [table] * parts + [free] * (128 * parts - allocation - parts)
    listed = [*range(allocation, allocation + parts)]
    header = struct.pack(
        "<8s16s5H6x9I",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        bytes(16),
        *(0x3E, 3, 0xFFFE, 9, 6),
        *(0, parts, begin, 0, 4096, end, 0, end, 0),
    )
    header += struct.pack("<109I", *listed, *[free] * (109 - parts))
    return header + sectors + directory + struct.pack(f"<{len(chains)}I", *chains)


def links(kind: int, other: int, free: int) -> tuple[int, int]:
    """The sibling to the right and the child of an entry."""
    return (free, other) if kind == 5 else (other, free)


def xls(
    *cells: bytes, name: str = "表1", before: bytes = b"", state: int = 0, what: int = 0
) -> bytes:
    """An .xls of one sheet."""
    return compound({"Workbook": biff(*cells, name=name, before=before, state=state, what=what)})


def read(data: bytes, filename: str = "表.xlsx") -> Workbook:
    """The workbook, which is not refused."""
    workbook = read_workbook(data, filename)
    assert isinstance(workbook, Workbook), workbook
    return workbook


def texts(workbook: Workbook) -> dict[str, str]:
    """What each cell says, by its name, of all sheets."""
    return {
        each.where["cell"]: each.text
        for grid in workbook.grids
        for each in grid.places
        if each.where
    }
