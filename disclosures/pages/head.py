"""What a page's head tells machines: its one address, its other language, the feeds to follow."""

from typing import Any

from django import template
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.translation import get_language, gettext

from disclosures.classification.lists import FunctionCode
from disclosures.pages.addresses import origin
from disclosures.pages.language import UNDER
from disclosures.records.disclosure import Revision, State
from disclosures.records.places import Department

register = template.Library()

# What an address may ask for that makes it another page; the unit of the amounts does not.
TELLING = (
    "region",
    "year",
    "kind",
    "page",
    "before",
    "from",
    "table",
    "code",
    "sort",
    "q",
    "after",
)
UNLISTED = frozenset({"search"})  # pages of what somebody typed: not for search engines


@register.inclusion_tag("parts/head.html", takes_context=True)
def head(context: dict[str, Any]) -> dict[str, Any]:
    """Canonical address, languages and feeds; nothing of the kind for what is not public yet."""
    request, revision = context["request"], context.get("revision")
    if revision is not None and revision.preview_token:
        return {}
    chinese = f"{_own_path(request, revision).removeprefix(UNDER[:-1])}{_query(request.GET)}"
    site = origin(request)
    is_english = get_language() == "en"
    return {
        "canonical": f"{site}{UNDER[:-1] if is_english else ''}{chinese}",
        "chinese": f"{site}{chinese}",
        "english": f"{site}{UNDER[:-1]}{chinese}",
        "is_listed": request.resolver_match.url_name not in UNLISTED,
        "feeds": _feeds(context.get("department"), context.get("code")),
    }


def _own_path(request: HttpRequest, revision: Revision | None) -> str:
    """Where a page is at home: what a pinned address shows of the revision in force has another."""
    match = request.resolver_match
    if revision is None or match is None or "number" not in match.kwargs:
        return request.path
    name = match.view_name.replace("revision-", "", 1)
    if revision.state != State.PUBLISHED and not name.endswith("revisions"):
        return request.path
    names = {key: value for key, value in match.kwargs.items() if key not in ("number", "kind")}
    return reverse(name, kwargs=names)


def _query(asked: QueryDict) -> str:
    kept = QueryDict(mutable=True)
    for name in TELLING:
        if said := asked.get(name):
            kept[name] = str(said)
    return f"?{kept.urlencode()}" if kept else ""


def _feeds(department: object, code: object) -> list[tuple[str, str]]:
    """(title, address) of the feeds that a reader of the page may want to follow."""
    found = []
    if isinstance(department, Department):
        names = (department.region.slug, department.slug)
        title = gettext("%(name)s：公开与更正") % {"name": department.name}
        found.append((title, reverse("pages:department-feed", args=names)))
    if isinstance(code, FunctionCode):
        title = gettext("%(name)s：谁在列支") % {"name": f"{code.code} {code.name}"}
        found.append((title, reverse("pages:function-feed", args=(code.code,))))
    return [
        *found,
        (gettext("新公开的部门预决算"), reverse("pages:feed")),
        (gettext("更正与撤回"), reverse("pages:corrections-feed")),
    ]
