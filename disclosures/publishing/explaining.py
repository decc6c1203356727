"""情况说明: every warning is answered by the department, and the public reads the answer."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from disclosures.publishing.bounds import may_here
from disclosures.publishing.refused import ActionError
from disclosures.records.disclosure import EDITABLE, Revision
from disclosures.records.event import Event
from disclosures.records.explanation import Explanation
from disclosures.records.finding import Finding, Outcome, Severity

LONGEST = 2000


def unexplained_of(revision: Revision, findings: Iterable[Finding]) -> list[Finding]:
    """The failed warnings among a revision's findings that no stated reason answers."""
    answered = set(revision.explanation_set.values_list("rule", "message"))
    return [
        each
        for each in findings
        if each.severity == Severity.WARNING
        and each.outcome == Outcome.FAILS
        and (each.rule, each.message) not in answered
    ]


@transaction.atomic
def explain_finding(*, finding: Finding, reason: str, by: Any) -> Explanation:
    """State the reason of a warning of a draft; said again, it replaces what was said.

    Raises ActionError when the finding is no failed warning, the revision is no draft, the person
    may not, or the reason says nothing or too much.
    """
    held = Revision.objects.select_for_update(of=("self",)).get(pk=finding.revision_id)
    if held.state not in EDITABLE:
        raise ActionError(f"“{held.get_state_display()}”的版本不能再写情况说明。")
    if not may_here(by, "add_explanation", held):
        raise ActionError("您没有为这个部门填写情况说明的权限。")
    if finding.severity != Severity.WARNING or finding.outcome != Outcome.FAILS:
        raise ActionError("只有“提醒”需要情况说明；“错误”须更正。")
    told = reason.strip()
    if not told or len(told) > LONGEST:
        raise ActionError(f"请写明原因（不超过{LONGEST}字）。")
    explanation, _ = Explanation.objects.update_or_create(
        revision=held,
        rule=finding.rule,
        message=finding.message,
        defaults={"reason": told, "by": by},
    )
    Event.objects.create(revision=held, verb="explain", note=f"{finding.rule}：{told}", by=by)
    return explanation
