"""Group E: what the narrative says of last year."""

from disclosures.rules.changes import amounts, directions, percentages, reasons
from disclosures.rules.declaration import Check

CHECKS: tuple[Check, ...] = (
    *amounts.CHECKS,
    *directions.CHECKS,
    *percentages.CHECKS,
    *reasons.CHECKS,
)
