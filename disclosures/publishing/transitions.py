"""The states a revision may move between, as data: from, to, verb, permission."""

from dataclasses import dataclass

from disclosures.records.disclosure import State


@dataclass(frozen=True)
class Transition:
    """One move; `permission` is the codename a person needs on revisions."""

    verb: str
    label: str
    before: tuple[State, ...]
    after: State
    permission: str
    needs_note: bool = False


TRANSITIONS = (
    Transition(
        "submit", "提交审核", (State.DRAFT, State.RETURNED), State.SUBMITTED, "submit_revision"
    ),
    Transition("return", "退回", (State.SUBMITTED,), State.RETURNED, "approve_revision", True),
    Transition("approve", "审核通过", (State.SUBMITTED,), State.APPROVED, "approve_revision"),
    Transition(
        "send_back", "退回单位", (State.APPROVED,), State.RETURNED, "publish_revision", True
    ),
    Transition("publish", "公开", (State.APPROVED,), State.PUBLISHED, "publish_revision"),
    Transition(
        "withdraw", "撤回公开", (State.PUBLISHED,), State.WITHDRAWN, "publish_revision", True
    ),
)
BY_VERB = {each.verb: each for each in TRANSITIONS}
# Every move there is: those of people, and the one that a correction makes of what it corrects.
MOVES: tuple[tuple[State, State], ...] = (
    *((before, each.after) for each in TRANSITIONS for before in each.before),
    (State.PUBLISHED, State.SUPERSEDED),
)
