"""Check results: what each rule compared, and whether it held."""

from django.db.models import OuterRef, Subquery

from disclosures.queries.api_columns import Column, ValueKind, chosen, number, text
from disclosures.queries.api_listing import ByRevision, Listing
from disclosures.queries.api_revisions import context, public
from disclosures.records.explanation import Explanation
from disclosures.records.finding import Finding, Outcome, Severity

# What the department says of a warning.
REASON = Subquery(
    Explanation.objects.filter(
        revision=OuterRef("revision"), rule=OuterRef("rule"), message=OuterRef("message")
    ).values("reason")[:1]
)
FINDING_COLUMNS = (
    number("position", "position", "次序"),
    Column("rule", "rule", "规则"),
    chosen("severity", "severity", "级别", Severity),
    chosen("outcome", "outcome", "结果", Outcome),
    Column("message", "message", "说明"),
    text("expected", "expected", "应为"),
    text("actual", "actual", "实为"),
    text("difference", "difference", "差额"),
    text("tolerance", "tolerance", "容差"),
    text("unit", "unit", "单位"),
    Column("reason", REASON, "部门的情况说明", nullable=True),
    Column("inputs", "inputs", "参与核对的数据", ValueKind.LIST),
    Column("where", "where", "位置", ValueKind.STRUCTURE),
)
FINDINGS = Listing(
    name="findings",
    title="核对结果",
    model=Finding,
    rows=lambda: public(Finding),
    columns=(*context(), *FINDING_COLUMNS),
    order=ByRevision(),
)
