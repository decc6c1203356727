"""D11-D12: government procurement as section 六 states it."""

from collections.abc import Iterator

from disclosures.rules.declaration import AtMost, Check, Checked, Sum
from disclosures.rules.finding import Finding
from disclosures.rules.subject import Subject
from disclosures.rules.together import both_or_neither


def items_and_amount(subject: Subject) -> Iterator[Finding]:
    """D12, second half: no items, no money, and the reverse."""
    yield both_or_neither("D12", subject, (("proc.items", "proc.total"),))


CHECKS: tuple[Check, ...] = (
    Sum("D11", "proc.total", ("proc.goods", "proc.services", "proc.works")),
    AtMost("D12", "proc.total", "exp.total"),
    Checked("D12", items_and_amount),
)
