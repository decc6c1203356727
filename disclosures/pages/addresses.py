"""Permanent addresses of disclosures, figures and cells."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language

from disclosures.records.disclosure import Disclosure, Kind, Revision
from disclosures.records.places import Department

OPEN = "--open--"  # stands in an address where one of many names belongs
A_NUMBER = 10**12  # stands in an address that is still open where a number belongs; none is as high


def _names(disclosure: Disclosure) -> dict[str, object]:
    return {
        "region": disclosure.department.region.slug,
        "department": disclosure.department.slug,
        "year": disclosure.fiscal_year_id,
    }


def address(revision: Revision, page: str = "disclosure", **more: object) -> str:
    """The address of a page of a disclosure; `pinned=True` names this very revision.

    `kind` names the other document of the year. What is shown through a preview link leads on
    within it.
    """
    if revision.preview_token:
        more.pop("pinned", False)
        return _filled(f"pages:preview-{page}", {"token": revision.preview_token} | more)
    kind = "final-" if more.pop("kind", revision.disclosure.kind) == Kind.FINAL else ""
    pinned = more.pop("pinned", False)
    if pinned:
        more["number"] = revision.number
    name = f"pages:{kind}{'revision-' if pinned else ''}{page}"
    return _filled(name, _names(revision.disclosure) | more)


def addresses(revision: Revision, page: str, name: str) -> Callable[[str], str]:
    """As `address`, for many pages that differ in one name, which is words."""
    before, after = address(revision, page, **{name: OPEN}).split(OPEN)
    return lambda value: f"{before}{value}{after}"


def of_department(department: Department) -> str:
    """The address of a department's page."""
    names = {"region": department.region.slug, "department": department.slug}
    return _filled("pages:department", names)


def of_code(codes: str, code: str) -> str:
    """The address of a code's page; `codes` names its list."""
    return _filled(f"pages:{codes}-code", {"code": code})


def _filled(name: str, names: Mapping[str, object]) -> str:
    """As `reverse`, which a page with hundreds of links could not wait for.

    Names are numbers and slugs, which need no quoting; others would lead nowhere, not break out.
    """
    numbers = tuple((each, isinstance(value, int)) for each, value in names.items())
    form = _form(name, numbers, get_language(), get_script_prefix())
    return form.format_map(names)


@lru_cache(maxsize=512)
def _form(name: str, numbers: tuple[tuple[str, bool], ...], *_: str | None) -> str:
    """An address with its names left open, for each language and place of the site."""
    stand_ins = {
        each: A_NUMBER + place if is_number else f"--{each}--"
        for place, (each, is_number) in enumerate(numbers)
    }
    form = reverse(name, kwargs=stand_ins)
    for each, value in stand_ins.items():
        form = form.replace(str(value), f"{{{each}}}")
    return form


def origin(request: HttpRequest) -> str:
    """What full addresses begin with: the site's own setting, else as the reader asked."""
    return str(settings.PUBLIC_URL) or f"{request.scheme}://{request.get_host()}"


def absolute(request: HttpRequest, path: str) -> str:
    """A full address, for readers who are not on a page of ours."""
    return f"{origin(request)}{path}"
