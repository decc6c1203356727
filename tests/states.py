"""A revision in any state at once, for tests of what follows it."""

from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db import connection
from django.db.models.functions import Now

from disclosures.records.disclosure import SEALED, Revision, State


def put(revision: Revision, state: State, published_at: datetime | None = None) -> None:
    """Write a state past the seal, which stands again afterwards; two people stand for it."""
    stamp: dict[str, Any] = {"published_at": published_at or Now()} if state in SEALED else {}
    for role in ("submitted_by", "approved_by"):
        stamp[role] = get_user_model().objects.get_or_create(username=role)[0]
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE disclosures_revision DISABLE TRIGGER seal")
        Revision.objects.filter(pk=revision.pk).update(state=state, **stamp)
        cursor.execute("ALTER TABLE disclosures_revision ENABLE ALWAYS TRIGGER seal")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
