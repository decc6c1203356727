"""What changed between two texts, paragraph by paragraph and, within one, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest

# A number, a word of letters, or one other character: a changed amount is shown whole.
WORD = re.compile(r"-?[\d,]+(?:\.\d+)?%?|[A-Za-z]+|\s+|.", re.S)
LONGEST = 4000  # words of a paragraph that are compared; beyond, it is shown as replaced whole


class Deed(StrEnum):
    """What happened to a run of words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class Run:
    """Words that were kept, taken out or put in."""

    deed: Deed
    text: str


Changed = tuple[Run, ...]


def changed_paragraphs(before: str, after: str) -> list[Changed]:
    """The paragraphs that differ, in the order of the later text."""
    old, new = _paragraphs(before), _paragraphs(after)
    made: list[Changed] = []
    for deed, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if deed != "equal":
            pairs = zip_longest(old[a:b], new[c:d], fillvalue="")
            made += [tuple(_runs(one, other)) for one, other in pairs]
    return made


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _runs(before: str, after: str) -> Iterator[Run]:
    old, new = WORD.findall(before), WORD.findall(after)
    if not old or not new or max(len(old), len(new)) > LONGEST:
        yield from _replaced(old, new)
        return
    for deed, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if deed == "equal":
            yield Run(Deed.SAME, "".join(old[a:b]))
        else:
            yield from _replaced(old[a:b], new[c:d])


def _replaced(old: Sequence[str], new: Sequence[str]) -> Iterator[Run]:
    if old:
        yield Run(Deed.REMOVED, "".join(old))
    if new:
        yield Run(Deed.ADDED, "".join(new))
