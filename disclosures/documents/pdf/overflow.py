"""Words that run over the edge of their cell into the next: the last of them stand there unseen.

A spreadsheet cuts a long name off where an amount stands beside it. What is cut off is still in the
file, so that 支 and 2,947,399.16 stand in one cell: the character is the name's.
"""

from collections.abc import Iterator, Mapping, Sequence

from disclosures.classification.money import NUMBER, halfwidth
from disclosures.documents.pdf.page import Char

Cell = tuple[int, int]
BESIDE = 0.25  # characters between two of one run
LEVEL = 0.4  # characters by which the middles of a line differ
FEW = 2  # characters that stand in a cell alone


def given_back(
    held: Mapping[Cell, Sequence[Char]], left_of: Mapping[Cell, Cell]
) -> dict[Cell, list[Char]]:
    """The characters of each cell, with those that ran over from the cell to its left in that."""
    made = {cell: list(chars) for cell, chars in held.items()}
    for cell, left in left_of.items():
        if cell in held and left in held:
            for char in _run_over(held[left], held[cell]):
                made[cell].remove(char)
                made[left].append(char)
    return {cell: chars for cell, chars in made.items() if chars}


def _run_over(left: Sequence[Char], chars: Sequence[Char]) -> Iterator[Char]:
    """The characters of a cell that go on the text of the one to its left."""
    ordered = sorted(chars, key=lambda each: each.x0)
    run: list[Char] = []
    while len(run) < len(ordered):
        char = ordered[len(run)]
        before = run[-1] if run else _last_beside(left, char)
        if before is None or char.text.isascii() or before.text.isascii():
            break
        if char.x0 - before.x1 > BESIDE * char.size or not _is_level(before, char):
            break
        run.append(char)
    rest = "".join(each.text for each in ordered[len(run) :])
    is_alone = not rest and len(run) <= FEW
    if run and (is_alone or NUMBER.fullmatch(halfwidth(rest))):
        yield from run


def _last_beside(left: Sequence[Char], char: Char) -> Char | None:
    return max((e for e in left if _is_level(e, char)), key=lambda each: each.x1, default=None)


def _is_level(one: Char, other: Char) -> bool:
    return abs(one.centre[1] - other.centre[1]) <= LEVEL * other.size
