"""A draft's narrative typed over, rewritten, written from the tables; a draft without a file."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from disclosures.classification.money import Unit
from disclosures.documents.forms.registry import FORMS
from disclosures.documents.grids.typed import TypedLine, typed_of
from disclosures.models import AuditEntry, Department, Disclosure, Event, QuotedFigure, Revision
from disclosures.publishing.actions import submit_revision
from disclosures.publishing.opening import open_disclosure, write_draft_narrative
from disclosures.publishing.refused import ActionError
from disclosures.publishing.rewriting import rewrite_sentences, stale_in, stamp_of_proposals
from disclosures.publishing.sections import (
    NewerTextError,
    fill_open_slots,
    save_section,
    stamp_of_text,
)
from disclosures.publishing.typing_over import save_typed_table
from disclosures.records.disclosure import Kind, State
from disclosures.tables.registry import TABLES
from disclosures.tables.stamp import stamp_of
from disclosures.tables.stored import book_of
from tests.publishing.conftest import People
from tests.states import put


def type_three_public(revision: Revision, by: Any, *texts: str) -> None:
    """A clerk's line in the grid of 三公, in 万元."""
    sheet = book_of(revision).sheet("three-public")
    assert sheet is not None
    typed = typed_of(TABLES["three-public"], sheet, Unit.WAN_YUAN)
    line = TypedLine(texts, typed.lines[0].source if typed.lines else None)
    saved = save_typed_table(
        revision=revision,
        name="three-public",
        typed=replace(typed, lines=(line,)),
        stamp=stamp_of([sheet]),
        by=by,
    )
    assert saved.is_stored, saved.problems


def section_of(revision: Revision, number: int) -> str:
    section = revision.narrativesection_set.get(number=number)
    return revision.text[section.start : section.end]


def every_place_is_right(revision: Revision) -> None:
    revision = Revision.objects.get(pk=revision.pk)
    assert revision.quotedfigure_set.exists()
    for each in revision.quotedfigure_set.all():
        assert revision.text[each.start : each.end] == each.printed
    for sheet in book_of(revision):
        for row in sheet.rows:
            for cell in row.cells.values():
                if cell.where and "start" in cell.where:
                    said = revision.text[cell.where["start"] : cell.where["end"]]
                    assert cell.printed in said or said in cell.printed


def test_a_changed_figure_is_rewritten_where_it_is_repeated(
    people: People, draft: Revision
) -> None:
    assert stale_in(draft) == ()
    type_three_public(draft, people.officer, "5.36", "2", "2.36", "0", "2.36", "1.00")
    found = stale_in(draft)
    assert len(found) == 3
    stamp = stamp_of_proposals(draft, found)
    made = rewrite_sentences(revision=draft, stamp=stamp, by=people.officer)
    assert (len(made.done), made.left) == (3, ())
    draft = Revision.objects.get(pk=draft.pk)
    assert "因公出国(境)费预算为2.00万元,较上年增加2.00万元,为本年新增" in draft.text
    assert stale_in(draft) == ()
    figure = QuotedFigure.objects.get(revision=draft, key="sangong.total")
    assert (figure.yuan, figure.printed) == (Decimal("53600.00"), "5.36万元")
    every_place_is_right(draft)
    event = Event.objects.filter(revision=draft).first()
    assert event is not None
    assert (event.verb, event.by) == ("rewrite", people.officer)
    trail = AuditEntry.objects.filter(relation="disclosures_revision", key=draft.pk)
    assert any("text" in (each.after or {}) for each in trail)
    with pytest.raises(ActionError, match="F09"):
        submit_revision(revision=draft, by=people.officer)


