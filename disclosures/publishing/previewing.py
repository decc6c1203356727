"""Who gets a preview link, and of what: anybody's eyes, nobody's publication."""

from typing import Any

from disclosures.publishing.bounds import may_here
from disclosures.publishing.refused import ActionError
from disclosures.records.disclosure import SEALED, Revision
from disclosures.records.event import Event
from disclosures.records.preview import HOURS, token_of

__all__ = ["HOURS", "preview_token"]


def preview_token(*, revision: Revision, by: Any) -> str:
    """A token that opens the public page of a revision not yet public, for `HOURS` hours.

    Raises ActionError when it is public already, or was, or the person may not show it to others.
    """
    if revision.state in SEALED:
        raise ActionError(f"“{revision.get_state_display()}”的版本无需预览，请直接看公开页。")
    if not may_here(by, "preview_revision", revision):
        raise ActionError("您没有生成预览链接的权限。")
    Event.objects.create(revision=revision, verb="preview", note=f"{HOURS} 小时内有效", by=by)
    return token_of(revision.pk)
