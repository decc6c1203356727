"""Who gets a preview link, and of what: anybody's eyes, nobody's publication."""

from disclosures.publishing.refused import ActionError
from disclosures.records.disclosure import SEALED, Revision
from disclosures.records.preview import HOURS, token_of

__all__ = ["HOURS", "preview_token"]


def preview_token(revision: Revision) -> str:
    """A token that opens the public page of a revision not yet public, for `HOURS` hours.

    Raises ActionError when it is public already, or was.
    """
    if revision.state in SEALED:
        raise ActionError(f"“{revision.get_state_display()}”的版本无需预览，请直接看公开页。")
    return token_of(revision.pk)
