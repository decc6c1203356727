"""Group D: what the narrative's own figures must agree on, one file a section."""

from disclosures.rules.declaration import Check
from disclosures.rules.statements import (
    assets,
    income,
    organisation,
    procurement,
    projects,
    spending,
    three_public,
)

CHECKS: tuple[Check, ...] = (
    *income.CHECKS,
    *spending.CHECKS,
    *procurement.CHECKS,
    *three_public.CHECKS,
    *projects.CHECKS,
    *assets.CHECKS,
    *organisation.CHECKS,
)
