"""The rows of a table without lines: which printed lines are of one row."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import inf

from disclosures.classification.money import halfwidth, nothing_of
from disclosures.documents.pdf.lines import Piece
from disclosures.documents.pdf.unruled.columns import column_at
from disclosures.documents.pdf.unruled.region import is_amount, is_number
from disclosures.documents.pdf.unruled.spacing import joined
from disclosures.documents.pdf.unruled.stacked import shared_out
from disclosures.documents.pdf.unruled.unclear import UnclearError
from disclosures.tables.shapes.codes import is_code

CLOSE = 0.9  # characters between two lines of one entry, at most
FULL = 1.4  # characters that a broken line leaves free at most
NUMBERED = re.compile(r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．](?!\d)|\d{3,}|其中")
ALIKE = 1.04  # two distances that differ by less are the same

GLUED = re.compile(r"[-\d,]+\.\d{2}(?=[^\d%.]).*[、)(]|.*[^\d.,-]\d[\d,]*\.\d{2}$")

Pieces = Sequence[Piece]


@dataclass
class Entry:
    """What stands in one column of one row: its lines from the top down."""

    column: int
    pieces: list[Piece] = field(default_factory=list)

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.pieces[0].box[1]

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.pieces[-1].box[3]


@dataclass(frozen=True)
class Rows:
    """The rows, each as its entries by column, and the entries whose row is not sure."""

    rows: tuple[Mapping[int, Entry], ...]
    unsure: tuple[Entry, ...] = ()


def rows_of(lines: Sequence[Pieces], xs: Sequence[float], cuts: Sequence[float]) -> Rows:
    """The rows of the body's `lines`; `cuts` are horizontal lines right across the table.

    Raises UnclearError for a figure that stands in two columns.
    """
    placed = [[(column_at(xs, piece), piece) for piece in line] for line in lines]
    for line in placed:
        _check_apart(line)
    placed = [_in_columns(line) for line in placed]
    ruled = _between_cuts(placed, cuts)
    if ruled is not None:
        return Rows(tuple(_by_column(row) for row in ruled))
    entries, unsure = _entries(placed, cuts)
    return Rows(tuple(_rows(entries, placed)), tuple(unsure))


def _check_apart(line: Sequence[tuple[int, Piece]]) -> None:
    """Raise UnclearError where a figure shares its column with something beside it."""
    for column, piece in line:
        beside = [each for at, each in line if at == column and each is not piece]
        glued = GLUED.match(halfwidth(piece.text))
        is_one_of_several = is_number(piece.text) and any(is_number(each.text) for each in beside)
        if glued or (beside and is_amount(piece.text)) or is_one_of_several:
            raise UnclearError(f"“{piece.text}”与旁边的内容连在一起，属于哪一栏")


def _in_columns(line: Sequence[tuple[int, Piece]]) -> list[tuple[int, Piece]]:
    """A line's pieces, those side by side in one column as one."""
    made: dict[int, Piece] = {}
    for column, piece in line:
        made[column] = joined(made[column], piece) if column in made else piece
    return list(made.items())


def _between_cuts(
    placed: Sequence[Sequence[tuple[int, Piece]]], cuts: Sequence[float]
) -> list[list[tuple[int, Piece]]] | None:
    """The pieces between each two lines, where the lines part every two rows of figures."""
    if len(cuts) < len([line for line in placed if _numbers(line)]) - 1:
        return None
    made: dict[int, list[tuple[int, Piece]]] = {}
    figures: set[tuple[int, int]] = set()
    for line in placed:
        for column, piece in line:
            band = bisect_right(cuts, piece.centre[1])
            made.setdefault(band, []).append((column, piece))
        here = {(bisect_right(cuts, piece.centre[1]), column) for column, piece in _numbers(line)}
        if here & figures:
            return None
        figures |= here
    return [made[band] for band in sorted(made)]


def _numbers(line: Iterable[tuple[int, Piece]]) -> list[tuple[int, Piece]]:
    return [(column, piece) for column, piece in line if is_amount(piece.text)]


def _by_column(row: Iterable[tuple[int, Piece]]) -> dict[int, Entry]:
    made: dict[int, Entry] = {}
    for column, piece in row:
        made.setdefault(column, Entry(column)).pieces.append(piece)
    return made


def _entries(
    placed: Sequence[Sequence[tuple[int, Piece]]], cuts: Sequence[float]
) -> tuple[list[Entry], list[Entry]]:
    """Lines of one entry together: a line follows one that filled its column, close below it."""
    columns: dict[int, list[Piece]] = {}
    anchors = [line for line in placed if _numbers(line)]
    anchored = {id(piece) for line in anchors for _, piece in line}
    tops = [min(piece.box[1] for _, piece in line) for line in anchors]
    pitch = min((b - a for a, b in pairwise(tops)), default=inf)
    middles = [_middle(line) for line in anchors]
    for line in placed:
        for column, piece in line:
            columns.setdefault(column, []).append(piece)
    made: list[Entry] = []
    unsure: list[Entry] = []
    for column, pieces in columns.items():
        share = shared_out(pieces, middles)
        if share is not None:
            made += [Entry(column, list(pieces[at : at + count])) for at, count, _ in share]
            continue
        width = max(each.box[2] - each.box[0] for each in pieces)
        links = [_link(above, below, width, pitch, cuts) for above, below in pairwise(pieces)]
        links = [is_code or link for is_code, link in zip(_code_links(pieces), links, strict=True)]
        runs, doubtful = _runs(pieces, [each is True for each in links], anchored)
        found = [Entry(column, run) for run in runs]
        made += found
        open_ends = {id(pieces[at]) for at, each in enumerate(links) if each is None}
        unsure += [
            each
            for each, is_doubtful in zip(found, doubtful, strict=True)
            if is_doubtful or id(each.pieces[-1]) in open_ends - anchored
        ]
    return made, unsure


