"""编制说明: a draft's sections typed over, open slots filled, stale sentences rewritten."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse

from disclosures.documents.drafting.sentence import OPEN
from disclosures.publishing.bounds import may_here
from disclosures.publishing.opening import words_for_slots, write_draft_narrative
from disclosures.publishing.refused import ActionError
from disclosures.publishing.rewriting import rewrite_sentences, stale_in, stamp_of_proposals
from disclosures.publishing.sections import (
    NewerTextError,
    SavedSection,
    fill_open_slots,
    save_section,
    stamp_of_text,
)
from disclosures.publishing.surroundings import words_of_last_year
from disclosures.records.disclosure import EDITABLE, Revision
from disclosures.records.narration import NarrativeSection

NAMES = {0: "封面与目录", 10: "落款"}
AROUND = 24  # characters shown before and after an open slot
BLANK = "＿＿"  # another open slot, among the words around one
ROWS = (3, 24)  # the fewest and the most lines of a text field


@dataclass(frozen=True)
class TypedSection:
    """A section to type over."""

    number: int
    name: str
    text: str
    stamp: str
    open_slots: int

    @property
    def rows(self) -> int:
        """How high its field is."""
        lines = sum(1 + len(line) // 60 for line in self.text.split("\n"))
        return min(max(lines, ROWS[0]), ROWS[1])


@dataclass(frozen=True)
class OpenSlot:
    """An open slot with the words around it, what the tables say of it by now, and what was said

    there last year; the latter is shown, and only a person puts it in.
    """

    number: int
    what: str
    before: str
    after: str
    proposed: str
    last_year: str


def narrative_state(revision: Revision) -> dict[str, Any]:
    """What the desk says of a draft's narrative."""
    if revision.state not in EDITABLE:
        return {"narrative": None}
    told = {
        "stale": len(stale_in(revision)),
        "open": len(OPEN.findall(revision.text)),
        "is_blank": not revision.text.strip(),
    }
    return {"narrative": told}


def narrative_view(request: HttpRequest, site: admin.AdminSite, revision: Revision) -> HttpResponse:
    """The narrative of a draft, and what is done to it."""
    may = may_here(request.user, "change_revision", revision)
    if revision.state not in EDITABLE or not may:
        raise PermissionDenied
    if request.method != "POST":
        return _page(request, site, revision)
    deed = request.POST.get("deed", "")
    if deed == "section":
        return _section_saved(request, site, revision)
    if deed not in DEEDS:
        raise PermissionDenied
    try:
        messages.success(request, DEEDS[deed](request, revision))
    except ActionError as error:
        messages.error(request, str(error))
    return HttpResponseRedirect(request.path)


def _rewritten(request: HttpRequest, revision: Revision) -> str:
    start = request.POST.get("start", "")
    made = rewrite_sentences(
        revision=revision,
        stamp=request.POST.get("stamp", ""),
        by=request.user,
        starts=[int(start)] if start.isdecimal() else None,
    )
    left = f"还有 {len(made.left)} 句不能自动改写，请在原文中修改。" if made.left else ""
    return f"已改写 {len(made.done)} 句，并重新核对。{left}"


def _filled(request: HttpRequest, revision: Revision) -> str:
    words = {
        int(name.removeprefix("slot-")): str(said)
        for name, said in request.POST.items()
        if name.startswith("slot-") and name.removeprefix("slot-").isdecimal()
    }
    count = fill_open_slots(
        revision=revision, words=words, stamp=request.POST.get("stamp", ""), by=request.user
    )
    return f"已填入 {count} 处，并重新核对。"


def _drafted(request: HttpRequest, revision: Revision) -> str:
    left = write_draft_narrative(revision=revision, by=request.user)
    return f"已按各表起草编制说明，还有 {left} 处待填。"


DEEDS: dict[str, Callable[[HttpRequest, Revision], str]] = {
    "rewrite": _rewritten,
    "fill": _filled,
    "draft": _drafted,
}


def _section_saved(request: HttpRequest, site: admin.AdminSite, revision: Revision) -> HttpResponse:
    """A save of one section: answered as JSON to the page's script, with a page to a form."""
    by_script = request.headers.get("Accept") == "application/json"
    number = request.POST.get("number", "")
    try:
        saved = save_section(
            revision=revision,
            number=int(number) if number.isdecimal() else -1,
            text=request.POST.get("text", ""),
            stamp=request.POST.get("stamp", ""),
            by=request.user,
        )
    except NewerTextError as error:
        return _newer(request, site, revision, error, by_script)
    except ActionError as error:
        if by_script:
            return JsonResponse({"message": str(error)}, status=400)
        messages.error(request, str(error))
        return HttpResponseRedirect(request.path)
    if by_script:
        return JsonResponse(_answer(revision, saved))
    messages.success(request, "已保存，并重新核对。")
    return HttpResponseRedirect(f"{request.path}#section-{number}")


def _answer(revision: Revision, saved: SavedSection) -> dict[str, Any]:
    revision.refresh_from_db()
    return {
        "stamp": saved.stamp,
        "whole": saved.is_whole,
        "stale": len(stale_in(revision)),
        "open": len(OPEN.findall(revision.text)),
    }


def _newer(
    request: HttpRequest,
    site: admin.AdminSite,
    revision: Revision,
    error: NewerTextError,
    by_script: bool,
) -> HttpResponse:
    if by_script:
        answer = {
            "message": str(error),
            "difference": error.difference,
            "theirs": error.theirs,
            "stamp": stamp_of_text(error.theirs),
        }
        return JsonResponse(answer, status=409)
    return _page(request, site, revision, error)


def _page(
    request: HttpRequest,
    site: admin.AdminSite,
    revision: Revision,
    newer: NewerTextError | None = None,
) -> HttpResponse:
    stale = stale_in(revision)
    slots = _open_slots(revision)
    context = site.each_context(request) | {
        "title": "编制说明",
        "original": revision,
        "is_blank": not revision.text.strip(),
        "stale": stale,
        "easy": sum(not each.note for each in stale),
        "proposed": stamp_of_proposals(revision, stale),
        "slots": slots,
        "text_stamp": stamp_of_text(revision.text),
        "sections": [_typed(revision, each) for each in _sections(revision)],
        "newer": newer,
        "login": reverse("admin:login"),
    }
    status = 409 if newer else 200
    return render(request, "admin/narrative.html", context, status=status)


def _sections(revision: Revision) -> list[NarrativeSection]:
    found = list(revision.narrativesection_set.all())
    return sorted(found, key=lambda each: (each.start, each.number))


def _typed(revision: Revision, section: NarrativeSection) -> TypedSection:
    text = revision.text[section.start : section.end]
    name = section.heading or NAMES.get(section.number, f"第{section.number}部分")
    slots = len(OPEN.findall(text))
    return TypedSection(section.number, name, text, stamp_of_text(text), slots)


def _open_slots(revision: Revision) -> list[OpenSlot]:
    text = revision.text
    found = list(enumerate(OPEN.finditer(text)))
    if not found:
        return []
    words, before = words_for_slots(revision), words_of_last_year(revision)
    return [
        OpenSlot(
            number,
            slot["what"],
            OPEN.sub(BLANK, text[: slot.start()])[-AROUND:].rpartition("\n")[2],
            OPEN.sub(BLANK, text[slot.end() :])[:AROUND].partition("\n")[0],
            words.get(slot["what"], ""),
            before.get(slot["what"], ""),
        )
        for number, slot in found
    ]
