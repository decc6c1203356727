"""What the official template brings along for the officer, and no reader takes for the table."""

from dataclasses import replace

from disclosures.documents.grids.grid import Grid, Place
from disclosures.documents.workbook.sheet import Found

# Begins the heading above last year's figures, which stand to the right of the table.
REFERENCE = "上年公布数（参考，不导入）"
# Begins the hidden sheet of codes that the drop-down lists choose from.
CODE_LISTS = "科目表（模板自带，不导入）"


def is_code_list(sheet: Found) -> bool:
    """Whether a sheet is the template's own list of codes."""
    return bool(sheet.cells) and sheet.cells[0].text.startswith(CODE_LISTS)


def without_reference(grid: Grid) -> Grid:
    """The grid without last year's figures beside it."""
    marks = [each for each in grid.places if each.text.startswith(REFERENCE)]
    if not marks:
        return grid
    kept = tuple(each for each in grid.places if not any(_is_below(each, m) for m in marks))
    width = max((each.column + each.columns for each in kept), default=0)
    return replace(grid, places=kept, width=width)


def _is_below(place: Place, mark: Place) -> bool:
    within = mark.column <= place.column < mark.column + mark.columns
    return within and place.row >= mark.row
