"""Sheets of an .ods, read from its XML in one bounded pass.

python-calamine gives no merged ranges of an .ods, and its headers are made of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from disclosures.classification.money import parse_number
from disclosures.documents.workbook.archive import Archive, broken, encrypted
from disclosures.documents.workbook.cells import Held, Kind, number_of
from disclosures.documents.workbook.markup import child, events, local
from disclosures.documents.workbook.sheet import Area, Found, Span, check_sheets

CONTENT = "content.xml"
NAMESPACE = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
TABLE, OFFICE, STYLE = (NAMESPACE % each for each in ("table", "office", "style"))
EXTENDED = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
NUMBERS = ("float", "percentage", "currency")
NOT_PRINTED = ("annotation", "ruby-text")
ELSEWHERE = "'file:"  # the name of a sheet kept of another file begins so


@dataclass(frozen=True)
class Run:
    """A cell and how often it stands side by side, from a column on."""

    element: _Element
    column: int
    times: int


def read_ods(archive: Archive) -> tuple[list[Found], list[str]]:
    """Every sheet in order, and what is to be noted of the whole.

    Raises RefusedError for broken XML, a password, and beyond the bounds.
    """
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise encrypted()
    if CONTENT not in archive.names:
        raise broken()
    try:
        found = _read(archive)
    except (ValueError, IndexError) as error:
        raise broken() from error
    sheets = [each for each in found if not each.name.startswith(ELSEWHERE)]
    note = "工作簿引用了其他文件，读取的是上次保存的结果，请核对是否最新。"
    return sheets, [note] if len(sheets) < len(found) else []


def _read(archive: Archive) -> list[Found]:
    """Raises ValueError or IndexError for what no program writes."""
    found: list[Found] = []
    undisplayed: set[str] = set()
    depth = row = column = 0
    runs: list[Run] = []
    names = ("style", "table", "table-column", "table-row", "table-cell", "covered-table-cell")
    for event, each in events(archive, CONTENT, *names):
        name = local(each)
        if name == "style" and event == "end":
            undisplayed.update(_undisplayed(each))
        elif name == "table":
            depth += 1 if event == "start" else -1
            if event == "start" and depth == 1:
                is_hidden = each.get(f"{TABLE}style-name", "") in undisplayed
                found.append(Found(each.get(f"{TABLE}name", ""), is_hidden))
                check_sheets(len(found))
                row = column = 0
        elif depth != 1:
            continue
        elif name == "table-column" and event == "end":
            times = _times(each, "number-columns-repeated")
            if _is_hidden(each):
                found[-1].hidden_columns.append(Span(column, column + times - 1))
            column += times
        elif name == "table-row" and event == "start":
            runs = []
        elif name == "table-row":
            times = _times(each, "number-rows-repeated")
            if _is_hidden(each):
                found[-1].hidden_rows.append(Span(row, row + times - 1))
            _add_rows(found[-1], runs, range(row, row + times))
            row += times
        elif event == "end":
            start = runs[-1].column + runs[-1].times if runs else 0
            runs.append(Run(each, start, _times(each, "number-columns-repeated")))
    return found


def _add_rows(sheet: Found, runs: list[Run], rows: range) -> None:
    """Add the rows that one element stands for: all of them, when they show anything."""
    shown = [each for each in runs if _held(0, 0, each.element)]
    for row in rows if shown else ():
        for run in shown:
            for column in range(run.column, run.column + run.times):
                if held := _held(row, column, run.element):
                    sheet.add(held)
                across = _times(run.element, "number-columns-spanned")
                down = _times(run.element, "number-rows-spanned")
                sheet.merge(Area(row, column, row + down - 1, column + across - 1))


def _undisplayed(style: _Element) -> Iterator[str]:
    properties = child(style, "table-properties")
    if properties is not None and properties.get(f"{TABLE}display") == "false":
        yield style.get(f"{STYLE}name", "")


def _times(element: _Element, name: str) -> int:
    return max(int(element.get(f"{TABLE}{name}", 1)), 1)


def _is_hidden(element: _Element) -> bool:
    return bool(element.get(f"{TABLE}visibility", "visible") != "visible")


def _held(row: int, column: int, cell: _Element) -> Held | None:
    """What a cell holds, or None. A formula without a result is uncalculated."""
    kind = cell.get(f"{OFFICE}value-type", "")
    paragraphs = [_printed(each) for each in cell if local(each) == "p"]
    text = "".join(paragraphs)
    formula = cell.get(f"{TABLE}formula")
    if cell.get(f"{EXTENDED}value-type") == "error":
        return Held(row, column, Kind.ERROR, text or "#N/A")
    if formula is not None and text.startswith(("#", "Err:")):
        return Held(row, column, Kind.ERROR, text)
    if kind in NUMBERS:
        value = cell.get(f"{OFFICE}value", "")
        return Held(row, column, Kind.NUMBER, value, text if _is_shown(text, value) else "")
    if kind in ("date", "time", "boolean"):
        value = cell.get(f"{OFFICE}{kind}-value", text)
        is_truth = kind == "boolean"
        value = value.upper() if is_truth else value.removesuffix("T00:00:00")
        return Held(row, column, Kind.BOOLEAN if is_truth else Kind.DATE, value)
    if formula is not None and not kind and not paragraphs:
        return Held(row, column, Kind.UNCALCULATED, formula.partition(":")[2] or formula)
    return Held(row, column, Kind.TEXT, text) if text else None


def _is_shown(text: str, value: str) -> bool:
    """Whether the text shows the number itself, neither rounded nor in other words."""
    try:
        return parse_number(text) == number_of(value)
    except ValueError:
        return False


def _printed(element: _Element) -> str:
    """The text of a paragraph, its spaces too, without comments and readings."""
    text = element.text or ""
    for each in element:
        if local(each) in ("s", "tab"):
            text += " "
        elif local(each) not in NOT_PRINTED:
            text += _printed(each)
        text += each.tail or ""
    return text
