"""The search page: publishers, projects, codes, terms and sentences that hold some words."""

from typing import Any

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from disclosures.pages.addresses import address
from disclosures.queries import search

LONGEST = 60


def find(request: HttpRequest) -> HttpResponse:
    """`?q=`: publishers, projects, codes, terms and sentences that hold the words."""
    words = " ".join(request.GET.get("q", "").replace("\0", "").split())
    context: dict[str, Any] = {"q": words[:LONGEST]}
    if len(words) > LONGEST:
        context["said"] = gettext("搜索词有 %(given)d 个字，最多 %(most)d 个，请缩短后再试。") % {
            "given": len(words),
            "most": LONGEST,
        }
        return render(request, "pages/search.html", context, status=400)
    if words:
        try:
            found = _found(words)
        except OperationalError:
            context["said"] = gettext("这次搜索用时太久，已经停止。请换一个更长、更少见的词。")
            return render(request, "pages/search.html", context, status=503)
        context |= found | {"is_empty": not any(found.values())}
    return render(request, "pages/search.html", context)


def _found(words: str) -> dict[str, list[Any]]:
    with search.bounded():
        return {
            "departments": list(search.departments(words)),
            "projects": [
                (each, address(each.revision, "figure", key=each.key))
                for each in search.projects(words)
            ],
            "codes": list(search.codes(words)),
            "terms": [(each, address(each.revision)) for each in search.terms(words)],
            "sentences": [(each, address(each.revision)) for each in search.sentences(words)],
        }
