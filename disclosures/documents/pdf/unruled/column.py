"""A column of a table without lines, as far as its head and what stands below it reach."""

from collections.abc import Sequence
from dataclasses import dataclass

Span = tuple[float, float]


@dataclass(frozen=True)
class Column:
    """One column: what it reaches over, its head and what stands below it, where it has them.

    `is_figures` says that nothing but numbers stands below its head.
    """

    x0: float
    x1: float
    head: Span | None = None
    band: Span | None = None
    is_figures: bool = False

    @property
    def is_headed(self) -> bool:
        """Whether it has a head."""
        return self.head is not None

    @property
    def is_filled(self) -> bool:
        """Whether anything stands below its head."""
        return self.band is not None

    @property
    def middle(self) -> float:
        """The middle."""
        return (self.x0 + self.x1) / 2

    def is_below(self, left: float, right: float) -> bool:
        """Whether any of it stands between two places from left to right."""
        return self.x0 < right and left < self.x1


def headed(x0: float, x1: float) -> Column:
    """A head, of which nobody knows yet what stands below it."""
    return Column(x0, x1, head=(x0, x1))


def filled(x0: float, x1: float, *, is_figures: bool = False) -> Column:
    """What stands below some head."""
    return Column(x0, x1, band=(x0, x1), is_figures=is_figures)


def together(columns: Sequence[Column]) -> Column:
    """Heads and what stands below them as one column."""
    heads = [each.head for each in columns if each.head]
    bands = [each.band for each in columns if each.band]
    return Column(
        min(each.x0 for each in columns),
        max(each.x1 for each in columns),
        _around(heads),
        _around(bands),
        all(each.is_figures for each in columns if each.band),
    )


def _around(spans: Sequence[Span]) -> Span | None:
    if not spans:
        return None
    return min(each[0] for each in spans), max(each[1] for each in spans)
