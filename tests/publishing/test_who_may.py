"""The whole table of role, action and state, written out in who_may.csv: it is the test."""

import csv
import inspect
import re
from collections.abc import Callable
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from disclosures import publishing
from disclosures.classification.money import Unit
from disclosures.documents.forms.registry import NATIONAL
from disclosures.documents.grids.typed import TypedTable, typed_of
from disclosures.models import (
    Department,
    Doubt,
    Duty,
    Event,
    Finding,
    Release,
    Remark,
    Revision,
)
from disclosures.publishing.bounds import may_here
from disclosures.publishing.correcting import begin_correction
from disclosures.publishing.doubts import confirm_reading, settle_doubt
from disclosures.publishing.explaining import explain_finding
from disclosures.publishing.intake import IntakeError
from disclosures.publishing.opening import open_disclosure
from disclosures.publishing.previewing import preview_token
from disclosures.publishing.recheck import recheck_revision
from disclosures.publishing.refused import ActionError
from disclosures.publishing.releases import cancel_release, plan_release
from disclosures.publishing.remarks import pin_remark, settle_remark
from disclosures.publishing.rewriting import rewrite_sentences, stale_in, stamp_of_proposals
from disclosures.publishing.roles import ADMINISTRATOR, APPROVER, AUDITOR, CLERK, REVIEWER
from disclosures.publishing.roles import ROLES as ALL_ROLES
from disclosures.publishing.sections import fill_open_slots, save_section, stamp_of_text
from disclosures.publishing.transitions import BY_VERB
from disclosures.publishing.typing_over import save_typed_table
from disclosures.publishing.workbooks import hold_workbook, preview_workbook, take_in_workbook
from disclosures.records.disclosure import State
from disclosures.tables.registry import TABLES
from disclosures.tables.stamp import stamp_of
from disclosures.tables.stored import book_of
from tests.documents.workbook.official import workbook
from tests.publishing.conftest import People
from tests.publishing.test_actions import DEEDS
from tests.states import put

TABLE = Path(__file__).with_name("who_may.csv")
ROLES = {
    "clerk": CLERK,
    "approver": APPROVER,
    "reviewer": REVIEWER,
    "auditor": AUDITOR,
    "administrator": ADMINISTRATOR,
    "elsewhere_clerk": CLERK,
    "elsewhere_approver": APPROVER,
}
BOUND = ("clerk", "approver", "elsewhere_clerk", "elsewhere_approver")
NEEDS_NOTE = [(State.SUBMITTED, "return"), (State.PUBLISHED, "withdraw")]


def person(role: str, draft: Revision) -> User:
    """Somebody of that role, in charge of the draft's department or of another."""
    made = User.objects.create_user(role, is_staff=True)
    made.groups.add(Group.objects.get(name=ROLES[role]))
    own = draft.disclosure.department
    if role in BOUND:
        other = Department.objects.create(region=own.region, name="另一局", slug="ling-yi-ju")
        Duty.objects.create(user=made, department=other if "elsewhere" in role else own)
    return User.objects.get(pk=made.pk)


def look(revision: Revision, by: Any) -> None:
    if not may_here(by, "view_revision", revision):
        raise ActionError("看不到")


def edit(revision: Revision, by: Any) -> None:
    sheet = book_of(revision).sheet("three-public")
    assert sheet is not None
    spec = TABLES["three-public"]
    typed: TypedTable = typed_of(spec, sheet, Unit.WAN_YUAN)
    save_typed_table(revision=revision, name=spec.name, typed=typed, stamp=stamp_of([sheet]), by=by)


def explain(revision: Revision, by: Any) -> None:
    finding = revision.finding_set.get(rule="X99")
    explain_finding(finding=finding, reason="按文件要求。", by=by)


def import_workbook(revision: Revision, by: Any) -> None:
    data = workbook(three_public=[(3.30, 0, 0, 0, 0, 3.30)])
    hold_workbook(data=data, filename="表.xlsx", by=by)
    stamp = preview_workbook(revision=revision, data=data, filename="表.xlsx").stamp
    take_in_workbook(revision=revision, data=data, filename="表.xlsx", stamp=stamp, by=by)


def export_trail(revision: Revision, by: Any) -> None:
    client = Client()
    client.force_login(by, backend="django.contrib.auth.backends.ModelBackend")
    answer = client.get(reverse("admin:disclosures_auditentry_export"))
    if answer.status_code != 200:
        raise ActionError("不能导出")
    assert answer.getvalue().startswith(b"\xef\xbb\xbfnumber,at,who,whence")


def narrate(revision: Revision, by: Any) -> None:
    section = revision.narrativesection_set.get(number=2)
    text = revision.text[section.start : section.end]
    save_section(revision=revision, number=2, text=text, stamp=stamp_of_text(text), by=by)


