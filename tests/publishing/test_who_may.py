"""The whole table of state, verb and role: what is allowed moves, all else is said and stays."""

import itertools

import pytest

from disclosures.models import Event, Finding, Revision
from disclosures.publishing.actions import ActionError
from disclosures.publishing.recheck import recheck_revision
from disclosures.records.disclosure import SEALED, State
from tests.publishing.conftest import People
from tests.publishing.test_actions import DEEDS
from tests.states import put

# Written out by hand, apart from the code's own table: (state, verb) to the roles that may.
ALLOWED = {
    (State.DRAFT, "submit"): ("officer", "administrator"),
    (State.RETURNED, "submit"): ("officer", "administrator"),
    (State.SUBMITTED, "return"): ("reviewer", "administrator"),
    (State.SUBMITTED, "approve"): ("reviewer", "administrator"),
    (State.APPROVED, "publish"): ("reviewer", "administrator"),
    (State.PUBLISHED, "withdraw"): ("reviewer", "administrator"),
}
ROLES = ("officer", "reviewer", "administrator")
NEEDS_NOTE = [(State.SUBMITTED, "return"), (State.PUBLISHED, "withdraw")]


@pytest.mark.parametrize(("state", "verb"), list(itertools.product(State, DEEDS)), ids=str)
def test_every_combination(people: People, draft: Revision, state: State, verb: str) -> None:
    put(draft, state)
    for role in ROLES:
        if role in ALLOWED.get((state, verb), ()):
            continue
        events = Event.objects.count()
        with pytest.raises(ActionError, match=r"[\u4e00-\u9fff]{2}"):
            DEEDS[verb](revision=draft, by=getattr(people, role), note="原因")
        assert Revision.objects.get(pk=draft.pk).state == state
        assert Event.objects.count() == events
    for role in ALLOWED.get((state, verb), ()):
        if state not in SEALED:
            put(draft, state)
        by = getattr(people, role)
        DEEDS[verb](revision=draft, by=by, note="原因")
        event = Event.objects.filter(revision=draft).latest("pk")
        assert (event.verb, event.state_before, event.by) == (verb, state, by)
        assert event.state_after == draft.state != state
        assert event.note == "原因"
        if draft.state in SEALED:  # there is no way back for the next role
            break


@pytest.mark.parametrize(("state", "verb"), NEEDS_NOTE, ids=str)
@pytest.mark.parametrize("note", ["", "  ", "\n\t"], ids=repr)
def test_a_reason_is_asked_for(
    people: People, draft: Revision, state: State, verb: str, note: str
) -> None:
    put(draft, state)
    with pytest.raises(ActionError, match="写明原因"):
        DEEDS[verb](revision=draft, by=people.reviewer, note=note)
    assert Revision.objects.get(pk=draft.pk).state == state


def test_the_deeds_of_a_life_are_all_written(people: People, published: Revision) -> None:
    told = Event.objects.filter(revision=published).order_by("pk")
    assert list(told.values_list("verb", "state_before", "state_after", "by__username")) == [
        ("take_in", "", "draft", "o"),
        ("submit", "draft", "submitted", "o"),
        ("approve", "submitted", "approved", "r"),
        ("publish", "approved", "published", "r"),
    ]
    assert published.published_at
    assert published.submitted_by == people.officer
    assert published.approved_by == people.reviewer


@pytest.mark.parametrize(
    ("severity", "outcome", "blocks"),
    [
        ("error", "fails", True),
        ("error", "rounding", False),
        ("error", "not_checked", False),
        ("warning", "fails", False),
        ("info", "fails", False),
    ],
)
def test_only_failed_errors_block(
    people: People, draft: Revision, severity: str, outcome: str, blocks: bool
) -> None:
    Finding.objects.create(
        revision=draft, position=999, rule="D01", severity=severity, outcome=outcome, message="x"
    )
    if blocks:
        with pytest.raises(ActionError, match="D01"):
            DEEDS["submit"](revision=draft, by=people.officer)
    else:
        assert DEEDS["submit"](revision=draft, by=people.officer).state == State.SUBMITTED


@pytest.mark.parametrize("state", [each for each in State if each not in ("draft", "returned")])
def test_only_drafts_are_checked_anew(people: People, draft: Revision, state: State) -> None:
    put(draft, state)
    before = set(draft.finding_set.values_list("pk", flat=True))
    with pytest.raises(ActionError, match="不能重新核对"):
        recheck_revision(revision=draft, by=people.officer)
    assert set(draft.finding_set.values_list("pk", flat=True)) == before
