"""Checks made anew after a draft's tables were edited by hand."""

from typing import Any

from django.db import transaction

from disclosures.classification.codes import code_lists
from disclosures.documents.document import form_of
from disclosures.publishing.bounds import may_here
from disclosures.publishing.refused import ActionError
from disclosures.publishing.surroundings import narrative_of_revision, surroundings_of
from disclosures.publishing.writing import write_findings, write_table_figures
from disclosures.records.disclosure import EDITABLE, Revision
from disclosures.records.event import Event
from disclosures.rules.check import check
from disclosures.tables.stored import book_of


@transaction.atomic
def recheck_revision(*, revision: Revision, by: Any) -> int:
    """Run every rule on a draft as it is stored now; returns how many findings there are.

    Raises ActionError when it is no draft any more (what is under review keeps its findings), or
    the person works elsewhere.
    """
    held = Revision.objects.select_for_update(of=("self",)).get(pk=revision.pk)
    if held.state not in EDITABLE:
        raise ActionError(f"“{held.get_state_display()}”的版本不能重新核对。")
    if not may_here(by, "change_revision", held):
        raise ActionError("您没有更改这个部门草稿的权限。")
    narrative = narrative_of_revision(held)
    context = surroundings_of(held, narrative, form_of(narrative))
    book = book_of(held)
    findings = check(narrative, book, code_lists(), context)
    write_table_figures(held, narrative, book)
    write_findings(held, findings)
    Event.objects.create(revision=held, verb="recheck", by=by)
    return len(findings)
