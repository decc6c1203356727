"""The parts of a revision by one question are what a question for each finds."""

from django.db.models import Model
from django.utils.timezone import now
from pytest_django import DjangoAssertNumQueries

from disclosures.queries.parts import PARTS, completed
from disclosures.records.disclosure import Revision, State
from disclosures.records.doubt import Doubt
from tests.pages.published import take_in


def values(record: Model) -> list[tuple[str, type, object]]:
    found = ((each.attname, getattr(record, each.attname)) for each in record._meta.concrete_fields)
    return [(name, type(value), value) for name, value in found]


def test_a_part_is_what_it_would_be_alone(published: Revision, seed: bytes) -> None:
    draft = take_in(seed.replace("综合处、".encode(), "综合科、".encode()), State.DRAFT)
    Doubt.objects.create(revision=draft, position=900, message="看不清", settled_at=now())
    Doubt.objects.create(revision=draft, position=90, message="“\n”", where={"box": [0.1, 2]})
    alone = [[values(each) for each in getattr(draft, name).all()] for name in PARTS]
    whole = completed(Revision.objects.get(pk=draft.pk))
    assert [[values(each) for each in getattr(whole, name).all()] for name in PARTS] == alone


def test_one_question_is_asked_for_all(
    published: Revision, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    revision = Revision.objects.get(pk=published.pk)
    with django_assert_num_queries(1):
        completed(revision)
        parts = [list(getattr(revision, name).all()) for name in PARTS]
        assert all(each.revision is revision for part in parts for each in part)
    assert sum(map(len, parts)) > 100
