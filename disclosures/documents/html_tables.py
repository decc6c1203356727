"""The tables of a web page as grids."""

from collections.abc import Iterator

from lxml.etree import _Element

from disclosures.documents.grids.grid import Grid, Place
from disclosures.documents.grids.several import in_one
from disclosures.documents.html import parsed, words_in
from disclosures.documents.refusal import RefusedError

ABOVE = 4  # lines of text before a table that may name it
FEWEST_ROWS, FEWEST_COLUMNS = 2, 2
MOST_SPAN = 200
MOST_PLACES = 200_000
LONGEST_LINE = 120


def grids_of(markup: str) -> tuple[Grid, ...]:
    """The tables of a page that have rows and columns, with the lines above each.

    Raises RefusedError for a page that is no table's, and for cells merged over more than any's.
    """
    made = []
    for number, table in enumerate(_tables(parsed(markup)), start=1):
        grid = _grid(table, number)
        if grid.height >= FEWEST_ROWS and grid.width >= FEWEST_COLUMNS:
            made.append(grid)
    return tuple(made)


def _tables(root: _Element) -> Iterator[_Element]:
    """The tables that hold figures or words of their own; those that only lay out others do not."""
    for table in root.iter("table"):
        nested = sum(1 for _ in table.iter("td", "th")) - len(_own_cells(table))
        if nested < len(_own_cells(table)) or table.find(".//table") is None:
            yield table


def _own_cells(table: _Element) -> list[_Element]:
    return [cell for line in _own_rows(table) for cell in line.iterchildren("td", "th")]


def _own_rows(table: _Element) -> list[_Element]:
    """The rows of a table, without those of tables in its cells."""
    parts = [table, *table.iterchildren("thead", "tbody", "tfoot")]
    return [line for part in parts for line in part.iterchildren("tr")]


def _own_text(cell: _Element) -> str:
    """The text of a cell, without that of a table in it and without spaces; numbers that stand in
    lines of their own stay apart.
    """
    lines = ("".join(line.split()) for line in "".join(words_in(cell, "table")).split("\n"))
    return in_one([line for line in lines if line])


def _grid(table: _Element, number: int) -> Grid:
    name = f"第{number}个表"
    places: list[Place] = []
    taken: set[tuple[int, int]] = set()
    height = width = 0
    lines = _own_rows(table)
    for row, line in enumerate(lines):
        column = 0
        for cell in line.iterchildren("td", "th"):
            while (row, column) in taken:
                column += 1
            down, right = _span(cell, "rowspan"), _span(cell, "colspan")
            down = min(down, len(lines) - row)
            if len(taken) + down * right > MOST_PLACES:
                raise RefusedError(
                    "too_large",
                    f"网页{name}的合并单元格异常，大得不像表格。"
                    "请把公开内容另存为 Word 文档后上传。"
                    "Cells of the page are merged over more than a table.",
                )
            taken |= {(row + a, column + b) for a in range(down) for b in range(right)}
            where = {"sheet": name, "cell": f"第{row + 1}行第{column + 1}列"}
            text = _own_text(cell)
            if text or down > 1 or right > 1:
                places.append(Place(text, row, column, down, right, where))
            column += right
            width = max(width, column)
        height = row + 1
    return Grid(
        places=tuple(places),
        height=height,
        width=width,
        lines=tuple(_above(table)),
        where={"sheet": name},
    )


def _span(cell: _Element, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return min(max(int(value), 1), MOST_SPAN) if value.isascii() and value.isdecimal() else 1


def _above(table: _Element) -> list[str]:
    """The last short lines of text before a table, in the order of print."""
    found: list[str] = []
    caption = table.find("caption")
    if caption is not None:
        found.append("".join(str(caption.text_content()).split()))
    element: _Element | None = table
    while element is not None and len(found) < ABOVE:
        for before in element.itersiblings(preceding=True):
            if not isinstance(before.tag, str):
                continue
            text = " ".join(str(before.text_content()).split())
            if before.tag == "table" or before.find(".//table") is not None:
                return found[::-1]
            if text and len(text) <= LONGEST_LINE:
                found.append(text)
            if len(found) >= ABOVE or len(text) > LONGEST_LINE:
                return found[::-1]
        element = element.getparent()
    return found[::-1]
