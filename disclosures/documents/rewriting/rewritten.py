"""Sentences rewritten, and read again: only what then states what it should is kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from disclosures.classification.figures import NUMERIC
from disclosures.documents.document import narrative_of
from disclosures.documents.refusal import Refusal
from disclosures.documents.rewriting.replacement import StaleSentence, replaced
from disclosures.records.narrative import Narrative

Numbers = dict[str, Decimal | None]


@dataclass(frozen=True)
class Rewriting:
    """The text afterwards, and the sentences that a person has to rewrite by hand."""

    text: str
    done: tuple[StaleSentence, ...]
    left: tuple[StaleSentence, ...]


def rewritten(narrative: Narrative, sentences: Iterable[StaleSentence]) -> Rewriting:
    """All sentences rewritten at once; where that goes wrong, as many of them as go right."""
    given = tuple(sentences)
    wanted = tuple(each for each in given if not each.note)
    if _states_what_it_should(narrative, wanted):
        return Rewriting(
            _text(narrative, wanted), wanted, tuple(each for each in given if each.note)
        )
    done: tuple[StaleSentence, ...] = ()
    for group in _groups(wanted):
        if _states_what_it_should(narrative, (*done, *group)):
            done = (*done, *group)
    left = tuple(each for each in given if each not in done)
    return Rewriting(_text(narrative, done), done, left)


def _groups(sentences: tuple[StaleSentence, ...]) -> list[tuple[StaleSentence, ...]]:
    """Sentences that tell the same figure belong together: one alone would contradict the other."""
    groups: list[tuple[StaleSentence, ...]] = []
    for each in sentences:
        keys = {part.key for part in each.replacements}
        alike = [group for group in groups if keys & _keys(group)]
        groups = [group for group in groups if group not in alike]
        groups.append((*(other for group in alike for other in group), each))
    return groups


def _keys(group: tuple[StaleSentence, ...]) -> set[str]:
    return {part.key for each in group for part in each.replacements}


def _text(narrative: Narrative, sentences: Iterable[StaleSentence]) -> str:
    return replaced(narrative.text, (part for each in sentences for part in each.replacements))


def _states_what_it_should(narrative: Narrative, sentences: tuple[StaleSentence, ...]) -> bool:
    """Whether the text, read anew, states the new figures there and every other one as before."""
    after = narrative_of(_text(narrative, sentences))
    if isinstance(after, Refusal) or len(after.doubts) > len(narrative.doubts):
        return False
    parts = [part for each in sentences for part in each.replacements]
    expected = _numbers(narrative) | {
        key: value for part in parts for key, value in part.states.items()
    }
    return {k: v for k, v in expected.items() if v is not None} == _numbers(after)


def _numbers(narrative: Narrative) -> Numbers:
    return {
        each.key: each.value
        for each in narrative.statements
        if each.figure.kind in NUMERIC and isinstance(each.value, Decimal)
    }
