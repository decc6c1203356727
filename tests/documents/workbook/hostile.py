"""Files that are no officer's workbook, each with what is to be said of it."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from tests.documents.workbook.made import changed, compound, label, ods, packed, xls, xlsx

SHEET = "xl/worksheets/sheet1.xml"
SMALL = xlsx(lambda sheet: sheet.append(["部门", 1]))
LAUGHS = b"".join(
    b'<!ENTITY l%d "%s">' % (depth, b"&l%d;" % (depth - 1) * 10) for depth in range(1, 10)
)
BOMB = b'<!DOCTYPE l [<!ENTITY l0 "ha">' + LAUGHS + b"]>"
REPEATED = (
    '<table:table table:name="表"><table:table-row table:number-rows-repeated="1000000">'
    '<table:table-cell office:value-type="float" office:value="1"/></table:table-row></table:table>'
)
OUTSIDE = b'<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@dataclass(frozen=True)
class Hostile:
    """A file under the name that it was given, the refusal's code and some of its words."""

    name: str
    make: Callable[[], bytes]
    code: str
    words: str


def with_sheet(change: Callable[[bytes], bytes]) -> bytes:
    """A small workbook whose sheet's XML is another."""
    return changed(SMALL, {SHEET: change})


def of_a_million_rows() -> bytes:
    """A workbook of 1,000,000 rows, each with a number of its own."""
    head, _, tail = zipfile.ZipFile(io.BytesIO(SMALL)).read(SHEET).partition(b"<sheetData>")
    rows = "".join(
        f'<row r="{row}"><c r="A{row}"><v>{row * 7919}</v></c></row>' for row in range(1, 10**6 + 1)
    )
    end = tail[tail.index(b"</sheetData>") :]
    return with_sheet(lambda _: head + b"<sheetData>" + rows.encode() + end)


FILES = (
    Hostile(
        "加密.xlsx",
        lambda: compound({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}),
        "encrypted",
        "设有打开密码",
    ),
    Hostile(
        "带宏.xlsm",
        lambda: changed(SMALL, {"xl/vbaProject.bin": lambda _: b"x"}),
        "macros",
        "带有宏",
    ),
    Hostile("旧宏表.xls", lambda: xls(label(0, 0, "x"), what=1), "macros", "带有宏"),
    Hostile("改名.xlsx", lambda: b"%PDF-1.7\n", "not_a_workbook", "这是PDF 文件，不是工作簿"),
    Hostile("改名.et", lambda: compound({"WordDocument": b"x"}), "not_a_workbook", "Word 文档"),
    Hostile("打包.xlsx", lambda: packed({"表.xlsx": SMALL}), "not_a_workbook", "这是压缩包"),
    Hostile("截断.xlsx", lambda: SMALL[: len(SMALL) // 2], "broken", "已损坏或不完整"),
    Hostile("截断.xls", lambda: xls(label(0, 0, "x"))[:2000], "broken", "已损坏或不完整"),
    Hostile(
        "膨胀.xlsx",
        lambda: changed(SMALL, {"xl/media/image1.png": lambda _: bytes(150 << 20)}),
        "too_large",
        "异常膨胀",
    ),
    Hostile("实体.xlsx", lambda: with_sheet(lambda xml: BOMB + xml), "unsafe", "实体声明"),
    Hostile("外部.xlsx", lambda: with_sheet(lambda xml: OUTSIDE + xml), "unsafe", "实体声明"),
    Hostile(
        "越界.xlsx",
        lambda: changed(SMALL, {"../../etc/cron.d/x": lambda _: b"x"}),
        "unsafe",
        "部件路径异常",
    ),
    Hostile("百万行.xlsx", of_a_million_rows, "too_large", "超过 20000 行"),
    Hostile("百万行.ods", lambda: ods(REPEATED), "too_large", "超过 20000 行"),
    Hostile("百兆.xlsx", lambda: b"PK\x03\x04" + bytes(100 << 20), "too_large", "100 MB"),
)
