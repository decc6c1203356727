"""A table as it was printed, on a sheet of its own: every text in its place, nothing read in."""

from collections.abc import Iterator, Sequence

from xlsxwriter.worksheet import Worksheet

from disclosures.documents.workbook.kept import BELOW, BESIDE, KEPT, MARKED
from disclosures.exports.workbook.sheet import span, write_text
from disclosures.exports.workbook.styles import Styles
from disclosures.tables.book import KeptCell, Sheet
from disclosures.tables.layout import Area

COLUMN_WIDTH = 18


def write_kept(made: Worksheet, styles: Styles, sheet: Sheet, owner: str) -> None:
    """Write the kept cells of a table, with what it says above and below them."""
    width = max((each.column + each.columns for each in sheet.kept), default=2)
    span(made, styles.title, (0, 0, 0, width - 1), sheet.title)
    write_text(made, styles.note, (MARKED - 1, 0), owner)
    if sheet.unit:
        write_text(made, styles.unit, (MARKED - 1, max(width - 1, 1)), f"单位：{sheet.unit}")
    mark = BESIDE if sheet.rows else f"{KEPT}　状态：{sheet.state.label}"
    write_text(made, styles.note, (MARKED, 0), mark)
    first = MARKED + 1
    for each, (top, left, down, right) in _areas(sheet.kept):
        span(made, styles.text, (first + top, left, first + down, right), each.text)
    row = first + max((each.row + each.rows for each in sheet.kept), default=0)
    write_text(made, styles.note, (row, 0), BELOW)
    lines = () if sheet.rows else sheet.statement.splitlines()
    for number, line in enumerate(lines, start=row + 1):
        write_text(made, styles.note, (number, 0), line)
    made.set_column(0, width - 1, COLUMN_WIDTH)
    made.set_landscape()
    made.set_paper(9)
    made.fit_to_pages(1, 0)


def _areas(cells: Sequence[KeptCell]) -> Iterator[tuple[KeptCell, Area]]:
    """Each cell with the places that it covers; its own alone where another is printed there."""
    printed = {(each.row, each.column) for each in cells}
    taken: set[tuple[int, int]] = set()
    for each in sorted(cells, key=lambda cell: (cell.row, cell.column)):
        down, right = each.row + each.rows - 1, each.column + each.columns - 1
        over = {(r, c) for r in range(each.row, down + 1) for c in range(each.column, right + 1)}
        is_free = not (over & taken) and over & printed == {(each.row, each.column)}
        taken |= over if is_free else {(each.row, each.column)}
        yield each, ((each.row, each.column, down, right) if is_free else _own(each))


def _own(cell: KeptCell) -> Area:
    return cell.row, cell.column, cell.row, cell.column
