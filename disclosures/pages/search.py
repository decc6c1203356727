"""The search page: publishers, codes, terms, projects, goals, purchases, rows and sentences."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext

from disclosures.pages.facets import changed, facets
from disclosures.pages.hits import Hit, code_hit, department_hit, entry_hit, question_hits, term_hit
from disclosures.pages.paging import four_digits
from disclosures.queries import search
from disclosures.queries.search import Narrowed, Tally
from disclosures.queries.suggestions import suggestions
from disclosures.records.search_entry import EntryKind

LONGEST = 60
A_PAGE = 20
QUESTIONS_OFFERED = 2  # while typing
OF_EACH, PLACES_OF_EACH = 3, 6  # hits of a kind, where all kinds are shown
KINDS = {"department": "部门", "question": "排行", "code": "科目"} | {
    each.value: each.label for each in EntryKind
}
ENTRIES = tuple(each.value for each in EntryKind if each is not EntryKind.TERM)
AFTER = re.compile(r"(\d{1,4})-([^\0]{1,200})")  # the last hit of the page before
NUMBER = re.compile(r"[0-9]{1,18}")
SUGGESTED = "public, max-age=60"

Words = tuple[str, ...]
Places = dict[str, list[Hit]]


@dataclass(frozen=True)
class Group:
    """Hits of one kind; `more` is the address of all of them."""

    kind: str
    label: str
    hits: list[Hit]
    more: str = ""


def find(request: HttpRequest) -> HttpResponse:
    """`?q=`: what holds all of the words, narrowed by kind, region and year, a page at a time."""
    said = _said(request)
    context: dict[str, Any] = {"q": said[:LONGEST]}
    if len(said) > LONGEST:
        context["said"] = gettext("搜索词有 %(given)d 个字，最多 %(most)d 个，请缩短后再试。") % {
            "given": len(said),
            "most": LONGEST,
        }
        return render(request, "pages/search.html", context, status=400)
    words = search.words_of(said)
    if words:
        try:
            with search.bounded():
                context |= _found(request, words)
        except OperationalError:
            context["said"] = gettext("这次搜索用时太久，已经停止。请换一个更长、更少见的词。")
            return render(request, "pages/search.html", context, status=503)
    return render(request, "pages/search.html", context | {"is_empty": _is_empty(context)})


def suggest(request: HttpRequest) -> HttpResponse:
    """`?q=` as it is typed: {"suggestions": [{"kind", "text", "note", "url"}]}."""
    said = _said(request)
    words = search.words_of(said) if len(said) <= LONGEST else ()
    try:
        with search.bounded():
            offered = suggestions(words)
    except OperationalError:
        return JsonResponse({"suggestions": []}, status=503)
    hits = (
        *(("department", department_hit(each, ())) for each in offered.departments),
        *(("question", each) for each in question_hits(words)[:QUESTIONS_OFFERED] if words),
        *(("code", code_hit(each, ())) for each in offered.codes),
        *((EntryKind.TERM, term_hit(each, ())) for each in offered.terms),
        *((EntryKind.PROJECT, entry_hit(each, ())) for each in offered.projects),
    )
    answer = JsonResponse(
        {"suggestions": [_offered(KINDS[kind], hit) for kind, hit in hits]},
        json_dumps_params={"ensure_ascii": False},
    )
    answer["Cache-Control"] = SUGGESTED
    return answer


def _offered(kind: str, hit: Hit) -> dict[str, str]:
    return {
        "kind": gettext(kind),
        "text": f"{hit.code} {hit.name}".strip(),
        "note": f"{hit.department} {hit.year}" if hit.year else hit.region,
        "url": hit.url,
    }


def _said(request: HttpRequest) -> str:
    return " ".join(request.GET.get("q", "").replace("\0", " ").split())


def _is_empty(context: dict[str, Any]) -> bool:
    return bool(context["q"]) and not any(each.hits for each in context.get("groups", ()))


def _found(request: HttpRequest, words: Words) -> dict[str, Any]:
    """The groups of hits and the facets, in at most eight queries."""
    asked = request.GET.get("kind", "")
    kind = asked if asked in KINDS else ""
    region = request.GET.get("region", "").replace("\0", "")
    narrowed = Narrowed(region, four_digits(request, "year"))
    tally = search.tally(words)
    places: Places = {
        "department": [department_hit(each, words) for each in search.departments(words, region)],
        "question": question_hits(words),
        "code": [code_hit(each, words) for each in search.codes(words)],
    }
    if kind:
        groups, after = _of_kind(request, words, narrowed, kind, places, tally)
    else:
        groups, after = _of_each(request, words, narrowed, places, tally), ""
    counted = {name: len(hits) for name, hits in places.items()}
    return {
        "groups": groups,
        "following": changed(request, after=after) if after else "",
        "beginning": changed(request) if request.GET.get("after") else "",
        "kind": kind,
        "facets": facets(request, KINDS, kind, narrowed, tally, counted),
    }


def _of_each(
    request: HttpRequest, words: Words, narrowed: Narrowed, places: Places, tally: Tally
) -> list[Group]:
    """The first hits of every kind that has any."""
    found = {name: hits[:PLACES_OF_EACH] for name, hits in places.items()}

    def is_cut(name: str) -> bool:
        return len(found[name]) >= (PLACES_OF_EACH if name in places else OF_EACH)

    terms = search.terms(words, narrowed, OF_EACH)
    found[EntryKind.TERM.value] = [term_hit(each, words) for each in terms]
    for each in search.first_of_each(words, narrowed, ENTRIES, OF_EACH, tally):
        found.setdefault(each.kind, []).append(entry_hit(each, words))
    return [
        Group(name, label, found[name], changed(request, kind=name) if is_cut(name) else "")
        for name, label in KINDS.items()
        if found.get(name)
    ]


def _of_kind(
    request: HttpRequest,
    words: Words,
    narrowed: Narrowed,
    kind: str,
    places: Places,
    tally: Tally,
) -> tuple[list[Group], str]:
    """A page of one kind's hits, and what to ask after for the next; "" on the last."""
    last = AFTER.fullmatch(request.GET.get("after", ""))
    hits, after = places.get(kind, []), ""
    if kind == EntryKind.TERM:
        terms = search.terms(words, narrowed, A_PAGE + 1, last and (int(last[1]), last[2]))
        hits = [term_hit(each, words) for each in terms[:A_PAGE]]
        after = _after([(each.rank, each.key) for each in terms])
    elif kind not in places:
        is_number = last is not None and NUMBER.fullmatch(last[2])
        since = (int(last[1]), int(last[2])) if last is not None and is_number else None
        is_common = tally.is_common(kind)
        entries = search.of_kind(words, narrowed, kind, A_PAGE + 1, since, is_common=is_common)
        hits = [entry_hit(each, words) for each in entries[:A_PAGE]]
        after = _after([(each.year, each.pk) for each in entries])
    return [Group(kind, KINDS[kind], hits)], after


def _after(found: Sequence[tuple[int, object]]) -> str:
    """The order of the last hit of a page that is not the last one."""
    return "{}-{}".format(*found[A_PAGE - 1]) if len(found) > A_PAGE else ""
