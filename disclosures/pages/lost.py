"""No such page: what there is near it. What is not public is never offered, nor told of."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from disclosures.pages.addresses import address
from disclosures.pages.language import UNDER
from disclosures.queries import near, search
from disclosures.rules.catalogue import catalogue

LONGEST = 160  # characters of a part of an address that are looked at
MOST = 6
ELSEWHERE = ("admin", "api", "static", "preview")

Offer = tuple[str, str, bool]  # an address, what it is called, and whether in our own words


def lost(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, with the pages whose address is like the one asked for, in at most two queries."""
    return render(request, "404.html", {"near": _offers(request.path_info)}, status=404)


def _offers(path: str) -> list[Offer]:
    inner = "/" + path.removeprefix(UNDER) if path.startswith(UNDER) else path
    parts = [part.replace("\0", "")[:LONGEST] for part in inner.split("/") if part][:3]
    if not parts or parts[0] in ELSEWHERE:
        return []
    first, second, third = [*parts, "", ""][:3]
    made: dict[str, Any] = {"rules": _rules, "glossary": _terms}
    if first in made:
        return made[first](second)
    if first in near.LISTS:
        return _codes(first, second)
    return _departments(first, second, third) if second else _departments("", first, "")


def _codes(of: str, code: str) -> list[Offer]:
    if not (code.isascii() and code.isdigit()):
        return []
    return [
        (reverse(f"pages:{of}-code", args=[code]), f"{code} {name}", False)
        for code, name in near.codes(of, code, MOST)
    ]


def _rules(code: str) -> list[Offer]:
    """Rules of the same group, those of the nearest number first; by a word, rules called so."""
    group, number = code[:1].upper(), code[1:3]
    rules = catalogue()
    found = [each for each in rules if each[:1] == group]
    if number.isascii() and number.isdigit():
        found.sort(key=lambda each: abs(int(each[1:]) - int(number)))
    if not found:
        found = [each for each in rules if len(code) > 1 and code in rules[each].title]
        found += near.likest(code, ((each, rules[each].title) for each in rules), MOST)
    named = ((each, rules[each].title) for each in dict.fromkeys(found))
    offers = [
        (reverse("pages:rule", args=[each]), f"{each} {title}", False) for each, title in named
    ]
    return [*offers[:MOST], (reverse("pages:rules"), gettext("全部规则"), True)]


def _terms(term: str) -> list[Offer]:
    """Terms that have the word in their names or explanations, then those called like it."""
    words = search.words_of(term)
    found = [each.key for each in search.terms(words, search.ALL, MOST)] if words else []
    if len(found) < MOST:
        found += near.terms(term, MOST)
    offers = [(reverse("pages:term", args=[each]), each, False) for each in dict.fromkeys(found)]
    return [*offers[:MOST], (reverse("pages:glossary"), gettext("全部名词"), True)]


def _departments(region: str, slug: str, year: str) -> list[Offer]:
    """The years of a publisher that there is; else publishers named like the one asked for."""
    found = near.departments(region, slug, MOST)
    exact = [each for each in found if (each.region, each.slug) == (region, slug)]
    if exact and year:
        return [
            (address(each), str(each.disclosure), False)
            for each in near.disclosures(region, slug)[: 2 * MOST]
        ]
    return [
        (reverse("pages:department", args=[each.region, each.slug]), each.name, False)
        for each in found
    ] or ([(reverse("pages:home"), gettext("全部部门"), True)] if slug else [])