def fill(revision: Revision, by: Any) -> None:
    fill_open_slots(revision=revision, words={}, stamp=stamp_of_text(revision.text), by=by)


def rewrite(revision: Revision, by: Any) -> None:
    stamp = stamp_of_proposals(revision, stale_in(revision))
    rewrite_sentences(revision=revision, stamp=stamp, by=by)


def open_next(revision: Revision, by: Any) -> None:
    """The same department's next year: what this year's revision does is no matter."""
    disclosure = revision.disclosure
    year = disclosure.fiscal_year_id + 1
    open_disclosure(department=disclosure.department, year=year, form=NATIONAL, by=by)


def cancel(revision: Revision, by: Any) -> None:
    plan = Release.objects.create(due_at=timezone.now() + timedelta(days=1), made_by=by)
    cancel_release(release=plan, by=by)


ACTIONS: dict[str, Callable[[Revision, Any], object]] = {
    "look": look,
    "edit": edit,
    "import_workbook": import_workbook,
    "export_trail": export_trail,
    "preview": lambda revision, by: preview_token(revision=revision, by=by),
    "settle_doubt": lambda revision, by: settle_doubt(doubt=revision.doubt_set.get(), by=by),
    "confirm_reading": lambda revision, by: confirm_reading(revision=revision, by=by),
    "correct": lambda revision, by: begin_correction(revision=revision, reason="原因", by=by),
    "narrate": narrate,
    "fill": fill,
    "rewrite": rewrite,
    "open": open_next,
    "cancel": cancel,
    "recheck": lambda revision, by: recheck_revision(revision=revision, by=by),
    "explain": explain,
    "remark": lambda revision, by: pin_remark(remark=Remark(revision=revision, text="x"), by=by),
    "settle": lambda revision, by: settle_remark(remark=revision.remark_set.get(), by=by),
    "plan": lambda revision, by: plan_release(
        revisions=[revision], due_at=timezone.now() + timedelta(days=1), by=by
    ),
} | {
    verb: lambda revision, by, deed=deed: deed(revision=revision, by=by, note="原因")
    for verb, deed in DEEDS.items()
}


# Whatever publishing does for somebody, and the action above that asks for it.
DEEDS_OF_PUBLISHING = {
    **{deed.__name__: verb for verb, deed in DEEDS.items()},
    "begin_correction": "correct",
    "cancel_release": "cancel",
    "confirm_reading": "confirm_reading",
    "explain_finding": "explain",
    "fill_open_slots": "fill",
    "open_disclosure": "open",
    "pin_remark": "remark",
    "plan_release": "plan",
    "preview_token": "preview",
    "recheck_revision": "recheck",
    "rewrite_sentences": "rewrite",
    "save_section": "narrate",
    "save_typed_table": "edit",
    "settle_doubt": "settle_doubt",
    "settle_remark": "settle",
    "take_in_workbook": "import_workbook",
}
# Without a revision to be in a state, or a part of the deeds above.
ASKED_ELSEWHERE = {
    "copied": "begin_correction, take_in_reading",
    "tables_anew": "take_in_reading",
    "confirm_proposal": "the admin's permission, test_proposing",
    "dismiss_proposal": "the admin's permission, test_proposing",
    "enter": "the ledger's entry of a move",
    "held_for_writing": "the gate of every deed on a narrative",
    "hold_workbook": "import_workbook",
    "keep_file": "hold_workbook",
    "keep_original": "take_in_reading",
    "store_text": "after held_for_writing",
    "take_in_document": "test_intake",
    "take_in_reading": "test_intake",
    "write_draft_narrative": "held_for_writing, then only where there is no text",
}


def table() -> list[tuple[str, str, dict[str, bool]]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [
            (line["role"], line["action"], {state: line[state] == "yes" for state in State.values})
            for line in csv.DictReader(file)
        ]


def test_every_role_and_action_is_in_the_table() -> None:
    told = {(role, action) for role, action, _ in table()}
    assert told == {(role, action) for role in ROLES for action in ACTIONS}


def test_the_table_has_every_role_verb_and_state_there_is() -> None:
    assert set(ROLES.values()) == {role.name for role in ALL_ROLES}
    assert set(BY_VERB) <= set(ACTIONS)
    with TABLE.open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file))[2:] == State.values


def test_every_deed_of_publishing_is_an_action_of_the_table() -> None:
    """A new deed that names who does it fails here until its rows are written."""
    modules = [
        import_module(f"{publishing.__name__}.{each.name}")
        for each in iter_modules(publishing.__path__)
    ]
    deeds = {
        name
        for module in modules
        for name, found in inspect.getmembers(module, inspect.isfunction)
        if found.__module__ == module.__name__
        and not name.startswith("_")
        and "by" in inspect.signature(found).parameters
    }
    assert deeds == {*DEEDS_OF_PUBLISHING, *ASKED_ELSEWHERE}
    assert {*DEEDS_OF_PUBLISHING.values(), "look", "export_trail"} == set(ACTIONS)


