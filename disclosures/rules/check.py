"""The one entry: a disclosure in, findings out, every rule of the catalogue answered.

Pure: no database, no files but the catalogue. A rule whose figures are not disclosed says
NOT_CHECKED with the reason; it never takes a missing figure for 0.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from disclosures.classification.codes import CodeLists
from disclosures.records.finding import Outcome
from disclosures.records.narrative import Narrative
from disclosures.rules import changes, sentences, statements, structure, tables
from disclosures.rules.catalogue import catalogue
from disclosures.rules.context import Context
from disclosures.rules.declaration import Check
from disclosures.rules.finding import Finding
from disclosures.rules.subject import Subject
from disclosures.tables.book import Book

CHECKS: tuple[Check, ...] = (
    *tables.CHECKS,
    *statements.CHECKS,
    *changes.CHECKS,
    *sentences.CHECKS,
    *structure.CHECKS,
)


def check(
    narrative: Narrative, book: Book, codes: CodeLists, context: Context
) -> tuple[Finding, ...]:
    """Every finding on a disclosure, in the catalogue's order; at least one for each rule."""
    subject = Subject(narrative, book, codes, context)
    order = {code: position for position, code in enumerate(catalogue())}
    found = [finding for each in CHECKS for finding in each.findings(subject)]
    found.sort(key=lambda finding: order[finding.rule])
    return tuple(
        finding
        for _, of_rule in groupby(found, key=lambda finding: finding.rule)
        for finding in _told_once(list(of_rule))
    )


def _told_once(findings: list[Finding]) -> Iterator[Finding]:
    """A rule's findings with those left unchecked drawn together into one."""
    unchecked = [each for each in findings if each.outcome is Outcome.NOT_CHECKED]
    yield from (each for each in findings if each.outcome is not Outcome.NOT_CHECKED)
    if unchecked:
        first, *others = unchecked
        more = f"，另有{len(others)}处也未核对。" if others else "。"
        yield replace(first, message=first.message.removesuffix("。") + more)
