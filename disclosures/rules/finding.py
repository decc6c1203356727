"""What a rule says: one Finding for each thing it compared, whether or not it held."""

from dataclasses import dataclass, field
from decimal import Decimal

from disclosures.records.finding import Outcome, Severity
from disclosures.tables.book import Where


@dataclass(frozen=True)
class Input:
    """One figure that a rule looked at: its label, its value as exact text, and its place.

    `key` is a statement key or `table/row/column`; money values are in 元.
    """

    label: str
    value: str
    key: str = ""
    where: Where | None = None


@dataclass(frozen=True)
class Finding:
    """One evaluated rule. Money is in 元. `message` is a Chinese sentence a citizen can read."""

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

    @property
    def stands_out(self) -> bool:
        """Whether a reader should be told: anything but a check that held or could not be made."""
        return self.outcome in (Outcome.FAILS, Outcome.ROUNDING)
