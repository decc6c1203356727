"""新建: a disclosure begun without a file, with empty tables and a narrative written from them."""

from dataclasses import replace
from typing import Any

from django.db import transaction
from django.db.models import Max

from disclosures.classification.codes import code_lists
from disclosures.documents.book_from_narrative import blank_book
from disclosures.documents.drafting.facts import Publisher, facts_of
from disclosures.documents.drafting.families import family_of
from disclosures.documents.drafting.family import Family, written
from disclosures.documents.drafting.known import known_words
from disclosures.documents.drafting.sentence import OPEN, Facts
from disclosures.documents.forms.form import Form
from disclosures.documents.forms.registry import form_named
from disclosures.publishing.book_writing import write_book
from disclosures.publishing.bounds import may
from disclosures.publishing.narrative_text import held_for_writing, store_text
from disclosures.publishing.refused import ActionError
from disclosures.publishing.surroundings import last_year, narrative_of_revision
from disclosures.publishing.writing import write_narrative
from disclosures.records.disclosure import SEALED, Disclosure, FiscalYear, Kind, Revision, State
from disclosures.records.event import Event
from disclosures.records.places import Department
from disclosures.tables.stored import book_of

KIND_OF_INDEX = "00"  # 监督索引号 of a budget


class BegunError(ActionError):
    """The year's disclosure is there already: `revision` is where to go on."""

    def __init__(self, said: str, revision: Revision) -> None:
        super().__init__(said)
        self.revision = revision


@transaction.atomic
def open_disclosure(*, department: Department, year: int, form: Form, by: Any) -> Revision:
    """A draft of a department's budget with the tables of a form, none of them filled.

    Raises ActionError when the person works elsewhere, BegunError when the year's disclosure was
    begun already.
    """
    if not may(by, "add_revision", department.pk):
        raise ActionError(f"“{department}”不在您负责的部门之内，不能新建。")
    fiscal_year, _ = FiscalYear.objects.get_or_create(year=year)
    disclosure, _ = Disclosure.objects.get_or_create(
        department=department, fiscal_year=fiscal_year, kind=Kind.BUDGET
    )
    Disclosure.objects.select_for_update().get(pk=disclosure.pk)
    _refuse_second(disclosure)
    last = disclosure.revisions.aggregate(last=Max("number"))["last"] or 0
    revision = Revision.objects.create(
        disclosure=disclosure,
        number=last + 1,
        form=form.name,
        printed_unit=form.unit,
        created_by=by,
    )
    narrative = narrative_of_revision(revision)
    write_narrative(revision, narrative)
    write_book(revision, blank_book(form))
    Event.objects.create(
        revision=revision, verb="open", state_after=State.DRAFT, note=form.label, by=by
    )
    return revision


def _refuse_second(disclosure: Disclosure) -> None:
    """One draft at a time; what is public is corrected, never begun anew."""
    begun = disclosure.revisions.exclude(state__in=SEALED).order_by("-number").first()
    if begun is not None:
        said = f"{begun} 已在办理（{begun.get_state_display()}），请接着填写那一版。"
        raise BegunError(said, begun)
    public = disclosure.revisions.filter(state=State.PUBLISHED).order_by("-number").first()
    if public is not None:
        said = f"{public} 已经公开。公开的内容不能另起一份，请以那一版为底稿更正，并写明原因。"
        raise BegunError(said, public)


@transaction.atomic
def write_draft_narrative(*, revision: Revision, by: Any) -> int:
    """Write the narrative of a draft that has none from its tables and last year's figures.

    Returns how many slots are left open. Raises ActionError when there is a narrative already, the
    revision is no draft, or the person may not.
    """
    held = held_for_writing(revision, by)
    form = form_named(held.form)
    if held.text.strip():
        raise ActionError("这一版已有编制说明。请在原文上修改，或改写与表格不符的句子。")
    if form is None:
        raise ActionError("这一版没有可用的表式，不能起草编制说明。")
    text = narrative_from_tables(held, form)
    store_text(held, text, [(0, len(held.text), len(text))], verb="draft_narrative", note="", by=by)
    return text.count("【待填：")


def narrative_from_tables(revision: Revision, form: Form) -> str:
    """The narrative that a draft's tables and last year's publication make."""
    return written(_family(revision, form), _facts(revision, form))


def words_for_slots(revision: Revision) -> dict[str, str]:
    """What an open slot of a draft asks for to what its tables say of it by now."""
    form = form_named(revision.form)
    if form is None or OPEN.search(revision.text) is None:
        return {}
    return known_words(_family(revision, form), _facts(revision, form))


def _family(revision: Revision, form: Form) -> Family:
    return family_of(form, revision.disclosure.kind)


def _facts(revision: Revision, form: Form) -> Facts:
    disclosure = revision.disclosure
    publisher = publisher_of(disclosure.department)
    if disclosure.kind == Kind.FINAL:
        publisher = replace(publisher, index="")  # an account has an index of its own
    return facts_of(
        book_of(revision),
        publisher=publisher,
        year=disclosure.fiscal_year_id,
        form=form,
        family=_family(revision, form),
        functions=code_lists().functions,
        last_year=last_year(revision),
    )


def publisher_of(department: Department) -> Publisher:
    """A department as a narrative names it: in full, shortly, and by its 监督索引号."""
    region = department.region
    city = region.name.rstrip("省市区县")
    rest = department.name.removeprefix(city)
    short = department.short_names[0] if department.short_names else rest
    index = f"{region.code}{department.code}{department.unit_code}{KIND_OF_INDEX}"
    return Publisher(department.name, short, index if department.code else "")
