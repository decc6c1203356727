"""The lines of a comparison as they are shown: a cell a disclosure, and the median of the peers."""

from dataclasses import dataclass, field, replace
from fractions import Fraction

from disclosures.pages.comparing.asked import GROUPS, TABLES, Asked
from disclosures.pages.comparing.lines import Line, of_figures, of_tables, tables
from disclosures.pages.comparing.measures import (
    TENTH,
    Compared,
    Measured,
    change,
    in_words,
    measured,
    median_of,
    rounded,
)
from disclosures.pages.comparing.peers import Peers
from disclosures.tables.matching import main_column


@dataclass(frozen=True)
class Cell:
    """A cell as shown: an amount or why there is none, its change from the first, its source."""

    text: str = ""
    why: str = ""
    url: str = ""
    change: str = ""
    rows: int = 1


@dataclass(frozen=True)
class ShownLine:
    """A line as shown. `median` is "" where fewer than three of the peers tell."""

    line: Line
    cells: list[Cell]
    median: str = ""
    peers: int = 0


@dataclass(frozen=True)
class Matrix:
    """All lines, and how many rows of each disclosure have no code to be told by."""

    lines: list[ShownLine]
    left_out: list[tuple[Compared, int]] = field(default_factory=list)


def matrix(asked: Asked, peers: Peers) -> Matrix:
    """The lines of what is asked for; two queries."""
    chosen = [each.revision for each in peers.chosen]
    like = [each.revision for each in peers.like]
    if not asked.is_table:
        figures = of_figures(GROUPS[asked.on].keys, [*chosen, *like])
        return Matrix([_shown(each, asked, peers) for each in figures])
    spec = TABLES[asked.on]
    found = tables(spec, asked.column or main_column(spec), [*chosen, *like])
    lines = list(of_tables(found, chosen, like))
    top = min((each.depth for each in lines if each.code), default=0)
    shown = [_shown(replace(e, depth=max(e.depth - top, 0)), asked, peers) for e in lines]
    left = [(each, found.left_out(each.revision)) for each in peers.chosen]
    return Matrix(shown, [(each, count) for each, count in left if count])


def _shown(line: Line, asked: Asked, peers: Peers) -> ShownLine:
    values = [_measured(line, each, asked) for each in peers.chosen]
    cells = [
        Cell(
            text=_text(line, each.value, asked),
            why=each.why,
            url=line.told[side.revision.pk].url,
            change=change(each.value, values[0].value) if place else "",
            rows=line.told[side.revision.pk].rows,
        )
        for place, (side, each) in enumerate(zip(peers.chosen, values, strict=True))
    ]
    told = (_measured(line, each, asked).value for each in peers.like)
    like = [each for each in told if each is not None]
    middle = _text(line, median_of(like), asked, is_derived=True)
    return ShownLine(line, cells, middle, len(like))


def _measured(line: Line, side: Compared, asked: Asked) -> Measured:
    told = line.told[side.revision.pk]
    if told.value is None:
        return Measured(None, told.why)
    return measured(told.value, side, asked) if line.is_money else Measured(Fraction(told.value))


def _text(line: Line, value: Fraction | None, asked: Asked, *, is_derived: bool = False) -> str:
    if value is None:
        return ""
    if line.is_money:
        return in_words(value, asked, is_derived=is_derived)
    return f"{rounded(value, TENTH):,}" if value.denominator != 1 else f"{value.numerator:,}"
