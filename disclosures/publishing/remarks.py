"""批注: what a reviewer pins to a cell or a section, and the clerk's word that it is settled."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models.functions import Now

from disclosures.publishing.bounds import may_here
from disclosures.publishing.refused import ActionError
from disclosures.records.disclosure import EDITABLE, Revision, State
from disclosures.records.remark import Remark

UNDER_REVIEW = (State.SUBMITTED, State.APPROVED)


@transaction.atomic
def pin_remark(*, remark: Remark, by: Any) -> Remark:
    """Store a remark on what is under review.

    Raises ActionError when nobody reviews it now, the person may not, or it says nothing.
    """
    held = Revision.objects.select_for_update(of=("self",)).get(pk=remark.revision_id)
    if held.state not in UNDER_REVIEW:
        raise ActionError(f"“{held.get_state_display()}”的版本不能批注。")
    if not may_here(by, "add_remark", held):
        raise ActionError("您没有批注这个部门草稿的权限。")
    remark.by = by
    try:
        remark.full_clean()
    except ValidationError as error:
        raise ActionError("；".join(error.messages)) from error
    remark.save()
    return remark


@transaction.atomic
def settle_remark(*, remark: Remark, by: Any) -> None:
    """Say that a remark was dealt with, in a draft. Raises ActionError when that may not be."""
    held = Revision.objects.select_for_update(of=("self",)).get(pk=remark.revision_id)
    if held.state not in EDITABLE:
        raise ActionError(f"“{held.get_state_display()}”的版本不能处理批注。")
    if not may_here(by, "change_revision", held):
        raise ActionError("您没有更改这个部门草稿的权限。")
    Remark.objects.filter(pk=remark.pk, settled_at=None).update(settled_at=Now(), settled_by=by)
