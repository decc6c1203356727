"""The checklist of a revision: each part of the narrative and each table in one of four states."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from django.urls import reverse

from disclosures.records.disclosure import Revision
from disclosures.records.narration import NarrativeSection
from disclosures.records.printed_table import PrintedTable, TableState
from disclosures.staff.findings import Place
from disclosures.tables.registry import TABLES

NUMERALS = "一二三四五六七八九"
NINE = range(1, 10)
NOTHING_THERE = re.compile(r"无|没有|不涉及|未安排|未发生")
SHORT = 200  # characters within which a part can say that it has nothing


class Filled(Enum):
    """What a part of the disclosure holds; findings are told beside it."""

    NOT_FILLED = ("未填", "missing")
    FIGURES = ("有数据", "good")
    WORDS = ("有文字", "good")
    DECLARED_EMPTY = ("已说明为空", "empty")
    AS_PRINTED = ("按原样保留", "good")

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
    """The nine parts; of a form that has others, those it has."""
    there = {each.number: each for each in revision.narrativesection_set.all()}
    counted: Counter[int] = Counter()
    for section in revision.quotedfigure_set.values_list("section", flat=True):
        counted[_number(section)] += 1
    found = _findings(placed, lambda place: str(_number(place.section)) if place.section else "")
    page = reverse("admin:disclosures_revision_place", args=(revision.pk,))
    return [
        Item(
            NUMERALS[number - 1],
            _heading(there.get(number), number),
            _section_state(revision, there.get(number), counted[number]),
            found[str(number)],
            f"{page}?section={number}" if number in there else "",
            section=number,
        )
        for number in NINE
    ]


def table_items(revision: Revision, placed: Placed) -> list[Item]:
    """Every table of the form, in its order."""
    found = _findings(placed, lambda place: place.table)
    return [
        Item(
            str(each.position),
            each.title,
            TABLES_FILLED[TableState(each.state)],
            found[each.table],
            _grid(revision, each),
            "取自编制说明" if each.state == TableState.FROM_NARRATIVE else "",
            table=each.table,
        )
        for each in revision.printedtable_set.order_by("position")
    ]


def _findings(placed: Placed, whose: Callable[[Place], str]) -> Counter[str]:
    """How many findings look at each part; one that looks twice counts once."""
    standing: Counter[str] = Counter()
    for places in placed.values():
        standing.update({whose(place) for place in places} - {""})
    return standing


def _heading(section: NarrativeSection | None, number: int) -> str:
    return section.heading if section and section.heading else f"第{NUMERALS[number - 1]}部分"


def _section_state(revision: Revision, section: NarrativeSection | None, figures: int) -> Filled:
    if section is None:
        return Filled.NOT_FILLED
    body = revision.text[section.start : section.end].removeprefix(section.heading).strip()
    if not body:
        return Filled.NOT_FILLED
    if figures:
        return Filled.FIGURES
    is_empty = len(body) <= SHORT and NOTHING_THERE.search(body)
    return Filled.DECLARED_EMPTY if is_empty else Filled.WORDS


def _number(section: str) -> int:
    """The number of a section from its label, such as 三(一); 0 for what is in none."""
    return NUMERALS.find(section[:1]) + 1 if section else 0


def _grid(revision: Revision, printed: PrintedTable) -> str:
    if printed.table not in TABLES:
        return ""
    return reverse("admin:disclosures_revision_grid", args=(revision.pk, printed.table))
