"""A printed table before anyone knows which it is: places in rows and columns, with their text.

Workbooks, PDF pages and web pages all become grids; what reads a grid need not know which it was.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from disclosures.tables.book import Where


@dataclass(frozen=True)
class Place:
    """One printed cell: its text without line breaks, its span, and where it stands in the source.

    A merged cell is one place, at its top left. `where` is {"sheet", "cell"} or {"page", "box"}.
    `shown` is a number as a workbook shows it, "7.00", where its text says it plainly: "7".
    `is_cut_below` and `is_cut_above` tell a cell that no line closes at its page's end or
    beginning, where lines close others.
    """

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    where: Where | None = None
    shown: str = ""
    is_cut_below: bool = False
    is_cut_above: bool = False


@dataclass(frozen=True)
class Grid:
    """One table as printed. `lines` are the texts above it (title, 表号, unit), in order;
    `notes` those below it. `name` is the sheet's name in a workbook, `where` the table's place.
    `is_inferred` says that no lines part its columns: they were told by what stands below what.
    `has_figures_below` says that figures in no table stand below it and above any other title.
    """

    places: tuple[Place, ...]
    height: int
    width: int
    lines: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    name: str = ""
    where: Where = field(default_factory=dict)
    has_figures_below: bool = False
    is_inferred: bool = False

    def row(self, number: int) -> Iterator[Place]:
        """The places that begin in a row, left to right."""
        return iter(self._by_row.get(number, ()))

    @cached_property
    def _by_row(self) -> dict[int, list[Place]]:
        rows: dict[int, list[Place]] = defaultdict(list)
        for place in sorted(self.places, key=lambda each: each.column):
            rows[place.row].append(place)
        return dict(rows)
