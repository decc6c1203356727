"""A list that a page prints in two or three blocks side by side, each with the same header."""

from dataclasses import replace

from disclosures.documents.grids.header import Header
from disclosures.documents.grids.words import word

MOST_BLOCKS = 4
FEWEST_COLUMNS = 2  # of a block


def side_by_side(header: Header) -> tuple[Header, list[range]]:
    """The blocks of columns of a header. Where there are several, the groups above them
    (人员经费, 公用经费) say no more than which rows stand there: each block has its leaves alone.
    """
    leaves = [word(path[-1]) if path else "" for path in header.paths]
    width = len(leaves)
    for count in range(MOST_BLOCKS, 1, -1):
        size = width // count
        if width % count or size < FEWEST_COLUMNS or not all(leaves):
            continue
        blocks = [range(at, at + size) for at in range(0, width, size)]
        if all(leaves[each.start : each.stop] == leaves[:size] for each in blocks):
            paths = tuple(path[-1:] for path in header.paths)
            return replace(header, paths=paths), blocks
    return header, [range(width)]
