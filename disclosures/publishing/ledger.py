"""Writing the ledger: one entry a publication or withdrawal, one after the other."""

from typing import Any

from django.db import connection
from django.utils import timezone

from disclosures.records.chain import GENESIS, PUBLISH, digest, seal_of
from disclosures.records.disclosure import Revision
from disclosures.records.ledger import LedgerEntry
from disclosures.tables.content import content_of, name_of

LOCK = "ledger"


def enter(*, revision: Revision, verb: str, by: Any, reason: str = "") -> LedgerEntry:
    """Append an entry, in the caller's transaction; others wait until that has ended."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [LOCK])
    last = LedgerEntry.objects.order_by("-number").first()
    entry = LedgerEntry(
        number=last.number + 1 if last else 1,
        verb=verb,
        revision=revision,
        name=name_of(revision),
        content=digest(content_of(revision)) if verb == PUBLISH else _published(revision),
        previous=last.seal if last else GENESIS,
        at=timezone.now(),
        by=by.get_full_name() or by.get_username(),
        reason=reason or revision.reason,
    )
    entry.seal = seal_of(entry.as_entry())
    entry.save(force_insert=True)
    return entry


def _published(revision: Revision) -> str:
    """The hash under which what is withdrawn had been published."""
    entry = LedgerEntry.objects.filter(revision=revision, verb=PUBLISH).order_by("number").last()
    return entry.content if entry else digest(content_of(revision))
