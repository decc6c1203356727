"""The columns of a table without lines: what its heads and its figures leave white between them."""

from collections.abc import Sequence
from itertools import pairwise

from disclosures.documents.pdf.lines import Piece
from disclosures.documents.pdf.unruled.column import Column, filled, headed, together
from disclosures.documents.pdf.unruled.fitted import fitted
from disclosures.documents.pdf.unruled.header import Head
from disclosures.documents.pdf.unruled.region import is_number
from disclosures.documents.pdf.unruled.unclear import UnclearError

TOUCH = 0.1  # characters: pieces this near are in one column


def columns_of(heads: Sequence[Head], rows: Sequence[Sequence[Piece]]) -> list[Column]:
    """The columns that leaf `heads` and the pieces of the body's `rows` make.

    Raises UnclearError when figures stand where no one column can be told.
    """
    bands = bands_of(rows)
    size = max((piece.size for row in rows for piece in row), default=1.0)
    named = [headed(each.box[0], each.box[2]) for each in heads]
    groups = _touching(named, _cut(bands, named, rows))
    columns = [column for group in groups for column in _settled(group, rows)]
    return _paired(columns, None, size)


def bands_of(rows: Sequence[Sequence[Piece]]) -> list[Column]:
    """Where something stands beside something in the body, seen from above."""
    made: list[Column] = []
    pieces = [piece for row in rows if len(row) > 1 for piece in row]
    size = max((piece.size for piece in pieces), default=1.0)
    for piece in sorted(pieces, key=lambda each: (each.box[0], each.box[2])):
        band = filled(piece.box[0], piece.box[2], is_figures=is_number(piece.text))
        if made and band.x0 - made[-1].x1 <= TOUCH * size:
            made[-1] = together([made[-1], band])
        else:
            made.append(band)
    return made


def _cut(
    bands: Sequence[Column], heads: Sequence[Column], rows: Sequence[Sequence[Piece]]
) -> list[Column]:
    """Bands that run on under two heads, parted where no figure is cut and few words are."""
    made: list[Column] = []
    for band in bands:
        under = sorted((h for h in heads if _overlaps(h, band)), key=lambda each: each.x0)
        cuts = [_between(left, right, rows) for left, right in pairwise(under)]
        edges = [band.x0, *cuts, band.x1]
        made += [filled(a, b, is_figures=band.is_figures) for a, b in pairwise(edges) if b > a]
    return made


def _between(left: Column, right: Column, rows: Sequence[Sequence[Piece]]) -> float:
    """A place between two heads that no piece crosses. Raises UnclearError where there is none."""
    pieces = [piece for row in rows if len(row) > 1 for piece in row]
    low, high = min(left.x1, right.x0), max(left.x1, right.x0)
    reach = left.middle, right.middle
    edges = sorted({low, high, *(x for p in pieces for x in (p.box[0], p.box[2]))})
    free = [
        (a + b) / 2
        for a, b in pairwise(edge for edge in edges if reach[0] <= edge <= reach[1])
        if not any(p.box[0] < (a + b) / 2 < p.box[2] for p in pieces)
    ]
    if not free:
        raise UnclearError("相邻两栏的内容连在一起，栏的分界")
    return min(free, key=lambda at: abs(at - (low + high) / 2))


def _touching(heads: Sequence[Column], bands: Sequence[Column]) -> list[list[Column]]:
    """Heads and bands that stand over each other, left to right."""
    groups: list[list[Column]] = []
    for each in sorted([*heads, *bands], key=lambda column: column.x0):
        if groups and each.x0 < max(member.x1 for member in groups[-1]):
            groups[-1].append(each)
        else:
            groups.append([each])
    return groups


def _settled(group: Sequence[Column], rows: Sequence[Sequence[Piece]]) -> list[Column]:
    """One group of heads and bands as columns: one head each, or one head over several bands."""
    heads = [each for each in group if each.is_headed]
    bands = [each for each in group if each.is_filled]
    if len(heads) <= 1 and len(bands) <= 1:
        return [together(group)]
    if len(heads) == 1:
        return _under_one(heads[0], bands, rows)
    made = []
    for head in heads:
        own = [b for b in bands if _share(b, head) == max(_share(b, each) for each in heads)]
        made += _under_one(head, own, rows) if len(own) > 1 else [together([head, *own])]
    return made


def _under_one(
    head: Column, bands: Sequence[Column], rows: Sequence[Sequence[Piece]]
) -> list[Column]:
    """Bands under one head: one column whose entries stand left and right, or several columns."""
    made: list[Column] = []
    for band in bands:
        if made and not any(_holds(made[-1], row) and _holds(band, row) for row in rows):
            made[-1] = together([made[-1], band])
        else:
            made.append(band)
    if len(made) == 1:
        return [together([head, *made])]
    return [together([head, each]) if _overlaps(head, each) else each for each in made]


def _paired(columns: Sequence[Column], floor: float | None, size: float) -> list[Column]:
    """Columns with a head alone and those with figures alone, side by side, as one where sure.

    The run of figures that such ones stand in is looked at together.
    """
    loose = [at for at, each in enumerate(columns) if not (each.is_headed and each.is_filled)]
    if not any(not columns[at].is_headed for at in loose):
        return list(columns)
    made: list[Column] = []
    run: list[Column] = []
    for column in columns:
        if column.is_headed and column.is_filled and not column.is_figures:
            made += [*_sorted_out(run, made[-1].x1 if made else floor, size), column]
            run = []
        else:
            run.append(column)
    return [*made, *_sorted_out(run, made[-1].x1 if made else floor, size)]


def _sorted_out(run: Sequence[Column], floor: float | None, size: float) -> list[Column]:
    loose = [each for each in run if not each.is_headed]
    if not loose:
        return list(run)
    for parts in _between_settled(run):
        heads = [each for each in parts if each.is_headed]
        bands = [each for each in parts if each.is_filled]
        if len(heads) != len(bands):
            return fitted(run, floor, size)
    return [column for parts in _between_settled(run) for column in _by_order(parts)]


def _between_settled(run: Sequence[Column]) -> list[list[Column]]:
    """The run cut at the columns that have a head and figures; each of those stands alone."""
    parts: list[list[Column]] = [[]]
    for column in run:
        if column.is_headed and column.is_filled:
            parts += [[column], []]
        else:
            parts[-1].append(column)
    return [each for each in parts if each]


def _by_order(part: Sequence[Column]) -> list[Column]:
    """As many heads as figures, side by side: each in its turn."""
    if len(part) == 1:
        return list(part)
    heads = [each for each in part if each.is_headed]
    bands = [each for each in part if each.is_filled]
    return [together(pair) for pair in zip(heads, bands, strict=True)]


def _holds(band: Column, row: Sequence[Piece]) -> bool:
    return any(band.x0 <= piece.centre[0] <= band.x1 for piece in row)


def _overlaps(one: Column, other: Column) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1


def _share(one: Column, other: Column) -> float:
    return min(one.x1, other.x1) - max(one.x0, other.x0)


def _apart(one: Column, other: Column) -> float:
    return max(one.x0, other.x0) - min(one.x1, other.x1)


def column_at(xs: Sequence[float], piece: Piece) -> int:
    """The column that a piece stands in. Raises UnclearError for a figure that stands in two."""
    here = [
        at
        for at, (left, right) in enumerate(pairwise(xs))
        if piece.box[0] < right and piece.box[2] > left
    ]
    if len(here) != 1 and is_number(piece.text):
        raise UnclearError(f"“{piece.text}”跨着两栏，属于哪一栏")
    return here[0] if here else 0
