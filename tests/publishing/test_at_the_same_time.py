"""Two people at once, with real threads and real transactions."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Barrier, Event

import pytest
from django.db import DatabaseError, connection, transaction

from disclosures.models import Event as Deed
from disclosures.models import PrintedTable, Revision, Upload
from disclosures.publishing.actions import (
    ActionError,
    approve_revision,
    publish_revision,
    submit_revision,
)
from disclosures.publishing.intake import take_in_document
from disclosures.records.disclosure import State
from tests.publishing.conftest import People
from tests.unsealed import unsealed_flush

__all__ = ["unsealed_flush"]
pytestmark = pytest.mark.usefixtures("unsealed_flush")
PATIENCE = 30


def apart(deed: Callable[[], object]) -> Callable[[], object]:
    """A deed for a thread: its connection is closed when it is done."""

    def run() -> object:
        try:
            return deed()
        finally:
            connection.close()

    return run


def at_once(*deeds: Callable[[], object]) -> list[Future[object]]:
    """Start every deed at the same moment; the futures are done when this returns."""
    start = Barrier(len(deeds))

    def begin(deed: Callable[[], object]) -> object:
        start.wait(PATIENCE)
        return deed()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return [pool.submit(apart(lambda deed=deed: begin(deed))) for deed in deeds]


def approved(draft: Revision, people: People) -> Revision:
    submit_revision(revision=draft, by=people.officer)
    return approve_revision(revision=draft, by=people.reviewer)


def test_one_of_two_publishers_wins(people: People, draft: Revision) -> None:
    approved(draft, people)
    done = at_once(
        *(
            lambda by=by: publish_revision(revision=Revision.objects.get(pk=draft.pk), by=by)
            for by in (people.reviewer, people.administrator)
        )
    )
    errors = [error for each in done if (error := each.exception())]
    assert [type(error) for error in errors] == [ActionError]
    assert str(errors[0]) == "“已公开”的版本不能“公开”。"
    assert Deed.objects.filter(revision=draft, verb="publish").count() == 1


def test_two_versions_at_once_leave_one_public(
    people: People, draft: Revision, seed: bytes
) -> None:
    changed = seed.replace("综合处、指挥处".encode(), "综合科、指挥处".encode())
    second = take_in_document(data=changed, filename="seed.txt", by=people.officer).revision
    both = [approved(each, people) for each in (draft, second)]
    done = at_once(
        *(
            lambda each=each: publish_revision(revision=each, by=people.reviewer, note="更正")
            for each in both
        )
    )
    told = [each.exception() for each in done]
    assert all(error is None or isinstance(error, ActionError) for error in told), told
    states = sorted(Revision.objects.values_list("state", flat=True))
    won = [State.PUBLISHED, State.SUPERSEDED] if told == [None, None] else None
    assert states == (won or [State.APPROVED, State.PUBLISHED])


def test_the_same_file_handed_in_twice_at_once_is_one_draft(people: People, seed: bytes) -> None:
    done = at_once(
        *(
            lambda by=by: take_in_document(data=seed, filename="s.txt", by=by)
            for by in (people.officer, people.administrator)
        )
    )
    taken = [each.result() for each in done]
    assert sorted(each.is_new for each in taken) == [False, True]
    assert taken[0].revision == taken[1].revision
    assert (Revision.objects.count(), Upload.objects.count()) == (1, 1)


def test_two_files_of_one_department_at_once_are_two_numbers(people: People, seed: bytes) -> None:
    changed = seed.replace("综合处、指挥处".encode(), "综合科、指挥处".encode())
    done = at_once(
        *(
            lambda data=data: take_in_document(data=data, filename="s.txt", by=people.officer)
            for data in (seed, changed)
        )
    )
    assert sorted(each.result().revision.number for each in done) == [1, 2]


def test_publishing_waits_for_an_edit_under_way(people: People, draft: Revision) -> None:
    """An edit that began before the seal is in before it, or not at all; never after it."""
    approved(draft, people)
    table = PrintedTable.objects.filter(revision=draft).earliest("position")
    edited, go_on = Event(), Event()

    def edit() -> None:
        with transaction.atomic():
            PrintedTable.objects.filter(pk=table.pk).update(title="改过的表名")
            edited.set()
            assert go_on.wait(PATIENCE)

    def publish() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '300ms'")
            publish_revision(revision=Revision.objects.get(pk=draft.pk), by=people.reviewer)

    with ThreadPoolExecutor(2) as pool:
        editing = pool.submit(apart(edit))
        assert edited.wait(PATIENCE)
        publishing = pool.submit(apart(publish))
        error = publishing.exception(PATIENCE)
        go_on.set()
        editing.result(PATIENCE)
    assert isinstance(error, DatabaseError)
    assert "lock timeout" in str(error)
    draft.refresh_from_db()
    assert draft.state == State.APPROVED
