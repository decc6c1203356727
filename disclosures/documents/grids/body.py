"""The rows of a table below its header."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from disclosures.classification.money import halfwidth
from disclosures.documents.grids.cells import CODES, read_cell
from disclosures.documents.grids.columns import Match
from disclosures.documents.grids.grid import Grid, Place
from disclosures.documents.grids.problem import Problem
from disclosures.documents.grids.units import Units
from disclosures.tables.book import Cell, Row, RowKind, Where
from disclosures.tables.shapes.codes import is_code
from disclosures.tables.spec import TableSpec

CODE_LENGTHS = (3, 5, 7)  # of a 类, 款 and 项
BLANK = Cell(None, "")  # a column that is printed, with nothing in this row
TOTAL = re.compile(r"^(?:\d{4}年)?(?:合计|总计|总合计)(?:数)?$")
SUBTOTAL = re.compile(r"(?:小计|经费合计)$")
UNIT_AND_NAME = re.compile(r"^[\[(]?(\d{3,12})[\])]?[\s.、_-]*([\u4e00-\u9fff].*)$")
CODE_AND_NAME = re.compile(
    r"^[\[【(]?(\d{3}(?:\d{2}){0,2})[\]】)]?[\s.、_-]*([^\d\s.、_\]】)-].*)$"
)


@dataclass(frozen=True)
class Printed:
    """One row of a grid: its number, and the places that cover its columns.

    A name printed once over several rows is the name of each, an amount that of the first.
    """

    number: int
    places: Mapping[int, Place]

    def get(self, column: int, *, is_amount: bool) -> Place | None:
        """What a column prints in this row."""
        place = self.places.get(column)
        return None if place and is_amount and place.row != self.number else place


def lines_of(grid: Grid, rows: range) -> Iterator[Printed]:
    """The rows of a grid."""
    by_row: dict[int, dict[int, Place]] = {row: {} for row in rows}
    for place in grid.places:
        for row in range(place.row, place.row + place.rows):
            if row in by_row:
                by_row[row].setdefault(place.column, place)
    return (Printed(row, by_row[row]) for row in rows)


def read_row(
    spec: TableSpec,
    match: Match,
    line: Printed,
    units: Units,
    above: Mapping[str, str] | None = None,
) -> tuple[Row | None, list[Problem]]:
    """One row, or None when nothing is printed in it; `above` are the codes of the row before."""
    found = {
        field: line.get(column, is_amount=spec.is_money(field))
        for field, column in match.columns.items()
    }
    places = {field: place for field, place in found.items() if place}
    for field, columns in match.split.items():
        if joined := _joined_code(line, columns, (above or {}).get(field, "")):
            places[field] = joined
    if not any(place.text for place in places.values()):
        return None, []
    places = _parted(spec, places)
    read = {name: read_cell(spec, name, place, units.of(place)) for name, place in places.items()}
    cells = {name: cell for name, (cell, _) in read.items()}
    kind = _kind(spec, cells)
    if kind is RowKind.DETAIL and any(
        TOTAL.match(_bare(each.text)) for each in line.places.values()
    ):
        kind = RowKind.TOTAL  # said in a column that is none of the table's
    cells |= {name: BLANK for name in match.columns if name not in cells}
    problems = [problem for name, (_, problem) in read.items() if problem]
    if kind is not RowKind.DETAIL:
        problems = [each for each in problems if not _is_sum(each.value)]
    return Row(cells, kind, where=_place_of(line, places)), problems


def _place_of(line: Printed, places: Mapping[str, Place]) -> Where | None:
    """Where a row stands: its first cell of no other row. Merged ones may be on another page."""
    own = (each for each in places.values() if each.row == line.number and each.rows == 1)
    return next(own, next(iter(places.values()))).where


def named_totals(spec: TableSpec, rows: Sequence[Row]) -> list[Row]:
    """The rows, with those of a whole unit as what they are.

    Some places print a unit's sum as a row with the unit's name, or nothing, and no code: the
    table's total where there is one unit, a subtotal where there are several.
    """
    code = next((each for each in CODES if each in {c.field for c in spec.columns}), None)
    if code is None:
        return list(rows)
    names = [each for each in spec.key if each != "unit_name"]
    whole = [
        row.kind is RowKind.DETAIL
        and not any(row.cells[each].printed.strip() for each in names if each in row.cells)
        for row in rows
    ]
    coded = any(row.value(code) is not None for row in rows)
    has_total = any(row.kind is RowKind.TOTAL for row in rows)
    kind = RowKind.TOTAL if sum(whole) == 1 and not has_total else RowKind.SUBTOTAL
    if kind is RowKind.TOTAL and not _holds_all(spec, rows[whole.index(True)], rows):
        return list(rows)  # a row that lost its name
    return [
        replace(row, kind=kind) if is_whole and coded else row
        for row, is_whole in zip(rows, whole, strict=True)
    ]


def _holds_all(spec: TableSpec, whole: Row, rows: Sequence[Row]) -> bool:
    """Whether a row could be the sum of the others: none of its amounts is less than any other."""
    for name in spec.money:
        total = whole.money(name)
        if total is not None and any(
            (each := row.money(name)) is not None and each > total for row in rows
        ):
            return False
    return True


def _joined_code(line: Printed, split_code: Sequence[int], above: str) -> Place | None:
    """The code of a row from its parts; where a 款 or 项 stands alone, its 类 is that above."""
    parts = [line.places.get(each) for each in split_code]
    printed = [each for each in parts if each and each.text]
    if not printed:
        return None
    first = next(at for at, each in enumerate(parts) if each and each.text)
    texts = [
        ("".join(each.text.split()), at) for at, each in enumerate(parts) if each and each.text
    ]
    whole = [_level(text, at) for text, at in texts]
    # A level that is none is set apart, so that what is joined passes for no code.
    between = "" if all(whole) else "-"
    text = between.join(level or text for level, (text, _) in zip(whole, texts, strict=True))
    begun = above[: CODE_LENGTHS[first - 1]] if first else ""
    if first and len(begun) == CODE_LENGTHS[first - 1] and text.isdecimal():
        text = begun + text
    return Place(text, printed[0].row, printed[0].column, where=printed[-1].where)


def _level(text: str, at: int) -> str | None:
    """A printed 类, 款 or 项 as the digits that it adds to a code; None where it is none.

    A number lost the zero that a 款 or 项 below 10 begins with.
    """
    begun = CODE_LENGTHS[at - 1] if at else 0
    if not text.isdecimal() or len(text) in CODE_LENGTHS[at:]:
        return text  # the code whole, or a word such as 合计
    digits = CODE_LENGTHS[at] - begun
    if len(text) == digits:
        return text
    return text.zfill(digits) if at and len(text) == 1 else None


def _parted(spec: TableSpec, places: dict[str, Place]) -> dict[str, Place]:
    """A code and its name that one column prints together: 2080505机关事业单位…"""
    unit = places.get("unit_code")
    if unit is not None and not (places.get("unit_name") and places["unit_name"].text):
        match = UNIT_AND_NAME.match(halfwidth(unit.text).strip())
        if match and "unit_name" in {each.field for each in spec.columns}:
            places["unit_code"] = _with_text(unit, match[1])
            places["unit_name"] = _with_text(unit, match[2])
    for code in CODES:
        name = code.replace("_code", "_name")
        here = places.get(code) or places.get(name)
        if here is None or name not in {each.field for each in spec.columns}:
            continue
        other = places.get(name) if here is places.get(code) else places.get(code)
        match = CODE_AND_NAME.match(halfwidth(here.text).strip())
        if match and (other is None or not other.text) and is_code(match[1]):
            start = len(here.text.strip()) - len(match[2])
            places[code] = _with_text(here, match[1])
            places[name] = _with_text(here, here.text.strip()[start:])
    return places


def _with_text(place: Place, text: str) -> Place:
    return Place(text, place.row, place.column, place.rows, place.columns, place.where)


def _kind(spec: TableSpec, cells: Mapping[str, Cell]) -> RowKind:
    texts = [
        _bare(cell.printed)
        for name, cell in cells.items()
        if not spec.is_money(name) and cell.printed.strip()
    ]
    if any(TOTAL.match(each) for each in texts):
        return RowKind.TOTAL
    return RowKind.SUBTOTAL if any(SUBTOTAL.search(each) for each in texts) else RowKind.DETAIL


def _bare(text: str) -> str:
    return re.sub(r"[\s:：]", "", text)


def _is_sum(text: str) -> bool:
    return bool(TOTAL.match(_bare(text)) or SUBTOTAL.search(_bare(text)))
