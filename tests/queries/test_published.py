"""What lists ask for: the newest year first, a part at a time, and what is public now."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from disclosures.classification.figures import LISTED
from disclosures.publishing.actions import publish_revision, withdraw_revision
from disclosures.queries import published as queries
from disclosures.queries.as_of import as_of
from disclosures.queries.ledger import entries, last_number
from disclosures.records.disclosure import Disclosure, FiscalYear, Kind, Revision, State
from tests.pages.published import SLUG, other_department, person, take_in


@pytest.fixture
def two(published: Revision, seed: bytes) -> Revision:
    """The seed and another department's, a year later."""
    revision = take_in(other_department(seed), State.APPROVED)
    disclosure, _ = Disclosure.objects.get_or_create(
        department=revision.disclosure.department,
        fiscal_year=FiscalYear.objects.create(year=2023),
        kind=Kind.BUDGET,
    )
    Revision.objects.filter(pk=revision.pk).update(disclosure=disclosure)
    revision.refresh_from_db()
    return publish_revision(revision=revision, by=person("reviewer"), note="")


def names(part: slice = queries.EVERY) -> list[tuple[int, str]]:
    listed = [each.revision.disclosure for each in queries.listed(part=part)]
    return [(each.fiscal_year_id, each.department.name) for each in listed]


def test_the_newest_year_comes_first(two: Revision) -> None:
    """A year is a row with an order of its own, which must not turn the list around."""
    assert FiscalYear._meta.ordering == ("-year",)
    assert [year for year, _ in names()] == [2023, 2022]
    assert queries.years() == [2023, 2022]


def test_a_part_is_a_part_of_the_same_order(two: Revision) -> None:
    assert names(slice(0, 1)) + names(slice(1, 2)) == names()
    assert names(slice(2, 3)) == []


def test_a_list_is_narrowed_by_place_and_year(two: Revision) -> None:
    assert [each.revision.pk for each in queries.listed(year=2023)] == [two.pk]
    assert len(queries.listed(region="kunming")) == 2
    assert queries.listed(region="beijing") == []
    assert len(queries.listed(region="kunming", department=SLUG)) == 1


def test_a_headline_holds_what_is_told_and_nothing_else(two: Revision) -> None:
    (first, _) = queries.listed()
    with CaptureQueriesContext(connection) as further:
        assert first.headline["total_income"].yuan == 1707_9500
        assert first.headline["total_income"].printed.endswith("万元")
        assert first.headline["total_income"].unit == "万元"
    assert not further.captured_queries
    assert set(first.headline) == set(LISTED)


def counted() -> tuple[int, int]:
    there = queries.overview()
    return there.disclosures, there.departments


def test_the_tally_counts_what_is_public(two: Revision, seed: bytes) -> None:
    assert counted() == (2, 2)
    take_in(seed + b"\n")
    assert counted() == (2, 2)
    withdraw_revision(revision=two, by=person("reviewer"), note="重新公开")
    assert counted() == (1, 1)


def test_the_word_for_now_changes_with_what_is_public_alone(
    published: Revision, seed: bytes
) -> None:
    now = as_of()
    draft = take_in(other_department(seed))
    assert as_of() == now
    other = take_in(other_department(seed) + b"\n", State.PUBLISHED)
    assert other.pk != draft.pk
    assert as_of() != now
    withdraw_revision(revision=other, by=person("reviewer"), note="重新公开")
    assert as_of() == now


def test_a_superseded_revision_answers_by_its_number_only(published: Revision, seed: bytes) -> None:
    corrected = take_in(seed.replace("综合处、".encode(), "综合科、".encode()), State.PUBLISHED)
    where = ("kunming", SLUG, 2022, Kind.BUDGET)
    assert found(*where) == corrected.pk
    assert found(*where, 1) == published.pk
    assert found(*where, 2) == corrected.pk
    assert found(*where, 3) is None
    assert found("kunming", SLUG, 2022, Kind.FINAL) is None


def found(*where: object) -> int | None:
    whole = queries.public_revision(*where)
    bare = queries.bare_revision(*where)
    assert (whole and whole.pk) == (bare and bare.pk)
    return bare.pk if bare else None


def test_the_ledger_counts_every_publication(two: Revision) -> None:
    assert [each.number for each in entries()] == [2, 1]
    assert last_number() == 2
