"""What a search offers while it is typed: publishers, codes, terms and projects."""

from collections.abc import Sequence
from dataclasses import dataclass

from disclosures.queries import search
from disclosures.records.places import Department
from disclosures.records.search_entry import EntryKind, SearchEntry

DEPARTMENTS, CODES, TERMS, PROJECTS = 4, 3, 2, 3  # of each at the most


@dataclass(frozen=True)
class Suggestions:
    """What the words may mean, in four queries."""

    departments: Sequence[Department] = ()
    codes: Sequence[search.FoundCode] = ()
    terms: Sequence[search.FoundTerm] = ()
    projects: Sequence[SearchEntry] = ()


def suggestions(words: Sequence[str]) -> Suggestions:
    """Suggestions for folded words; none for none."""
    if not words:
        return Suggestions()
    explained = search.terms(words, search.ALL, TERMS)
    return Suggestions(
        departments=list(search.departments(words)[:DEPARTMENTS]),
        codes=search.codes(words)[:CODES],
        terms=[each for each in explained if each.rank < search.MENTIONED],
        projects=search.of_kind(words, search.ALL, EntryKind.PROJECT, PROJECTS),
    )
