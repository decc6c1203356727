"""Hits of a search as they are shown: their words marked, with the address where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext

from disclosures.classification.folding import folded, spans, spread
from disclosures.pages.addresses import address
from disclosures.queries.across.catalogue import QUESTIONS
from disclosures.queries.naming import is_shortening
from disclosures.queries.search import FoundCode, FoundTerm
from disclosures.records.places import Department
from disclosures.records.search_entry import JOINED, SearchEntry

BEFORE, SHOWN = 40, 170  # characters of a long text: before its first hit, and in all


@dataclass(frozen=True)
class Piece:
    """A run of text, marked where it is what was searched for."""

    text: str
    is_hit: bool = False


@dataclass(frozen=True)
class Hit:
    """One hit: its words, and beside them whose, of which year, and where they stand.

    `place` and `region` are words of the documents, `catalogue` and `tag` our own; each empty where
    it has none. `times` is in how many disclosures a term is explained. `is_ours`: the words
    themselves are in the language of the page.
    """

    url: str
    pieces: tuple[Piece, ...]
    name: str = ""
    place: str = ""
    region: str = ""
    department: str = ""
    year: int | None = None
    kind: str = ""
    code: str = ""
    catalogue: str = ""
    amount: str = ""
    tag: str = ""
    times: int = 0
    is_ours: bool = False


def pieces(text: str, words: Sequence[str]) -> tuple[Piece, ...]:
    """A text with its hits marked; of a long one what is around the first."""
    return _cut(text, spans(text, words))


def _cut(text: str, found: Sequence[tuple[int, int]]) -> tuple[Piece, ...]:
    start, end = 0, len(text)
    if len(text) > SHOWN:
        start = max((found[0][0] if found else 0) - BEFORE, 0)
        end = min(start + SHOWN, len(text))
        start = max(end - SHOWN, 0)
    made: list[Piece] = [Piece("…")] if start else []
    at = start
    for left, right in found:
        if right <= at or left >= end:
            continue
        left, right = max(left, at), min(right, end)
        made += [Piece(text[at:left]), Piece(text[left:right], True)]
        at = right
    made.append(Piece(text[at:end] + ("…" if end < len(text) else "")))
    return tuple(each for each in made if each.text)


def department_hit(department: Department, words: Sequence[str]) -> Hit:
    """A publisher; of a shortened name the characters are marked where they stand."""
    name = department.name
    shortened = (spread(name, each) for each in words if is_shortening(each))
    found = spans(name, words) or next(shortened, [])
    url = reverse("pages:department", args=[department.region.slug, department.slug])
    return Hit(url, _cut(name, found), name, region=department.region.name)


def code_hit(found: FoundCode, words: Sequence[str]) -> Hit:
    """A code: who spends under it."""
    page = "functions-code" if found.is_function else "economic-code"
    url = reverse(f"pages:{page}", args=[found.code])
    tag = "" if found.is_current else "已停用"
    of = "功能科目" if found.is_function else "部门经济科目"
    return Hit(url, pieces(found.name, words), found.name, code=found.code, catalogue=of, tag=tag)


def question_hits(words: Sequence[str]) -> list[Hit]:
    """The rankings whose titles, Chinese or in the language of the page, hold every word."""
    return [
        Hit(reverse("pages:question", args=[name]), pieces(title, words), title, is_ours=True)
        for name, each in QUESTIONS.items()
        if (title := gettext(each.title))
        and all(word in folded(each.title) or word in folded(title) for word in words)
    ]


def term_hit(found: FoundTerm, words: Sequence[str]) -> Hit:
    """A term, wherever it is explained."""
    url = reverse("pages:term", args=[found.key])
    name = found.text.partition(JOINED)[0]
    return Hit(url, pieces(found.text, words), name, times=found.times)


def entry_hit(entry: SearchEntry, words: Sequence[str]) -> Hit:
    """A row, a figure or a sentence of a disclosure."""
    disclosure = entry.revision.disclosure
    return Hit(
        url=place_of(entry),
        pieces=pieces(entry.text, words),
        name=entry.text.partition(JOINED)[0],
        place=entry.title,
        department=disclosure.department.name,
        year=disclosure.fiscal_year_id,
        kind=disclosure.get_kind_display(),
        amount=entry.amount,
    )


def place_of(entry: SearchEntry) -> str:
    """The address of the page that shows an entry where it stands."""
    if entry.table:
        return address(entry.revision, "row", table=entry.table, row=entry.row)
    if entry.start is not None:
        return address(entry.revision, "passage", start=entry.start)
    return address(entry.revision, "figure", key=entry.key)
