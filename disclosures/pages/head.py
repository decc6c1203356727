"""What a page's head tells machines: its one address, its other language, the feeds to follow."""

from typing import Any
from urllib.parse import urlencode

from django import template
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.translation import gettext

from disclosures.classification.lists import FunctionCode
from disclosures.exports import share_image
from disclosures.pages.addresses import address, origin
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
FRAMED = ("disclosure", "figure", "table")  # ends of the names of what oEmbed knows
OEMBED = "/oembed"
UNLISTED = frozenset({"search"})  # pages of what somebody typed: not for search engines


@register.inclusion_tag("parts/head.html", takes_context=True)
def head(context: dict[str, Any]) -> dict[str, Any]:
    """Canonical address, languages and feeds; nothing of the kind for what is not public yet."""
    request, revision = context["request"], context.get("revision")
    own = canonical(context)
    if not own:
        return {}
    site = origin(request)
    chinese = own.removeprefix(site).removeprefix(UNDER[:-1])
    return {
        "canonical": own,
        "chinese": f"{site}{chinese}",
        "english": f"{site}{UNDER[:-1]}{chinese}",
        "is_listed": request.resolver_match.url_name not in UNLISTED,
        "feeds": _feeds(context.get("department"), context.get("code")),
        "shared": _shared(context, site) if revision is not None else None,
    }


@register.simple_tag(takes_context=True)
def canonical(context: dict[str, Any]) -> str:
    """The one address of a page, in its language; "" for what is not public yet."""
    request, revision = context["request"], context.get("revision")
    if revision is not None and revision.preview_token:
        return ""
    return f"{origin(request)}{_own_path(request, revision)}{_query(request.GET)}"


def _shared(context: dict[str, Any], site: str) -> dict[str, Any]:
    """What stands beside the address of a revision's page where it is passed on."""
    request, revision = context["request"], context["revision"]
    page = f"{site}{request.path}"
    is_framed = (request.resolver_match.url_name or "").endswith(FRAMED)
    return {
        "title": context.get("share_title") or str(revision.disclosure),
        "image": f"{site}{address(revision, 'share', pinned=True)}",
        "width": share_image.WIDTH,
        "height": share_image.HEIGHT,
        "oembed": f"{site}{OEMBED}?{urlencode({'url': page})}" if is_framed else "",
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
