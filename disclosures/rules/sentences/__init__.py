"""What any sentence says of itself: amounts, changes and percentages that stand side by side.

The other rules compare figures that were read under a name. These need no name: they hold
wherever a text prints two numbers and what is between them.
"""

from disclosures.rules.declaration import Check
from disclosures.rules.sentences import bases, functions, items, percentages, reasons, shares, years

CHECKS: tuple[Check, ...] = (
    *percentages.CHECKS,
    *shares.CHECKS,
    *bases.CHECKS,
    *items.CHECKS,
    *reasons.CHECKS,
    *functions.CHECKS,
    *years.CHECKS,
)
