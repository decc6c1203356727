"""What is doubtful in a reading: what could not be read surely, and figures that contradict.

A contradiction that a rule has found is a finding with both figures, and no doubt beside it.
"""

from collections.abc import Iterable

from disclosures.documents.doubts import Doubt, doubts_of
from disclosures.documents.grids.problem import Problem
from disclosures.documents.plausibility.read import implausible
from disclosures.records.finding import Outcome
from disclosures.records.narrative import Narrative
from disclosures.rules.finding import Finding
from disclosures.tables.book import Book


def doubts_on(
    narrative: Narrative, book: Book, problems: Iterable[Problem], findings: Iterable[Finding]
) -> tuple[Doubt, ...]:
    """All doubts of one document."""
    return (*doubts_of(narrative, problems), *contradictions(narrative, book, findings))


def contradictions(
    narrative: Narrative, book: Book, findings: Iterable[Finding]
) -> tuple[Doubt, ...]:
    """Doubts about figures that cannot all be right and that no failed rule has named."""
    failed = [
        {told.key for told in each.inputs} for each in findings if each.outcome is Outcome.FAILS
    ]
    return tuple(
        doubt
        for doubt in implausible(narrative, book)
        if not any(set(doubt.keys) <= keys for keys in failed)
    )
