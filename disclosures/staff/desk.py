"""工作台: what a revision still lacks, section by section and table by table, and the next move."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from disclosures.publishing.bounds import may_here
from disclosures.publishing.correcting import may_correct, under_way_after
from disclosures.publishing.explaining import unexplained_of
from disclosures.publishing.transitions import TRANSITIONS
from disclosures.records.disclosure import EDITABLE, SEALED, Kind, Revision, State
from disclosures.records.finding import Outcome, Severity
from disclosures.staff.checklist import section_items, table_items
from disclosures.staff.findings import answerable, by_gravity, places_of
from disclosures.staff.narrative import narrative_state
from disclosures.staff.remarks import may_remark, remarks_of


def desk_of(request: HttpRequest, revision: Revision) -> dict[str, Any]:
    """All that the page of a revision shows beside the stock form."""
    findings = list(revision.finding_set.order_by("position"))
    told = sorted((each for each in findings if each.stands_out), key=by_gravity)
    placed = {each.pk: places_of(revision, each) for each in told}
    is_editable = revision.state in EDITABLE
    unexplained = len(unexplained_of(revision, findings)) if is_editable else 0
    errors = sum(
        each.severity == Severity.ERROR and each.outcome == Outcome.FAILS for each in findings
    )
    under_way = under_way_after(revision) if revision.state == State.PUBLISHED else None
    doubts_left = revision.doubt_set.filter(settled_at=None).count()
    return {
        "sections": section_items(revision, placed),
        "tables": table_items(revision, placed),
        "answerable": answerable(request.user, revision, told, placed),
        "unexplained": unexplained,
        "errors": errors,
        "doubts": list(revision.doubt_set.order_by("position")),
        "doubts_left": doubts_left,
        "held_back": "" if revision.is_history else _held_back(doubts_left, errors, unexplained),
        "remarks": remarks_of(revision),
        "may_remark": may_remark(request.user, revision),
        "public_url": _public_url(revision),
        "may_change": is_editable and _may(request, revision, "change_revision"),
        "may_correct": under_way is None and may_correct(request.user, revision),
        "under_way": under_way,
        "may_plan": revision.state == State.APPROVED
        and _may(request, revision, "publish_revision"),
        "may_preview": revision.state not in SEALED and _may(request, revision, "preview_revision"),
        **narrative_state(revision),
        "events": list(revision.events.select_related("by")[:30]),
        "moves": [
            each
            for each in TRANSITIONS
            if revision.state in each.before and _may(request, revision, each.permission)
        ],
    }


def _held_back(doubts: int, errors: int, unexplained: int) -> str:
    """What has to be done before a draft can be submitted, "" when nothing is left."""
    left = (
        (doubts, "处存疑没有对照原文核对"),
        (errors, "个错误没有更正"),
        (unexplained, "条提醒没有说明情况"),
    )
    said = "、".join(f"{count} {what}" for count, what in left if count)
    return f"还有 {said}，处理之后才能提交。" if said else ""


def _public_url(revision: Revision) -> str:
    """The public page of this very revision, where there is one."""
    if revision.state not in (State.PUBLISHED, State.SUPERSEDED):
        return ""
    disclosure = revision.disclosure
    department = disclosure.department
    kind = "final-" if disclosure.kind == Kind.FINAL else ""
    at = (department.region.slug, department.slug, disclosure.fiscal_year_id, revision.number)
    return reverse(f"pages:{kind}revision-disclosure", args=at)


def _may(request: HttpRequest, revision: Revision, permission: str) -> bool:
    return may_here(request.user, permission, revision)
