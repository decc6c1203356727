"""What a file is, told by its content and never by its name."""

import re
from enum import StrEnum

from disclosures.documents.refusal import RefusedError
from disclosures.documents.workbook.archive import Archive

ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SIGNATURES = (
    (b"%PDF", "PDF 文件"),
    (b"{\\rtf", "RTF 文档"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"GIF8", "图片"),
    (b"\x1f\x8b", "压缩包"),
    (b"Rar!", "压缩包"),
    (b"7z\xbc\xaf", "压缩包"),
    (b"\x09\x00\x04\x00", "Excel 2 的工作簿"),
    (b"\x09\x02\x06\x00", "Excel 3 的工作簿"),
    (b"\x09\x04\x06\x00", "Excel 4 的工作簿"),
)
SPREADSHEET_2003 = re.compile(rb"urn:schemas-microsoft-com:office:spreadsheet|Excel\.Sheet")
WEB_PAGE = re.compile(rb"<(?:!doctype html|html|head|body|table|meta|script)\b", re.I)
BEGINNING = 4096
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"


class Media(StrEnum):
    """The workbooks that are read. An .et of WPS is an .xls."""

    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    XLS = "application/vnd.ms-excel"
    ODS = "application/vnd.oasis.opendocument.spreadsheet"


def is_archive(data: bytes) -> bool:
    """Whether the file is a zip file: an .xlsx, .ods, or something else packed."""
    return data.startswith(ZIP)


def is_compound(data: bytes) -> bool:
    """Whether the file is a compound file: an .xls, .et, or another old Office file."""
    return data.startswith(COMPOUND)


def media_of_archive(archive: Archive) -> Media:
    """Which workbook a zip file is. Raises RefusedError when none that is read."""
    names = {name.lower() for name in archive.names}
    if "xl/workbook.xml" in names:
        return Media.XLSX
    if archive.read("mimetype").strip().startswith(OPEN_DOCUMENT):
        return Media.ODS
    if "xl/workbook.bin" in names:
        raise not_a_workbook("二进制工作簿（.xlsb）")
    for folder, what in (("word/", "Word 文档"), ("ppt/", "演示文稿"), ("", "压缩包")):
        if any(name.startswith(folder) for name in names):
            raise not_a_workbook(what)
    raise not_a_workbook("空的压缩包")


def media_of_streams(names: frozenset[str]) -> Media:
    """Which workbook a compound file is, by its streams. Raises RefusedError when none."""
    if names & {"Workbook", "Book"}:
        return Media.XLS
    for name, what in (
        ("WordDocument", "Word 文档"),
        ("PowerPoint Document", "演示文稿"),
    ):
        if name in names:
            raise not_a_workbook(what)
    raise not_a_workbook("另一种旧版 Office 文件")


def what_else(data: bytes) -> RefusedError:
    """The refusal of a file that is neither: it says what the file is, as far as is seen."""
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            return not_a_workbook(what)
    beginning = data[:BEGINNING].replace(b"\0", b"")
    if SPREADSHEET_2003.search(beginning):
        return not_a_workbook("XML 表格（Excel 2003 XML）")
    if WEB_PAGE.search(beginning):
        return not_a_workbook("网页（HTML）")
    if b"\0" in data[:BEGINNING] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return not_a_workbook("无法识别的二进制文件")
    return not_a_workbook("文本文件（如 CSV）")


def not_a_workbook(what: str) -> RefusedError:
    """The refusal of another kind of file."""
    return RefusedError(
        "not_a_workbook",
        f"这是{what}，不是工作簿，改扩展名无效。"
        "请用 Excel 或 WPS 打开或录入，另存为 .xlsx 后重新上传。"
        "This is not a workbook (.xlsx, .xls, .et, .ods).",
    )
