"""A document comes in whole or not at all, and once."""

from pathlib import Path

import pytest
from django.conf import settings

from disclosures.models import (
    Department,
    Disclosure,
    PrintedTable,
    QuotedFigure,
    Revision,
    Staffing,
    StateAssets,
    Upload,
)
from disclosures.publishing.intake import IntakeError, take_in_document
from tests.publishing.conftest import People

STORED = (Upload, Department, Disclosure, Revision, QuotedFigure, PrintedTable)


def kept_files() -> list[Path]:
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


def test_the_seed_is_stored_whole(draft: Revision, seed: bytes) -> None:
    assert draft.text == seed.decode()
    assert draft.quotedfigure_set.count() == 138
    assert draft.narrativesection_set.count() == 11
    assert draft.printedtable_set.count() == 16
    assert draft.glossaryterm_set.count() == 6
    for figure in draft.quotedfigure_set.all():
        assert draft.text[figure.start : figure.end] == figure.printed
    assert Staffing.objects.get(revision=draft).posts == 31
    assert str(StateAssets.objects.get(revision=draft).total) == "11681800.00"
    assert [path.read_bytes() for path in kept_files()] == [seed]


def test_the_publisher_is_found_by_its_index(draft: Revision) -> None:
    department = draft.disclosure.department
    assert (department.region.slug, department.code, department.unit_code) == (
        "kunming",
        "001779",
        "006",
    )


def test_the_same_file_twice_changes_nothing(people: People, draft: Revision, seed: bytes) -> None:
    before = [model._default_manager.count() for model in STORED]
    again = take_in_document(data=seed, filename="other-name.txt", by=people.officer)
    assert (again.is_new, again.revision) == (False, draft)
    assert [model._default_manager.count() for model in STORED] == before


def test_changed_words_are_a_new_revision(people: People, draft: Revision, seed: bytes) -> None:
    changed = seed.replace("综合处、指挥处".encode(), "综合科、指挥处".encode())
    taken = take_in_document(data=changed, filename="seed.txt", by=people.officer)
    assert (taken.revision.disclosure, taken.revision.number) == (draft.disclosure, 2)


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7", "工作总结：一切顺利。".encode() * 50, "您好".encode()],
    ids=["empty", "pdf", "summary", "short"],
)
def test_a_refused_file_leaves_nothing(people: People, data: bytes) -> None:
    with pytest.raises(IntakeError, match=r"bad\.txt："):
        take_in_document(data=data, filename="bad.txt", by=people.officer)
    assert [model._default_manager.count() for model in STORED] == [0] * len(STORED)
    assert kept_files() == []


def test_an_unknown_region_is_said_and_leaves_nothing(people: People, seed: bytes) -> None:
    foreign = seed.replace(b"53010000", b"11010000").replace("昆明".encode(), "某某".encode())
    with pytest.raises(IntakeError, match="地区"):
        take_in_document(data=foreign, filename="seed.txt", by=people.officer)
    assert [model._default_manager.count() for model in STORED] == [0] * len(STORED)
    assert kept_files() == []


@pytest.mark.corpus
def test_the_saved_page_of_another_year_comes_in(people: People, corpus: Path) -> None:
    page = corpus / "documents" / "kunming-2026-budget-2b25c884.html"
    taken = take_in_document(data=page.read_bytes(), filename=page.name, by=people.officer)
    assert str(taken.revision) == "昆明市审计局（汇总）2026年部门预算 第1版"
    assert taken.revision.printedtable_set.count() == 17
    assert not taken.revision.finding_set.filter(outcome="fails").exists()
