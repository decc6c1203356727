"""Tables over several pages as one grid, with the lines that stand above and below it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from disclosures.documents.forms.meaning import is_title
from disclosures.documents.grids.cut_cells import whole_cells
from disclosures.documents.grids.grid import Grid, Place
from disclosures.documents.grids.notes import BELOW, notes_below
from disclosures.documents.grids.repeated import repeats
from disclosures.documents.pdf.broken_rows import rest_of_row
from disclosures.documents.pdf.lines import Line
from disclosures.documents.pdf.page_table import PageTable
from disclosures.documents.pdf.unread import prints_figures
from disclosures.documents.pdf.unruled.region import CAPTION

APART = 6.0  # points: columns of two pages this near are the same
ABOVE = 8  # lines above a table that may name it
HEAD = 6  # rows at the head of a table below which its header may begin
TITLED = 3  # rows at the head of a table that may hold its title
ALIKE = 0.1  # of the size: letters of one size
CLOSE = 1.2  # of the size: between two lines of one title
# Lines above a title that are whole: whose tables these are, and what they are published as.
WHOLE = re.compile(r"(?:[局委办厅院校部处所站会队馆署园社台团镇乡]|中心|街道|公司|法庭|公开)$")


@dataclass(frozen=True)
class Part:
    """One page's part of a table, with the lines above it and below it on that page."""

    table: PageTable
    above: tuple[str, ...]
    below: tuple[str, ...]
    opens_page: bool
    has_figures_below: bool = False


def parts_of(
    tables: Sequence[PageTable], lines: Sequence[Line], carried: Sequence[str]
) -> list[Part]:
    """The tables of a page with the lines around each; `carried` ended the page before."""
    made = []
    floor = 0.0
    for at, table in enumerate(tables):
        top, bottom = table.box[1], table.box[3]
        above = titles_joined(
            [line for line in lines if floor <= line.box[1] and line.box[3] <= top + APART]
        )
        next_top = tables[at + 1].box[1] if at + 1 < len(tables) else float("inf")
        below = [line for line in lines if bottom - APART <= line.box[1] < next_top]
        if at == 0 and not any(map(is_title, above)):
            above = [*carried, *above]  # the title stayed on the page before
        said = tuple(line.text for line in below[:BELOW])
        made.append(Part(table, tuple(above[-ABOVE:]), said, at == 0, prints_figures(below)))
        floor = bottom - APART
    return made


def titles_joined(lines: Sequence[Line]) -> list[str]:
    """The texts of lines, a title that was broken over two of them as one."""
    texts: list[str] = []
    before: Line | None = None
    for line in lines:
        if before is not None and _is_rest_of_title(before, line):
            texts[-1] += line.text
            before = None
        else:
            texts.append(line.text)
            before = line
    return texts


def _is_rest_of_title(above: Line, line: Line) -> bool:
    """Whether a line ends the title that the one above begins: set alike, close below, centred."""
    size = max(above.size, line.size)
    is_set_alike = abs(above.size - line.size) < ALIKE * size
    is_close = line.box[1] - above.box[3] < CLOSE * size
    middles = [(each.box[0] + each.box[2]) / 2 for each in (above, line)]
    is_one = is_set_alike and is_close and abs(middles[0] - middles[1]) < size
    words = "".join(above.text.split())
    is_begun = not any(found(words) for found in (is_title, CAPTION.search, WHOLE.search))
    return is_one and is_begun and is_title(words + line.text)


def grids_of(parts: Sequence[Part]) -> list[Grid]:
    """Every table as one grid, in the order of the document."""
    chains: list[list[Part]] = []
    for part in parts:
        if chains and _goes_on(chains[-1], part):
            chains[-1].append(part)
        else:
            chains.append([part])
    return [_grid(chain) for chain in chains]


def _goes_on(chain: Sequence[Part], part: Part) -> bool:
    """Whether a table is the rest of the one before: next page, same columns, no other title."""
    first, last = chain[0], chain[-1]
    if not part.opens_page or part.table.page != last.table.page + 1 or _is_titled(part.table):
        return False
    new = [each for each in part.above if each not in first.above and each not in last.below]
    if new and not _repeats_header(first.table, part.table):
        return False
    titles = [each for each in new if each.endswith("表") or "表" in each[:40]]
    return not titles and _same_columns(last.table.xs, part.table.xs)


def _is_titled(table: PageTable) -> bool:
    """Whether a table prints its own title inside its lines."""
    rows = [
        [text for text in table.row(at) if text] for at in range(min(TITLED, len(table.ys) - 1))
    ]
    return any(len(row) == 1 and is_title(row[0]) for row in rows)


def _same_columns(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(
        abs(a - b) <= APART for a, b in zip(one, other, strict=True)
    )


def _repeats_header(first: PageTable, part: PageTable) -> bool:
    return any(repeats(part.row(0), first.row(at)) for at in range(HEAD))


def _grid(chain: Sequence[Part]) -> Grid:
    first = chain[0]
    places = list(first.table.places)
    height = len(first.table.ys) - 1
    for part in chain[1:]:
        repeated = _repeated(first.table, part.table)
        below = [
            replace(place, row=place.row - repeated + height)
            for place in part.table.places
            if place.row >= repeated
        ]
        height += len(part.table.ys) - 1 - repeated
        if not repeated:
            places, below = whole_cells(places, below)
        rest = rest_of_row(places, below) if part.table.is_ruled else None
        if rest is not None:
            places, below = rest
            height -= 1
        places += below
    return Grid(
        places=tuple(each for each in places if _says_or_spans(each)),
        height=height,
        width=len(first.table.xs) - 1,
        lines=first.above,
        notes=notes_below(chain[-1].below),
        where={"page": first.table.page, "box": [round(each, 1) for each in first.table.box]},
        has_figures_below=chain[-1].has_figures_below,
        is_inferred=not first.table.is_ruled,
    )


def _repeated(first: PageTable, part: PageTable) -> int:
    """How many rows at the head of a page repeat those at the head of the table."""
    rows = min(len(first.ys), len(part.ys)) - 1
    offset = next(
        (at for at in range(min(HEAD, rows)) if repeats(part.row(0), first.row(at))),
        None,
    )
    if offset is None:
        return 0
    count = 0
    while count < rows - offset and repeats(part.row(count), first.row(offset + count)):
        count += 1
    return count


def _says_or_spans(place: Place) -> bool:
    """Whether a place is to be kept: a blank one may be the rest of a cell of the page before."""
    is_rest = place.row == 0 and place.is_cut_above
    return bool(place.text) or place.rows > 1 or place.columns > 1 or is_rest
