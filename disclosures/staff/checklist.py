"""The checklist of a revision: each part of the narrative and each table in one of four states."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from django.urls import reverse

from disclosures.documents.drafting import account, national
from disclosures.documents.drafting.families import family_of
from disclosures.documents.forms.registry import NATIONAL, form_named
from disclosures.records.disclosure import Revision
from disclosures.records.narration import NarrativeSection
from disclosures.records.printed_table import PrintedTable, TableState
from disclosures.staff.findings import Place
from disclosures.tables.registry import TABLES

NUMERALS = "一二三四五六七八九"
NINE = range(1, 10)
COVER, SIGNATURE = 0, 10
NOTHING_THERE = re.compile(r"无|没有|不涉及|未安排|未发生")
SHORT = 200  # characters within which a part can say that it has nothing
PART = re.compile(r"\s*第[一二三四五六七八九十]+部分")
NOT_ITS_NAME = re.compile(r"[\s:：.…·\d]+")


class Filled(Enum):
    """What a part of the disclosure holds; findings are told beside it."""

    NOT_FILLED = ("未填", "missing")
    FIGURES = ("有数据", "good")
    WORDS = ("有文字", "good")
    DECLARED_EMPTY = ("已说明为空", "empty")
    AS_PRINTED = ("按原样保留", "empty")
    HEADING = ("", "")

    @property
    def label(self) -> str:
        """In words."""
        return self.value[0]

    @property
    def tone(self) -> str:
        """How it is drawn."""
        return self.value[1]


TABLES_FILLED = {
    TableState.FILLED: Filled.FIGURES,
    TableState.FROM_NARRATIVE: Filled.FIGURES,
    TableState.DECLARED_EMPTY: Filled.DECLARED_EMPTY,
    TableState.NOT_ATTACHED: Filled.NOT_FILLED,
    TableState.AS_PRINTED: Filled.AS_PRINTED,
}


@dataclass(frozen=True)
class Item:
    """One line: its number, name and state, how many findings look at it, and where to go."""

    number: str
    name: str
    state: Filled
    findings: int
    url: str
    note: str = ""
    table: str = ""
    section: int | None = None


Placed = Mapping[int, Iterable[Place]]


def section_items(revision: Revision, placed: Placed) -> list[Item]:
    """The parts that the narrative has, as printed; the nine where the form asks for them."""
    figures = list(revision.quotedfigure_set.values_list("start", flat=True))
    page = reverse("admin:disclosures_revision_place", args=(revision.pk,))
    there = parts_of(revision)
    items = [
        Item(
            str(each.number),
            each.heading,
            _state(revision, each, figures),
            _looked_at(each, placed),
            f"{page}?section={each.number}",
            section=each.number,
        )
        for each in there
    ]
    if _has_nine(revision):
        return sorted([*items, *_missing(there)], key=lambda each: each.section or 0)
    return items


def table_items(revision: Revision, placed: Placed) -> list[Item]:
    """Every table of the form, in its order, and every other that the document prints."""
    return [
        Item(
            str(each.position),
            each.title,
            TABLES_FILLED[TableState(each.state)],
            sum(any(p.table == each.table for p in places) for places in placed.values()),
            _page_of(revision, each),
            "取自编制说明" if each.state == TableState.FROM_NARRATIVE else "",
            table=each.table,
        )
        for each in revision.printedtable_set.order_by("position")
    ]


def parts_of(revision: Revision) -> list[NarrativeSection]:
    """In the order of print; of a heading printed twice the last, the first is the contents'."""
    passed = (COVER, SIGNATURE) if _has_nine(revision) else (COVER,)
    found = [
        each
        for each in revision.narrativesection_set.order_by("start", "number")
        if each.heading and each.number not in passed
    ]
    last = {NOT_ITS_NAME.sub("", each.heading): each.pk for each in found}
    return [each for each in found if each.pk in last.values()]


def _has_nine(revision: Revision) -> bool:
    """Whether the form's narrative is the one of nine sections."""
    family = family_of(form_named(revision.form) or NATIONAL, revision.disclosure.kind)
    return family not in (national.FAMILY, account.FAMILY)


def _missing(there: Iterable[NarrativeSection]) -> Iterator[Item]:
    known = {each.number for each in there}
    for number in NINE:
        if number not in known:
            name = f"第{NUMERALS[number - 1]}部分"
            yield Item(str(number), name, Filled.NOT_FILLED, 0, "", section=number)


def _looked_at(section: NarrativeSection, placed: Placed) -> int:
    """How many findings look at it; one that looks twice counts once."""
    return sum(any(_is_in(each, section) for each in places) for places in placed.values())


def _is_in(place: Place, section: NarrativeSection) -> bool:
    if place.start is not None:
        return section.start <= place.start < section.end
    return section.number in NINE and place.section[:1] == NUMERALS[section.number - 1]


def _state(revision: Revision, section: NarrativeSection, figures: Iterable[int]) -> Filled:
    body = revision.text[section.start : section.end].removeprefix(section.heading).strip()
    if PART.match(section.heading) and len(body) <= len(section.heading):
        return Filled.HEADING
    if not body:
        return Filled.NOT_FILLED
    if any(section.start <= each < section.end for each in figures):
        return Filled.FIGURES
    is_empty = len(body) <= SHORT and NOTHING_THERE.search(body)
    return Filled.DECLARED_EMPTY if is_empty else Filled.WORDS


def _page_of(revision: Revision, printed: PrintedTable) -> str:
    """Its grid; of a table that no form knows, the place where it is printed."""
    if printed.table in TABLES:
        return reverse("admin:disclosures_revision_grid", args=(revision.pk, printed.table))
    page = reverse("admin:disclosures_revision_place", args=(revision.pk,))
    return f"{page}?table={printed.table}"
