"""Words set large and level behind a page: 内部资料 across a table is no word of its cells."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from statistics import median

from disclosures.documents.pdf.page import Char

LARGE = 2.5  # times the size of most characters


def without_watermarks(chars: Sequence[Char]) -> tuple[Char, ...]:
    """The characters without those of large lines that other text is printed upon.

    Nothing is printed upon a heading, however large.
    """
    usual = median(each.size for each in chars) if chars else 0
    lines: dict[tuple[int, int], list[Char]] = defaultdict(list)
    for each in chars:
        if usual and each.size >= LARGE * usual:
            lines[round(each.size), round(each.centre[1])].append(each)
    if not lines:
        return tuple(chars)
    upon = sorted((e for e in chars if e.size < LARGE * usual), key=lambda each: each.centre[1])
    heights = [each.centre[1] for each in upon]
    left_out = {
        id(each)
        for line in lines.values()
        if any(_is_printed_upon(each, upon, heights) for each in line)
        for each in line
    }
    return tuple(each for each in chars if id(each) not in left_out)


def _is_printed_upon(large: Char, upon: Sequence[Char], heights: Sequence[float]) -> bool:
    start, end = bisect_left(heights, large.top), bisect_right(heights, large.bottom)
    return any(large.x0 < each.centre[0] < large.x1 for each in upon[start:end])
