"""What is printed in a narrative, and what stands there instead."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from disclosures.classification.figures import figure_of


@dataclass(frozen=True)
class Replacement:
    """One place of a text: what is printed, what it becomes, and because of which figure.

    `states` are the figures that the narrative states there afterwards, in the printed unit; None
    for one that it states no more.
    """

    key: str
    start: int
    end: int
    printed: str
    becomes: str
    because: str
    table: str = ""
    states: Mapping[str, Decimal | None] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """The official name of the figure."""
        return figure_of(self.key).label


@dataclass(frozen=True)
class StaleSentence:
    """A sentence with the places that have to change; a `note` says why only a person can."""

    start: int
    end: int
    before: str
    replacements: tuple[Replacement, ...]
    note: str = ""

    @property
    def after(self) -> str:
        """The sentence rewritten."""
        return replaced(self.before, self.replacements, self.start)


def replaced(text: str, replacements: Iterable[Replacement], offset: int = 0) -> str:
    """A text (that begins at `offset` of the narrative) with its places replaced."""
    for each in sorted(replacements, key=lambda each: each.start, reverse=True):
        text = f"{text[: each.start - offset]}{each.becomes}{text[each.end - offset :]}"
    return text