def _middle(line: Sequence[tuple[int, Piece]]) -> float:
    figures = [piece.centre[1] for _, piece in _numbers(line)]
    return sum(figures) / len(figures)


def _link(
    above: Piece, below: Piece, width: float, pitch: float, cuts: Sequence[float]
) -> bool | None:
    """Whether a line goes on in the next of its column; None: it may or may not.

    It does when it fills the column and the next is nearer than the next row would be.
    """
    size = min(above.size, below.size)
    if above.box[2] - above.box[0] < width - FULL * size or NUMBERED.match(below.text):
        return False
    if any(above.centre[1] < cut < below.centre[1] for cut in cuts) or is_amount(above.text):
        return False
    if nothing_of(above.text) is not None or nothing_of(below.text) is not None:
        return False  # the sign for no amount, and no minus
    if below.box[1] - above.box[3] >= CLOSE * size:
        return False
    return True if (below.box[1] - above.box[1]) * ALIKE < pitch else None


def _code_links(pieces: Sequence[Piece]) -> list[bool]:
    """Between which lines of a column a code goes on: where only both together make codes."""
    made = []
    begun = pieces[0].text
    for above, below in pairwise(pieces):
        whole = begun + below.text
        goes_on = (
            is_code(whole)
            and not (is_code(begun) and is_code(below.text))
            and below.text.isdecimal()
            and below.box[1] - above.box[3] < CLOSE * below.size
        )
        begun = whole if goes_on else below.text
        made.append(goes_on)
    return made


def _runs(
    pieces: Sequence[Piece], links: Sequence[bool], anchored: set[int]
) -> tuple[list[list[Piece]], list[bool]]:
    """Linked pieces as runs, each with one line of figures at most, and which are doubtful."""
    runs: list[list[Piece]] = [[pieces[0]]]
    doubtful = [False]
    for at, linked in enumerate(links):
        piece = pieces[at + 1]
        held = sum(id(each) in anchored for each in runs[-1])
        if linked and not (held and id(piece) in anchored):
            runs[-1].append(piece)
            continue
        runs.append([piece])
        doubtful.append(False)
        if linked and not _cut_where_wide(runs, anchored):
            doubtful[-2:] = [True, True]
    return runs, doubtful


def _cut_where_wide(runs: list[list[Piece]], anchored: set[int]) -> bool:
    """Part the last two runs between their lines of figures where the gap is widest.

    False when no gap is clearly wider: then it is a guess.
    """
    both = [*runs[-2], *runs[-1]]
    first = max(at for at, each in enumerate(runs[-2]) if id(each) in anchored)
    gaps = [(both[at + 1].box[1] - both[at].box[3], at) for at in range(first, len(both) - 1)]
    gaps.sort(reverse=True)
    widest, at = gaps[0]
    runs[-2:] = [both[: at + 1], both[at + 1 :]]
    size = both[0].size
    return len(gaps) == 1 or widest + size > ALIKE * (gaps[1][0] + size)


def _rows(
    entries: Sequence[Entry], placed: Sequence[Sequence[tuple[int, Piece]]]
) -> list[dict[int, Entry]]:
    """Entries side by side as rows: around a line of figures, else by their own height."""
    owner = {id(piece): entry for entry in entries for piece in entry.pieces}
    rows: list[dict[int, Entry]] = []
    used: set[int] = set()
    anchors = [line for line in placed if _numbers(line)]
    for line in anchors:
        row: dict[int, Entry] = {}
        for column, piece in line:
            row.setdefault(column, owner[id(piece)])
        middle = sum(piece.centre[1] for _, piece in line) / len(line)
        for entry in entries:
            if entry.column not in row and entry.top < middle < entry.bottom:
                row[entry.column] = entry
        _widen(row, entries)
        rows.append({c: e for c, e in row.items() if id(e) not in used})
        used |= {id(entry) for entry in row.values()}
    left = sorted((e for e in entries if id(e) not in used), key=lambda each: each.top)
    rows += _loose(left)
    return sorted((row for row in rows if row), key=_height)


def _widen(row: dict[int, Entry], entries: Sequence[Entry]) -> None:
    """Add to a row what stands beside its tallest entry, above or below the line of figures."""
    if not row:
        return
    top, bottom = min(e.top for e in row.values()), max(e.bottom for e in row.values())
    for entry in entries:
        if entry.column not in row and top < (entry.top + entry.bottom) / 2 < bottom:
            row[entry.column] = entry


def _loose(entries: Sequence[Entry]) -> list[dict[int, Entry]]:
    """Entries beside no figures, those side by side as one row."""
    rows: list[dict[int, Entry]] = []
    for entry in entries:
        middle = (entry.top + entry.bottom) / 2
        beside = rows and any(e.top < middle < e.bottom for e in rows[-1].values())
        if beside and entry.column not in rows[-1]:
            rows[-1][entry.column] = entry
        else:
            rows.append({entry.column: entry})
    return rows


def _height(row: Mapping[int, Entry]) -> float:
    return sum((each.top + each.bottom) / 2 for each in row.values()) / len(row)
