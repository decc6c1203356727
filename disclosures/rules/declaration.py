"""What a rule is declared with: a sum or a bound in one line, a function for the rest."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from disclosures.rules.amount import summed
from disclosures.rules.finding import Finding
from disclosures.rules.subject import Subject
from disclosures.rules.verdict import at_most, equal, not_disclosed
from disclosures.rules.wording import added


class Check(Protocol):
    """Evaluates one rule of the catalogue on a disclosure, always yielding a finding or more."""

    @property
    def rule(self) -> str:
        """The code of the rule in the catalogue."""

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """What the rule says of this disclosure."""


@dataclass(frozen=True)
class Sum:
    """The figure `total` equals the sum of `parts`; with any of them undisclosed, unchecked."""

    rule: str
    total: str
    parts: tuple[str, ...]

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding: the sum held, was rounded, failed, or lacks a figure."""
        total, parts = subject.amount(self.total), subject.amounts(self.parts)
        if total is None or len(parts) < len(self.parts):
            yield not_disclosed(self.rule, subject.missing((self.total, *self.parts)))
            return
        basis = added(parts, subject.unit)
        yield equal(self.rule, total, summed(parts), basis, parts, subject.unit)


@dataclass(frozen=True)
class AtMost:
    """The figure `part` does not exceed `whole`."""

    rule: str
    part: str
    whole: str

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding: within, beyond, or lacking a figure."""
        part, whole = subject.amount(self.part), subject.amount(self.whole)
        if part is None or whole is None:
            yield not_disclosed(self.rule, subject.missing((self.part, self.whole)))
            return
        yield at_most(self.rule, part, whole, subject.unit)


@dataclass(frozen=True)
class Checked:
    """A rule that needs a function of its own."""

    rule: str
    evaluate: Callable[[Subject], Iterator[Finding]]

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """Whatever the function finds."""
        return self.evaluate(subject)
