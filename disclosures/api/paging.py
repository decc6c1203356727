"""Pages by cursor: the place to go on from is named, never counted."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core import signing
from django.db.models import QuerySet
from django.http import QueryDict

from disclosures.api.errors import bad_cursor
from disclosures.api.parameters import refusal
from disclosures.queries.api_listing import Listing

DEFAULT, MOST = 100, 500
SIGNED = r"\A\.?[-_0-9A-Za-z]+:[0-9A-Za-z]+:[-_0-9A-Za-z]{43}\Z"
LIMIT, CURSOR = "limit", "cursor"


class PageForm(forms.Form):
    """How many rows, from where."""

    limit = forms.IntegerField(
        label="每页行数", min_value=1, max_value=MOST, required=False, initial=DEFAULT
    )
    cursor = forms.RegexField(
        SIGNED, label="翻页标记，取自上一页的 next", max_length=1000, required=False
    )


def page(listing: Listing, rows: QuerySet, given: QueryDict, path: str) -> dict[str, Any]:
    """One page of the rows and the address of the next, null at the end.

    Raises ParameterError for a limit out of range or a cursor that is not ours.
    """
    form = PageForm({name: given[name] for name in (LIMIT, CURSOR) if name in given})
    if not form.is_valid():
        raise bad_cursor() if form.has_error(CURSOR, "invalid") else refusal(form)
    limit: int = form.cleaned_data[LIMIT] or DEFAULT
    rows = listing.ordered(_after(listing, rows, form.cleaned_data[CURSOR]))
    # One row more than asked for tells whether there is a next page.
    found = listing.fetch(rows[: limit + 1])
    following = None
    if len(found) > limit:
        following = _address(listing, found[limit - 1], given, path)
    return {"next": following, "results": [listing.shape(row) for row in found[:limit]]}


def _after(listing: Listing, rows: QuerySet, cursor: str) -> QuerySet:
    if not cursor:
        return rows
    try:
        mark = signing.loads(cursor, salt=_salt(listing))
    except signing.BadSignature as error:
        raise bad_cursor() from error
    following = listing.order.after(rows, mark)
    if following is None:
        raise bad_cursor()
    return following


def _address(listing: Listing, last: dict[str, Any], given: QueryDict, path: str) -> str:
    cursor = signing.dumps(listing.order.mark(last), salt=_salt(listing))
    return f"{path}?{urlencode(given.dict() | {CURSOR: cursor})}"


def _salt(listing: Listing) -> str:
    return f"api/v1/{listing.name}"
