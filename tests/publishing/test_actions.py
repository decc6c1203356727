"""Who may do what in which state: every row of the table, and what the database refuses."""

import pytest
from django.db import IntegrityError, transaction

from disclosures.models import Event, Finding, Revision
from disclosures.publishing.actions import (
    ActionError,
    approve_revision,
    publish_revision,
    return_revision,
    send_back_revision,
    submit_revision,
    withdraw_revision,
)
from disclosures.publishing.intake import take_in_document
from disclosures.publishing.transitions import TRANSITIONS
from disclosures.records.disclosure import State
from tests.publishing.conftest import People
from tests.states import put

DEEDS = {
    "submit": submit_revision,
    "return": return_revision,
    "approve": approve_revision,
    "send_back": send_back_revision,
    "publish": publish_revision,
    "withdraw": withdraw_revision,
}


@pytest.mark.parametrize("move", TRANSITIONS, ids=lambda move: move.verb)
@pytest.mark.parametrize(
    "state", [State.DRAFT, State.SUBMITTED, State.RETURNED, State.APPROVED], ids=str
)
def test_a_move_is_made_from_its_states_only(
    people: People, draft: Revision, move: object, state: State
) -> None:
    put(draft, state)
    deed = DEEDS[move.verb]
    if state in move.before:
        deed(revision=draft, by=people.administrator, note="原因")
        assert draft.state == move.after
        assert Event.objects.filter(revision=draft, verb=move.verb, state_before=state).exists()
    else:
        with pytest.raises(ActionError, match="不能"):
            deed(revision=draft, by=people.administrator, note="原因")


@pytest.mark.parametrize("verb", ["approve", "publish", "return"])
def test_an_officer_reviews_nothing(people: People, draft: Revision, verb: str) -> None:
    before = next(move for move in TRANSITIONS if move.verb == verb).before[0]
    put(draft, before)
    with pytest.raises(ActionError, match="权限"):
        DEEDS[verb](revision=draft, by=people.officer, note="原因")


def test_a_reviewer_submits_nothing(people: People, draft: Revision) -> None:
    with pytest.raises(ActionError, match="权限"):
        submit_revision(revision=draft, by=people.reviewer)


def test_the_submitter_cannot_approve(people: People, draft: Revision) -> None:
    submit_revision(revision=draft, by=people.administrator)
    with pytest.raises(ActionError, match="另一人"):
        approve_revision(revision=draft, by=people.administrator)


def test_the_database_knows_it_too(people: People, draft: Revision) -> None:
    with pytest.raises(IntegrityError, match="approver_is_not_submitter"), transaction.atomic():
        Revision.objects.filter(pk=draft.pk).update(
            submitted_by=people.officer, approved_by=people.officer
        )


def test_an_error_blocks_submission(people: People, draft: Revision) -> None:
    Finding.objects.create(
        revision=draft, position=999, rule="D01", severity="error", outcome="fails", message="不符"
    )
    with pytest.raises(ActionError, match="D01"):
        submit_revision(revision=draft, by=people.officer)
    assert Revision.objects.get(pk=draft.pk).state == State.DRAFT


def test_a_correction_supersedes(people: People, published: Revision, seed: bytes) -> None:
    changed = seed.replace("综合处、指挥处".encode(), "综合科、指挥处".encode())
    later = take_in_document(data=changed, filename="seed.txt", by=people.officer).revision
    submit_revision(revision=later, by=people.officer)
    approve_revision(revision=later, by=people.reviewer)
    with pytest.raises(ActionError, match="写明原因"):
        publish_revision(revision=later, by=people.reviewer)
    publish_revision(revision=later, by=people.reviewer, note="科室更名")
    published.refresh_from_db()
    assert (published.state, later.state) == (State.SUPERSEDED, State.PUBLISHED)
    assert (published.reason, later.reason) == ("", "科室更名")


def test_an_older_revision_does_not_follow_a_newer(
    people: People, draft: Revision, seed: bytes
) -> None:
    changed = seed.replace("综合处、指挥处".encode(), "综合科、指挥处".encode())
    later = take_in_document(data=changed, filename="seed.txt", by=people.officer).revision
    for each in (draft, later):
        submit_revision(revision=each, by=people.officer)
        approve_revision(revision=each, by=people.reviewer)
    publish_revision(revision=later, by=people.reviewer)
    with pytest.raises(ActionError, match="更早的第1版"):
        publish_revision(revision=draft, by=people.reviewer, note="更正")
    assert Revision.objects.get(pk=later.pk).state == State.PUBLISHED


def test_a_return_needs_its_reason(people: People, draft: Revision) -> None:
    submit_revision(revision=draft, by=people.officer)
    with pytest.raises(ActionError, match="原因"):
        return_revision(revision=draft, by=people.reviewer, note="  ")
