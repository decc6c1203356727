"""Groups A, B and C: what the tables say of themselves, of each other, and of the narrative."""

from disclosures.rules.declaration import Check
from disclosures.rules.tables import (
    across,
    economic_pairs,
    projects,
    targets,
    units,
    with_narrative,
)
from disclosures.rules.tables.identities import Identities

IN_TABLE = tuple(Identities(f"A{number:02}") for number in range(1, 20))

CHECKS: tuple[Check, ...] = (
    *IN_TABLE,
    *targets.CHECKS,
    *across.CHECKS,
    *economic_pairs.CHECKS,
    *projects.CHECKS,
    *with_narrative.CHECKS,
    *units.CHECKS,
)
