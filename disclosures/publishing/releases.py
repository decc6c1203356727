"""公开计划: approved revisions become public together at their time, all of them or none."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import structlog
from django.db import transaction
from django.db.models.functions import Now
from django.utils import timezone

from disclosures.publishing.actions import publish_revision
from disclosures.publishing.bounds import may_here
from disclosures.publishing.refused import ActionError
from disclosures.records.disclosure import Revision, State
from disclosures.records.release import Release, ReleaseState

log = structlog.get_logger(__name__)


@transaction.atomic
def plan_release(
    *, revisions: Iterable[Revision], due_at: datetime, by: Any, note: str = ""
) -> Release:
    """Plan to publish approved revisions together at a time to come.

    Raises ActionError, naming each revision that is not approved, planned already or elsewhere.
    """
    chosen = list(revisions)
    if not chosen:
        raise ActionError("没有选择要公开的版本。")
    if due_at <= timezone.now():
        raise ActionError("公开时间须在现在之后。")
    refused = [told for each in chosen if (told := _refused(each, by))]
    if refused:
        raise ActionError("没有建立公开计划。" + "".join(refused))
    release = Release.objects.create(due_at=due_at, note=note, made_by=by)
    release.revisions.set(chosen)
    return release


def _refused(revision: Revision, by: Any) -> str:
    held = Revision.objects.select_for_update(of=("self",)).get(pk=revision.pk)
    if held.state != State.APPROVED:
        return f"{held}：{held.get_state_display()}，须先审核通过。"
    if not may_here(by, "publish_revision", held):
        return f"{held}：您没有公开这个部门的权限。"
    if held.releases.filter(state=ReleaseState.WAITING).exists():
        return f"{held}：已在另一公开计划中。"
    return ""


@transaction.atomic
def cancel_release(*, release: Release, by: Any) -> None:
    """Cancel a plan that is still waiting. Raises ActionError when it is not, or may not be."""
    held = Release.objects.select_for_update(of=("self",)).get(pk=release.pk)
    if held.state != ReleaseState.WAITING:
        raise ActionError(f"“{held.get_state_display()}”的计划不能取消。")
    if not by.has_perm("disclosures.publish_revision"):
        raise ActionError("您没有取消公开计划的权限。")
    _end(held, ReleaseState.CANCELLED, f"由 {by} 取消")


def publish_due(say: Any = None) -> list[Release]:
    """Carry out every plan whose time has come, each whole or not at all; returns them."""
    due = Release.objects.filter(state=ReleaseState.WAITING, due_at__lte=Now()).order_by("due_at")
    return [each for pk in due.values_list("pk", flat=True) if (each := _carried_out(pk, say))]


def _carried_out(pk: int, say: Any) -> Release | None:
    with transaction.atomic():
        held = (
            Release.objects.select_for_update(of=("self",), skip_locked=True)
            .filter(pk=pk, state=ReleaseState.WAITING)
            .first()
        )
        if held is None:
            return None
        try:
            with transaction.atomic():
                count = _published(held)
        except ActionError as error:
            _end(held, ReleaseState.FAILED, str(error))
        else:
            _end(held, ReleaseState.DONE, f"已公开 {count} 份")
    log.info("release", release=held.pk, state=held.state, outcome=held.outcome)
    if say:
        say(f"{held}：{held.outcome}")
    return held


def _published(release: Release) -> int:
    """All of them, in the order of their keys so that two plans never wait for each other."""
    revisions = list(release.revisions.order_by("disclosure", "pk"))
    for each in revisions:
        try:
            publish_revision(revision=each, by=release.made_by, note=release.note)
        except ActionError as error:
            raise ActionError(f"{each}：{error}整个计划都没有公开。") from error
    return len(revisions)


def _end(release: Release, state: ReleaseState, outcome: str) -> None:
    release.state, release.outcome, release.ended_at = state, outcome, timezone.now()
    release.save(update_fields=["state", "outcome", "ended_at"])
