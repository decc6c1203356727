"""The one way past the gate: a revision named by a preview token, whole, for its hours only."""

from disclosures.queries.parts import completed
from disclosures.queries.published import WITH
from disclosures.records.disclosure import SEALED, Revision
from disclosures.records.preview import revision_of_token


def previewed(token: str) -> Revision | None:
    """The revision of a token with its parts, while it is not public; its links stay within."""
    pk = revision_of_token(token)
    if pk is None:
        return None
    readable = Revision.objects.filter(pk=pk).exclude(state__in=SEALED)
    revision = readable.select_related(*WITH).first()
    if revision is None:
        return None
    revision.preview_token = token
    return completed(revision)