@pytest.mark.parametrize(("role", "action", "states"), table(), ids=str)
def test_who_may(
    people: People, draft: Revision, role: str, action: str, states: dict[str, bool]
) -> None:
    Remark.objects.create(revision=draft, text="看这里")
    settled = timezone.now() if action == "submit" else None
    Doubt.objects.create(revision=draft, position=900, message="看不清", settled_at=settled)
    Finding.objects.create(
        revision=draft, position=999, rule="X99", severity="warning", outcome="fails", message="x"
    )
    if action == "submit":
        explain(draft, people.officer)
    by = person(role, draft)
    for state, may in states.items():
        with transaction.atomic():
            put(draft, State(state))
            revision = Revision.objects.get(pk=draft.pk)
            assert _is_done(action, revision, by) == may, state
            if not may:
                assert Revision.objects.get(pk=draft.pk).state == state
            transaction.set_rollback(True)


def _is_done(action: str, revision: Revision, by: User) -> bool:
    """Whether the action went through; what refuses it says why in Chinese, and stores nothing."""
    events = Event.objects.count()
    try:
        ACTIONS[action](revision, by)
    except (ActionError, IntakeError) as error:
        told = str(error)
    else:
        return True
    assert re.search(r"[\u4e00-\u9fff]{2}", told)
    assert Event.objects.count() == events
    return False


@pytest.mark.parametrize(("state", "verb"), NEEDS_NOTE, ids=str)
@pytest.mark.parametrize("note", ["", "  ", "\n\t"], ids=repr)
def test_a_reason_is_asked_for(
    people: People, draft: Revision, state: State, verb: str, note: str
) -> None:
    put(draft, state)
    with pytest.raises(ActionError, match="写明原因"):
        DEEDS[verb](revision=draft, by=people.reviewer, note=note)
    assert Revision.objects.get(pk=draft.pk).state == state


def test_the_deeds_of_a_life_are_all_written(people: People, published: Revision) -> None:
    told = Event.objects.filter(revision=published).order_by("pk")
    assert list(told.values_list("verb", "state_before", "state_after", "by__username")) == [
        ("take_in", "", "draft", "o"),
        ("submit", "draft", "submitted", "o"),
        ("approve", "submitted", "approved", "r"),
        ("publish", "approved", "published", "r"),
    ]
    assert published.published_at
    assert published.submitted_by == people.officer
    assert published.approved_by == people.reviewer


def test_a_warning_waits_for_its_reason(people: People, draft: Revision) -> None:
    finding = Finding.objects.create(
        revision=draft, position=999, rule="D01", severity="warning", outcome="fails", message="x"
    )
    with pytest.raises(ActionError, match="说明情况（D01）"):
        DEEDS["submit"](revision=draft, by=people.officer)
    for reason in ("", "  ", "长" * 2001):
        with pytest.raises(ActionError, match="请写明原因"):
            explain_finding(finding=finding, reason=reason, by=people.officer)
    explain_finding(finding=finding, reason="上年有一次性支出。", by=people.officer)
    assert DEEDS["submit"](revision=draft, by=people.officer).state == State.SUBMITTED
    with pytest.raises(ActionError, match="不能再写"):
        explain_finding(finding=finding, reason="晚了", by=people.officer)


def test_history_needs_no_reasons(people: People, draft: Revision) -> None:
    Finding.objects.create(
        revision=draft, position=999, rule="D01", severity="warning", outcome="fails", message="x"
    )
    Revision.objects.filter(pk=draft.pk).update(is_history=True)
    assert DEEDS["submit"](revision=draft, by=people.officer).state == State.SUBMITTED


@pytest.mark.parametrize(
    ("severity", "outcome", "blocks"),
    [
        ("error", "fails", True),
        ("error", "rounding", False),
        ("error", "not_checked", False),
        ("warning", "fails", True),
        ("info", "fails", False),
    ],
)
def test_only_failed_errors_block(
    people: People, draft: Revision, severity: str, outcome: str, blocks: bool
) -> None:
    Finding.objects.create(
        revision=draft, position=999, rule="D01", severity=severity, outcome=outcome, message="x"
    )
    if blocks:
        with pytest.raises(ActionError, match="D01"):
            DEEDS["submit"](revision=draft, by=people.officer)
    else:
        assert DEEDS["submit"](revision=draft, by=people.officer).state == State.SUBMITTED


@pytest.mark.parametrize("state", [each for each in State if each not in ("draft", "returned")])
def test_only_drafts_are_checked_anew(people: People, draft: Revision, state: State) -> None:
    put(draft, state)
    before = set(draft.finding_set.values_list("pk", flat=True))
    with pytest.raises(ActionError, match="不能重新核对"):
        recheck_revision(revision=draft, by=people.officer)
    assert set(draft.finding_set.values_list("pk", flat=True)) == before
