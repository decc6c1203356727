"""How words are compared in a search: folded alike, and cut into grams that an index can hold.

Readers type neither the quotes nor the brackets of official wording (三公经费 for “三公”经费), nor
full-width digits, nor thousands separators. Chinese is cut into pairs of characters, so that two
characters suffice; numbers and Latin words stay whole and are found by their beginning.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

DROPPED = frozenset("\"'“”‘’„‟′″＂＇「」『』《》〈〉()[]{}【】〔〕")
THOUSANDS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
RUN = re.compile(r"[0-9a-z]+(?:\.[0-9]+)*|[^\W0-9a-z_]+")
LONGEST_GRAM = 64


@dataclass(frozen=True)
class Folded:
    """A text as it is compared; `at` says for each character where it stands in the original."""

    text: str
    at: tuple[int, ...]


def fold(text: str) -> Folded:
    """A text without what readers do not type, its letters and digits in their plain form."""
    dropped = {match.start() for match in THOUSANDS.finditer(text)}
    kept: list[str] = []
    at: list[int] = []
    for position, character in enumerate(text):
        if position in dropped:
            continue
        for plain in unicodedata.normalize("NFKC", character).lower():
            if plain not in DROPPED and not plain.isspace() and plain != "\0":
                kept.append(plain)
                at.append(position)
    return Folded("".join(kept), tuple(at))


def folded(text: str) -> str:
    """The folded text alone."""
    return fold(text).text


def grams(text: str) -> frozenset[str]:
    """What a folded text is found by.

    The last character of a run stands alone too, so that every character begins some gram.
    """
    found: set[str] = set()
    for run in RUN.findall(text):
        if run[0].isascii():
            found.add(run[:LONGEST_GRAM])
        else:
            found.update(run[i : i + 2] for i in range(len(run)))
    return frozenset(found)


def asked(word: str) -> tuple[tuple[str, bool], ...]:
    """The grams that a text with a folded word must have, each with whether as a beginning only.

    Empty for a word without letters and digits, which cannot be searched for.
    """
    runs = RUN.findall(word)
    wanted: list[tuple[str, bool]] = []
    for number, run in enumerate(runs, start=1):
        is_last = number == len(runs)
        if run[0].isascii():
            wanted.append((run[:LONGEST_GRAM], is_last))
        elif len(run) > 1:
            wanted += [(run[i : i + 2], False) for i in range(len(run) - 1)]
        elif len(runs) == 1:
            wanted.append((run, True))
    return tuple(dict.fromkeys(wanted))


def spans(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where folded words stand in a text, in its own offsets, from left to right, never two over

    each other.
    """
    whole = fold(text)
    merged: list[tuple[int, int]] = []
    for start, end in sorted(_occurrences(whole, words)):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def spread(text: str, word: str) -> list[tuple[int, int]]:
    """Where the characters of a folded word stand in a text one after the other, as in `spans`;

    none where the text leaves one out.
    """
    whole = fold(text)
    found: list[tuple[int, int]] = []
    at = -1
    for character in word:
        at = whole.text.find(character, at + 1)
        if at < 0:
            return []
        found.append((whole.at[at], whole.at[at] + 1))
    return found


def _occurrences(whole: Folded, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    for word in filter(None, words):
        found = whole.text.find(word)
        while found >= 0:
            yield whole.at[found], whole.at[found + len(word) - 1] + 1
            found = whole.text.find(word, found + len(word))
