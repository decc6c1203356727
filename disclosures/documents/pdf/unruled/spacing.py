"""Words whose characters were spaced out (合　计) as one piece again."""

from collections.abc import Sequence
from itertools import pairwise

from disclosures.documents.pdf.lines import Piece

WIDEST = 8.0  # characters between two that may be one word
LIKE = 1.6  # gaps within a word are alike: none is this many times another
CLOSE = 1.0  # characters between two lines of one heading, at most
LEVELS = frozenset("类款项")  # columns whose heads are a single character


def drawn_together(pieces: Sequence[Piece], above: Sequence[Piece] = ()) -> tuple[Piece, ...]:
    """The pieces of a line, with runs of single characters as the words they spell.

    Below headings (`above`) that stand beside each other, each is the rest of its own.
    """
    made: list[Piece] = []
    run: list[Piece] = []
    for piece in pieces:
        if len(piece.text) == 1 and not piece.text.isascii():
            run.append(piece)
            continue
        made += [*_words(run, above), piece]
        run = []
    return (*made, *_words(run, above))


def _words(run: Sequence[Piece], above: Sequence[Piece]) -> list[Piece]:
    if len(run) < 2 or {each.text for each in run} <= LEVELS:
        return list(run)
    gaps = [after.box[0] - before.box[2] for before, after in pairwise(run)]
    widest = min(LIKE * min(gaps), WIDEST * run[0].size)
    made = [run[0]]
    for gap, piece in zip(gaps, run[1:], strict=True):
        is_word = gap <= widest and not _are_rests(made[-1], piece, above)
        made[-1:] = [joined(made[-1], piece)] if is_word else [made[-1], piece]
    return made


def _are_rests(left: Piece, right: Piece, above: Sequence[Piece]) -> bool:
    """Whether two characters stand close below two different headings."""
    over = [
        {at for at, each in enumerate(above) if _is_close_below(piece, each)}
        for piece in (left, right)
    ]
    return all(over) and not over[0] & over[1]


def _is_close_below(piece: Piece, head: Piece) -> bool:
    beside = piece.box[0] < head.box[2] and head.box[0] < piece.box[2]
    return beside and piece.box[1] - head.box[3] < CLOSE * piece.size


def joined(left: Piece, right: Piece) -> Piece:
    """Two pieces of a line as one."""
    box = (
        left.box[0],
        min(left.box[1], right.box[1]),
        right.box[2],
        max(left.box[3], right.box[3]),
    )
    return Piece(left.text + right.text, box)
