"""Every revision of a disclosure that anyone may read, and the difference of any two."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from disclosures.pages.addresses import address
from disclosures.pages.wording import changed_paragraphs
from disclosures.queries import published
from disclosures.queries.differing import changed_facts
from disclosures.queries.ledger import entries_of_disclosure
from disclosures.records.disclosure import Revision
from disclosures.tables.comparison import compare, is_reordered
from disclosures.tables.stored import book_of


def revisions(request: HttpRequest, **names: Any) -> HttpResponse:
    """The history of a disclosure: what was published, corrected and withdrawn, and why."""
    current = _found(names)
    readable = {each.pk: each for each in published.readable_revisions(current.disclosure)}
    entries = entries_of_disclosure(current.disclosure)
    context = {
        "revision": current,
        "disclosure": current.disclosure,
        "department": current.disclosure.department,
        "disclosure_url": address(current),
        "entries": [
            (each, *_links(readable.get(each.revision_id), list(readable.values())))
            for each in entries
        ],
    }
    return render(request, "pages/revisions.html", context)


def changes(request: HttpRequest, **names: Any) -> HttpResponse:
    """What a revision changed against an earlier one: `?from=1`, else the one before it."""
    after = _found(names)
    readable = list(published.readable_revisions(after.disclosure))
    before = _earlier(request.GET.get("from", ""), after, readable)
    books = book_of(before), book_of(after)
    context = {
        "disclosure": after.disclosure,
        "department": after.disclosure.department,
        "disclosure_url": address(after),
        "before": before,
        "after": after,
        "revision": after,
        "before_url": address(before, pinned=True),
        "after_url": address(after, pinned=True),
        "history_url": address(after, "revisions"),
        "others": [each for each in readable if each.number < after.number],
        "tables": compare(*books),
        "is_reordered": is_reordered(*books),
        "facts": changed_facts(before, after),
        "paragraphs": changed_paragraphs(before.text, after.text),
    }
    return render(request, "pages/changes.html", context)


def _earlier(asked: str, after: Revision, readable: list[Revision]) -> Revision:
    earlier = [each for each in readable if each.number < after.number]
    if asked:
        earlier = [each for each in earlier if str(each.number) == asked]
    if not earlier:
        raise Http404
    return earlier[-1]


def _links(revision: Revision | None, readable: list[Revision]) -> tuple[str, str]:
    """The address of a revision and of its changes, "" for what cannot be read."""
    if revision is None:
        return "", ""
    has_earlier = any(each.number < revision.number for each in readable)
    changed = address(revision, "changes", pinned=True) if has_earlier else ""
    return address(revision, pinned=True), changed


def _found(names: dict[str, Any]) -> Revision:
    revision = published.bare_revision(
        names["region"], names["department"], names["year"], names["kind"], names.get("number")
    )
    if revision is None:
        raise Http404
    return revision
