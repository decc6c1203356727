"""The ledger as anybody may read it: every entry, and the content of what is still public."""

from collections.abc import Iterator

from django.db.models import QuerySet

from disclosures.queries.gate import was_public
from disclosures.records.chain import PUBLISH
from disclosures.records.disclosure import Disclosure
from disclosures.records.ledger import LedgerEntry
from disclosures.tables.content import content_of

PLACE = ("revision__disclosure__department__region", "revision__upload")


def entries() -> QuerySet[LedgerEntry]:
    """Every entry, latest first. What was withdrawn stays in the ledger by name and reason."""
    return LedgerEntry.objects.select_related(*PLACE).order_by("-number")


def entries_of_disclosure(disclosure: Disclosure) -> list[LedgerEntry]:
    """The entries of all revisions of a disclosure, latest first."""
    return list(entries().filter(revision__disclosure=disclosure))


def contents() -> Iterator[tuple[LedgerEntry, bytes]]:
    """What each entry published, one at a time, as far as anyone may still read it."""
    readable = entries().filter(was_public("revision__"), verb=PUBLISH).order_by("number")
    for entry in readable.iterator(chunk_size=100):
        yield entry, content_of(entry.revision)


def last_number() -> int:
    """The number of the latest entry, 0 when there is none."""
    last = LedgerEntry.objects.order_by("-number").values_list("number", flat=True).first()
    return last or 0
