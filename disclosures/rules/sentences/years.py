"""F04: the budget that the text says it belongs to is the document's own year's."""

import re
from collections.abc import Iterator

from disclosures.records.finding import Severity
from disclosures.rules.declaration import Check, Checked
from disclosures.rules.finding import Finding, Input
from disclosures.rules.subject import Subject
from disclosures.rules.verdict import fails

BELONGS = re.compile(
    r"纳入[^,。;:\n]{0,16}?(?P<year>20\d\d)年(?:度)?[^,。;:\n\d]{0,8}(?:预算|决算)(?:汇总|编制|编报|范围)?"
)


def years(subject: Subject) -> Iterator[Finding]:
    """F04: one finding for each other year."""
    year = subject.narrative.year
    for line, match in subject.prose.matches(BELONGS):
        if year is not None and int(match["year"]) != year:
            said = f"“{match.group()}”所写年度与本文件的{year}年不符。"
            quoted = Input("年度", match["year"], "", line.where(match))
            yield fails("F04", said, [quoted], severity=Severity.WARNING)


CHECKS: tuple[Check, ...] = (Checked("F04", years),)
