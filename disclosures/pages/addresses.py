"""Permanent addresses of disclosures, figures and cells."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from disclosures.records.disclosure import Disclosure, Kind, Revision


def _names(disclosure: Disclosure) -> dict[str, object]:
    return {
        "region": disclosure.department.region.slug,
        "department": disclosure.department.slug,
        "year": disclosure.fiscal_year_id,
    }


def address(revision: Revision, page: str = "disclosure", **more: object) -> str:
    """The address of a page of a disclosure; `pinned=True` names this very revision.

    What is shown through a preview link leads on within it.
    """
    if revision.preview_token:
        more.pop("pinned", False)
        return reverse(f"pages:preview-{page}", kwargs={"token": revision.preview_token} | more)
    kind = "final-" if revision.disclosure.kind == Kind.FINAL else ""
    pinned = more.pop("pinned", False)
    if pinned:
        more["number"] = revision.number
    name = f"pages:{kind}{'revision-' if pinned else ''}{page}"
    return reverse(name, kwargs=_names(revision.disclosure) | more)


def origin(request: HttpRequest) -> str:
    """What full addresses begin with: the site's own setting, else as the reader asked."""
    return str(settings.PUBLIC_URL) or f"{request.scheme}://{request.get_host()}"


def absolute(request: HttpRequest, path: str) -> str:
    """A full address, for readers who are not on a page of ours."""
    return f"{origin(request)}{path}"
