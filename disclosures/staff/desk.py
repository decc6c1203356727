"""工作台: what a revision still lacks, section by section and table by table, and the next move."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from disclosures.publishing.bounds import may_here
from disclosures.publishing.explaining import unexplained_of
from disclosures.publishing.transitions import TRANSITIONS
from disclosures.records.disclosure import EDITABLE, Revision
from disclosures.records.finding import Finding, Outcome, Severity
from disclosures.records.printed_table import PrintedTable, TableState
from disclosures.tables.registry import TABLES

NUMERALS = "一二三四五六七八九"
NOT_FILLED = "未填"


@dataclass(frozen=True)
class Item:
    """One line of the checklist: its number, name and state, how many findings, and where to go."""

    number: str
    name: str
    state: str
    tone: str
    findings: int
    url: str
    table: str = ""


@dataclass(frozen=True)
class Answerable:
    """A finding with what the department says of it; it may be answered while `is_open`."""

    finding: Finding
    reason: str
    is_open: bool


def desk_of(request: HttpRequest, revision: Revision) -> dict[str, Any]:
    """All that the page of a revision shows beside the stock form."""
    findings = list(revision.finding_set.order_by("position"))
    told = [each for each in findings if each.stands_out]
    is_editable = revision.state in EDITABLE
    return {
        "sections": _sections(revision, told),
        "tables": _tables(revision, told, is_editable),
        "answerable": _answerable(request, revision, told),
        "unexplained": len(unexplained_of(revision, findings)) if is_editable else 0,
        "errors": sum(
            each.severity == Severity.ERROR and each.outcome == Outcome.FAILS for each in findings
        ),
        "doubts": list(revision.doubt_set.order_by("position")),
        "remarks": list(revision.remark_set.select_related("by", "settled_by")),
        "may_remark": _may(request, revision, "add_remark") and not is_editable,
        "may_change": is_editable and _may(request, revision, "change_revision"),
        "may_plan": revision.state == "approved" and _may(request, revision, "publish_revision"),
        "events": list(revision.events.select_related("by")[:30]),
        "moves": [
            each
            for each in TRANSITIONS
            if revision.state in each.before and _may(request, revision, each.permission)
        ],
    }


def _may(request: HttpRequest, revision: Revision, permission: str) -> bool:
    return may_here(request.user, permission, revision)


def _answerable(
    request: HttpRequest, revision: Revision, told: Iterable[Finding]
) -> list[Answerable]:
    reasons = {(each.rule, each.message): each.reason for each in revision.explanation_set.all()}
    may = revision.state in EDITABLE and _may(request, revision, "add_explanation")
    return [
        Answerable(
            each,
            reasons.get((each.rule, each.message), ""),
            may and each.severity == Severity.WARNING and each.outcome == Outcome.FAILS,
        )
        for each in told
    ]


def _sections(revision: Revision, told: Iterable[Finding]) -> list[Item]:
    there = {each.number: each for each in revision.narrativesection_set.all()}
    standing = Counter(_section(each) for each in told)
    made = []
    for number, numeral in enumerate(NUMERALS, start=1):
        section = there.get(number)
        has_words = section is not None and section.end - section.start > len(section.heading) + 1
        name = section.heading if section else f"第{numeral}部分"
        made.append(
            Item(
                numeral,
                name,
                "有内容" if has_words else NOT_FILLED,
                "good" if has_words else "missing",
                standing[numeral],
                f"#section-{number}" if section else "",
            )
        )
    return made


def _section(finding: Finding) -> str:
    return str((finding.where or {}).get("section", ""))


def _tables(revision: Revision, told: Iterable[Finding], is_editable: bool) -> list[Item]:
    standing: Counter[str] = Counter()
    for each in told:
        standing.update({str(key).split("/")[0] for key in _keys(each)})
    return [
        _table(revision, each, standing[each.table], is_editable)
        for each in revision.printedtable_set.order_by("position")
    ]


def _keys(finding: Finding) -> Iterable[str]:
    return (each["key"] for each in finding.inputs if str(each.get("key", "")).count("/") == 2)


def _table(revision: Revision, printed: PrintedTable, findings: int, is_editable: bool) -> Item:
    state = TableState(printed.state)
    tone = "missing" if state is TableState.NOT_ATTACHED else "good"
    label = NOT_FILLED if state is TableState.NOT_ATTACHED else state.label
    return Item(
        str(printed.position),
        printed.title,
        label,
        tone,
        findings,
        _grid_or_rows(revision, printed, is_editable),
        printed.table,
    )


def _grid_or_rows(revision: Revision, printed: PrintedTable, is_editable: bool) -> str:
    if printed.table not in TABLES:
        return ""
    if is_editable:
        return reverse("admin:disclosures_revision_grid", args=(revision.pk, printed.table))
    name = TABLES[printed.table].model._meta.model_name
    rows = reverse(f"admin:disclosures_{name}_changelist")
    return f"{rows}?revision__id__exact={revision.pk}"
