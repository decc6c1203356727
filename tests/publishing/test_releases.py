"""Plans: at their time all of them or none, and a second runner finds nothing to do."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from disclosures.models import Event, LedgerEntry, Release, Revision
from disclosures.publishing.actions import approve_revision, send_back_revision, submit_revision
from disclosures.publishing.intake import take_in_document
from disclosures.publishing.refused import ActionError
from disclosures.publishing.releases import cancel_release, plan_release, publish_due
from disclosures.records.disclosure import State
from disclosures.records.release import ReleaseState
from tests.pages.published import other_department
from tests.publishing.conftest import People

SOON = timedelta(hours=1)


def approved(people: People, revision: Revision) -> Revision:
    submit_revision(revision=revision, by=people.officer)
    return approve_revision(revision=revision, by=people.reviewer)


@pytest.fixture
def two(people: People, draft: Revision, seed: bytes) -> list[Revision]:
    other = take_in_document(data=other_department(seed), filename="b.txt", by=people.officer)
    return [approved(people, each) for each in (draft, other.revision)]


def planned(people: People, revisions: list[Revision]) -> Release:
    """A plan whose time has come."""
    due = timezone.now() + SOON
    plan = plan_release(revisions=revisions, due_at=due, by=people.reviewer, note="批复后公开")
    Release.objects.filter(pk=plan.pk).update(due_at=timezone.now() - SOON)
    return plan


def states(revisions: list[Revision]) -> set[str]:
    return set(
        Revision.objects.filter(pk__in=[each.pk for each in revisions]).values_list(
            "state", flat=True
        )
    )


def test_nothing_happens_before_its_time(people: People, two: list[Revision]) -> None:
    plan_release(revisions=two, due_at=timezone.now() + SOON, by=people.reviewer)
    assert publish_due() == []
    assert states(two) == {State.APPROVED}


def test_all_become_public_together(people: People, two: list[Revision]) -> None:
    plan = planned(people, two)
    said: list[str] = []
    assert publish_due(said.append) == [plan]
    assert states(two) == {State.PUBLISHED}
    assert LedgerEntry.objects.count() == 2
    assert Event.objects.filter(verb="publish", by=people.reviewer, note="批复后公开").count() == 2
    plan.refresh_from_db()
    assert (plan.state, plan.outcome) == (ReleaseState.DONE, "已公开 2 份")
    assert len(said) == 1
    assert publish_due() == []


def test_one_that_may_not_keeps_all_back(people: People, two: list[Revision]) -> None:
    plan = planned(people, two)
    send_back_revision(revision=two[1], by=people.reviewer, note="金额有误")
    publish_due()
    plan.refresh_from_db()
    assert plan.state == ReleaseState.FAILED
    assert "已退回" in plan.outcome
    assert "整个计划都没有公开" in plan.outcome
    assert states(two) == {State.APPROVED, State.RETURNED}
    assert LedgerEntry.objects.count() == 0


def test_a_cancelled_plan_does_nothing(people: People, two: list[Revision]) -> None:
    plan = planned(people, two)
    cancel_release(release=plan, by=people.reviewer)
    assert publish_due() == []
    assert states(two) == {State.APPROVED}
    with pytest.raises(ActionError, match="已取消"):
        cancel_release(release=plan, by=people.reviewer)


def test_a_plan_names_what_keeps_it_from_being_made(
    people: People, draft: Revision, two: list[Revision]
) -> None:
    due = timezone.now() + SOON
    plan_release(revisions=two[:1], due_at=due, by=people.reviewer)
    refused: list[tuple[dict[str, Any], str]] = [
        ({"revisions": two}, "已在另一公开计划"),
        ({"revisions": []}, "没有选择"),
        ({"revisions": two[1:], "due_at": timezone.now() - SOON}, "现在之后"),
        ({"revisions": two[1:], "by": people.officer}, "权限"),
    ]
    for wrong, said in refused:
        with pytest.raises(ActionError, match=said):
            plan_release(**({"due_at": due, "by": people.reviewer} | wrong))
    assert Release.objects.count() == 1
