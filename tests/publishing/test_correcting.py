"""A correction: a new draft with all of the published content, and the reason for the public."""

import pytest

from disclosures.models import Event, Explanation, Remark, Revision
from disclosures.publishing.actions import (
    approve_revision,
    publish_revision,
    submit_revision,
    withdraw_revision,
)
from disclosures.publishing.correcting import NOT_COPIED, begin_correction
from disclosures.publishing.refused import ActionError
from disclosures.publishing.seal import rows_of_rows, sealed_models
from disclosures.records.code_sum import CodeSum
from disclosures.records.derivation import Derivation
from disclosures.records.disclosure import State
from disclosures.records.search_entry import SearchEntry
from disclosures.tables.comparison import compare
from disclosures.tables.content import content_of
from disclosures.tables.general_budget_by_function import GeneralBudgetByFunction
from disclosures.tables.stored import book_of
from disclosures.tables.transfer_to_district import DistrictShare
from tests.publishing.conftest import People
from tests.publishing.rows import plain_row


@pytest.fixture
def full(people: People, draft: Revision) -> Revision:
    """Published, with a row in each table that the seed leaves empty."""
    children = {model for model, *_ in rows_of_rows()}  # each brings its own parent
    for model in sorted(
        (each for each, _ in sealed_models()), key=lambda each: each not in children
    ):
        if not model._default_manager.filter(revision=draft).exists():
            plain_row(model, draft)
    draft.doubt_set.update(settled_at="2026-01-01T00:00Z", settled_by=people.officer)
    submit_revision(revision=draft, by=people.officer)
    approve_revision(revision=draft, by=people.reviewer)
    return publish_revision(revision=draft, by=people.reviewer)


def test_all_that_hangs_on_it_is_copied(people: People, full: Revision) -> None:
    before = content_of(full)
    draft = begin_correction(revision=full, reason="  金额有误 ", by=people.officer)
    assert (draft.state, draft.number, draft.reason) == (State.DRAFT, 2, "金额有误")
    assert (draft.text, draft.upload) == (full.text, full.upload)
    for model, _ in sealed_models():
        counts = [model._default_manager.filter(revision=each).count() for each in (full, draft)]
        assert counts == ([counts[0], 0] if model in NOT_COPIED else [counts[0]] * 2), model
        assert counts[0] or model is Remark
    assert compare(book_of(full), book_of(draft)) == ()
    assert content_of(Revision.objects.get(pk=full.pk)) == before
    share = DistrictShare.objects.get(revision=draft)
    assert share.transfer.revision_id == draft.pk
    assert Event.objects.get(revision=draft).verb == "correct"


def test_the_public_reads_the_reason(people: People, published: Revision) -> None:
    draft = begin_correction(revision=published, reason="科室更名", by=people.officer)
    GeneralBudgetByFunction.objects.filter(revision=draft).update(function_name="改过的科目")
    submit_revision(revision=draft, by=people.officer)
    approve_revision(revision=draft, by=people.reviewer)
    publish_revision(revision=draft, by=people.reviewer)
    published.refresh_from_db()
    assert (published.state, draft.reason) == (State.SUPERSEDED, "科室更名")
    entry = draft.ledger_entries.get()
    assert entry.reason == "科室更名"


def test_what_is_searched_and_added_up_is_of_the_corrected_text_alone(
    people: People, published: Revision
) -> None:
    """Not once more of the text that it corrects."""
    draft = begin_correction(revision=published, reason="科室更名", by=people.officer)
    assert not SearchEntry.objects.filter(revision=draft).exists()
    earlier = SearchEntry.objects.filter(revision=published).order_by("pk")[0]
    earlier.pk, earlier.revision = None, draft  # as an earlier edition of the portal copied them
    earlier._state.adding = True
    earlier.save()
    GeneralBudgetByFunction.objects.filter(revision=draft).update(function_name="改过的科目")
    submit_revision(revision=draft, by=people.officer)
    approve_revision(revision=draft, by=people.reviewer)
    publish_revision(revision=draft, by=people.reviewer)
    for model in (SearchEntry, CodeSum, Derivation):
        found = [model._default_manager.filter(revision=each) for each in (published, draft)]
        assert found[0].count() == found[1].count() > 0, model


@pytest.mark.parametrize("reason", ["", " \n"], ids=repr)
def test_it_needs_a_reason(people: People, published: Revision, reason: str) -> None:
    with pytest.raises(ActionError, match="写明原因"):
        begin_correction(revision=published, reason=reason, by=people.officer)
    assert Revision.objects.count() == 1


def test_one_correction_at_a_time(people: People, published: Revision) -> None:
    begin_correction(revision=published, reason="一", by=people.officer)
    with pytest.raises(ActionError, match=r"第2版（草稿）正在办理"):
        begin_correction(revision=published, reason="二", by=people.officer)
    assert Revision.objects.count() == 2


def test_only_what_is_public_now_is_corrected(people: People, published: Revision) -> None:
    withdraw_revision(revision=published, by=people.reviewer, note="误公开")
    with pytest.raises(ActionError, match="已撤回"):
        begin_correction(revision=published, reason="更正", by=people.officer)


def test_stated_reasons_come_along(people: People, draft: Revision) -> None:
    Explanation.objects.create(revision=draft, rule="D01", message="x", reason="按文件")
    submit_revision(revision=draft, by=people.officer)
    approve_revision(revision=draft, by=people.reviewer)
    publish_revision(revision=draft, by=people.reviewer)
    later = begin_correction(revision=draft, reason="更正", by=people.officer)
    assert later.explanation_set.get().reason == "按文件"
