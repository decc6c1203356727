"""待办: what waits for this person, by what they may do with it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from disclosures.publishing.bounds import within
from disclosures.records.disclosure import EDITABLE, Revision, State

MOST = 30
KINDS: tuple[tuple[str, tuple[State, ...], str], ...] = (
    ("待填写和提交", EDITABLE, "change_revision"),
    ("待审核", (State.SUBMITTED,), "approve_revision"),
    ("待公开", (State.APPROVED,), "publish_revision"),
)


@dataclass(frozen=True)
class Waiting:
    """One kind of work: the revisions (at most `MOST`, latest first) and how many there are."""

    title: str
    revisions: list[Revision]
    count: int


def queue_of(user: Any) -> list[Waiting]:
    """Everything that waits for a person; a kind of work that is not theirs is left out."""
    return [
        _waiting(title, _theirs(user, states, permission))
        for title, states, permission in KINDS
        if user.has_perm(f"disclosures.{permission}")
    ]


def _theirs(user: Any, states: tuple[State, ...], permission: str) -> QuerySet[Revision]:
    found = Revision.objects.filter(state__in=states).select_related("disclosure__department")
    if permission == "approve_revision":
        found = found.exclude(submitted_by=user)
    return within(found, user, "disclosure__department").order_by("-pk")


def _waiting(title: str, found: QuerySet[Revision]) -> Waiting:
    return Waiting(title, list(found.defer("text")[:MOST]), found.count())
