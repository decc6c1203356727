"""Where a person works: everywhere, or in the departments of their duties and those's units."""

from typing import Any, TypeVar

from django.db import models

from disclosures.publishing.roles import FREE
from disclosures.records.disclosure import Disclosure, Revision
from disclosures.records.places import Department

Rows = TypeVar("Rows", bound=models.Model)


def bounds_of(user: Any) -> frozenset[int] | None:
    """The departments, by primary key, in which a person works; None means everywhere."""
    if user.is_superuser or user.groups.filter(name__in=FREE).exists():
        return None
    named = set(user.duties.values_list("department", flat=True))
    if None in named:
        return None
    found: set[int] = set()
    while named:
        found |= named
        named = set(Department.objects.filter(parent__in=named).values_list("pk", flat=True))
        named -= found
    return frozenset(found)


def may(user: Any, permission: str, department: int) -> bool:
    """Whether a person has a permission of ours, there."""
    if not user.has_perm(f"disclosures.{permission}"):
        return False
    bounds = bounds_of(user)
    return bounds is None or department in bounds


def may_here(user: Any, permission: str, revision: Revision) -> bool:
    """Whether a person has a permission of ours on this revision's department."""
    department = Disclosure.objects.values_list("department", flat=True).get(
        pk=revision.disclosure_id
    )
    return may(user, permission, department)


def within(rows: models.QuerySet[Rows], user: Any, path: str) -> models.QuerySet[Rows]:
    """The rows whose department (at `path`) is within a person's bounds."""
    bounds = bounds_of(user)
    return rows if bounds is None else rows.filter(**{f"{path}__in": bounds})
