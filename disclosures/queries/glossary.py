"""The terms that disclosures explain, each once however it is quoted, with all its wordings."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Min, QuerySet

from disclosures.queries.gate import is_public
from disclosures.records.search_entry import EntryKind, SearchEntry

MOST = 2000  # explanations of one term


@dataclass(frozen=True)
class Term:
    """An explained term: its key, one explanation, in how many disclosures it stands."""

    key: str
    text: str
    times: int


def _explained() -> QuerySet[SearchEntry]:
    return SearchEntry.objects.filter(is_public("revision__"), kind=EntryKind.TERM)


def terms(part: slice) -> list[Term]:
    """A part of all terms, those of the most disclosures first; one query."""
    found = (
        _explained()
        .order_by()
        .values("key")
        .annotate(times=Count("revision", distinct=True), text=Min("text"))
        .order_by("-times", "key")
    )
    return [Term(each["key"], each["text"], each["times"]) for each in found[part]]


def keys() -> set[str]:
    """The keys of all terms; one query."""
    return set(_explained().order_by().values_list("key", flat=True).distinct())


def explanations(key: str) -> list[tuple[int, str]]:
    """(entry's key, its text) of every explanation of a term, the newest first; one query."""
    found = _explained().filter(key=key).order_by("-year", "pk").values_list("pk", "text")
    return list(found[:MOST])


def entries(keys: Iterable[int]) -> dict[int, SearchEntry]:
    """Some explanations by their keys, with whose they are; one query."""
    found = _explained().select_related("revision__disclosure__department__region")
    return found.defer("folded", "grams", "revision__text").in_bulk(list(keys))
