"""核对结果 at the desk: each with the cells and sentences it looked at, and what is said of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from disclosures.classification.money import NUMBER, Unit, parse_number
from disclosures.publishing.bounds import may_here
from disclosures.records.disclosure import EDITABLE, Revision
from disclosures.records.finding import Finding, Outcome, Severity
from disclosures.tables.registry import TABLES

CELL_PARTS = 3  # table/row/column
GRAVEST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO)


@dataclass(frozen=True)
class Place:
    """One figure that a check looked at: label and value, the address that shows it, and whose

    it is: a table's name, or the numeral of a section and the place in the text.
    """

    label: str
    value: str
    url: str
    table: str = ""
    section: str = ""
    start: int | None = None


@dataclass(frozen=True)
class Answerable:
    """A finding with its places and what the department says; answered while it `is_open`."""

    finding: Finding
    places: tuple[Place, ...]
    reason: str
    is_open: bool


def by_gravity(finding: Any) -> tuple[bool, int]:
    """A key to sort findings by: those that fail first, the gravest first among them."""
    return finding.outcome != Outcome.FAILS, GRAVEST_FIRST.index(Severity(finding.severity))


def places_of(revision: Revision, finding: Finding) -> tuple[Place, ...]:
    """The cells and sentences of a finding; its own place where it looked at no figure."""
    found = tuple(_place(revision, each) for each in finding.inputs)
    if found or not finding.where:
        return found
    return (_place(revision, {"label": "看原文", "where": finding.where}),)


def answerable(
    user: Any,
    revision: Revision,
    told: Iterable[Finding],
    placed: dict[int, tuple[Place, ...]],
) -> list[Answerable]:
    """The findings for the desk; failed warnings may be answered while they can be."""
    reasons = {(each.rule, each.message): each.reason for each in revision.explanation_set.all()}
    may = revision.state in EDITABLE and may_here(user, "add_explanation", revision)
    return [
        Answerable(
            each,
            placed[each.pk],
            reasons.get((each.rule, each.message), ""),
            may and each.severity == Severity.WARNING and each.outcome == Outcome.FAILS,
        )
        for each in told
    ]


def _place(revision: Revision, given: dict[str, Any]) -> Place:
    label, value = str(given.get("label", "")), str(given.get("value", ""))
    said = _said(value, str(given.get("unit", "")))
    parts = str(given.get("key", "")).split("/")
    if len(parts) == CELL_PARTS and parts[0] in TABLES:
        grid = reverse("admin:disclosures_revision_grid", args=(revision.pk, parts[0]))
        url = f"{grid}?row={parts[1]}&column={parts[2]}"
        return Place(label, said, url, table=parts[0])
    where = given.get("where") or {}
    section = str(where.get("section", ""))
    if "start" not in where:
        return Place(label, said, "", section=section)
    page = reverse("admin:disclosures_revision_place", args=(revision.pk,))
    url = f"{page}?start={where['start']}&end={where['end']}"
    return Place(label, said, url, section=section, start=int(where["start"]))


def _said(value: str, unit: str) -> str:
    """A figure for reading: an amount in 元 with its thousands apart."""
    if unit != Unit.YUAN:
        return f"{value}{unit}"
    return f"{parse_number(value):,}{unit}" if NUMBER.fullmatch(value) else f"{value}{unit}"
