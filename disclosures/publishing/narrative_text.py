"""The text of a draft's narrative replaced: read anew, so that every place in it is right again."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.db import DataError, IntegrityError, transaction

from disclosures.classification.codes import code_lists
from disclosures.documents.book_from_narrative import book_from_narrative
from disclosures.documents.document import form_of
from disclosures.documents.doubts import Doubt, doubts_of
from disclosures.documents.forms.registry import form_named
from disclosures.publishing.book_writing import write_book
from disclosures.publishing.bounds import may_here
from disclosures.publishing.doubting import contradictions
from disclosures.publishing.places_in_text import Edit, shifted
from disclosures.publishing.refused import ActionError
from disclosures.publishing.surroundings import narrative_of_revision, surroundings_of
from disclosures.publishing.writing import (
    write_doubts,
    write_findings,
    write_narrative,
    write_table_figures,
)
from disclosures.records.disclosure import EDITABLE, Revision
from disclosures.records.event import Event
from disclosures.records.narration import GlossaryTerm, NarrativeSection, OfRevision, QuotedFigure
from disclosures.records.narrative import Narrative
from disclosures.records.resources import RESOURCES, Resource
from disclosures.rules.check import check
from disclosures.tables.book import Book, Sheet
from disclosures.tables.stored import book_of

LONGEST = 2_000_000  # characters
NARRATION: tuple[type[OfRevision], ...] = (NarrativeSection, QuotedFigure, GlossaryTerm, *RESOURCES)


def held_for_writing(revision: Revision, by: Any) -> Revision:
    """The draft, locked. Raises ActionError when it is none any more, or the person may not."""
    held = Revision.objects.select_for_update(of=("self",)).get(pk=revision.pk)
    if held.state not in EDITABLE:
        raise ActionError(f"“{held.get_state_display()}”的版本不能修改编制说明。")
    if not may_here(by, "change_revision", held):
        raise ActionError("您没有更改这个部门草稿的权限。")
    return held


def store_text(
    held: Revision, text: str, edits: Sequence[Edit], *, verb: str, note: str, by: Any
) -> Narrative:
    """Store a text under a draft that is held; figures, tables told by it and findings follow.

    `edits` are the spans of the old text that were replaced. Raises ActionError for a text that
    cannot be kept, or that states nothing any more.
    """
    if len(text) > LONGEST or "\0" in text:
        raise ActionError("文字过长，或含有不能保存的字符，没有保存。")
    old = narrative_of_revision(held)
    held.text = text
    new = narrative_of_revision(held)
    if old.statements and not new.statements:
        raise ActionError(
            "这样改后读不出任何数据（标题可能被删去了），没有保存。请保留各部分的标题。"
        )
    try:
        with transaction.atomic():
            _store(held, old, new, edits)
    except (DataError, IntegrityError, ValueError) as error:
        raise ActionError("有一处文字或数字超出可以保存的范围，没有保存。") from error
    Event.objects.create(revision=held, verb=verb, note=note[:200], by=by)
    return new


def _store(held: Revision, old: Narrative, new: Narrative, edits: Sequence[Edit]) -> None:
    by_hand = {model: _by_hand(held, model, old) for model in RESOURCES}
    for model in NARRATION:
        model._default_manager.filter(revision=held).delete()
    _write_cover(held, new)
    write_narrative(held, new)
    for model, values in by_hand.items():
        if values:
            model._default_manager.update_or_create(revision=held, defaults=values)
    book = _retold(held, old, new, edits)
    write_book(held, book)
    context = surroundings_of(held, new, form_of(new))
    findings = check(new, book, code_lists(), context)
    write_table_figures(held, new, book)
    write_findings(held, findings)
    doubts = (*doubts_of(new), *contradictions(new, book, findings))
    settled = list(held.doubt_set.exclude(settled_at=None))
    write_doubts(held, (*doubts, *_of_tables(held, doubts)))
    for each in settled:  # what somebody has compared with the source stays compared
        held.doubt_set.filter(message=each.message, printed=each.printed).update(
            settled_at=each.settled_at, settled_by=each.settled_by_id
        )


def _write_cover(held: Revision, new: Narrative) -> None:
    said = {key: new.statement(f"doc.{key}") for key in ("index_start", "index_end")}
    published = new.statement("doc.publish_date")
    Revision.objects.filter(pk=held.pk).update(
        text=new.text,
        printed_unit=new.printed_unit or held.printed_unit,
        printed_date=str(published.value) if published else None,
        **{key: str(each.value) if each else "" for key, each in said.items()},
    )
    held.refresh_from_db()


def _by_hand(held: Revision, model: type[Resource], old: Narrative) -> dict[str, Any]:
    """The columns of a resource that somebody typed over what the narrative states."""
    stored = model._default_manager.filter(revision=held).first()
    if stored is None:
        return {}
    return {
        field: value
        for field, key in model.FIGURES.items()
        if (value := getattr(stored, field)) not in ("", None) and value != _stated(old, key)
    }


def _stated(narrative: Narrative, key: str) -> Decimal | str | None:
    found = narrative.statement(key)
    if found is None:
        return None
    return narrative.number(key) if isinstance(found.value, Decimal) else str(found.value)


def _retold(held: Revision, old: Narrative, new: Narrative, edits: Sequence[Edit]) -> Book:
    """The book with the tables that the narrative tells told anew, the others' places moved."""
    form = form_named(held.form)
    before, after = (book_from_narrative(each, form) for each in (old, new))
    return Book(tuple(_sheet(each, before, after, edits) for each in book_of(held)))


def _sheet(sheet: Sheet, before: Book, after: Book, edits: Sequence[Edit]) -> Sheet:
    was, becomes = before.sheet(sheet.table), after.sheet(sheet.table)
    if was and becomes and not sheet.is_unknown and _in_place(was, sheet) == sheet:
        return _in_place(becomes, sheet)
    return shifted(sheet, edits)


def _in_place(told: Sheet, sheet: Sheet) -> Sheet:
    return replace(told, position=sheet.position, title=sheet.title)


def _of_tables(held: Revision, said: Iterable[Doubt]) -> Iterable[Doubt]:
    """Stored doubts that stand in a file's tables, and are not said anew."""
    messages = {each.message for each in said}
    return tuple(
        Doubt(each.message, each.printed, each.where)
        for each in held.doubt_set.order_by("position")
        if each.where and "start" not in each.where and each.message not in messages
    )
