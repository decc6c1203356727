"""The one gate: what the public may see.

Every public selector starts here. The database's clock decides, never the web host's.
"""

from django.db.models import Q, QuerySet
from django.db.models.functions import Now

from disclosures.records.disclosure import Revision, State


def is_public(path: str = "") -> Q:
    """The condition for rows whose revision, reached by `path` (`revision__`), is public."""
    return Q(**{f"{path}state": State.PUBLISHED, f"{path}published_at__lte": Now()})


def was_public(path: str = "") -> Q:
    """As `is_public`, and what a correction has superseded: its own address must keep answering."""
    states = (State.PUBLISHED, State.SUPERSEDED)
    return Q(**{f"{path}state__in": states, f"{path}published_at__lte": Now()})


def published_revisions() -> QuerySet[Revision]:
    """Revisions that anyone may read: published, and the hour of publication has come."""
    return Revision.objects.filter(is_public())
