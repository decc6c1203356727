"""All that the readers of a document could not read surely, wherever it stands."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from disclosures.documents.grids.problem import Problem, Severity
from disclosures.records.narrative import Narrative
from disclosures.tables.book import Where


@dataclass(frozen=True)
class Doubt:
    """One place to look at: what is doubtful, what stands there, and where that is.

    `keys` are the statements it concerns, where they are not told by the place alone.
    """

    message: str
    printed: str = ""
    where: Where = field(default_factory=dict)
    keys: tuple[str, ...] = ()


def doubts_of(narrative: Narrative | None, problems: Iterable[Problem] = ()) -> tuple[Doubt, ...]:
    """The narrative's doubts, then what was wrong in the tables; notes are not doubts."""
    stated = narrative.doubts if narrative else ()
    text = narrative.text if narrative else ""
    return (
        *(
            Doubt(each.message, text[each.start : each.end], {"start": each.start, "end": each.end})
            for each in stated
        ),
        *(
            Doubt(each.message, each.value, dict(each.where))
            for each in problems
            if each.severity is Severity.ERROR
        ),
    )
