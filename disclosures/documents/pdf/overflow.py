"""What runs over the edge of its cell into the next, and is read there.

A spreadsheet cuts a long name off where an amount stands beside it. What is cut off is still in the
file, so that 支 and 2,947,399.16 stand in one cell: the character is the name's. And an amount too
broad for its column begins in the cell of the name: the first digits of 103,385,826.00 there.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from disclosures.classification.money import NUMBER, halfwidth
from disclosures.documents.pdf.page import Char

Cell = tuple[int, int]
BESIDE = 0.25  # characters between two of one run
LEVEL = 0.4  # characters by which the middles of a line differ
FEW = 2  # characters that stand in a cell alone
APART = 1.0  # characters between an amount and the name that it runs into
OF_A_NUMBER = frozenset("0123456789,-−")
# An amount as far as one line has it; and the rest of one, which no amount is.
BEGUN = re.compile(r"[-−]?(?:\d+|\d{1,3}(?:,\d{3})*(?:,\d{0,3})?)(?:\.\d*)?")
REST = re.compile(r"0[\d,]|,")


def given_back(
    held: Mapping[Cell, Sequence[Char]], left_of: Mapping[Cell, Cell]
) -> dict[Cell, list[Char]]:
    """The characters of each cell, with those that ran over from the cell to its left in that,

    and those of an amount that ran over into the cell to its left in its own.
    """
    made = {cell: list(chars) for cell, chars in held.items()}
    for cell, left in left_of.items():
        if cell in held and left in held:
            for char in _run_over(held[left], held[cell]):
                made[cell].remove(char)
                made[left].append(char)
            for char in _run_ahead(held[left], held[cell]):
                made[left].remove(char)
                made[cell].append(char)
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


def _run_ahead(left: Sequence[Char], chars: Sequence[Char]) -> Sequence[Char]:
    """The characters of the cell to the left that an amount begins with.

    None where that cell has other digits, or a name ends where the amount begins; where it has no
    name, as of a line's number beside an amount, only if that cannot begin as it does.
    """
    first = min(chars, key=lambda each: each.x0)
    run = [first]
    while (before := _last_beside([e for e in left if e not in run], run[0])) is not None:
        if run[0].x0 - before.x1 > BESIDE * before.size or before.text not in OF_A_NUMBER:
            break
        run.insert(0, before)
    ahead, rest = run[:-1], [each for each in left if each not in run]
    is_name = before is not None and run[0].x0 - before.x1 <= APART * before.size
    line = sorted((e for e in chars if _is_level(first, e)), key=lambda each: each.x0)
    begin, end = ("".join(each.text for each in some) for some in (ahead, line))
    is_own = not rest and (len(ahead) > FEW or not REST.match(end))
    if is_name or is_own or any(each.text.isdigit() for each in rest):
        return ()
    return ahead if BEGUN.fullmatch(begin + end) else ()


def _last_beside(left: Sequence[Char], char: Char) -> Char | None:
    return max((e for e in left if _is_level(e, char)), key=lambda each: each.x1, default=None)


def _is_level(one: Char, other: Char) -> bool:
    return abs(one.centre[1] - other.centre[1]) <= LEVEL * other.size
