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


@dataclass
class Wording:
    """An explanation, and the disclosures that word it so: (name, year, kind, address) of each."""

    text: str
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
    official, entries = by_key().get(key), explained.explanations(key)
    if not entries and official is None:
        raise Http404
    context = {
        "term": official.name if official else entries[0].title,
        "official": official,
        "wordings": sorted(_wordings(entries), key=lambda each: -len(each.whose)),
        "times": len(entries),
    }
    return render(request, "pages/term.html", context)


def _parts(text: str) -> tuple[str, str]:
    name, _, definition = text.partition(JOINED)
    return name, definition


def _wordings(entries: list[SearchEntry]) -> list[Wording]:
    """Explanations that differ in more than quotes, brackets and spaces."""
    made: dict[str, Wording] = {}
    for each in entries:
        _, definition = _parts(each.text)
        wording = made.setdefault(folded(definition), Wording(definition))
        disclosure = each.revision.disclosure
        wording.whose.append(
            (
                disclosure.department.name,
                disclosure.fiscal_year_id,
                disclosure.get_kind_display(),
                place_of(each),
            )
        )
    return list(made.values())
