"""Checks made anew after a draft's tables were edited by hand."""

from typing import Any

from django.db import transaction

from disclosures.classification.codes import code_lists
from disclosures.documents.read import read_narrative
from disclosures.publishing.reading import context_of, form_of
from disclosures.publishing.writing import write_findings
from disclosures.records.disclosure import Revision
from disclosures.records.event import Event
from disclosures.rules.check import check
from disclosures.tables.stored import book_of


@transaction.atomic
def recheck_revision(*, revision: Revision, by: Any) -> int:
    """Run every rule on a draft as it is stored now; returns how many findings there are."""
    held = Revision.objects.select_for_update(of=("self",)).get(pk=revision.pk)
    narrative = read_narrative(held.text)
    context = context_of(narrative, form_of(narrative))
    findings = check(narrative, book_of(held), code_lists(), context)
    write_findings(held, findings)
    Event.objects.create(revision=held, verb="recheck", by=by)
    return len(findings)
