"""Sheets of an .xlsx, read from its XML in one bounded pass: exact digits, no float.

openpyxl would hold every styled blank cell in memory, twice for formulas and their results, and
refuse a whole workbook for a style it cannot parse; only its knowledge of formats is used.
"""

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.etree import _Element
from openpyxl.utils import column_index_from_string
from openpyxl.utils.datetime import (
    CALENDAR_MAC_1904,
    CALENDAR_WINDOWS_1900,
    from_excel,
)

from disclosures.documents.workbook.archive import Archive, broken
from disclosures.documents.workbook.cells import Held, Kind, held_value
from disclosures.documents.workbook.formats import Formats, formats_of
from disclosures.documents.workbook.markup import child, elements, is_set, local, root_of
from disclosures.documents.workbook.sheet import Area, Found, Span, check_sheets

REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
WORKBOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
STRINGS = "xl/sharedStrings.xml"
STYLES = "xl/styles.xml"
NOT_TABLES = ("/chartsheet", "/dialogsheet")


@dataclass(frozen=True)
class Context:
    """What the cells of every sheet refer to."""

    strings: Sequence[str]
    formats: Formats
    is_1904: bool


def read_xlsx(archive: Archive) -> tuple[list[Found], list[str]]:
    """Every sheet in the order of the workbook, and what is to be noted of the whole.

    Raises RefusedError for broken XML and beyond the bounds.
    """
    book = root_of(archive, WORKBOOK)
    sheets = [each for each in book.iter() if local(each) == "sheet"]
    check_sheets(len(sheets))
    properties = child(book, "workbookPr")
    context = Context(
        tuple(_strings(archive)),
        formats_of(archive, STYLES),
        properties is not None and is_set(properties, "date1904"),
    )
    targets = _targets(archive)
    found = []
    for each in sheets:
        key = next((value for name, value in each.items() if name.endswith("}id")), "")
        kind, path = targets.get(key, ("", ""))
        if kind.endswith(NOT_TABLES):
            continue
        if path not in archive.names:
            raise broken()
        sheet = Found(each.get("name", ""), each.get("state", "visible") != "visible")
        try:
            _read(archive, path, sheet, context)
        except (ValueError, IndexError) as error:
            raise broken() from error
        found.append(sheet)
    return found, [*_noted(archive, book, found)]


def _targets(archive: Archive) -> dict[str, tuple[str, str]]:
    """What the workbook's relations are, and where they lead."""
    return {
        each.get("Id", ""): (
            each.get("Type", ""),
            posixpath.normpath(posixpath.join("/xl", each.get("Target", ""))).lstrip("/"),
        )
        for each in root_of(archive, RELATIONS)
    }


def _noted(archive: Archive, book: _Element, found: Sequence[Found]) -> Iterator[str]:
    if any(name.startswith("xl/externalLinks/") for name in archive.names):
        yield "工作簿引用了其他文件，读取的是上次保存的结果，请核对是否最新。"
    calculation = child(book, "calcPr")
    if (
        calculation is not None
        and is_set(calculation, "fullCalcOnLoad")
        and any(each.has_formulas for each in found)
    ):
        yield (
            "公式要到打开文件时才重新计算，读取的是文件中保存的结果。"
            "请用 Excel 或 WPS 打开并保存后重新上传，或逐一核对。"
        )


def _strings(archive: Archive) -> Iterator[str]:
    if STRINGS in archive.names:
        yield from map(_rich, elements(archive, STRINGS, "si"))


def _rich(element: _Element) -> str:
    """The text of a string, its runs joined, without the phonetic guides."""
    texts = (
        each.text or ""
        for each in element.iter()
        if local(each) == "t" and all(local(up) != "rPh" for up in each.iterancestors())
    )
    return ESCAPED.sub(_character, "".join(texts))


def _read(archive: Archive, path: str, sheet: Found, context: Context) -> None:
    """Gather what a sheet holds. Raises ValueError or IndexError for what no program writes."""
    row, column = 0, -1
    for each in elements(archive, path, "col", "row", "c", "mergeCell"):
        match local(each):
            case "c":
                row, column = _place_of(each, row, column + 1)
                if len(each) and (held := _held(row, column, each, context)):
                    sheet.has_formulas |= local(each[0]) == "f"
                    sheet.add(held)
            case "row":
                row = int(each.get("r", row + 1)) - 1
                if is_set(each, "hidden"):
                    sheet.hidden_rows.append(Span(row, row))
                row, column = row + 1, -1
            case "col" if is_set(each, "hidden"):
                span = Span(int(each.get("min", 0)) - 1, int(each.get("max", 0)) - 1)
                sheet.hidden_columns.append(span)
            case "mergeCell":
                first, _, last = each.get("ref", "").partition(":")
                sheet.merge(Area(*_place(first), *_place(last or first)))


def _place_of(cell: _Element, row: int, column: int) -> tuple[int, int]:
    """Where a cell stands: it need not say so, nor need its row."""
    if reference := cell.get("r"):
        return _place(reference)
    parent = cell.getparent()
    return row if parent is None else int(parent.get("r", row + 1)) - 1, column


def _place(reference: str | None) -> tuple[int, int]:
    match = REFERENCE.fullmatch((reference or "").replace("$", ""))
    if match is None:
        raise ValueError(f"not a cell: {reference!r}")
    return int(match[2]) - 1, column_index_from_string(match[1]) - 1


def _held(row: int, column: int, cell: _Element, context: Context) -> Held | None:
    """What a cell holds, or None. A formula without a result is uncalculated."""
    kind = cell.get("t", "n")
    parts = {local(each): each for each in cell}
    formula, value, inline = parts.get("f"), parts.get("v"), parts.get("is")
    if kind == "inlineStr":
        return None if inline is None else Held(row, column, Kind.TEXT, _rich(inline))
    text = (value.text or "") if value is not None else ""
    if not text:
        if formula is None or (kind == "str" and value is not None):
            return None
        return Held(row, column, Kind.UNCALCULATED, formula.text or "")
    match kind:
        case "s":
            return Held(row, column, Kind.TEXT, context.strings[int(text)])
        case "str":
            return Held(row, column, Kind.TEXT, ESCAPED.sub(_character, text))
        case "b":
            return Held(row, column, Kind.BOOLEAN, "FALSE" if text in ("0", "false") else "TRUE")
        case "e":
            return Held(row, column, Kind.ERROR, text)
        case "d":
            return Held(row, column, Kind.DATE, text)
        case _:
            return _number(row, column, text, int(cell.get("s", 0)), context)


def _number(row: int, column: int, text: str, style: int, context: Context) -> Held | None:
    if style in context.formats.dates:
        return _date(row, column, text, context)
    shape = context.formats.shapes.get(style)
    return Held(row, column, Kind.NUMBER, text, shape.shown(text) if shape else "")


def _character(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))


def _date(row: int, column: int, text: str, context: Context) -> Held | None:
    epoch = CALENDAR_MAC_1904 if context.is_1904 else CALENDAR_WINDOWS_1900
    try:
        return held_value(row, column, from_excel(float(text), epoch))
    except (ValueError, OverflowError):
        return Held(row, column, Kind.DATE, text)  # out of the calendar: a problem all the same
