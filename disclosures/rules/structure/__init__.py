"""Group F: the document's form: sections, tables, dates, codes, names and units."""

from disclosures.rules.declaration import Check
from disclosures.rules.structure import (
    dates,
    empty_tables,
    function_codes,
    index_number,
    leftovers,
    names,
    repeats,
    sections,
    units,
)

CHECKS: tuple[Check, ...] = (
    *sections.CHECKS,
    *index_number.CHECKS,
    *dates.CHECKS,
    *empty_tables.CHECKS,
    *function_codes.CHECKS,
    *units.CHECKS,
    *leftovers.CHECKS,
    *names.CHECKS,
    *repeats.CHECKS,
)
