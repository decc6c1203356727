"""Search entries are made with the publication, whole, and made up for by the tables' owner."""

import pytest
from django.db import DatabaseError, connection, transaction

from disclosures.models import Revision, SearchEntry
from disclosures.publishing import indexing
from disclosures.publishing.indexing import EDITION, make_up
from disclosures.records.search_entry import EntryKind
from tests.publishing.conftest import People


def test_entries_come_with_the_publication_alone(draft: Revision) -> None:
    assert not SearchEntry.objects.filter(revision=draft).exists()


def test_every_place_is_an_entry_once(published: Revision) -> None:
    entries = list(SearchEntry.objects.filter(revision=published))
    assert {each.kind for each in entries} == set(EntryKind.values) - {EntryKind.PURCHASE}
    places = [(e.kind, e.table, e.row, e.key, e.start, e.end) for e in entries]
    assert len(set(places)) == len(places)
    sentences = [each for each in entries if each.kind == EntryKind.SENTENCE]
    assert all(published.text[each.start : each.end] == each.text for each in sentences)
    terms = published.glossaryterm_set.all()
    assert len([each for each in entries if each.kind == EntryKind.TERM]) == len(terms) > 0
    explained = [(each.start, each.end) for each in terms]
    assert not any(a <= each.start < b for each in sentences for a, b in explained)


def test_what_has_no_entries_is_made_up_for_and_sealed_again(
    published: Revision, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = set(SearchEntry.objects.values_list("kind", "text", "start"))
    assert make_up() == 0
    monkeypatch.setattr(indexing, "EDITION", EDITION + 1)
    assert make_up() == 1
    assert set(SearchEntry.objects.values_list("kind", "text", "start")) == before
    assert set(SearchEntry.objects.values_list("edition", flat=True)) == {EDITION + 1}
    with pytest.raises(DatabaseError, match="已公开的版本不能更改"), transaction.atomic():
        SearchEntry.objects.update(text="x")
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgenabled FROM pg_trigger WHERE tgname = 'seal'")
        assert set(cursor.fetchall()) == {("A",)}


def test_the_serving_role_cannot_step_past_the_seal(
    people: People, published: Revision, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "EDITION", EDITION + 1)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE budget_web")
        with pytest.raises(DatabaseError, match="must be owner"), transaction.atomic():
            make_up()
        cursor.execute("RESET ROLE")
    assert set(SearchEntry.objects.values_list("edition", flat=True)) == {EDITION}
