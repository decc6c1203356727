"""A section of a draft's narrative typed over: whole or not at all, never over a newer save."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import ndiff
from typing import Any

from django.db import transaction

from disclosures.documents.drafting.sentence import OPEN
from disclosures.publishing.narrative_text import held_for_writing, store_text
from disclosures.publishing.places_in_text import edit_between
from disclosures.publishing.refused import ActionError
from disclosures.records.disclosure import Revision
from disclosures.records.narration import NarrativeSection

VERB = "type_narrative"


class NewerTextError(ActionError):
    """Somebody saved the section meanwhile: `theirs` is what it says now, `mine` what was sent."""

    def __init__(self, theirs: str, mine: str) -> None:
        super().__init__("别人刚刚保存过这一部分，您的改动没有保存。请对照差异后决定。")
        self.theirs, self.mine = theirs, mine

    @property
    def difference(self) -> list[tuple[str, str]]:
        """The lines that differ: theirs with “对方”, mine with “我的”."""
        who = {"- ": "对方", "+ ": "我的"}
        lines = ndiff(self.theirs.splitlines(), self.mine.splitlines())
        return [(who[each[:2]], each[2:]) for each in lines if each[:2] in who]


@dataclass(frozen=True)
class SavedSection:
    """The section as it stands after a save; `is_whole` unless its headings were redrawn."""

    text: str
    stamp: str
    is_whole: bool


def stamp_of_text(text: str) -> str:
    """SHA-256 of a text, by which a later save is told."""
    return hashlib.sha256(text.encode()).hexdigest()


@transaction.atomic
def save_section(
    *, revision: Revision, number: int, text: str, stamp: str, by: Any
) -> SavedSection:
    """Replace one section's words.

    Raises ActionError when the revision is no draft, has no such section, the person may not or
    the text cannot be kept; NewerTextError when the section is not as `stamp` says any more.
    """
    held = held_for_writing(revision, by)
    section = NarrativeSection.objects.filter(revision=held, number=number).first()
    if section is None:
        raise ActionError("编制说明的分段已经改变，请刷新页面。")
    before = held.text[section.start : section.end]
    typed = _with_its_end(text.replace("\r\n", "\n"), before)
    if stamp_of_text(before) != stamp:
        raise NewerTextError(before, typed)
    if typed != before:
        whole = f"{held.text[: section.start]}{typed}{held.text[section.end :]}"
        edits = [edit_between(before, typed, section.start)]
        store_text(held, whole, edits, verb=VERB, note=section.heading or "封面与目录", by=by)
    return _as_it_stands(held, number, typed)


def _as_it_stands(held: Revision, number: int, typed: str) -> SavedSection:
    section = NarrativeSection.objects.filter(revision=held, number=number).first()
    text = held.text[section.start : section.end] if section else ""
    return SavedSection(text, stamp_of_text(text), text == typed)


def _with_its_end(text: str, before: str) -> str:
    """Typed words end their last line if the section did: the next heading begins a line."""
    return f"{text}\n" if before.endswith("\n") and not text.endswith("\n") else text


@transaction.atomic
def fill_open_slots(*, revision: Revision, words: Mapping[int, str], stamp: str, by: Any) -> int:
    """Put words into open slots, by their order in the text; returns how many were filled.

    Raises ActionError as `save_section` does, and when the text is another now.
    """
    held = held_for_writing(revision, by)
    if stamp_of_text(held.text) != stamp:
        raise ActionError("编制说明已被改动，没有填入。请刷新页面后重填。")
    edits, text = [], held.text
    for number, slot in reversed([*enumerate(OPEN.finditer(held.text))]):
        said = words.get(number, "").replace("\r\n", "\n").strip()
        if said:
            text = f"{text[: slot.start()]}{said}{text[slot.end() :]}"
            edits.append((slot.start(), slot.end(), len(said)))
    if edits:
        store_text(held, text, edits, verb=VERB, note=f"填写 {len(edits)} 处待填", by=by)
    return len(edits)
