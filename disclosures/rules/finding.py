"""What a rule says: one Finding for each thing it compared, whether or not it held."""

from dataclasses import dataclass, field
from decimal import Decimal

from disclosures.records.finding import Outcome, Severity
from disclosures.tables.book import Where


@dataclass(frozen=True)
class Input:
    """One figure that a rule looked at: its label, its value as exact text, and its place.

    `key` is a statement key or `table/row/column`. `unit` is 元 for money, whatever unit was
    printed; 人, 辆, % and the like for other numbers; empty for words.
    """

    label: str
    value: str
    key: str = ""
    where: Where | None = None
    unit: str = ""


@dataclass(frozen=True)
class Finding:
    """One evaluated rule. `message` is a Chinese sentence that a citizen can read.

    `expected`, `actual`, `difference` (actual minus expected) and `tolerance` are in `unit`, which
    is 元 for money. A check that holds carries a difference only when there is one to tell.
    """

    rule: str
    severity: Severity
    outcome: Outcome
    message: str
    expected: Decimal | str | None = None
    actual: Decimal | str | None = None
    difference: Decimal | None = None
    tolerance: Decimal | None = None
    inputs: tuple[Input, ...] = ()
    where: Where = field(default_factory=dict)
    unit: str = ""

    @property
    def stands_out(self) -> bool:
        """Whether a reader should be told: it failed, was rounded, or held with a remainder."""
        if self.outcome is Outcome.HOLDS:
            return bool(self.difference)
        return self.outcome in (Outcome.FAILS, Outcome.ROUNDING)
