"""The glossary: one page a term, with each wording of it and who words it so."""

from dataclasses import dataclass, field

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from disclosures.classification.folding import folded
from disclosures.classification.terms import TERMS, by_key
from disclosures.pages.hits import place_of
from disclosures.pages.paging import A_PAGE, neighbours, page_number
from disclosures.queries import glossary as explained
from disclosures.records.search_entry import JOINED, LONGEST_TITLE, SearchEntry

SHOWN = 60  # disclosures of a wording that are named


@dataclass
class Wording:
    """An explanation, and the disclosures that word it so: their entries, and of the newest

    (name, year, kind, address).
    """

    text: str
    keys: list[int] = field(default_factory=list)
    whose: list[tuple[str, int, str, str]] = field(default_factory=list)


def glossary(request: HttpRequest) -> HttpResponse:
    """The terms that disclosures explain, A_PAGE at a time."""
    page = page_number(request)
    start = A_PAGE * (page - 1)
    found = explained.terms(slice(start, start + A_PAGE + 1))
    context = {
        "terms": [(each.key, *_parts(each.text), each.times) for each in found[:A_PAGE]],
        "official": TERMS if page == 1 else (),
        **neighbours(request, page, has_more=len(found) > A_PAGE),
    }
    return render(request, "pages/glossary.html", context)


def term(request: HttpRequest, term: str) -> HttpResponse:
    """A term, however it is quoted in the address; each wording of it, the commonest first."""
    key = folded(term[:LONGEST_TITLE])
    official, found = by_key().get(key), explained.explanations(key)
    if not found and official is None:
        raise Http404
    wordings = _wordings(found)
    context = {
        "term": official.name if official else _parts(found[0][1])[0],
        "official": official,
        "wordings": sorted(wordings, key=lambda each: -len(each.keys)),
        "times": len(found),
        "shown": SHOWN,
    }
    return render(request, "pages/term.html", context)


def _parts(text: str) -> tuple[str, str]:
    name, _, definition = text.partition(JOINED)
    return name, definition


def _wordings(found: list[tuple[int, str]]) -> list[Wording]:
    """Explanations that differ in more than quotes, brackets and spaces."""
    made: dict[str, Wording] = {}
    compared = {text: folded(_parts(text)[1]) for text in {text for _, text in found}}
    for key, text in found:
        made.setdefault(compared[text], Wording(_parts(text)[1])).keys.append(key)
    wordings = list(made.values())
    entries = explained.entries(key for each in wordings for key in each.keys[:SHOWN])
    for each in wordings:
        each.whose = [_whose(entries[key]) for key in each.keys[:SHOWN] if key in entries]
    return wordings


def _whose(entry: SearchEntry) -> tuple[str, int, str, str]:
    of = entry.revision.disclosure
    return of.department.name, of.fiscal_year_id, of.get_kind_display(), place_of(entry)
