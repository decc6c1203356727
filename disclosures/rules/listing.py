"""Parts that a document lists beside those a sum asks for: with one of them the sum cannot fail."""

from collections.abc import Iterator
from dataclasses import dataclass

from disclosures.records.finding import Outcome
from disclosures.rules.declaration import Sum
from disclosures.rules.finding import Finding
from disclosures.rules.subject import Subject
from disclosures.rules.verdict import not_checked
from disclosures.rules.wording import listed


@dataclass(frozen=True)
class ListedSum:
    """A sum whose list, in the sentence of its total, may hold `others` as well."""

    rule: str
    total: str
    parts: tuple[str, ...]
    others: tuple[str, ...]

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding: the sum's, or that another part is listed beside those it adds."""
        for found in Sum(self.rule, self.total, self.parts).findings(subject):
            others = self._listed(subject) if found.outcome is Outcome.FAILS else []
            if others:
                yield not_checked(self.rule, f"另列有{listed(others)}，不在所加各项之内")
            else:
                yield found

    def _listed(self, subject: Subject) -> list[str]:
        total = subject.narrative.statement(self.total)
        if total is None:
            return []
        said = subject.narrative.text[total.end : max(total.end, total.sentence[1])]
        return [each for each in self.others if each in said]
