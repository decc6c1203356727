"""A line over the years, small enough for a cell: its runs of points, a gap where not told.

In units of its own drawing, STEP a year wide and HEIGHT high, with room around for the dots.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

STEP, HEIGHT, ROOM = 16, 24, 3
PLACES = Decimal("0.1")


@dataclass(frozen=True)
class Sparkline:
    """`runs` are the points of each stretch without a gap; `dots` are all that are told."""

    width: int
    runs: tuple[str, ...]
    dots: tuple[tuple[int, Decimal], ...]
    first: int
    last: int

    @property
    def height(self) -> int:
        """The height of the drawing."""
        return HEIGHT + 2 * ROOM


def sparkline(years: Sequence[tuple[int, Decimal | None]]) -> Sparkline | None:
    """The line of yearly amounts from 0 up, years without any left open; None for fewer than 2."""
    told = {year: value for year, value in years if value is not None and value >= 0}
    if len(told) < 2:
        return None
    first, last = min(told), max(told)
    most = max(told.values()) or Decimal(1)
    dots: list[tuple[int, Decimal]] = []
    runs: list[list[str]] = [[]]
    for year in range(first, last + 1):
        if year not in told:
            runs.append([])
            continue
        x = ROOM + STEP * (year - first)
        y = (ROOM + HEIGHT * (1 - told[year] / most)).quantize(PLACES)
        dots.append((x, y))
        runs[-1].append(f"{x},{y}")
    width = STEP * (last - first) + 2 * ROOM
    return Sparkline(
        width, tuple(" ".join(r) for r in runs if len(r) > 1), tuple(dots), first, last
    )
