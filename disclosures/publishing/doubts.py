"""存疑之处: a person compares the draft with its source where the reader was not sure."""

from typing import Any

from django.db import transaction
from django.db.models.functions import Now

from disclosures.publishing.bounds import may_here
from disclosures.publishing.refused import ActionError
from disclosures.records.disclosure import EDITABLE, Revision
from disclosures.records.doubt import Doubt
from disclosures.records.event import Event


@transaction.atomic
def settle_doubt(*, doubt: Doubt, by: Any) -> None:
    """Say that the draft was compared with its source at one place.

    Raises ActionError when the revision is no draft or the person may not change it.
    """
    held = _held(doubt.revision_id, by)
    if held.doubt_set.filter(pk=doubt.pk, settled_at=None).update(settled_at=Now(), settled_by=by):
        Event.objects.create(revision=held, verb="settle_doubt", note=doubt.message[:200], by=by)


@transaction.atomic
def confirm_reading(*, revision: Revision, by: Any) -> int:
    """Say it of all places that are left; returns how many. Raises ActionError as above."""
    held = _held(revision.pk, by)
    count = held.doubt_set.filter(settled_at=None).update(settled_at=Now(), settled_by=by)
    Event.objects.create(revision=held, verb="confirm_reading", note=f"{count} 处", by=by)
    return count


def _held(revision: int, by: Any) -> Revision:
    held = Revision.objects.select_for_update(of=("self",)).get(pk=revision)
    if held.state not in EDITABLE:
        raise ActionError(f"“{held.get_state_display()}”的版本不能再核对存疑之处。")
    if not may_here(by, "change_revision", held):
        raise ActionError("您没有更改这个部门草稿的权限。")
    return held
