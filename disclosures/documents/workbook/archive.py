"""A zip file opened only after its members are known to be harmless."""

import re
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO

from disclosures.documents.refusal import RefusedError

MOST_MEMBERS = 2000
LARGEST_UNPACKED = 200 * 1024 * 1024
LARGEST_SHEETS = 60 * 1024 * 1024  # the XML of all sheets together
LARGE_MEMBER = 1024 * 1024
HIGHEST_RATIO = 200  # sheets of numbers pack some 10 to 40 times
CHUNK = 1024 * 1024
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml$|content\.xml$|xl/sharedstrings\.xml$", re.I)
MARKUP = re.compile(r"\.(?:xml|rels|rdf|vml)$", re.I)
DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")
MACROS = re.compile(r"(?:^|/)vbaproject\.bin$|^xl/macrosheets/|^(?:basic|scripts)/", re.I)


@dataclass(frozen=True)
class Archive:
    """A zip file whose members were all unpacked once and found harmless."""

    opened: zipfile.ZipFile

    @property
    def names(self) -> frozenset[str]:
        """The paths of its members."""
        return frozenset(self.opened.namelist())

    def read(self, name: str) -> bytes:
        """The bytes of a member; none for one that is not there."""
        return self.opened.read(name) if name in self.names else b""


def open_archive(data: bytes) -> Archive:
    """The zip file in `data`.

    Raises RefusedError for one that is broken, encrypted, carries macros, unpacks to more than
    any workbook, leads outside itself, or declares entities.
    """
    try:
        opened = zipfile.ZipFile(BytesIO(data))
        _check_members(opened.infolist())
        for member in opened.infolist():
            _check_content(opened, member)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise broken() from error
    return Archive(opened)


def broken() -> RefusedError:
    """The refusal of a file that is damaged."""
    return RefusedError(
        "broken",
        "文件已损坏或不完整，无法打开。请用 Excel 或 WPS 打开并另存为 .xlsx 后重新上传。"
        "The file is damaged or incomplete.",
    )


def encrypted() -> RefusedError:
    """The refusal of a file with a password."""
    return RefusedError(
        "encrypted",
        "文件设有打开密码。请去掉密码并另存为 .xlsx 后重新上传。"
        "The file is protected with a password.",
    )


def with_macros() -> RefusedError:
    """The refusal of a file with macros."""
    return RefusedError(
        "macros",
        "文件中带有宏。请另存为不带宏的工作簿（.xlsx）后重新上传。The file carries macros.",
    )


def too_large(what: str) -> RefusedError:
    """The refusal of a workbook that holds more than any disclosure; `what` says of what."""
    return RefusedError(
        "too_large",
        f"工作簿{what}。请只保留公开的表格，删去多余内容后另存为 .xlsx 重新上传。"
        "The workbook holds more than a disclosure does.",
    )


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_MEMBERS:
        raise too_large(f"内有 {len(members)} 个部件，超过 {MOST_MEMBERS} 个的上限")
    if any(member.flag_bits & 1 for member in members):
        raise encrypted()
    unpacked = sum(member.file_size for member in members)
    swollen = any(
        member.file_size > LARGE_MEMBER
        and member.file_size > HIGHEST_RATIO * max(member.compress_size, 1)
        for member in members
    )
    if unpacked > LARGEST_UNPACKED or swollen:
        raise too_large(f"解压后有 {unpacked / 1024 / 1024:.0f} MB，异常膨胀")
    sheets = sum(member.file_size for member in members if SHEET.search(member.filename))
    if sheets > LARGEST_SHEETS:
        raise too_large(f"的表格内容有 {sheets / 1024 / 1024:.0f} MB，超过上限")
    names = [member.filename for member in members]
    if any(map(_leads_outside, names)) or len(set(names)) < len(names):
        raise RefusedError(
            "unsafe",
            "文件内部的部件路径异常，可能被改动过。"
            "请用 Excel 或 WPS 打开并另存为 .xlsx 后重新上传。"
            "The file holds members with unsafe paths.",
        )
    if any(map(MACROS.search, names)):
        raise with_macros()


def _leads_outside(name: str) -> bool:
    path = name.replace("\\", "/")
    return path.startswith("/") or ".." in path.split("/") or ":" in path.split("/")[0]


def _check_content(opened: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Unpack a member once, in pieces: its checksum holds, and its XML declares nothing."""
    is_markup = bool(MARKUP.search(member.filename))
    before = b""
    with opened.open(member) as stream:
        while chunk := stream.read(CHUNK):
            # Without the zero bytes UTF-16 reads as ASCII.
            piece = before + (chunk.replace(b"\0", b"") if is_markup else b"")
            if is_markup and any(each in piece for each in DECLARATIONS):
                raise RefusedError(
                    "unsafe",
                    "文件内部含有文档类型或实体声明（DTD），不予读取。"
                    "请用 Excel 或 WPS 打开并另存为 .xlsx 后重新上传。"
                    "The file declares a document type or entities.",
                )
            before = piece[-len(DECLARATIONS[0]) :]
