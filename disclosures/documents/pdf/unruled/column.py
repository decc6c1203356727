"""A column of a table without lines, as far as its head and what stands below it reach."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """One column: what it reaches over, and whether it has a head and anything below it."""

    x0: float
    x1: float
    is_headed: bool = False
    is_filled: bool = False

    @property
    def middle(self) -> float:
        """The middle."""
        return (self.x0 + self.x1) / 2

    def is_below(self, left: float, right: float) -> bool:
        """Whether any of it stands between two places from left to right."""
        return self.x0 < right and left < self.x1