def test_one_sentence_is_rewritten_alone(people: People, draft: Revision) -> None:
    type_three_public(draft, people.officer, "2.86", "0", "2.36", "0", "2.36", "0.50")
    found = stale_in(draft)
    stamp = stamp_of_proposals(draft, found)
    rewrite_sentences(revision=draft, stamp=stamp, by=people.officer, starts=[found[0].start])
    draft = Revision.objects.get(pk=draft.pk)
    assert "合计2.86万元,较上年减少0.50万元,下降14.88%" in draft.text
    assert "公务接待费预算为1.00万元" in draft.text
    assert len(stale_in(draft)) == len(found) - 1


def test_what_was_not_seen_is_not_rewritten(people: People, draft: Revision) -> None:
    type_three_public(draft, people.officer, "2.86", "0", "2.36", "0", "2.36", "0.50")
    stamp = stamp_of_proposals(draft, stale_in(draft))
    type_three_public(draft, people.officer, "2.96", "0", "2.36", "0", "2.36", "0.60")
    with pytest.raises(ActionError, match="没有改写"):
        rewrite_sentences(revision=draft, stamp=stamp, by=people.officer)
    assert "合计3.36万元" in Revision.objects.get(pk=draft.pk).text


def test_a_section_typed_over_moves_what_stands_behind_it(people: People, draft: Revision) -> None:
    before = section_of(draft, 2)
    typed = before.replace("车辆编制1辆,实有车辆1辆", "车辆编制12辆,实有车辆11辆")
    saved = save_section(
        revision=draft, number=2, text=typed, stamp=stamp_of_text(before), by=people.officer
    )
    assert (saved.text, saved.is_whole) == (typed, True)
    draft = Revision.objects.get(pk=draft.pk)
    assert QuotedFigure.objects.get(revision=draft, key="vehicle.quota").value == 12
    assert draft.vehicles_set.get().quota == 12
    every_place_is_right(draft)


def test_a_newer_save_is_not_typed_over(people: People, draft: Revision) -> None:
    before = section_of(draft, 2)
    stamp = stamp_of_text(before)
    theirs, mine = (before.replace("车辆编制1辆", f"车辆编制{n}辆") for n in (2, 3))
    save_section(revision=draft, number=2, text=theirs, stamp=stamp, by=people.administrator)
    with pytest.raises(NewerTextError) as refused:
        save_section(revision=draft, number=2, text=mine, stamp=stamp, by=people.officer)
    assert refused.value.difference == [
        ("对方", "车辆编制2辆,实有车辆1辆。"),
        ("我的", "车辆编制3辆,实有车辆1辆。"),
    ]
    assert section_of(Revision.objects.get(pk=draft.pk), 2) == theirs


def test_a_text_that_says_nothing_any_more_is_not_kept(people: People, draft: Revision) -> None:
    def without(section: Any) -> Revision:
        said = draft.text[section.start : section.end]
        stamp = stamp_of_text(said)
        save_section(revision=draft, number=section.number, text="", stamp=stamp, by=people.officer)
        return Revision.objects.get(pk=draft.pk)

    with pytest.raises(ActionError, match="没有保存"):
        while True:
            draft = without(draft.narrativesection_set.filter(number__range=(1, 9)).first())
    assert QuotedFigure.objects.filter(revision=draft).exists()
    assert Revision.objects.get(pk=draft.pk).text == draft.text


@pytest.mark.parametrize("state", [each for each in State if each not in ("draft", "returned")])
def test_only_a_draft_is_written(people: People, draft: Revision, state: State) -> None:
    put(draft, state)
    before = section_of(draft, 2)
    stamp = stamp_of_text(before)
    with pytest.raises(ActionError, match="不能修改编制说明"):
        save_section(revision=draft, number=2, text="x", stamp=stamp, by=people.officer)
    with pytest.raises(ActionError, match="不能修改编制说明"):
        rewrite_sentences(revision=draft, stamp="", by=people.officer)


@pytest.fixture
def opened(people: People, draft: Revision) -> Revision:
    region = draft.disclosure.department.region
    made = Department.objects.create(
        region=region, name="昆明市测试局", slug="ce-shi-ju", code="001888", unit_code="006"
    )
    form = FORMS["kunming-2022"]
    return open_disclosure(department=made, year=2022, form=form, by=people.officer)


