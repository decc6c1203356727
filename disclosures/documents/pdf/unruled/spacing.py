"""Words whose characters were spaced out (合　计) as one piece again."""

from collections.abc import Sequence
from itertools import pairwise

from disclosures.documents.pdf.lines import Piece

WIDEST = 8.0  # characters between two that may be one word
LIKE = 1.6  # gaps within a word are alike: none is this many times another
LEVELS = frozenset("类款项")  # columns whose heads are a single character


def drawn_together(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces of a line, with runs of single characters as the words they spell."""
    made: list[Piece] = []
    run: list[Piece] = []
    for piece in pieces:
        if len(piece.text) == 1 and not piece.text.isascii():
            run.append(piece)
            continue
        made += [*_words(run), piece]
        run = []
    return (*made, *_words(run))


def _words(run: Sequence[Piece]) -> list[Piece]:
    if len(run) < 2 or {each.text for each in run} <= LEVELS:
        return list(run)
    gaps = [after.box[0] - before.box[2] for before, after in pairwise(run)]
    widest = min(LIKE * min(gaps), WIDEST * run[0].size)
    made = [run[0]]
    for gap, piece in zip(gaps, run[1:], strict=True):
        made[-1:] = [joined(made[-1], piece)] if gap <= widest else [made[-1], piece]
    return made


def joined(left: Piece, right: Piece) -> Piece:
    """Two pieces of a line as one."""
    box = (
        left.box[0],
        min(left.box[1], right.box[1]),
        right.box[2],
        max(left.box[3], right.box[3]),
    )
    return Piece(left.text + right.text, box)
