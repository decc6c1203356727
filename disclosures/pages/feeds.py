"""Atom feeds (RFC 4287) of what is published, page by page (RFC 5005): all of it, a department's,

who spends under a code, corrections. Entries are publications, so they are known by the seal of
the ledger: an id that no other address or host changes.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language, gettext

from disclosures.pages.addresses import absolute, address
from disclosures.pages.amounts import Show, shown
from disclosures.pages.differences import difference
from disclosures.pages.listing import amounts
from disclosures.pages.paging import before_number
from disclosures.queries import feeds, published
from disclosures.queries.across.codes import FUNCTIONS
from disclosures.queries.feeds import A_PAGE, Told
from disclosures.records.code_sum import Refusal

NEVER = datetime(2000, 1, 1, tzinfo=UTC)  # when a feed of nothing was last another


class PagedAtom(Atom1Feed):
    """Atom with the links of RFC 5005, and a date of its own where nothing is in it."""

    def add_root_elements(self, handler: Any) -> None:
        """Name the first page and the next one."""
        super().add_root_elements(handler)
        for relation in ("first", "next"):
            if self.feed[relation]:
                handler.addQuickElement(
                    "link",
                    "",
                    {"rel": relation, "href": self.feed[relation], "type": "application/atom+xml"},
                )

    def latest_post_date(self) -> datetime:
        """When anything in it was last another."""
        return max((each["updateddate"] for each in self.items), default=NEVER)


def publications(request: HttpRequest) -> HttpResponse:
    """Everything that is published, the latest first."""
    told = feeds.publications(before_number(request))
    return _feed(request, told, gettext("新公开的部门预决算"), reverse("pages:home"))


def corrections(request: HttpRequest) -> HttpResponse:
    """What was corrected or withdrawn, why, and what is another now."""
    told = feeds.corrections(before_number(request))
    return _feed(request, told, gettext("更正与撤回"), reverse("pages:ledger"))


def department(request: HttpRequest, region: str, department: str) -> HttpResponse:
    """What one department publishes and corrects."""
    found = published.public_department(region, department)
    if found is None:
        raise Http404
    told = feeds.publications_of(found, before_number(request))
    title = gettext("%(name)s：公开与更正") % {"name": found.name}
    return _feed(request, told, title, reverse("pages:department", args=(region, department)))


def function(request: HttpRequest, code: str) -> HttpResponse:
    """Who spends under a 功能科目, and who does so newly."""
    found = FUNCTIONS.found(code)
    if found is None:
        raise Http404
    told = feeds.spending(code, before_number(request))
    title = gettext("%(name)s：谁在列支") % {"name": f"{found.code} {found.name}"}
    return _feed(request, told, title, reverse(FUNCTIONS.one, args=(code,)), code)


def _feed(
    request: HttpRequest, told: Sequence[Told], title: str, page: str, code: str = ""
) -> HttpResponse:
    first = absolute(request, request.path)
    shown_now = told[:A_PAGE]
    here = before_number(request) if request.GET.get("before") else None
    feed = PagedAtom(
        title=f"{title} · {gettext('部门预算公开平台')}",
        link=absolute(request, page),
        description=None,
        language="en" if get_language() == "en" else "zh-Hans",
        feed_url=f"{first}?before={here}" if here else first,
        feed_guid=first,
        first=first,
        next=f"{first}?before={shown_now[-1].entry.number}" if len(told) > A_PAGE else "",
    )
    for each in shown_now:
        feed.add_item(**_entry(request, each, code))
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def _entry(request: HttpRequest, told: Told, code: str) -> dict[str, Any]:
    """One entry; its content is of this very revision and leads to its own address."""
    revision = told.entry.revision
    department = revision.disclosure.department
    names = (department.region.slug, department.slug)
    return {
        "title": _title(told),
        "link": absolute(request, _page(told)),
        "description": render_to_string("parts/feed_entry.html", _context(request, told)),
        "unique_id": uuid5(NAMESPACE_URL, f"{told.entry.seal}{code}").urn,
        "pubdate": told.at,
        "updateddate": told.at,
        "author_name": department.name,
        "author_link": absolute(request, reverse("pages:department", args=names)),
        "categories": _categories(told),
    }


def _page(told: Told) -> str:
    if told.is_withdrawal:
        number = told.entry.number
        return f"{reverse('pages:ledger')}?before={number + 1}#entry-{number}"
    return address(told.entry.revision, pinned=True)


def _title(told: Told) -> str:
    revision = told.entry.revision
    name = str(revision.disclosure)
    said = {"name": name, "number": revision.number}
    if told.is_withdrawal:
        return gettext("%(name)s：第%(number)d版撤回") % said
    title = gettext("%(name)s：更正，第%(number)d版") % said if told.corrected else name
    return title + gettext("（新列支）") if told.is_new else title


def _categories(told: Told) -> list[str]:
    if told.is_withdrawal:
        return [gettext("撤回")]
    said = [gettext("更正") if told.corrected else gettext("公开")]
    return [*said, gettext("新列支")] if told.is_new else said


def _context(request: HttpRequest, told: Told) -> dict[str, Any]:
    """What the entry's text is made from; every address in full."""
    revision, before = told.entry.revision, told.corrected
    return {
        "told": told,
        "reason": told.entry.reason,
        "amounts": amounts(told.headline, Show.PRINTED) if not told.is_withdrawal else (),
        "spent": [
            (row.unit_name, shown(row.total, Show.WAN_YUAN))
            for row in told.spent
            if row.total is not None
        ],
        "refusal": Refusal(told.refusal).label if told.refusal else "",
        "difference": difference(before, revision) if before else None,
        "changes_url": absolute(request, address(revision, "changes", pinned=True)),
    }
