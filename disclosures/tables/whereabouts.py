"""Which table, row and column stand at a place of the source."""

from collections.abc import Iterator

from disclosures.tables.book import Book, Sheet, Where


def table_at(book: Book, where: Where) -> str:
    """The table at a place of a PDF or a workbook, "" where there is none."""
    for sheet in book:
        if any(_holds(place, where) for place in (sheet.where, *_places(sheet))):
            return sheet.table
    return ""


def cell_at(book: Book, where: Where) -> tuple[str, int, str] | None:
    """Table, row and column of the cell that was read from exactly this place."""
    for sheet in book:
        for number, row in enumerate(sheet.rows):
            for column, cell in row.cells.items():
                if cell.where is not None and cell.where == where:
                    return sheet.table, number, column
    return None


def _places(sheet: Sheet) -> Iterator[Where]:
    for row in sheet.rows:
        for cell in row.cells.values():
            if cell.where:
                yield cell.where


def _holds(place: Where, where: Where) -> bool:
    """Whether a place of a table is the asked one or lies around it."""
    if "sheet" in where:
        return place.get("sheet") == where["sheet"]
    if "box" not in where or "box" not in place or place.get("page") != where.get("page"):
        return False
    left, top, right, bottom = place["box"]
    x, y = (where["box"][0] + where["box"][2]) / 2, (where["box"][1] + where["box"][3]) / 2
    return bool(left <= x <= right and top <= y <= bottom)