def test_a_disclosure_begins_without_a_file(people: People, opened: Revision) -> None:
    book = book_of(opened)
    assert [each.title for each in book] == list(FORMS["kunming-2022"].titles)
    assert {each.state for each in book} == {"not_attached"}
    assert (opened.text, opened.upload) == ("", None)
    with pytest.raises(ActionError, match="已在办理"):
        open_disclosure(
            department=opened.disclosure.department,
            year=2022,
            form=FORMS["kunming-2022"],
            by=people.officer,
        )


def test_a_place_with_a_form_of_its_own_begins_with_its_tables(
    people: People, draft: Revision
) -> None:
    made = Department.objects.create(
        region=draft.disclosure.department.region, name="北京市测试局", slug="ce-shi"
    )
    form = FORMS["beijing-2026"]
    opened = open_disclosure(department=made, year=2026, form=form, by=people.officer)
    assert [each.title for each in book_of(opened)] == list(form.titles)
    assert [each.position for each in book_of(opened)] == [*range(1, 15)]


def test_its_narrative_is_written_and_what_is_open_is_filled(
    people: People, opened: Revision
) -> None:
    type_three_public(opened, people.officer, "3.36", "0", "2.36", "0", "2.36", "1.00")
    left = write_draft_narrative(revision=opened, by=people.officer)
    opened = Revision.objects.get(pk=opened.pk)
    assert left == opened.text.count("【待填：") > 50
    assert opened.index_start == "53010000188800600000"
    assert "市测试局2022年公务接待费预算为1.00万元,较上年【待填" in opened.text
    assert [each.number for each in opened.narrativesection_set.all()] == list(range(11))
    with pytest.raises(ActionError, match="F0"):
        submit_revision(revision=opened, by=people.officer)
    with pytest.raises(ActionError, match="已有编制说明"):
        write_draft_narrative(revision=opened, by=people.officer)
    slots = opened.text.split("【待填：")
    vehicle = next(at for at, each in enumerate(slots[1:]) if each.startswith("车辆编制】"))
    stamp = stamp_of_text(opened.text)
    filled = fill_open_slots(revision=opened, words={vehicle: "4"}, stamp=stamp, by=people.officer)
    opened = Revision.objects.get(pk=opened.pk)
    assert filled == 1
    assert QuotedFigure.objects.get(revision=opened, key="vehicle.quota").value == 4
    every_place_is_right(opened)
    with pytest.raises(ActionError, match="没有填入"):
        fill_open_slots(revision=opened, words={0: "x"}, stamp=stamp, by=people.officer)


def test_a_final_account_is_written_in_its_own_words_and_slots(
    people: People, opened: Revision
) -> None:
    Disclosure.objects.filter(pk=opened.disclosure_id).update(kind=Kind.FINAL)
    opened = Revision.objects.get(pk=opened.pk)
    type_three_public(opened, people.officer, "3.36", "0", "2.36", "0", "2.36", "1.00")
    write_draft_narrative(revision=opened, by=people.officer)
    opened = Revision.objects.get(pk=opened.pk)
    assert opened.text.splitlines()[1] == "昆明市测试局2022年度部门决算"
    assert "“三公”经费支出决算3.36万元" in opened.text
    total = QuotedFigure.objects.get(revision=opened, key="sangong.total")
    assert total.yuan == Decimal(33600)
    assert opened.text.startswith("监督索引号【待填：")
    every_place_is_right(opened)


def test_nobody_opens_another_departments(people: People, draft: Revision) -> None:
    with pytest.raises(ActionError, match="不在您负责的部门"):
        open_disclosure(
            department=draft.disclosure.department,
            year=2023,
            form=FORMS["kunming-2023"],
            by=people.reviewer,
        )
