"""What the reader was not sure of waits for a person before anybody else looks."""

import pytest

from disclosures.models import Doubt, Event, Revision
from disclosures.publishing.actions import submit_revision
from disclosures.publishing.doubts import confirm_reading, settle_doubt
from disclosures.publishing.refused import ActionError
from disclosures.records.disclosure import State
from disclosures.tables.content import content_of
from tests.publishing.conftest import People


@pytest.fixture
def doubtful(draft: Revision) -> Revision:
    for position in (900, 901):
        Doubt.objects.create(revision=draft, position=position, message="看不清", printed="3.8")
    return draft


def test_a_doubt_keeps_a_draft_from_review(people: People, doubtful: Revision) -> None:
    with pytest.raises(ActionError, match="2 处存疑"):
        submit_revision(revision=doubtful, by=people.officer)
    settle_doubt(doubt=doubtful.doubt_set.first(), by=people.officer)
    with pytest.raises(ActionError, match="1 处存疑"):
        submit_revision(revision=doubtful, by=people.officer)
    assert confirm_reading(revision=doubtful, by=people.officer) == 1
    assert submit_revision(revision=doubtful, by=people.officer).state == State.SUBMITTED


def test_history_is_as_it_was_read(people: People, doubtful: Revision) -> None:
    Revision.objects.filter(pk=doubtful.pk).update(is_history=True)
    assert submit_revision(revision=doubtful, by=people.officer).state == State.SUBMITTED


def test_who_compared_it_is_kept_and_said(people: People, doubtful: Revision) -> None:
    doubtful = Revision.objects.get(pk=doubtful.pk)
    before = content_of(doubtful)
    doubt = doubtful.doubt_set.first()
    settle_doubt(doubt=doubt, by=people.officer)
    settle_doubt(doubt=doubt, by=people.administrator)
    doubt.refresh_from_db()
    assert doubt.settled_by == people.officer
    assert Event.objects.filter(revision=doubtful, verb="settle_doubt").count() == 1
    assert content_of(doubtful) != before
