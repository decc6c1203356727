"""Tables as their form prints them, as grids: what a faithful workbook or page would give."""

from disclosures.documents.grids.grid import Grid, Place
from disclosures.tables.book import Sheet
from disclosures.tables.layout import layout, spans
from disclosures.tables.spec import TableSpec

ABOVE = 2  # rows of title and unit


def grid_of(
    spec: TableSpec,
    sheet: Sheet | None = None,
    *,
    title: str = "",
    unit: str = "元",
    note: str = "",
) -> Grid:
    """The grid of a table, with its title and unit above and a note below."""
    laid = layout(spec, sheet)
    width = sum(cell.colspan for cell in laid.header[0])
    places = [Place(title or spec.title, 0, 0, 1, width), Place(f"单位：{unit}", 1, width - 1)]
    places += [
        Place(cell.text, ABOVE + first, left, last - first + 1, right - left + 1)
        for (first, left, last, right), cell in spans(laid.header)
    ]
    top = ABOVE + len(laid.header)
    for number, line in enumerate(laid.body):
        for column, body in enumerate(line):
            text = body.cell.printed if body.cell else ""
            where = {"sheet": spec.name, "cell": f"R{top + number}C{column}"}
            places.append(Place(text, top + number, column, where=where))
    height = top + len(laid.body)
    if note:
        places.append(Place(note, height, 0, 1, width))
        height += 1
    return Grid(tuple(places), height, width, name=spec.title[:10])
