"""Preview links: a signed name of one revision that stops working after some hours."""

from django.core import signing

SALT = "budget.preview"
HOURS = 48
# A token in an address is short-lived and unguessable; it opens one revision and nothing else.
SECONDS = HOURS * 3600


def token_of(revision_id: int) -> str:
    """A token for a revision."""
    return signing.dumps(revision_id, salt=SALT, compress=False)


def revision_of_token(token: str) -> int | None:
    """The revision a token names; None when it is not ours or its time is over."""
    try:
        found = signing.loads(token, salt=SALT, max_age=SECONDS)
    except signing.BadSignature:
        return None
    return found if isinstance(found, int) else None
