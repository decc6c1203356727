"""待办: what waits for this person, by what they may do with it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from disclosures.publishing.bounds import within
from disclosures.records.disclosure import EDITABLE, Revision, State

MOST = 30


@dataclass(frozen=True)
class Kind:
    """One kind of work: its revisions are in `states` and need `permission`."""

    title: str
    states: tuple[State, ...]
    permission: str
    nothing: str


KINDS = (
    Kind(
        "待填写和提交",
        EDITABLE,
        "change_revision",
        "没有待填写的草稿。有公开文件的，从“接收公开文件”开始；还没有的，从“新建公开”开始。",
    ),
    Kind("待审核", (State.SUBMITTED,), "approve_revision", "没有等您审核的版本。"),
    Kind("待公开", (State.APPROVED,), "publish_revision", "没有审核通过、等待公开的版本。"),
)


@dataclass(frozen=True)
class Waiting:
    """The revisions of one kind of work (at most `MOST`, latest first) and how many there are."""

    kind: Kind
    revisions: list[Revision]
    count: int

    @property
    def title(self) -> str:
        """What is to be done."""
        return self.kind.title

    @property
    def nothing(self) -> str:
        """What is said where nothing waits."""
        return self.kind.nothing

    @property
    def states(self) -> str:
        """The states as the list of revisions is asked for them."""
        return ",".join(self.kind.states)

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.count - len(self.revisions)


def queue_of(user: Any) -> list[Waiting]:
    """Everything that waits for a person; a kind of work that is not theirs is left out."""
    return [
        _waiting(kind, _theirs(user, kind))
        for kind in KINDS
        if user.has_perm(f"disclosures.{kind.permission}")
    ]


def _theirs(user: Any, kind: Kind) -> QuerySet[Revision]:
    found = Revision.objects.filter(state__in=kind.states).select_related("disclosure__department")
    if kind.permission == "approve_revision":
        found = found.exclude(submitted_by=user)
    return within(found, user, "disclosure__department").order_by("-pk")


def _waiting(kind: Kind, found: QuerySet[Revision]) -> Waiting:
    return Waiting(kind, list(found.defer("text")[:MOST]), found.count())
