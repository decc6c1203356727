"""The one way past the gate: a revision named by a preview token, whole, for its hours only."""

from disclosures.queries.published import whole
from disclosures.records.disclosure import SEALED, Revision
from disclosures.records.preview import revision_of_token


def previewed(token: str) -> Revision | None:
    """The revision of a token with its parts, while it is not public; its links stay within."""
    pk = revision_of_token(token)
    if pk is None:
        return None
    revision = whole(Revision.objects.filter(pk=pk).exclude(state__in=SEALED)).first()
    if revision is not None:
        revision.preview_token = token
    return revision
