"""What people do to a revision: one verb, one transaction, one event."""

from typing import Any

from django.db import transaction
from django.db.models.functions import Now

from disclosures.publishing.bounds import may_here
from disclosures.publishing.deriving import derive
from disclosures.publishing.explaining import unexplained_of
from disclosures.publishing.indexing import index_revision
from disclosures.publishing.ledger import enter
from disclosures.publishing.refused import ActionError
from disclosures.publishing.transitions import BY_VERB, Transition
from disclosures.records.disclosure import Disclosure, Revision, State
from disclosures.records.event import Event
from disclosures.records.finding import Outcome, Severity
from disclosures.records.ledger import LedgerEntry


def submit_revision(*, revision: Revision, by: Any, note: str = "") -> Revision:
    """Send a draft to review. Raises ActionError when a check of severity error fails.

    History is taken over as it was published, with what was wrong in it.
    """
    return _move(revision, "submit", by, note)


def return_revision(*, revision: Revision, by: Any, note: str) -> Revision:
    """Send a submitted revision back, with the reason."""
    return _move(revision, "return", by, note)


def approve_revision(*, revision: Revision, by: Any, note: str = "") -> Revision:
    """Approve what somebody else submitted."""
    return _move(revision, "approve", by, note)


def send_back_revision(*, revision: Revision, by: Any, note: str) -> Revision:
    """Send an approved revision back to the department, with the reason."""
    return _move(revision, "send_back", by, note)


def publish_revision(*, revision: Revision, by: Any, note: str = "") -> Revision:
    """Make an approved revision public; the one before it is superseded in the same moment."""
    return _move(revision, "publish", by, note)


def withdraw_revision(*, revision: Revision, by: Any, note: str) -> Revision:
    """Take a published revision from the public, with the reason."""
    return _move(revision, "withdraw", by, note)


@transaction.atomic
def _move(revision: Revision, verb: str, by: Any, note: str) -> Revision:
    move = BY_VERB[verb]
    Disclosure.objects.select_for_update(of=("self",)).get(revisions=revision.pk)
    held = Revision.objects.select_for_update(of=("self",)).get(pk=revision.pk)
    _check(held, move, by, note)
    before = held.state
    stamps = _stamps(verb, by)
    if verb == "publish":
        stamps |= _corrected(held, note)
        _supersede(held, by)
        index_revision(held)
        derive(held)
    Revision.objects.filter(pk=held.pk).update(state=move.after, **stamps)
    Event.objects.create(
        revision=held, verb=verb, state_before=before, state_after=move.after, note=note, by=by
    )
    if verb in LedgerEntry.Verb.values:
        enter(revision=held, verb=verb, by=by, reason=note)
    revision.refresh_from_db()
    return revision


def _check(held: Revision, move: Transition, by: Any, note: str) -> None:
    if held.state not in move.before:
        raise ActionError(f"“{held.get_state_display()}”的版本不能“{move.label}”。")
    if not by.has_perm(f"disclosures.{move.permission}"):
        raise ActionError(f"您没有“{move.label}”的权限。")
    if not may_here(by, move.permission, held):
        raise ActionError(f"“{held.disclosure.department}”不在您负责的部门之内。")
    if move.needs_note and not note.strip():
        raise ActionError(f"“{move.label}”需要写明原因。")
    if move.verb == "approve" and held.submitted_by_id == by.pk:
        raise ActionError("提交人不能审核自己提交的版本，请由另一人审核。")
    if move.verb == "submit" and not held.is_history:
        _check_findings(held)


def _check_findings(held: Revision) -> None:
    """Doubts compared, errors put right, each warning explained, before anybody else looks."""
    doubts = held.doubt_set.filter(settled_at=None).count()
    if doubts:
        raise ActionError(
            f"还有 {doubts} 处存疑没有对照原文核对，不能提交。请在“对照原文”中逐处核对并确认。"
        )
    failed = list(held.finding_set.filter(outcome=Outcome.FAILS).order_by("position"))
    errors = sorted({each.rule for each in failed if each.severity == Severity.ERROR})
    if errors:
        raise ActionError(
            f"还有核对错误未处理（{'、'.join(errors)}），不能提交。请先更正或重新上传。"
        )
    unexplained = sorted({each.rule for each in unexplained_of(held, failed)})
    if unexplained:
        raise ActionError(
            f"还有提醒没有说明情况（{'、'.join(unexplained)}），不能提交。"
            "请逐条写明原因，与核对结果一并公开。"
        )


def _stamps(verb: str, by: Any) -> dict[str, Any]:
    if verb == "publish":
        return {"published_at": Now()}
    if verb in ("submit", "approve"):
        past = {"submit": "submitted", "approve": "approved"}[verb]
        stamps: dict[str, Any] = {f"{past}_at": Now(), f"{past}_by": by}
        return stamps | ({"approved_at": None, "approved_by": None} if verb == "submit" else {})
    return {}


def _corrected(held: Revision, note: str) -> dict[str, Any]:
    """What a correction says of itself. Raises ActionError when it is older, or says nothing."""
    earlier = Revision.objects.filter(disclosure=held.disclosure_id, state=State.PUBLISHED)
    numbers = list(earlier.values_list("number", flat=True))
    if not numbers:
        return {}
    if max(numbers) > held.number:
        raise ActionError(f"第{max(numbers)}版已经公开，不能再公开更早的第{held.number}版。")
    reason = held.reason.strip() or note.strip()
    if not reason:
        raise ActionError("更正已公开的内容须写明原因，向公众公开。")
    return {"reason": reason}


def _supersede(held: Revision, by: Any) -> None:
    earlier = Revision.objects.select_for_update(of=("self",)).filter(
        disclosure=held.disclosure_id, state=State.PUBLISHED
    )
    for each in earlier:
        Revision.objects.filter(pk=each.pk).update(state=State.SUPERSEDED)
        Event.objects.create(
            revision=each,
            verb="supersede",
            state_before=State.PUBLISHED,
            state_after=State.SUPERSEDED,
            by=by,
        )
